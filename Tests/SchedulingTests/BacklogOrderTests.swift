import Decks
import Foundation
import Scheduling
import TestSupport
import Testing

struct BacklogOrderTests {
  private let scheduler = Scheduler(calendar: utc)

  private func names(
    _ candidates: [ReviewQueue.Candidate], _ order: BacklogOrder, limit: Int = 200,
    seed: UInt64 = 1
  ) -> [String] {
    ReviewQueue(
      candidates: candidates, limits: DailyLimits(reviewsPerDay: limit), backlog: order,
      at: morning, scheduler: scheduler, seed: seed
    ).cards.map(\.rawValue)
  }

  private let cards = [
    candidate("lately", inReview(stability: 1, daysAgo: 3, dueIn: -2)),
    candidate("safe", inReview(stability: 200, daysAgo: 90, dueIn: -40)),
    candidate("long ago", inReview(stability: 60, daysAgo: 160, dueIn: -100)),
  ]

  @Test func theLikeliestForgottenComesFirst() {
    #expect(names(cards, .recall) == ["lately", "long ago", "safe"])
  }

  @Test func theLongestOverdueComesFirst() {
    #expect(names(cards, .oldest) == ["long ago", "safe", "lately"])
  }

  @Test func chanceIsTheSameForTheSameSeedWhateverTheOrderOfCandidates() {
    let many = (0..<30).map { candidate("\($0)", inReview(stability: Double(5 + $0))) }
    let drawn = names(many, .random, seed: 4)
    #expect(names(many.reversed(), .random, seed: 4) == drawn)
    #expect(names(many, .random, seed: 5) != drawn)
    #expect(drawn != names(many, .recall))
    #expect(Set(drawn).count == 30)
  }

  @Test func inABacklogCardsAsGoodAsLostComeLast() throws {
    let lost = inReview(stability: 0.001, daysAgo: 300, dueIn: -290)
    #expect(try #require(scheduler.recall(of: lost, at: morning)) < 0.3)
    let all = cards + [candidate("lost", lost)]
    #expect(names(all, .recall).first == "lost")
    // As many as a day takes are no backlog.
    #expect(names(all, .recall, limit: 4).first == "lost")
    #expect(names(all, .recall, limit: 3) == ["lately", "long ago", "safe"])
    #expect(names(all, .oldest, limit: 1) == ["lost"])
  }

  @Test(arguments: UInt64(0)..<100) func everyOrderAsksTheSameCardsWithinTheLimits(
    seed: UInt64
  ) {
    var random = SeededGenerator(seed: seed)
    let topics = ["A", "B", "C"]
    let candidates = (0..<40).map { number in
      candidate(
        "\(number)",
        Bool.random(using: &random)
          ? .new
          : inReview(
            stability: Double.random(in: 0.01...50, using: &random),
            dueIn: Int.random(in: -20...5, using: &random)),
        topic: topics.randomElement(using: &random) ?? "A", position: number)
    }
    let ownNew = Int.random(in: 0...4, using: &random)
    let ownReviews = Int.random(in: 0...4, using: &random)
    let limits = DailyLimits(
      newPerDay: Int.random(in: 0...9, using: &random),
      reviewsPerDay: Int.random(in: 0...20, using: &random),
      topics: [
        "A": DailyLimits.Topic(newPerDay: ownNew, reviewsPerDay: ownReviews),
        "B": DailyLimits.Topic(reviewsPerDay: 2),
      ])
    let byCard = Dictionary(uniqueKeysWithValues: candidates.map { ($0.card, $0) })
    var sizes: Set<Int> = []
    for order in BacklogOrder.allCases {
      let queue = ReviewQueue(
        candidates: candidates, topicsAlreadyToday: ["B": .init(reviews: 1)], limits: limits,
        backlog: order, at: morning, scheduler: scheduler, seed: seed)
      let asked = queue.cards.compactMap { byCard[$0] }
      let new = asked.filter { $0.schedule.phase == .new }
      let reviews = asked.filter { $0.schedule.phase != .new }
      sizes.insert(asked.count)
      #expect(Set(queue.cards).count == queue.cards.count, "seed \(seed)")
      #expect(new.count <= limits.newPerDay, "seed \(seed)")
      #expect(reviews.count <= limits.reviewsPerDay, "seed \(seed)")
      #expect(new.count { $0.topic == "A" } <= ownNew, "seed \(seed)")
      #expect(reviews.count { $0.topic == "A" } <= ownReviews, "seed \(seed)")
      #expect(reviews.count { $0.topic == "B" } <= 1, "seed \(seed)")
    }
    #expect(sizes.count == 1, "seed \(seed)")
  }
}
