import Decks
import Foundation
@testable import ProgressStore
import Scheduling
import TestSupport
import Testing

struct DamageTests {
  private let fixture: StoreFixture
  private let bytes: [UInt8]
  private let log: [Review]

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
      log = try store.log()
    }
    bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: fixture.path)))
    #expect(!FileManager.default.fileExists(atPath: fixture.path + "-wal"))
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
      let read = try store.log()
      let checkup = try store.checkup(by: fixture.scheduler)
      if !checkup.isClean { return .said }
      return read == log ? .unharmed : .silentlyWrong
    } catch {
      // Mostly as damaged; a bit in the name of a column or in the version says something else.
      return .said
    }
  }

  /// SQLite keeps no checksums of pages: a bit of a text or a number that means nothing else to it
  /// can change without its notice, but most can not, and none ends the program.
  @Test func aFlippedBitEndsNothingAndIsMostlyNoticed() throws {
    var generator = SeededGenerator(seed: 1885)
    let trials = longTests ? 5000 : 200
    var wrong = 0
    for _ in 0..<trials {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      var damaged = bytes
      damaged[place] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &generator)
      if try sight(damaged) == .silentlyWrong { wrong += 1 }
    }
    #expect(wrong * 20 < trials, "\(wrong) of \(trials)")
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
