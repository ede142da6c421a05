import Decks
import Scheduling

extension PlanOutlook {
  /// `ebb.plan/1`, as the manual page describes it.
  struct Object: Encodable {
    struct Topic: Encodable {
      let topic: Nullable<String>
      let cards, seen: Int
      let now, stop, review, plan: Double
    }
    struct LastPass: Encodable {
      let from: Nullable<String>
      let cards: Int
    }
    struct FirstCard: Encodable {
      let id, topic, question: String
      let recall: Double
    }
    struct First: Encodable {
      let count: Int
      let cards: [FirstCard]
    }
    let schema = "ebb.plan/1"
    let date: String
    let aim: Double
    let reached: Bool
    let topics: [Topic]
    let together: Topic
    let newPerDay, newNeeded, leftUnseen: Int
    let newUntil: Nullable<String>
    let reviewsPerDay, reviewsMost, dayS, retention: Double
    let leastRetention: Nullable<Double>
    let lastPass: LastPass
    let first: First
    struct Mock: Encodable {
      let date, preset: String
    }
    /// Mock interviews to hold before the day.
    let mocks: [Mock]
  }

  var object: Object {
    func topic(_ readiness: DatePlan.Readiness, name: String?) -> Object.Topic {
      Object.Topic(
        topic: Nullable(name), cards: readiness.cards, seen: readiness.seen,
        now: JSONText.rounded(readiness.now), stop: JSONText.rounded(readiness.stop),
        review: JSONText.rounded(readiness.review), plan: JSONText.rounded(readiness.plan))
    }
    return Object(
      date: day.description, aim: aim.readiness, reached: isReached,
      topics: plan.topics.map { topic($0, name: $0.topic) },
      together: topic(plan.together, name: nil), newPerDay: plan.newPerDay,
      newNeeded: plan.newNeeded, leftUnseen: plan.leftUnseen,
      newUntil: Nullable(newUntil?.description),
      reviewsPerDay: JSONText.rounded(plan.reviewsPerDay, decimals: 2),
      reviewsMost: JSONText.rounded(plan.mostReviews, decimals: 2),
      dayS: JSONText.rounded(seconds, decimals: 1), retention: plan.retention,
      leastRetention: Nullable(plan.leastRetention),
      lastPass: Object.LastPass(from: Nullable(passFrom?.description), cards: plan.lastPassCards),
      first: Object.First(
        count: plan.weak.count,
        cards: first.map { weak, question in
          Object.FirstCard(
            id: weak.card.rawValue, topic: weak.topic, question: question,
            recall: JSONText.rounded(weak.recall))
        }),
      mocks: mocks.map { Object.Mock(date: $0.day.description, preset: $0.preset) })
  }
}
