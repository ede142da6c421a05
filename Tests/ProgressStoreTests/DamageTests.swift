import Decks
import Foundation
@testable import ProgressStore
import Scheduling
import TestSupport
import Testing

struct DamageTests {
  private let fixture: StoreFixture
  private let bytes: [UInt8]
  private let log: [LogEvent]

  init() throws {
    fixture = try StoreFixture()
    do {
      let store = try fixture.open()
      for number in 0..<120 {
        try store.record(fixture.review("card\(number)", after: Double(number)))
      }
      try store.mark(
        .memo("mind the gap"), cards: [CardID(rawValue: "card3")], at: StoreFixture.start + 500,
        by: fixture.scheduler)
      try store.append(
        "mock.take", #"{"preset":"screen","seed":7}"#,
        at: Stamp(StoreFixture.start + 600, in: fixture.scheduler.calendar))
      _ = try store.undo(since: .distantPast, at: StoreFixture.start + 700, by: fixture.scheduler)
      log = try Self.events(of: store)
    }
    bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: fixture.path)))
    #expect(!FileManager.default.fileExists(atPath: fixture.path + "-wal"))
  }

  @Test func damageThatEndsTheCheckIsAFault() throws {
    var damaged = bytes
    // The kind of the first page, which holds the names of the tables.
    damaged[100] = 0xff
    let path = fixture.folder + "/damaged.db"
    try Data(damaged).write(to: URL(fileURLWithPath: path))
    let faults = try Database(path: path, isReadOnly: true).faults(attempting: "check")
    #expect(faults == ["the check came to no end"])
  }

  private static func events(of store: Store) throws(StoreFailure) -> [LogEvent] {
    var events: [LogEvent] = []
    try store.forEachEvent { events.append($0) }
    return events
  }

  /// What a user sees of a file that is damaged like this.
  private enum Sight { case said, unharmed, silentlyWrong }

  private func sight(_ damaged: [UInt8]) throws -> Sight {
    let copy = fixture.folder + "/damaged.db"
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: copy + ending)
    }
    try Data(damaged).write(to: URL(fileURLWithPath: copy))
    do throws(StoreFailure) {
      let store = try Store(path: copy, seed: 1)
      let read = try Self.events(of: store)
      let checkup = try store.checkup(by: fixture.scheduler)
      if !checkup.isClean { return .said }
      return read == log ? .unharmed : .silentlyWrong
    } catch {
      // Mostly as damaged; a bit in the name of a column or in the version says something else.
      return .said
    }
  }

  /// Whatever bit of the file changes, doctor says so or the log is what it was, to the last digit.
  @Test func aFlippedBitIsSaidOrDoesNoHarm() throws {
    var generator = SeededGenerator(seed: 1885)
    let trials = longTests ? 5000 : 200
    var sights: [Sight: Int] = [:]
    for _ in 0..<trials {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      var damaged = bytes
      damaged[place] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &generator)
      sights[try sight(damaged), default: 0] += 1
    }
    #expect(sights[.silentlyWrong] == nil, "\(sights)")
    #expect(sights[.said, default: 0] > trials / 4, "\(sights)")
    if longTests { print("\(trials) flipped bits: \(sights)") }
  }

  @Test func aFileCutShortIsNeverReadAsIfNothingWere() throws {
    for size in stride(from: 4096, to: bytes.count, by: 4096) {
      #expect(try sight(Array(bytes[..<size])) == .said, "\(size) bytes")
      #expect(try sight(Array(bytes[..<(size + 100)])) == .said, "\(size + 100) bytes")
    }
  }

  @Test func pagesThatChangedPlacesAreNoticed() throws {
    var damaged = bytes
    let last = bytes.count - 4096
    damaged.replaceSubrange(4096..<8192, with: bytes[last...])
    damaged.replaceSubrange(last..., with: bytes[4096..<8192])
    #expect(try sight(damaged) == .said)
  }
}
