import Decks
import Foundation
import ProgressStore
import Scheduling
import Testing

struct UndoingTests {
  @Test func theLastAnswersOfTodayAreTakenBackByAnotherRun() throws {
    let fixture = try StoreFixture()
    let yesterday = fixture.review("a", .easy, after: -86_400)
    let first = fixture.review("b")
    let second = fixture.review("b", .good, from: first.after, after: 900)
    let third = fixture.review("c", after: 950)
    for review in [yesterday, first, second, third] { try fixture.open().record(review) }

    let store = try fixture.open()
    let now = StoreFixture.start + 1000
    #expect(
      try store.undo(2, since: StoreFixture.start, at: now, by: fixture.scheduler)
        .flatMap(\.reviews) == [third, second])
    #expect(try store.log() == [yesterday, first])
    #expect(try store.schedule(of: CardID(rawValue: "b")) == first.after)
    #expect(try store.schedule(of: CardID(rawValue: "c")) == .new)
    // No more than today's, and nothing twice.
    #expect(
      try store.undo(9, since: StoreFixture.start, at: now, by: fixture.scheduler)
        .flatMap(\.reviews) == [first])
    #expect(try store.undo(1, since: StoreFixture.start, at: now, by: fixture.scheduler).isEmpty)
    #expect(try store.log() == [yesterday])
    #expect(try store.checkup(by: fixture.scheduler).isClean)
  }

  @Test func anythingIsUndoneAndDoneAgainAcrossRuns() throws {
    let fixture = try StoreFixture()
    let start = StoreFixture.start
    let a = CardID(rawValue: "a")
    let b = CardID(rawValue: "b")
    let scheduler = fixture.scheduler
    let first = fixture.review("a")
    try fixture.open().record(first)
    try fixture.open().mark(.suspend, cards: [a, b], at: start + 10, by: scheduler)
    try fixture.open().append(
      "plan.set", #"{"aim":0.9}"#, at: Stamp(start + 20, in: .fixed()), asStep: true)
    try fixture.open().append("mock.show", #"{"q":1}"#, at: Stamp(start + 21, in: .fixed()))

    func undo(_ seconds: Double) throws -> Store.Step? {
      try fixture.open().undo(since: start, at: start + seconds, by: scheduler).first
    }
    func redo(_ seconds: Double) throws -> Store.Step? {
      try fixture.open().redo(since: start, at: start + seconds, by: scheduler)
    }
    func state() throws -> [Int] {
      let store = try fixture.open()
      #expect(try store.checkup(by: scheduler).isClean)
      return [
        try store.log().count, try store.marks().count, try store.facts(named: "plan").count,
      ]
    }
    #expect(try state() == [1, 2, 1])
    #expect(try redo(30) == nil)
    #expect(try undo(31)?.events.count == 1)
    #expect(try state() == [1, 2, 0])
    #expect(try undo(32)?.events.count == 2)
    #expect(try state() == [1, 0, 0])
    #expect(try undo(33)?.reviews == [first])
    #expect(try state() == [0, 0, 0])
    #expect(try undo(34) == nil)
    // Back the way it came.
    #expect(try redo(40)?.reviews == [first])
    #expect(try state() == [1, 0, 0])
    #expect(try redo(41)?.events.count == 2)
    #expect(try state() == [1, 2, 0])
    // One more time to and fro, then something new: what was undone before it stays undone.
    #expect(try undo(42)?.events.count == 2)
    #expect(try redo(43)?.events.count == 2)
    try fixture.open().mark(.flag(1), cards: [b], at: start + 50, by: scheduler)
    #expect(try redo(51) == nil)
    #expect(try undo(52)?.events.count == 1)
    #expect(try fixture.open().marks(of: b) == CardMarks(isSuspended: true))
    #expect(try state() == [1, 2, 0])
    // The log holds all of it.
    #expect(try fixture.open().facts(named: "mock").count == 1)
  }

  @Test func whatAnotherMachineDidIsNotUndoneHere() throws {
    let fixture = try StoreFixture()
    let other = try Store(path: fixture.folder + "/other/progress.db", seed: 9)
    let mine = fixture.review("a")
    let theirs = fixture.review("b", after: 60)
    let store = try fixture.open()
    try store.record(mine)
    try other.record(theirs)
    _ = try store.merge(other.path, by: fixture.scheduler)
    let undone = try store.undo(
      2, since: StoreFixture.start, at: StoreFixture.start + 90, by: fixture.scheduler)
    #expect(undone.flatMap(\.reviews) == [mine])
    #expect(try store.log() == [theirs])
  }
}
