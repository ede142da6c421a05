import Decks
import Foundation
import Scheduling
import Testing

struct ReviewSessionTests {
  private func session(_ candidates: [ReviewQueue.Candidate]) -> ReviewSession {
    let queue = ReviewQueue(
      candidates: candidates, at: morning, scheduler: Scheduler(calendar: utc, fuzz: false),
      seed: 1)
    return ReviewSession(queue: queue, startedAt: morning)
  }

  private func newCards(_ count: Int) -> ReviewSession {
    session((0..<count).map { candidate("n\($0)", .new, position: $0) })
  }

  @Test func anEmptyQueueIsOverAtOnce() {
    let session = session([])
    #expect(session.current == nil)
    #expect(session.isOver)
    #expect(session.outlook(at: morning) == nil)
  }

  @Test func aGradedReviewLeavesTheSitting() {
    var session = session([candidate("a", inReview())])
    let review = session.grade(.good, at: morning + 8, duration: 8000, sureness: 2)
    #expect(review.card == card("a"))
    #expect(review.before == inReview())
    #expect(review.duration == 8000)
    #expect(review.sureness == 2)
    #expect(session.isOver)
    #expect(session.answered == 1)
  }

  @Test func theStoredScheduleIsTheOneOnTheKey() throws {
    for rating in Rating.allCases {
      var session = newCards(1)
      let outlook = try #require(session.outlook(at: morning))
      #expect(session.grade(rating, at: morning, duration: 1).after == outlook[rating])
    }
  }

  @Test func aStepWhoseMomentHasComeGoesFirst() {
    var session = newCards(3)
    session.grade(.again, at: morning, duration: 1)
    #expect(session.current == card("n1"))
    #expect(session.waiting == 1)
    #expect(session.nextLearning == morning + 60)
    session.grade(.easy, at: morning + 61, duration: 1)
    #expect(session.current == card("n0"))
    #expect(session.currentSchedule?.phase == .learning(step: 0))
    #expect(session.remaining == 2)
  }

  @Test func aStepIsShownEarlyWhenNothingElseIsLeft() {
    var session = newCards(1)
    session.grade(.good, at: morning, duration: 1)
    #expect(session.current == card("n0"))
    #expect(session.waiting == 0)
  }

  @Test func aStepFarAheadMustWait() {
    let queue = ReviewQueue(
      candidates: [candidate("n", .new)], at: morning,
      scheduler: Scheduler(steps: Steps(learning: [60, 3600]), calendar: utc), seed: 1)
    var session = ReviewSession(queue: queue, startedAt: morning)
    session.grade(.good, at: morning, duration: 1)
    #expect(session.current == nil)
    #expect(!session.isOver)
    #expect(session.nextLearning == morning + 3600)
    session.advance(to: morning + 2399)
    #expect(session.current == nil)
    session.advance(to: morning + 2400)
    #expect(session.current == card("n"))
  }

  @Test func timeNeverReplacesTheCurrentCard() {
    var session = newCards(2)
    session.grade(.again, at: morning, duration: 1)
    session.advance(to: morning + 3600)
    #expect(session.current == card("n1"))
  }

  @Test func aStepDueTomorrowLeavesTheSitting() {
    var session = newCards(1)
    session.grade(.good, at: utc.start(of: today.advanced(by: 1)) - 60, duration: 1)
    #expect(session.isOver)
  }

  @Test func aCardLearnedEarlierTodayWaitsInTheSitting() {
    let session = session([candidate("step", onSteps(dueIn: 3000)), candidate("n", .new)])
    #expect(session.current == card("n"))
    #expect(session.waiting == 1)
    #expect(session.remaining == 2)
  }

  @Test func aSkippedCardComesLastAndASecondSkipDropsIt() {
    var session = newCards(3)
    session.skip()
    #expect(session.current == card("n1"))
    #expect(session.remaining == 3)
    session.bury()
    session.grade(.easy, at: morning, duration: 1)
    #expect(session.current == card("n0"))
    session.skip()
    #expect(session.isOver)
    #expect(session.answered == 1)
  }

  @Test func anAnswerForgetsTheFirstSkip() {
    var session = newCards(1)
    session.skip()
    session.grade(.again, at: morning, duration: 1)
    session.skip()
    #expect(session.current == card("n0"))
    session.skip()
    #expect(session.isOver)
  }

  @Test func aSkippedCardComesAfterStepsShownEarly() {
    var session = newCards(2)
    session.grade(.good, at: morning, duration: 1)
    session.skip()
    #expect(session.current == card("n0"))
  }

  @Test func undoMakesTheCardCurrentAgain() {
    var session = newCards(2)
    let start = session
    let review = session.grade(.again, at: morning + 5, duration: 5000)
    session.skip()
    #expect(session.undo() == review)
    #expect(session == start)
    #expect(session.undo() == nil)
  }
}
