import Decks
import Foundation
import ProgressStore
import Scheduling
import Testing

struct StandingTests {
  private func fill(_ store: Store) throws {
    for topic in ["Redis", "nginx"] {
      try store.updateCatalogue(
        changed: [StoreFixture.deck(topic, (0..<3).map { "\(topic)\($0)" }, topic: topic)],
        removed: [])
    }
  }

  @Test func allCardsComeInTheOrderOfNewOnesWithTheirSchedules() throws {
    let fixture = try StoreFixture()
    let store = try fixture.open()
    try fill(store)
    let review = fixture.review("Redis1", .easy)
    try store.record(review)
    let standings = try store.standings()
    #expect(
      standings.map(\.card.rawValue) == [
        "Redis0", "nginx0", "Redis1", "nginx1", "Redis2", "nginx2",
      ])
    #expect(standings[2].schedule == review.after && standings[2].topic == "Redis")
    #expect(standings[0].schedule == .new)
    #expect(try store.standings(topic: "nginx").map(\.position) == [0, 1, 2])
    #expect(try store.standings(topic: "Kafka").isEmpty)
  }

  @Test func theLatestAnswersLeaveOutThoseTakenBack() throws {
    let fixture = try StoreFixture()
    let store = try fixture.open()
    try fill(store)
    let reviews = (0..<3).map { fixture.review("Redis\($0)", after: Double($0)) }
    for review in reviews { try store.record(review) }
    #expect(try store.latestAnswers(10) == reviews)
    #expect(try store.latestAnswers(2) == Array(reviews.suffix(2)))
    try store.revert(reviews[1], at: StoreFixture.start + 60, by: fixture.scheduler)
    #expect(try store.latestAnswers(10) == [reviews[0], reviews[2]])
    #expect(try store.latestAnswers(0).isEmpty)
  }
}
