import Foundation
import Scheduling
import Testing

struct ReviewTests {
  private func kind(_ phase: Schedule.Phase) -> Review.Kind {
    var before = Schedule.new
    before.phase = phase
    return Review(
      card: card("a"), time: morning, rating: .good, duration: 0, before: before, after: before
    ).kind
  }

  @Test func theKindIsThePhaseBefore() {
    #expect(kind(.new) == .learning)
    #expect(kind(.learning(step: 1)) == .learning)
    #expect(kind(.review) == .review)
    #expect(kind(.relearning(step: 0)) == .relearning)
  }

  @Test func theTimeIsKeptToTheMillisecond() {
    let review = Review(
      card: card("a"), time: morning + 0.12345, rating: .good, duration: 0, before: .new,
      after: .new)
    #expect(review.time == Date(milliseconds: morning.milliseconds + 123))
  }
}
