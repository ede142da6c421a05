import Foundation
import Scheduling
import Testing

struct HabitsTests {
  private func review(
    _ name: String, _ rating: Rating, after seconds: Double, taking milliseconds: Int = 5000,
    before: Schedule = .new
  ) -> Review {
    Review(
      card: card(name), time: morning + seconds, rating: rating, duration: milliseconds,
      before: before, after: before)
  }

  private func sums(_ habits: Habits) -> [Double] {
    ([habits.first, habits.passes] + habits.learning + habits.relearning)
      .map { $0.reduce(0, +) }
  }

  @Test func anEmptyLogGivesTheUsualHabits() {
    #expect(Habits([], calendar: utc) == Habits())
  }

  @Test func fiftyAnswersCountAsMuchAsWhatIsUsual() {
    let log = (0..<50).map { review("\($0)", .easy, after: Double($0)) }
    let habits = Habits(log, calendar: utc)
    #expect(agree(habits.first[3], (1 + 0.171) / 2, within: 1e-12))
    #expect(agree(habits.first[0], 0.24 / 2, within: 1e-12))
    #expect(agree(habits.seconds.learning[3], (5 + 10.71) / 2, within: 1e-12))
    #expect(habits.seconds.review == Habits().seconds.review)
    #expect(habits.passes == Habits().passes)
  }

  @Test func sharesStillSumToAsMuch() {
    let log = (0..<40).flatMap { number in
      [
        review("\(number)", .again, after: Double(number)),
        review("\(number)", .good, after: Double(number) + 100, before: onSteps(dueIn: 90)),
        review("\(number)", .hard, after: 86400 * 3, before: inReview()),
        review("\(number)", .again, after: 86400 * 6, before: inReview()),
        review("\(number)", .good, after: 86400 * 6 + 60, before: onSteps(dueIn: 90)),
      ]
    }
    let habits = Habits(log, calendar: utc)
    #expect(zip(sums(habits), sums(Habits())).allSatisfy { agree($0, $1, within: 1e-4) })
    #expect(habits.learning[0][2] > Habits().learning[0][2])
    #expect(habits.relearning[0][2] > Habits().relearning[0][2])
    #expect(habits.passes[1] > Habits().passes[1] && habits.passes[0] == 0)
    #expect(habits.learning[1] == Habits().learning[1])
  }

  @Test func answersWithinTwentyMinutesCount() {
    let log = [
      review("a", .good, after: 0, taking: 0), review("b", .good, after: 1, taking: 1_200_001),
    ]
    #expect(Habits(log, calendar: utc) == Habits())
  }
}
