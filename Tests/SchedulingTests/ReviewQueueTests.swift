import Decks
import Foundation
import Scheduling
import TestSupport
import Testing

struct ReviewQueueTests {
  private let scheduler = Scheduler(calendar: utc)

  private func queue(
    _ candidates: [ReviewQueue.Candidate], newAlreadyToday: Int = 0, reviewsAlreadyToday: Int = 0,
    limits: DailyLimits = DailyLimits(), seed: UInt64 = 1
  ) -> ReviewQueue {
    ReviewQueue(
      candidates: candidates, newAlreadyToday: newAlreadyToday,
      reviewsAlreadyToday: reviewsAlreadyToday, limits: limits, at: morning,
      scheduler: scheduler, seed: seed)
  }

  private func names(_ queue: ReviewQueue) -> [String] { queue.cards.map(\.rawValue) }

  /// So many reviews `r0`, `r1`, ... by falling urgency, and new cards `n0`, `n1`, ...
  private func mixed(reviews: Int, new: Int) -> [ReviewQueue.Candidate] {
    (0..<reviews).map { candidate("r\($0)", inReview(stability: Double(5 + $0))) }
      + (0..<new).map { candidate("n\($0)", .new, position: $0) }
  }

  @Test func nothingDueMakesAnEmptyQueue() {
    let queue = queue([candidate("a", inReview(dueIn: 1))])
    #expect(queue.cards.isEmpty)
    #expect(queue.counts.total == 0)
  }

  @Test func stepsComeFirstThenTheLikeliestForgotten() {
    let queue = queue([
      candidate("safe", inReview(stability: 100)), candidate("later", onSteps(dueIn: 60)),
      candidate("weak", inReview(stability: 5)), candidate("step", onSteps(dueIn: -60)),
      candidate("earlier", onSteps(dueIn: -120)),
    ])
    #expect(names(queue) == ["earlier", "step", "weak", "safe"])
    #expect(queue.counts == .init(due: 2, new: 0, learning: 3))
  }

  @Test func aStepDueOnAnEarlierDayIsAskedFirst() {
    var overdue = onSteps(dueIn: 0)
    overdue.due = .day(today)
    var tomorrow = overdue
    tomorrow.due = .day(today.advanced(by: 1))
    let queue = queue([
      candidate("step", onSteps(dueIn: -1)), candidate("overdue", overdue),
      candidate("tomorrow", tomorrow),
    ])
    #expect(names(queue) == ["overdue", "step"])
    #expect(queue.counts.learning == 2)
  }

  @Test func newCardsAreSpreadEvenlyAmongReviews() {
    #expect(
      names(queue(mixed(reviews: 7, new: 2)))
        == ["r0", "r1", "r2", "n0", "r3", "r4", "r5", "n1", "r6"])
    #expect(
      names(queue(mixed(reviews: 2, new: 5))) == ["r0", "n0", "n1", "r1", "n2", "n3", "n4"])
    #expect(names(queue(mixed(reviews: 0, new: 2))) == ["n0", "n1"])
  }

  @Test func newCardsComeInTheOrderOfTheNotes() {
    let queue = queue([
      candidate("b", .new, position: 2), candidate("c", .new, position: 1),
      candidate("a", .new, position: 3),
    ])
    #expect(names(queue) == ["c", "b", "a"])
  }

  @Test func topicsAreInterleaved() {
    let topics = ["A", "A", "A", "A", "B", "B", "C"]
    let queue = queue(
      topics.enumerated().map { index, topic in
        candidate("\(topic)\(index)", inReview(stability: Double(index + 3)), topic: topic)
      })
    #expect(names(queue) == ["A0", "B4", "A1", "B5", "A2", "C6", "A3"])
  }

  @Test(arguments: UInt64(0)..<200) func neighboursShareATopicOnlyWhereTheyMust(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let topics = Array("AAABBCD".prefix(Int.random(in: 1...7, using: &random)))
    let drawn = (0..<Int.random(in: 1...40, using: &random)).map { index in
      candidate(
        "\(index)", inReview(stability: Double(index + 3)),
        topic: String(topics.randomElement(using: &random) ?? "A"))
    }
    let byCard = Dictionary(uniqueKeysWithValues: drawn.map { ($0.card, $0.topic) })
    let order = queue(drawn).cards
    #expect(Set(order) == Set(byCard.keys), "seed \(seed)")
    let counts = Dictionary(drawn.map { ($0.topic, 1) }, uniquingKeysWith: +)
    let most = counts.values.max() ?? 0
    let shared = zip(order, order.dropFirst()).filter { byCard[$0] == byCard[$1] }.count
    #expect(shared == max(0, 2 * most - drawn.count - 1), "seed \(seed)")
    for topic in counts.keys {
      let ages = order.filter { byCard[$0] == topic }.compactMap { Int($0.rawValue) }
      #expect(ages == ages.sorted(), "seed \(seed)")
    }
  }

  @Test func limitsKeepTheLikeliestForgottenAndTheFirstNew() {
    let queue = queue(
      mixed(reviews: 9, new: 9), newAlreadyToday: 2, reviewsAlreadyToday: 3,
      limits: DailyLimits(newPerDay: 3, reviewsPerDay: 5))
    #expect(names(queue) == ["r0", "r1", "n0"])
    #expect(queue.counts == .init(due: 2, new: 1, learning: 0))
  }

  @Test func limitsReachedLeaveOnlySteps() {
    let queue = queue(
      mixed(reviews: 3, new: 3) + [candidate("step", onSteps(dueIn: -1))], newAlreadyToday: 50,
      reviewsAlreadyToday: 500)
    #expect(names(queue) == ["step"])
  }

  @Test func onlyOneCardOfAGroupIsAskedOnADay() {
    let queue = queue([
      candidate("safe", inReview(stability: 50), group: "g"),
      candidate("weak", inReview(stability: 5), group: "g"),
      candidate("new", .new, group: "g"), candidate("other", .new, group: "h"),
    ])
    #expect(names(queue) == ["weak", "other"])
  }

  @Test func aBuriedSiblingLeavesItsPlaceToAnotherCard() {
    let queue = queue(
      [
        candidate("a", .new, position: 0, group: "g"),
        candidate("b", .new, position: 1, group: "g"), candidate("c", .new, position: 2),
      ], limits: DailyLimits(newPerDay: 2))
    #expect(names(queue) == ["a", "c"])
  }

  @Test func aSiblingOnStepsOrAnsweredTodayBuriesToo() {
    var answered = inReview(dueIn: 20)
    answered.lastReview = morning - 3600
    let queue = queue([
      candidate("step", onSteps(dueIn: 3600), group: "g"),
      candidate("review", inReview(), group: "g"),
      candidate("answered", answered, group: "h"), candidate("new", .new, group: "h"),
    ])
    #expect(names(queue).isEmpty)
  }

  @Test func aStepLeftOverFromYesterdayBuriesItsSiblings() {
    var overdue = onSteps(dueIn: -86400)
    overdue.lastReview = morning - 87000
    let queue = queue([
      candidate("overdue", overdue, group: "g"), candidate("review", inReview(), group: "g"),
    ])
    #expect(names(queue) == ["overdue"])
  }

  @Test func theSeedDecidesBetweenReviewsOfEqualRecall() {
    let equals = (0..<20).map { candidate("r\($0)", inReview()) }
    #expect(names(queue(equals, seed: 5)) == names(queue(equals.reversed(), seed: 5)))
    #expect(names(queue(equals, seed: 5)) != names(queue(equals, seed: 6)))
  }
}
