import CFaultyFiles
import Decks
import Foundation
@testable import ProgressStore
import Scheduling

/// A scripted sitting of every kind of change, each at a moment of its own by which it is found in
/// the log.
struct Sitting {
  let scheduler = Scheduler(calendar: .fixed())
  let path: String
  /// The moments of what was confirmed, in milliseconds since 1970.
  private(set) var confirmed: [Int] = []
  /// What was refused, with its cause.
  private(set) var refusals: [StoreFailure] = []
  private var seconds = 0.0

  init(path: String) { self.path = path }

  /// Does everything once; what is refused is tried once more. `didConfirm` is told of every change
  /// that is promised to be kept.
  mutating func run(didConfirm: (Int) -> Void = { _ in }) {
    guard let store = open() else { return }
    for round in 0..<3 {
      let card = CardID(rawValue: "card\(round)")
      attempt(didConfirm) { now, scheduler throws(StoreFailure) in
        let before = try store.schedule(of: card)
        let after = scheduler.outlook(of: before, card: card, at: now)[.good]
        try store.record(
          Review(
            card: card, time: now, rating: .good, duration: 900, before: before, after: after))
        return true
      }
      attempt(didConfirm) { now, scheduler throws(StoreFailure) in
        try store.mark(.flag(round + 1), cards: [card], at: now, by: scheduler)
        return true
      }
      attempt(didConfirm) { now, scheduler throws(StoreFailure) in
        try !store.undo(since: .distantPast, at: now, by: scheduler).isEmpty
      }
      attempt(didConfirm) { now, scheduler throws(StoreFailure) in
        try store.redo(since: .distantPast, at: now, by: scheduler) != nil
      }
      attempt(didConfirm) { now, scheduler throws(StoreFailure) in
        try store.append("mock.show", #"{"q":\#(round)}"#, at: Stamp(now, in: scheduler.calendar))
        return true
      }
    }
  }

  /// Opening may be refused like everything else.
  private mutating func open() -> Store? {
    for _ in 0..<2 {
      do throws(StoreFailure) {
        return try Store(path: path, seed: 11)
      } catch {
        refusals.append(error)
      }
    }
    return nil
  }

  /// `change` says whether there was anything to do.
  private mutating func attempt(
    _ didConfirm: (Int) -> Void, _ change: (Date, Scheduler) throws(StoreFailure) -> Bool
  ) {
    for _ in 0..<2 {
      seconds += 1
      let now = StoreFixture.start + 1000 + seconds
      do throws(StoreFailure) {
        guard try change(now, scheduler) else { return }
        confirmed.append(now.milliseconds)
        didConfirm(now.milliseconds)
        return
      } catch {
        refusals.append(error)
      }
    }
  }

  /// The moments of all events in a progress file.
  static func moments(in store: Store) throws(StoreFailure) -> Set<Int> {
    var moments: Set<Int> = []
    try store.forEachEvent { moments.insert($0.time.milliseconds) }
    return moments
  }
}

/// Watches the files that SQLite uses on this thread.
final class FileWatch {
  struct Call {
    enum Kind: Int32 { case read, write, truncate, sync, delete }
    let kind: Kind
    let path: String
    let offset: Int
    let bytes: [UInt8]
  }

  /// Decides what becomes of a call: 0, an SQLite result, or -1 - n for n bytes of a write.
  private let decide: (Call) -> Int32

  init(_ decide: @escaping (Call) -> Int32) { self.decide = decide }

  /// Runs `body` with its calls watched.
  func run(_ body: () throws -> Void) rethrows {
    ebb_watch_files(
      { context, kind, path, offset, bytes, size in
        guard let context, let kind = Call.Kind(rawValue: kind), let path else { return 0 }
        let watch = Unmanaged<FileWatch>.fromOpaque(context).takeUnretainedValue()
        let content = bytes.map {
          [UInt8](UnsafeRawBufferPointer(start: $0, count: Int(size)))
        }
        return watch.decide(
          Call(
            kind: kind, path: String(cString: path), offset: Int(offset), bytes: content ?? []))
      }, Unmanaged.passUnretained(self).toOpaque())
    defer { ebb_watch_files(nil, nil) }
    try withExtendedLifetime(self) { try body() }
  }
}
