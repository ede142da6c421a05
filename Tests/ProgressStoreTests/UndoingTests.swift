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
        == [third, second])
    #expect(try store.log() == [yesterday, first])
    #expect(try store.schedule(of: CardID(rawValue: "b")) == first.after)
    #expect(try store.schedule(of: CardID(rawValue: "c")) == .new)
    // No more than today's, and nothing twice.
    #expect(try store.undo(9, since: StoreFixture.start, at: now, by: fixture.scheduler) == [first])
    #expect(try store.undo(1, since: StoreFixture.start, at: now, by: fixture.scheduler).isEmpty)
    #expect(try store.log() == [yesterday])
    #expect(try store.checkup(by: fixture.scheduler).isClean)
  }
}
