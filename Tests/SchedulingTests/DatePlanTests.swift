import TestSupport
import Testing

@testable import Scheduling

struct DatePlanTests {
  private func standing(_ name: String, _ schedule: Schedule, topic: String) -> Standing {
    Standing(candidate(name, schedule, topic: topic), on: today, calendar: utc)
  }

  /// Topics as somebody has them some weeks before an interview: 407 cards in five topics, 292 of
  /// them seen.
  private func example() -> [Standing] {
    var random = SeededGenerator(seed: 9)
    let topics = [
      ("Fault tolerance", 46, 22), ("RabbitMQ", 73, 52), ("Security", 88, 64),
      ("Redis", 108, 83), ("PostgreSQL", 92, 71),
    ]
    return topics.flatMap { topic, cards, seen in
      (0..<cards).map { number in
        let daysAgo = Int.random(in: 0...12, using: &random)
        let stability = Double.random(in: 3...40, using: &random)
        return standing(
          "\(topic)\(number)",
          number < seen ? inReview(stability: stability, daysAgo: daysAgo) : .new, topic: topic)
      }
    }
  }

  private func aim(_ days: Int, _ readiness: Double = 0.9, most: Int = 30) -> DatePlan.Aim {
    DatePlan.Aim(days: days, readiness: readiness, newPerDay: most)
  }

  @Test func theChosenModelSaysHowReadyTopicsAre() {
    let cards = example()
    let model = ChosenModel(.fsrs7(.standard), .standard)
    let recalls = cards.map { card in
      card.memory.map { model.retrievability(of: $0, afterDays: Double(card.daysSinceAnswer)) } ?? 0
    }
    let plan = DatePlan(cards, aim: aim(17), model: .fsrs7(.standard))
    #expect(
      agree(plan.together.now, recalls.reduce(0, +) / Double(recalls.count), within: 1e-12))
    #expect(plan.together != DatePlan(cards, aim: aim(17)).together)
    #expect((0...1).contains(plan.together.plan) && plan.together.plan >= plan.together.stop)
  }

  @Test func theWorkedExampleTakesNineNewCardsADay() {
    let plan = DatePlan(example(), aim: aim(17))
    #expect(plan.topics.map(\.topic).first == "Fault tolerance")
    #expect(plan.together.cards == 407 && plan.together.seen == 292)
    #expect(plan.newPerDay == 9 && plan.newNeeded == 9 && plan.leftUnseen == 0)
    // 115 cards at 9 a day; the last pass takes the last three of 17 days.
    #expect(plan.newDays == 13 && plan.lastPassDays == 3)
    #expect(plan.together.stop < plan.together.now)
    #expect(plan.together.stop < plan.together.review)
    #expect(plan.together.review < 292.0 / 407)
    #expect((0.93...0.98).contains(plan.together.plan))
    #expect(plan.retention == 0.9)
    #expect(plan.leastRetention.map { $0 < 0.9 } == true)
    #expect((20...45).contains(plan.reviewsPerDay) && plan.mostReviews > plan.reviewsPerDay)
  }

  @Test func topicsAddUpToAllOfThem() {
    let plan = DatePlan(example(), aim: aim(17))
    for figure in [\DatePlan.Readiness.now, \.stop, \.review, \.plan] {
      let sum = plan.topics.reduce(0) { $0 + $1[keyPath: figure] * Double($1.cards) }
      #expect(agree(sum / 407, plan.together[keyPath: figure], within: 1e-12))
    }
  }

  @Test func stoppingLetsEveryCardFadeByTheCurve() {
    let cards = [standing("a", inReview(stability: 5, daysAgo: 2), topic: "A")]
    let plan = DatePlan(cards, aim: aim(9))
    let model = MemoryModel(.standard)
    let memory = MemoryState(stability: 5, difficulty: 5)
    #expect(plan.together.now == model.retrievability(of: memory, afterDays: 2))
    #expect(plan.together.stop == model.retrievability(of: memory, afterDays: 11))
    #expect(plan.weak.map(\.recall) == [plan.together.stop])
  }

  @Test func aReviewWeighsBothOutcomes() {
    let memory = MemoryState(stability: 5, difficulty: 5)
    var load = [0.0, 0, 0, 0]
    let recall = ExpectedDays(.standard, days: 4)
      .recall(reviewed: ExpectedDays.Card(memory: memory, day: -3), load: &load)
    let model = MemoryModel(.standard)
    let r = model.retrievability(of: memory, afterDays: 5)
    let good = model.next(memory, rating: .good, elapsedDays: 5)
    let again = model.next(memory, rating: .again, elapsedDays: 5)
    let mean = MemoryState(
      stability: r * good.stability + (1 - r) * again.stability,
      difficulty: r * good.difficulty + (1 - r) * again.difficulty)
    #expect(agree(load, [0, 0, 1 + 2 * (1 - r), 0], within: 1e-12))
    #expect(agree(recall, model.retrievability(of: mean, afterDays: 2), within: 1e-12))
  }

  @Test func expectedValuesAgreeWithDice() {
    let cards = example().filter { $0.memory != nil }
    var routine = Forecast.Routine()
    routine.habits.passes = [0, 0, 1, 0]
    routine.steps = Steps(learning: [], relearning: [])
    // The dice stop in the evening before the day, hence the tolerance.
    let dice = Forecast(cards, days: 17, routine: routine)
    let plan = DatePlan(cards, aim: aim(17))
    #expect(agree(plan.together.review * Double(cards.count), dice.known, within: 0.02))
  }

  @Test func anAimThatIsTooHighRaisesRetention() {
    let plan = DatePlan(example(), aim: aim(60, 0.96))
    #expect(plan.retention > 0.9 && plan.retention == plan.leastRetention)
    #expect(plan.together.plan >= 0.96)
  }

  @Test func noCardsAreReadyWithTheLeastRetention() {
    let plan = DatePlan([], aim: aim(17))
    #expect(plan.leastRetention == 0.7 && plan.retention == 0.9 && plan.newPerDay == 0)
  }

  @Test func whatDoesNotFitStaysUnseen() {
    let plan = DatePlan(example(), aim: aim(4, 0.97, most: 10))
    #expect(plan.newNeeded == 39 && plan.newPerDay == 10 && plan.newDays == 3)
    #expect(plan.leftUnseen == 115 - 30)
    #expect(plan.leastRetention == nil && plan.retention == 0.97)
    #expect(plan.together.plan < 0.97)
  }

  @Test func theLastPassTakesTheCardsBelowTheAim() {
    // Fades slowly, so that it is not due before the day, and stands at 0.89 by then.
    let low = standing("a", inReview(stability: 60, daysAgo: 50), topic: "A")
    let high = standing("b", inReview(stability: 600, daysAgo: 0), topic: "A")
    let plan = DatePlan([high, low], aim: aim(9, 0.91))
    #expect(plan.lastPassCards == 1 && plan.lastPassDays == 3)
    #expect(plan.together.plan > plan.together.review)
    #expect(plan.weak.map(\.card) == [card("a")])
  }

  @Test func onTheDayItselfNothingCanBeDone() {
    let plan = DatePlan(example(), aim: aim(0))
    let all = plan.together
    #expect(all.now == all.stop && all.now == all.review && all.now == all.plan)
    #expect(plan.newPerDay == 0 && plan.reviewsPerDay == 0 && plan.leftUnseen == 115)
  }

  @Test func withoutCardsThereIsNothingToPlan() {
    let plan = DatePlan([], aim: aim(10))
    #expect(plan.topics.isEmpty && plan.together.plan == 0 && plan.weak.isEmpty)
  }

  @Test func thePlanNeverHarmsAndTheSameCardsGiveTheSamePlan() {
    for days in [1, 2, 3, 7, 30, 200] {
      let plan = DatePlan(example(), aim: aim(days))
      #expect(plan == DatePlan(example(), aim: aim(days)))
      #expect(plan.together.plan >= plan.together.review, "\(days) days")
      #expect(plan.together.review >= plan.together.stop, "\(days) days")
      #expect(plan.lastPassDays == min(3, days / 3))
    }
  }
}
