import Decks
import Foundation
import ProgressStore
import Scheduling
import Testing

struct ReportReadingTests {
  private let fixture: StoreFixture
  private let store: Store

  init() throws {
    fixture = try StoreFixture()
    store = try fixture.open()
  }

  @Test func answersThatWereTakenBackAreNotRead() throws {
    let first = fixture.review("a", .good)
    try store.record(first)
    let second = fixture.review("b", .again, after: 60)
    try store.record(second)
    try store.revert(second, at: StoreFixture.start + 90, by: fixture.scheduler)
    let log = try store.answerLog()
    #expect(log.cards.map(\.rawValue) == ["a"])
    #expect(log.answers.map(\.grade) == [3])
  }

  @Test func theFiguresAreThoseOfTheReviewsThemselves() throws {
    var schedule = Schedule.new
    var reviews: [Review] = []
    for (index, rating) in [Rating.good, .easy, .again, .hard].enumerated() {
      let review = fixture.review("a", rating, from: schedule, after: Double(index) * 400_000)
      try store.record(review)
      reviews.append(review)
      schedule = review.after
    }
    let read = try store.answerLog()
    let expected = AnswerLog(reviews, calendar: fixture.scheduler.calendar)
    #expect(read.answers == expected.answers && read.cards == expected.cards)
    #expect(read.answers.map(\.part) == [.first, .learning, .review, .relearning])
    #expect(read.answers.allSatisfy { $0.sureness == 2 && $0.duration == 1234 })
  }

  @Test func answersOfAnotherMachineStandInTheOrderOfTime() throws {
    try store.record(fixture.review("a", after: 1_000))
    let there = try StoreFixture()
    try there.open().record(there.review("b", after: 10))
    _ = try store.merge(there.path, by: fixture.scheduler)
    let log = try store.answerLog()
    #expect(log.answers.map { log.cards[Int($0.card)].rawValue } == ["b", "a"])
    #expect(log.firstDay == fixture.scheduler.calendar.day(of: StoreFixture.start))
  }

  @Test(arguments: [1, 2, 9, 10])
  func aLogInTwoHalvesIsTheSameLog(events: Int) throws {
    for number in 0..<events {
      // Cards of both halves, and of one alone; a merge may leave any order.
      let card = number % 4 == 3 ? "only\(number)" : "card\(number % 3)"
      let event = LogEvent(
        identity: LogEvent.Identity(device: "d", number: number + 1), batch: nil,
        stamp: Stamp(
          StoreFixture.start + Double(number * 7 % 5), in: fixture.scheduler.calendar),
        kind: .review(fixture.review(card, after: Double(number * 7 % 5))))
      _ = try store.add([event], by: fixture.scheduler)
    }
    let whole = try store.answerLog()
    let halves = try store.answerLog(long: 0)
    #expect(whole.answers.count == events)
    #expect(halves.answers == whole.answers && halves.cards == whole.cards)
  }

  @Test func cardsAreReadWithTheirHeadingsSchedulesAndMarks() throws {
    try store.updateCatalogue(
      changed: [StoreFixture.deck("r.jsonl", ["a", "b"])], removed: [])
    try store.record(fixture.review("a"))
    try store.mark(
      .suspend, cards: [CardID(rawValue: "b")], at: StoreFixture.start, by: fixture.scheduler)
    var cards: [Store.PlacedCard] = []
    // Alone, and beside a log that is read on another core.
    try store.forEachPlacedCard { cards.append($0) }
    var ids: [CardID] = []
    #expect(try store.answerLog(long: 0) { ids.append($0.id) }.answers.count == 1)
    #expect(ids == cards.map(\.id))
    #expect(cards.map(\.id.rawValue) == ["a", "b"])
    #expect(cards.map(\.trail) == [["Locks"], ["Locks"]])
    #expect(cards.map(\.isSuspended) == [false, true])
    #expect(cards.map { $0.schedule.phase == .new } == [false, true])
    #expect(cards[0].passage != cards[1].passage && cards[0].topic == "Redis")
  }

  @Test func decksAreReadWithTheirNotesAndTheLinesOfTheirCards() throws {
    try store.updateCatalogue(
      changed: [
        StoreFixture.deck("/decks/r.jsonl", ["a", "b"]),
        StoreFixture.deck("/own/empty.md", [], topic: "Empty"),
      ], removed: [])
    let cards = try store.cards()
    let note = try #require(cards.first?.place.path)
    let all = try store.placedDecks { _ in true }
    #expect(all.map(\.topic) == ["Redis", "Empty"])
    #expect(all.map(\.note) == [note, "/own/empty.md"])
    #expect(all.first?.lines.sorted() == cards.map(\.place.line).sorted())
    #expect(all.last?.lines == [])
    #expect(try store.placedDecks { $0 == note }.map(\.topic) == ["Redis"])
  }
}
