import Decks
import Foundation
import ProgressStore
import Scheduling
import Testing

/// What queues, searches and figures ask of the file: cards with where they stand, and counts.
struct StudiedCardsTests {
  private let fixture: StoreFixture
  private let store: Store

  init() throws {
    fixture = try StoreFixture()
    store = try fixture.open()
    try store.updateCatalogue(
      changed: [
        StoreFixture.deck("Docker.jsonl", ["c", "d"], topic: "Docker"),
        StoreFixture.deck("Redis.jsonl", ["a", "b"]),
      ], removed: [])
  }

  private func card(_ name: String) -> CardID { CardID(rawValue: name) }

  /// Answers a card from where it stands, seconds after the start.
  @discardableResult
  private func answer(
    _ name: String, _ rating: Rating = .good, after seconds: Double, duration: Int = 1234
  ) throws -> Review {
    let before = try store.schedule(of: card(name))
    let time = StoreFixture.start + seconds
    let review = Review(
      card: card(name), time: time, rating: rating, duration: duration, before: before,
      after: fixture.scheduler.outlook(of: before, card: card(name), at: time)[rating])
    try store.record(review)
    return review
  }

  @Test func everyCardCanBeFoundWithWhereItStands() throws {
    let review = try answer("a", .easy, after: 0)
    try store.mark(
      .flag(3), cards: [card("d")], at: StoreFixture.start + 60, by: fixture.scheduler)
    let found = try store.cardIndex().cards
    #expect(found.map(\.id.rawValue) == ["c", "d", "a", "b"])
    #expect(found.map(\.topic) == ["Docker", "Docker", "Redis", "Redis"])
    #expect(found.map(\.marks.flag) == [0, 3, 0, 0])
    #expect(found[2].schedule == review.after && found[3].schedule == .new)
    #expect(found[2].question == "What is a?" && !found[2].isOrphan)
  }

  @Test func theCardsOfANoteAreThoseOfItsOwnDeckAlone() throws {
    try answer("b", after: 0)
    let places = try store.cardIndex().cards.map(\.place)
    let lines = Dictionary(uniqueKeysWithValues: zip(["c", "d", "a", "b"].map(card), places))
      .filter { $0.value.path == "Redis.md" }.mapValues(\.line)
    #expect(lines.count == 2)
    #expect(try store.cardLines(ofNote: "Redis.md") == lines)
    #expect(try store.cardLines(ofNote: "Redis").isEmpty)
    // What left its note is none of its cards until it is brought back.
    try store.updateCatalogue(changed: [], removed: ["Redis.jsonl"])
    #expect(try store.cardLines(ofNote: "Redis.md").isEmpty)
    #expect(try store.restore(orphan: card("b")))
    #expect(try store.cardLines(ofNote: "Redis.md").keys.map(\.rawValue) == ["b"])
    #expect(try store.cardLines(ofNote: "Docker.md").count == 2)
  }

  @Test func aCardThatLeftItsNotesIsFoundAsSuch() throws {
    let review = try answer("a", after: 0)
    try store.updateCatalogue(
      changed: [StoreFixture.deck("Redis.jsonl", ["b"], print: "2")], removed: [])
    let orphan = try #require(try store.cardIndex().cards.last)
    #expect(orphan.id == card("a") && orphan.isOrphan && orphan.schedule == review.after)
    #expect(try store.cards(topic: "Redis").map(\.id.rawValue) == ["b"])
  }

  @Test func aSessionGetsItsCardsInTheOrderItAsksFor() throws {
    let review = try answer("c", after: 0)
    try store.mark(
      .memo("mind it"), cards: [card("b")], at: StoreFixture.start + 60, by: fixture.scheduler)
    let wanted = ["b", "nowhere", "c"].map(card)
    let candidates = try store.candidates(of: wanted)
    #expect(candidates.map(\.card) == [card("b"), card("c")])
    #expect(candidates.map(\.topic) == ["Redis", "Docker"])
    #expect(candidates[0].marks.memo == "mind it" && candidates[1].schedule == review.after)
    let states = try store.states(of: wanted)
    #expect(states[card("nowhere")] == .untouched && states[card("c")]?.schedule == review.after)
  }

  @Test func theLatestAnswersSayHowLongTheyTook() throws {
    // Three first sights, a repeat on the steps, and a review the day after.
    try answer("a", .easy, after: 0, duration: 1000)
    try answer("b", after: 10, duration: 2000)
    try answer("b", after: 900, duration: 3000)
    try answer("c", after: 1000, duration: 4000)
    try answer("a", after: 30 * 86_400, duration: 5000)
    let all = try store.latestDurations(among: 10)
    #expect(all.firstSights == [4000, 2000, 1000] && all.reviews == [5000])
    let last = try store.latestDurations(among: 2)
    #expect(last.firstSights == [4000] && last.reviews == [5000])
    #expect(try store.cardsAnswered(since: StoreFixture.start + 10) == 3)
    #expect(try store.cardsAnswered(since: StoreFixture.start + 31 * 86_400) == 0)
    let calendar = fixture.scheduler.calendar
    #expect(
      try store.lastStudyDay(before: StoreFixture.start + 86_400 * 30)
        == calendar.day(of: StoreFixture.start + 1000))
    #expect(
      try store.lastStudyDay(before: StoreFixture.start + 86_400 * 31)
        == calendar.day(of: StoreFixture.start + 86_400 * 30))
    #expect(try store.lastStudyDay(before: StoreFixture.start) == nil)
  }

  @Test func answersOfADayAreCountedByTopicAndThoseTakenBackAreNot() throws {
    try answer("a", .easy, after: 0)
    let day = StoreFixture.start + 30 * 86_400
    try answer("a", after: 30 * 86_400)
    try answer("b", after: 30 * 86_400 + 10)
    let mistake = try answer("c", after: 30 * 86_400 + 20)
    #expect(try store.answersByTopic(since: day)["Docker"] == DailyLimits.Done(new: 1))
    try store.revert(mistake, at: day + 30, by: fixture.scheduler)
    #expect(
      try store.answersByTopic(since: day) == ["Redis": DailyLimits.Done(new: 1, reviews: 1)])
    #expect(try store.topicNames() == ["Docker", "Redis"])
    #expect(Set(try store.identities(topic: "Redis")) == [card("a"), card("b")])
    #expect(try store.identities(topic: "Kafka").isEmpty)
  }

  @Test func memoriesAreComputedAnewForAnotherModelAndDaysStay() throws {
    let review = try answer("a", .easy, after: 0)
    #expect(try store.basis() == nil)
    let other = Scheduler(calendar: .fixed(), model: .fsrs7(.standard))
    try store.rebuild(by: other, on: "fsrs-7")
    #expect(try store.basis() == "fsrs-7")
    let schedule = try store.schedule(of: card("a"))
    #expect(schedule.due == review.after.due && schedule.memory?.fast != nil)
    #expect(try store.checkup(by: other).isClean)
    try store.rebuild(by: fixture.scheduler, on: "fsrs-6")
    #expect(try store.schedule(of: card("a")) == review.after)
  }

  @Test func siblingsAndSourcesAreCounted() throws {
    try store.add(source: "/own/notes")
    let cards = ["x", "y", "z"].map { name in
      Card(
        id: card(name), kind: .open, topic: "Own", trail: [], prompt: "\(name)?", answer: "Yes.",
        points: [], level: 1, rule: "label", quality: 0.7, group: name == "z" ? "2" : "1",
        place: Place(path: "/own/notes/n.md", line: 1))
    }
    try store.updateCatalogue(
      changed: [(Store.KnownDeck(path: "/own/notes/n.md", fingerprint: "1"), "Own", cards)],
      removed: [])
    try answer("y", after: 0)
    #expect(try store.siblings(of: cards[0]).map(\.id.rawValue) == ["y"])
    #expect(try store.siblings(of: cards[2]).isEmpty)
    #expect(try store.cardCount() == 7)
    let own = try store.cardCounts(below: "/own/notes")
    #expect(own.cards == 3 && own.seen == 1)
    #expect(try store.cardCounts(below: "/own/not").cards == 0)
    #expect(try store.sources() == ["/own/notes"])
  }
}
