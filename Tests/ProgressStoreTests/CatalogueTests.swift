import Decks
import Foundation
import ProgressStore
import Scheduling
import Testing

struct CatalogueTests {
  @Test func cardsComeBackAsTheyWereCompiled() throws {
    let fixture = try StoreFixture()
    let redis = StoreFixture.deck("redis", ["a", "b"])
    try fixture.open().updateCatalogue(changed: [redis], removed: [])
    let store = try fixture.open()
    #expect(try store.cards() == redis.cards)
    #expect(try store.card(CardID(rawValue: "b")) == redis.cards[1])
    #expect(try store.card(CardID(rawValue: "zzz")) == nil)
    #expect(try store.knownDecks() == [redis.deck])
  }

  @Test func aChangedDeckReplacesItsCardsAndKeepsTheirProgress() throws {
    let fixture = try StoreFixture()
    let store = try fixture.open()
    try store.updateCatalogue(changed: [StoreFixture.deck("redis", ["a", "b"])], removed: [])
    let review = fixture.review("a", .easy)
    try store.record(review)
    try store.updateCatalogue(
      changed: [StoreFixture.deck("redis", ["b", "c"], print: "2")], removed: [])
    #expect(try store.cards().map(\.id.rawValue) == ["b", "c"])
    try store.updateCatalogue(changed: [StoreFixture.deck("redis", ["a"], print: "3")], removed: [])
    #expect(try store.schedule(of: CardID(rawValue: "a")) == review.after)
  }

  @Test func aDeckWhoseFileIsGoneLeavesTheCatalogue() throws {
    let fixture = try StoreFixture()
    let store = try fixture.open()
    try store.updateCatalogue(
      changed: [
        StoreFixture.deck("redis", ["a"]), StoreFixture.deck("nginx", ["n"], topic: "nginx"),
      ], removed: [])
    try store.updateCatalogue(changed: [], removed: ["redis"])
    #expect(try store.cards().map(\.id.rawValue) == ["n"])
  }

  @Test func aCardThatTwoDecksHoldIsCountedOnce() throws {
    let fixture = try StoreFixture()
    let store = try fixture.open()
    try store.updateCatalogue(
      changed: [StoreFixture.deck("x", ["a"]), StoreFixture.deck("y", ["a", "b"])], removed: [])
    #expect(try store.cards().count == 2)
  }

  @Test func topicsCountWhatIsDueSeenAndLeft() throws {
    let fixture = try StoreFixture()
    let store = try fixture.open()
    try store.updateCatalogue(
      changed: [
        StoreFixture.deck("redis", ["a", "b", "c"]),
        StoreFixture.deck("nginx", ["n"], topic: "nginx"),
      ], removed: [])
    let review = fixture.review("a", .easy)
    try store.record(review)
    let soon = StoreFixture.start + 3600
    let early = try store.topics(at: soon, by: fixture.scheduler)
    #expect(early.map(\.topic) == ["nginx", "Redis"])
    #expect(
      early[1].due == 0 && early[1].seen == 1 && early[1].cards == 3 && early[1].unseenPassages == 2
    )
    let recall = try #require(
      fixture.scheduler.recall(of: review.after, card: review.card, at: soon))
    #expect(early[1].recalled == recall && recall > 0.9 && early[0].recalled == 0)
    let counted = try store.topics(at: soon, by: fixture.scheduler, countingPassagesTo: 1)
    #expect(counted.map(\.unseenPassages) == [1, 1])
    let late = StoreFixture.start + 86_400 * Double(review.after.interval + 1)
    let after = try store.topics(at: late, by: fixture.scheduler)
    #expect(after[1].due == 1)
  }

  @Test func candidatesAreTheDueTheAnsweredOfTodayAndTheFirstNewOnes() throws {
    let fixture = try StoreFixture()
    let store = try fixture.open()
    try store.updateCatalogue(
      changed: [StoreFixture.deck("redis", ["a", "b", "c", "d", "e"])], removed: [])
    let easy = fixture.review("a", .easy)
    try store.record(easy)
    try store.record(fixture.review("b", .again, after: 5))
    let calendar = StudyCalendar.fixed()
    let now = StoreFixture.start + 60
    let today = calendar.day(of: now)
    let candidates = try store.candidates(
      today: today, dayStart: calendar.start(of: today), new: 2)
    #expect(Set(candidates.map(\.card.rawValue)) == ["a", "b", "c", "d"])
    #expect(candidates.first { $0.card.rawValue == "a" }?.schedule == easy.after)
    let other = try store.candidates(
      topic: "nginx", today: today, dayStart: calendar.start(of: today), new: 2)
    #expect(other.isEmpty)
  }

  @Test func theDaysToComeCountTheCardsThatFallDueOnThem() throws {
    let fixture = try StoreFixture()
    let store = try fixture.open()
    try store.updateCatalogue(changed: [StoreFixture.deck("redis", ["a", "b", "c"])], removed: [])
    let calendar = StudyCalendar.fixed()
    let today = calendar.day(of: StoreFixture.start)
    let easy = fixture.review("a", .easy)
    try store.record(easy)
    try store.record(fixture.review("orphan", .easy, after: 3))
    try store.record(fixture.review("b", .again, after: 5))
    guard case .day(let due) = easy.after.due else {
      Issue.record("an easy card waits days")
      return
    }
    var expected = Array(repeating: 0, count: 30)
    expected[today.distance(to: due) - 1] = 1
    #expect(try store.coming(30, after: today) == expected)
  }

  @Test func sourcesAreKeptUntilRemoved() throws {
    let fixture = try StoreFixture()
    let store = try fixture.open()
    try store.add(source: "/notes/b")
    try store.add(source: "/notes/a")
    try store.add(source: "/notes/a")
    #expect(try fixture.open().sources() == ["/notes/a", "/notes/b"])
    #expect(try store.remove(source: "/notes/a"))
    #expect(try !store.remove(source: "/notes/a"))
    #expect(try store.sources() == ["/notes/b"])
  }
}
