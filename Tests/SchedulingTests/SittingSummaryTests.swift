import Decks
import Foundation
import Scheduling
import Testing

struct SittingSummaryTests {
  private func answer(
    _ name: String, _ before: Schedule, _ rating: Rating, duration: Int
  ) -> Review {
    Review(
      card: card(name), time: morning, rating: rating, duration: duration, before: before,
      after: before)
  }

  @Test func answersAreCountedByWhatTheyWerePartOf() {
    let summary = SittingSummary([
      answer("r", inReview(), .again, duration: 1000),
      answer("n", .new, .hard, duration: 2000),
      answer("n", onSteps(dueIn: 0), .again, duration: 4000),
    ])
    #expect(summary.reviews[.again] == 1 && summary.reviews.total == 1)
    #expect(summary.firstSights[.hard] == 1 && summary.firstSights.passed == 1)
    #expect(summary.repeats[.again] == 1 && summary.repeats.passed == 0)
    #expect(summary.duration == 7000)
    #expect(summary.answered == 3)
  }

  @Test func aMissedCardIsNamedOnceInTheOrderOfTheFirstMiss() {
    let summary = SittingSummary([
      answer("b", inReview(), .again, duration: 1), answer("a", inReview(), .again, duration: 1),
      answer("b", onSteps(dueIn: 0), .again, duration: 1), answer("c", .new, .good, duration: 1),
    ])
    #expect(summary.missed == [card("b"), card("a")])
  }

  @Test func anEmptySittingSumsUpToNothing() {
    let summary = SittingSummary([])
    #expect(summary.answered == 0 && summary.duration == 0 && summary.missed.isEmpty)
  }

  @Test func aSittingSumsUpTheAnswersThatStillHold() {
    let queue = ReviewQueue(
      candidates: [candidate("n", .new)], at: morning, scheduler: Scheduler(calendar: utc),
      seed: 1)
    var session = ReviewSession(queue: queue, startedAt: morning)
    session.grade(.again, at: morning, duration: 5)
    #expect(session.summary.missed == [card("n")])
    session.undo()
    #expect(session.summary == SittingSummary([]))
  }
}
