import Foundation
import Testing

@testable import Scheduling

struct PracticeTests {
  private let practice = Practice(.standard, habits: Habits())

  @Test func whoAlwaysAnswersGoodPassesTheStepsOnce() {
    var habits = Habits()
    habits.first = [0, 0, 1, 0]
    habits.passes = [0, 0, 1, 0]
    habits.learning = Array(repeating: [0, 0, 1, 0], count: 3)
    habits.seconds.learning = [1, 2, 30, 4]
    let practice = Practice(.standard, habits: habits)
    var random = ChaChaGenerator(seed: 1)
    let outcome = practice.learn(&random)
    let model = MemoryModel(.standard)
    #expect(outcome.seconds == 60)
    #expect(outcome.memory == model.next(model.first(.good), rating: .good, elapsedDays: 0))
    #expect(practice.meanFirstDay() == 60)
  }

  @Test func aForgottenCardIsRelearnedTheSameDay() {
    var habits = Habits()
    habits.relearning = Array(repeating: [0, 0, 1, 0], count: 3)
    habits.seconds.review = [7, 0, 0, 0]
    habits.seconds.relearning = [0, 0, 5, 0]
    let practice = Practice(.standard, habits: habits)
    var random = ChaChaGenerator(seed: 1)
    // After a hundred thousand years nothing is recalled.
    let memory = MemoryState(stability: 0.001, difficulty: 9)
    let outcomes = (0..<40).map { _ in practice.review(memory, afterDays: 36_500_000, &random) }
    #expect(outcomes.contains { $0.seconds == 12 })
    #expect(outcomes.allSatisfy { $0.seconds == 12 || $0.seconds == 0 })
  }

  @Test func noDayGoesOnForever() {
    var habits = Habits()
    habits.first = [1, 0, 0, 0]
    habits.learning = Array(repeating: [1, 0, 0, 0], count: 3)
    var random = ChaChaGenerator(seed: 1)
    let outcome = Practice(.standard, habits: habits).learn(&random)
    #expect(agree(outcome.seconds, 6 * habits.seconds.learning[0], within: 1e-12))
  }

  @Test func aCardInReviewHasNoStepsToResume() {
    var random = ChaChaGenerator(seed: 1)
    let memory = MemoryState(stability: 3, difficulty: 5)
    let outcome = practice.resume(memory, phase: .review, afterDays: 3, &random)
    #expect(outcome.memory == memory && outcome.seconds == 0)
    let late = practice.resume(memory, phase: .relearning(step: 9), afterDays: 1, &random)
    #expect(late.seconds > 0)
  }

  @Test func meansLieBetweenTheSecondsOfTheRatings() {
    #expect((13...80).contains(practice.meanFirstDay()))
    #expect(agree(practice.meanReview(recall: 0), 19.38, within: 1e-12))
    let pace = Pace(Habits())
    #expect((8.94...19.38).contains(pace.review))
    #expect(pace.newCard == practice.meanFirstDay())
  }

  @Test func fiftyAnswersMakeHabitsOnesOwn() {
    func log(_ count: Int) -> [Review] {
      (0..<count).map { number in
        Review(
          card: card("\(number)"), time: morning + Double(number), rating: .easy, duration: 3000,
          before: .new, after: .new)
      }
    }
    let few = OwnHabits(log(49), calendar: utc)
    #expect(!few.areOwn && few.answers == 49 && few.habits == Habits())
    let enough = OwnHabits(log(50), calendar: utc)
    #expect(enough.areOwn && enough.habits == Habits(log(50), calendar: utc))
  }
}
