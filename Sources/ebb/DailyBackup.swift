import Decks
import Foundation
import ProgressStore
import Scheduling

/// The first backup of a study day, made by a thread of its own while somebody is at work: copying
/// and checking a file of a million answers takes seconds.
final class DailyBackup: @unchecked Sendable {
  /// When a command has the backup made.
  enum Moment {
    /// Before anything is done.
    case before
    /// Beside the work on a screen, if it would take long.
    case beside
    /// Not by this one, which only counts, or whose backup is made already.
    case never
  }

  private let path: String
  private let world: World
  private let thread = DispatchGroup()
  private var hasBegun = false
  /// Written by the thread before its end, read after it.
  private var failure: StoreFailure?

  init(of path: String, world: World) {
    self.path = path
    self.world = world
  }

  /// Begins, the first time it is called.
  func begin() {
    guard !hasBegun else { return }
    hasBegun = true
    DispatchQueue.global().async(group: thread) { [self] in
      do throws(StoreFailure) {
        try Self.make(from: Store(path: path, seed: world.seed), world: world)
      } catch {
        failure = error
      }
    }
  }

  /// Waits until the backup is made, so that no end of the program loses it.
  /// - Returns: Why there is none.
  func end() -> StoreFailure? {
    thread.wait()
    return failure
  }

  static func make(from store: Store, world: World) throws(StoreFailure) {
    try Backups(of: store.path, keeping: world.settings.integer("files.backups"))
      .makeDaily(from: store, at: world.now, calendar: world.calendar)
  }

  /// A warning for somebody who can go on without a backup; in a damaged file nobody can.
  static func warning(_ failure: StoreFailure) throws(StoreFailure) -> Diagnostic {
    if failure.cause == .damaged { throw failure }
    return Diagnostic(
      .warning, "no backup was made: \(failure.explanation)",
      at: Decks.Place(path: failure.path, line: 0))
  }

  /// Whether a file is copied and checked before anybody notices.
  static func isQuick(_ path: String) -> Bool {
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber
    return (size?.intValue ?? 0) < 8_000_000
  }
}
