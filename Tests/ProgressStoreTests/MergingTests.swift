import Decks
import Foundation
@testable import ProgressStore
import Scheduling
import Testing

struct MergingTests {
  /// Even with one EBB_SEED, and when both have to date what they do behind one event of a machine
  /// whose clock was ahead.
  @Test func twoDevicesThatFollowOneEventAreTwo() throws {
    let (one, other) = (try StoreFixture(), try StoreFixture())
    let (here, there) = (try one.open(), try other.open())
    try here.record(one.review("a", after: 90_000))
    _ = try there.merge(one.path, by: other.scheduler)
    let card = CardID(rawValue: "a")
    let now = StoreFixture.start
    do {
      let again = try one.open()
      try again.mark(.flag(1), cards: [card], at: now, by: one.scheduler)
    }
    try there.mark(.flag(2), cards: [card], at: now + 1, by: other.scheduler)
    _ = try there.merge(one.path, by: other.scheduler)
    var times: [Date] = []
    try there.forEachEvent { times.append($0.time) }
    #expect(times.count == 3 && times[1] == times[2] && times[1] > times[0])
    #expect(try there.checkup(by: other.scheduler).isClean)
  }

  private let here: StoreFixture
  private let there: StoreFixture

  init() throws {
    here = try StoreFixture()
    there = try StoreFixture()
  }

  @Test func answersOfTwoMachinesAreUnited() throws {
    let store = try here.open()
    let other = try Store(path: there.path, seed: 8)
    let mine = here.review("a")
    let theirs = here.review("b", .easy, after: 60)
    try store.record(mine)
    try other.record(theirs)
    try other.append("plan.set", "{}", at: Stamp(theirs.time, in: .fixed()))
    let addition = try store.merge(there.path, by: here.scheduler)
    #expect(addition.answers == 1 && addition.cards == 1 && addition.reverts == 0)
    #expect(addition.others == 1)
    #expect(try store.log() == [mine, theirs])
    #expect(try store.schedule(of: CardID(rawValue: "b")) == theirs.after)
    #expect(try store.merge(there.path, by: here.scheduler) == Store.Addition())
    #expect(try other.log() == [theirs], "the other file is only read")
  }

  /// A few events are added in another way than many.
  @Test func aFewEventsAreCountedLikeMany() throws {
    let store = try here.open()
    for number in 0..<12 { try store.record(here.review("\(number)", after: Double(number))) }
    let other = try Store(path: there.path, seed: 8)
    try other.record(here.review("b", .easy, after: 60))
    try other.append("plan.set", "{}", at: Stamp(StoreFixture.start + 70, in: .fixed()))
    let addition = try store.merge(there.path, by: here.scheduler)
    #expect(addition.answers == 1 && addition.cards == 1 && addition.others == 1)
  }

  @Test func aCopyThatWasAnsweredInTwoPlacesLosesNothing() throws {
    let store = try here.open()
    try store.record(here.review("a"))
    try FileManager.default.createDirectory(
      atPath: there.folder + "/data", withIntermediateDirectories: true)
    try store.copy(to: there.path)
    // The same seed, as if EBB_SEED were set on both machines.
    let other = try there.open()
    try store.record(here.review("b", after: 10))
    try other.record(here.review("c", after: 20))
    #expect(try store.merge(there.path, by: here.scheduler).answers == 1)
    #expect(Set(try store.log().map(\.card.rawValue)) == ["a", "b", "c"])
  }

  @Test func anAnswerTakenBackElsewhereIsTakenBackHere() throws {
    let store = try here.open()
    let first = here.review("a")
    try store.record(first)
    let other = try Store(path: there.path, seed: 8)
    _ = try other.merge(here.path, by: here.scheduler)
    try other.revert(first, at: StoreFixture.start + 100, by: here.scheduler)
    try store.record(here.review("a", .good, from: first.after, after: 900))
    let addition = try store.merge(there.path, by: here.scheduler)
    #expect(addition.reverts == 1)
    // The answer that remains is now the card's first, and its due date is computed anew.
    let expected = here.review("a", .good, after: 900).after
    #expect(try store.schedule(of: CardID(rawValue: "a")) == expected)
  }

  @Test func aDueDateThatWasShownHoldsAfterAMerge() throws {
    let store = try here.open()
    let shown = here.review("a", .easy)
    var after = shown.after
    after.due = .day(Day(number: 25_000))
    let kept = Review(
      card: shown.card, time: shown.time, rating: .easy, duration: 1, before: .new, after: after)
    try store.record(kept)
    let other = try Store(path: there.path, seed: 8)
    _ = try other.merge(here.path, by: here.scheduler)
    #expect(try other.schedule(of: shown.card) == after)
  }

  @Test func aFileThatContradictsIsRefusedAndNothingChanges() throws {
    let store = try here.open()
    let mine = here.review("a")
    try store.record(mine)
    let other = try Store(path: there.path, seed: 8)
    _ = try other.merge(here.path, by: here.scheduler)
    try other.record(here.review("b", after: 5))
    try other.database.execute(
      "update event set rating = 1 where card = 'a'", attempting: "tamper")
    let failure = #expect(throws: StoreFailure.self) {
      try store.merge(there.path, by: here.scheduler)
    }
    #expect(failure?.explanation.contains("contradicts") == true)
    #expect(try store.log() == [mine])
  }

  /// A few answers beside many are added one by one, otherwise the logs are united as wholes.
  @Test(arguments: [0, 40])
  func whatIsNotAsItWasWrittenDoesNotSpread(mine: Int) throws {
    let store = try here.open()
    for number in 0..<mine { try store.record(here.review("m\(number)", after: Double(number))) }
    let before = try store.log()
    let other = try Store(path: there.path, seed: 8)
    try other.record(here.review("b"))
    try other.record(here.review("c", after: 9))
    try other.database.execute(
      "update event set duration = 7 where card = 'b'", attempting: "tamper")
    let failure = #expect(throws: StoreFailure.self) {
      try store.merge(there.path, by: here.scheduler)
    }
    #expect(failure?.explanation == "events in it are not as they were written: 1")
    #expect(failure?.remedy == "`ebb doctor --progress \(there.path)` repairs it")
    // Not even somebody who knows how sums are made brings in what no ebb could have written.
    try other.database.execute(
      """
      pragma ignore_check_constraints = on;
      update event set duration = -7 where card = 'b';
      update event set sum = \(EventColumns.sum)
      """, attempting: "tamper")
    #expect(throws: StoreFailure.self) { try store.merge(there.path, by: here.scheduler) }
    #expect(try store.log() == before)
    #expect(try store.checkup(by: here.scheduler).isClean)
  }

  @Test func whatIsNoProgressFileIsRefusedByName() throws {
    let store = try here.open()
    let diary = String(repeating: "dear diary\n", count: 300)
    for (name, text) in [("diary.txt", diary), ("none", nil)] {
      let path = here.folder + "/" + name
      try text?.write(toFile: path, atomically: true, encoding: .utf8)
      let failure = #expect(throws: StoreFailure.self) {
        try store.merge(path, by: here.scheduler)
      }
      #expect(failure?.description.hasPrefix("cannot merge \(path): ") == true)
    }
    #expect(!FileManager.default.fileExists(atPath: here.folder + "/none"))
  }

  /// A link stands where SQLite wants a file beside the other one, as if nothing could be written.
  @Test func aFileBesideWhichNothingCanBeWrittenIsTakenAsItIs() throws {
    do {
      let other = try there.open()
      try other.record(there.review("b"))
    }
    let before = try Data(contentsOf: URL(fileURLWithPath: there.path))
    try FileManager.default.createSymbolicLink(
      atPath: there.path + "-wal", withDestinationPath: "nowhere/wal")
    let store = try here.open()
    #expect(try store.merge(there.path, by: here.scheduler).answers == 1)
    #expect(try Data(contentsOf: URL(fileURLWithPath: there.path)) == before)
  }

  @Test func aPathWithSignsOfAURIIsFound() throws {
    let other = try Store(path: there.folder + "/50% off?#1.db", seed: 8)
    try other.record(here.review("b"))
    #expect(try here.open().merge(other.path, by: here.scheduler).answers == 1)
  }
}
