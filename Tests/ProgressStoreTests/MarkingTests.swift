import Decks
import Foundation
import ProgressStore
import Scheduling
import Testing

struct MarkingTests {
  private let fixture: StoreFixture
  private let store: Store
  private let now = StoreFixture.start
  private let today: Day
  private let a = CardID(rawValue: "a")
  private let b = CardID(rawValue: "b")

  init() throws {
    fixture = try StoreFixture()
    store = try fixture.open()
    today = fixture.scheduler.calendar.day(of: now)
    try store.updateCatalogue(
      changed: [StoreFixture.deck("r.jsonl", ["a", "b", "c"])], removed: [])
  }

  private func asked(on day: Day) throws -> [String] {
    let start = fixture.scheduler.calendar.start(of: day)
    let queue = ReviewQueue(
      candidates: try store.candidates(today: day, dayStart: start, new: 10), at: start + 36_000,
      scheduler: fixture.scheduler, seed: 1)
    return queue.cards.map(\.rawValue).sorted()
  }

  @Test func aSuspendedCardIsNotAskedUntilItIsReleased() throws {
    try store.record(fixture.review("b", .easy, after: -86_400 * 90))
    try store.mark(.suspend, cards: [a, b], at: now, by: fixture.scheduler)
    #expect(try asked(on: today) == ["c"])
    #expect(try store.standings().map(\.card.rawValue) == ["c"])
    let topic = try store.topics(at: now, by: fixture.scheduler)[0]
    #expect(
      topic.cards == 3 && topic.suspended == 2 && topic.recalled == 0 && topic.due == 0
        && topic.unseenPassages == 1)
    try store.mark(.unsuspend, cards: [b], at: now + 1, by: fixture.scheduler)
    #expect(try fixture.open().marks(of: b) == .none)
    #expect(try asked(on: today) == ["b", "c"])
  }

  @Test func theLastResetOfACardIsFoundAmongItsMarks() throws {
    for seconds in [0.0, 5] {
      try store.mark(.reset, cards: [a], at: now + seconds, by: fixture.scheduler)
    }
    try store.mark(.flag(1), cards: [a, b], at: now + 9, by: fixture.scheduler)
    #expect(try store.resets() == [a: now + 5])
  }

  @Test func aBuriedCardIsBackOnItsDay() throws {
    let tomorrow = today.advanced(by: 1)
    try store.mark(.bury(until: tomorrow), cards: [a], at: now, by: fixture.scheduler)
    #expect(try asked(on: today) == ["b", "c"])
    #expect(try store.marks(of: a).isBuried(on: today))
    #expect(try asked(on: tomorrow) == ["a", "b", "c"])
    #expect(try !store.marks(of: a).isBuried(on: tomorrow))
  }

  @Test func flagAndMemoAreKeptAndTheCardGoesOn() throws {
    try store.mark(
      [(a, .flag(2)), (a, .memo("hi")), (b, .memo("ho"))], at: now, by: fixture.scheduler)
    #expect(try store.marks(of: a) == CardMarks(flag: 2, memo: "hi"))
    #expect(try store.marks() == [a: CardMarks(flag: 2, memo: "hi"), b: CardMarks(memo: "ho")])
    #expect(try asked(on: today) == ["a", "b", "c"])
  }

  @Test func aResetCardIsNewAndAnAnswerGivenMeanwhileIsRefused() throws {
    let first = fixture.review("a", .easy, after: -86_400 * 30)
    try store.record(first)
    let late = fixture.review("a", .good, from: first.after, after: 60)
    try store.mark(.reset, cards: [a], at: now, by: fixture.scheduler)
    #expect(try store.schedule(of: a) == .new)
    let refusal = #expect(throws: StoreFailure.self) { try store.record(late) }
    #expect(refusal?.cause == .overtaken)
    try store.record(fixture.review("a", .good, after: 90))
    #expect(try store.schedule(of: a).reviews == 1)
    #expect(try store.checkup(by: fixture.scheduler).isClean)
  }

  @Test func aDueDateIsKeptByEveryReplay() throws {
    try store.record(fixture.review("a", .easy, after: -86_400 * 30))
    let day = today.advanced(by: 5)
    try store.mark(.due(day, interval: 35), cards: [a], at: now, by: fixture.scheduler)
    #expect(try store.schedule(of: a).due == .day(day))
    #expect(try store.rebuild(by: fixture.scheduler) == 0)
    #expect(try store.schedule(of: a).interval == 35)
  }
}
