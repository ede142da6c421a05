import Decks
import Foundation
import Scheduling
import TestSupport
import Testing

struct SchedulerTests {
  private let plain = Scheduler(calendar: utc, fuzz: false)

  private func outlook(_ schedule: Schedule, by scheduler: Scheduler? = nil) -> Outlook {
    (scheduler ?? plain).outlook(of: schedule, card: card("a"), at: morning)
  }

  private func labels(_ outlook: Outlook) -> [String] {
    Rating.allCases.map { outlook.delay($0, from: morning, calendar: utc).description }
  }

  @Test func aNewCardGoesThroughTheStepsOrGraduatesWhenEasy() {
    let outlook = outlook(.new)
    #expect(labels(outlook) == ["1m", "6m", "10m", "8d"])
    #expect(
      Rating.allCases.map { outlook[$0].phase }
        == [.learning(step: 0), .learning(step: 0), .learning(step: 1), .review])
    #expect(outlook[.good].memory == MemoryModel(.standard).first(.good))
    #expect(Rating.allCases.allSatisfy { outlook[$0].reviews == 1 && outlook[$0].lapses == 0 })
    #expect(outlook[.good].lastReview == morning)
  }

  @Test func goodOnTheLastStepGraduates() {
    let after = outlook(onSteps(dueIn: 0))[.good]
    #expect(after.phase == .review)
    #expect(after.interval == 2)
    #expect(after.due == .day(today.advanced(by: 2)))
  }

  @Test func aForgottenReviewLapsesAndRelearns() {
    let after = outlook(inReview())[.again]
    #expect(after.phase == .relearning(step: 0))
    #expect(after.due == .moment(morning + 600))
    #expect(after.lapses == 1)
    #expect(after.reviews == 5)
  }

  @Test func againWhileRelearningIsNotAnotherLapse() {
    let relearning = outlook(inReview())[.again]
    let after = outlook(relearning)[.again]
    #expect(after.phase == .relearning(step: 0))
    #expect(after.lapses == 1)
  }

  @Test func withoutRelearningStepsAForgottenReviewStaysInReview() {
    let scheduler = Scheduler(
      steps: Steps(relearning: []), calendar: utc, fuzz: false)
    let after = outlook(inReview(stability: 50, daysAgo: 50), by: scheduler)[.again]
    #expect(after.phase == .review)
    #expect(after.lapses == 1)
    #expect((1...49).contains(after.interval))
  }

  @Test func betterRatingsWaitAtLeastADayLongerUntilTheMaximum() throws {
    let short = inReview(stability: 0.5, difficulty: 9.9, daysAgo: 1, interval: 1)
    let days = [Rating.hard, .good, .easy].map { outlook(short)[$0].interval }
    #expect(days[0] < days[1] && days[1] < days[2])
    let capped = Scheduler(
      parameters: try Parameters(weights: [], maximumInterval: 30), calendar: utc, fuzz: false)
    let long = outlook(inReview(stability: 400, daysAgo: 400), by: capped)
    #expect([Rating.hard, .good, .easy].map { long[$0].interval } == [30, 30, 30])
  }

  @Test func aStepPastTheRolloverIsDueAnyTimeTheNextDay() {
    let late = utc.start(of: today.advanced(by: 1)) - 300
    let after = plain.outlook(of: .new, card: card("a"), at: late)
    #expect(after[.again].due == .moment(late + 60))
    #expect(after[.hard].due == .day(today.advanced(by: 1)))
    #expect(after.delay(.hard, from: late, calendar: utc) == .days(1))
  }

  @Test func theSameDayCountsFromRolloverToRollover() {
    let evening = utc.start(of: today) + 19 * 3600
    let first = plain.outlook(of: .new, card: card("a"), at: evening)[.good]
    let night = plain.outlook(of: first, card: card("a"), at: evening + 4.9 * 3600)[.good]
    let next = plain.outlook(of: first, card: card("a"), at: evening + 5 * 3600)[.good]
    let model = MemoryModel(.standard)
    let start = model.first(.good)
    #expect(night.memory == model.next(start, rating: .good, elapsedDays: 0))
    #expect(next.memory == model.next(start, rating: .good, elapsedDays: 1))
  }

  @Test func aReviewBeforeTheLastOneCountsAsTheSameDay() {
    let schedule = inReview(daysAgo: -3)
    let expected = MemoryModel(.standard)
      .next(MemoryState(stability: 10, difficulty: 5), rating: .good, elapsedDays: 0)
    #expect(outlook(schedule)[.good].memory == expected)
  }

  @Test func fuzzDependsOnCardAndCountOnlyAndSpreadsCards() {
    let scheduler = Scheduler(calendar: utc)
    let schedule = inReview(stability: 100, daysAgo: 100, interval: 100)
    let days = (0..<200).map { number in
      scheduler.outlook(of: schedule, card: card("c\(number)"), at: morning)[.good].interval
    }
    let again = (0..<200).map { number in
      scheduler.outlook(of: schedule, card: card("c\(number)"), at: morning + 7200)[.good].interval
    }
    #expect(days == again)
    #expect(Set(days).count > 10)
  }

  @Test func recallUsesTheExactTime() throws {
    let schedule = inReview(stability: 10, daysAgo: 10)
    #expect(plain.recall(of: .new, at: morning) == nil)
    #expect(agree(try #require(plain.recall(of: schedule, at: morning)), 0.9, within: 1e-12))
    let evening = try #require(plain.recall(of: schedule, at: morning + 43200))
    let memory = MemoryState(stability: 10, difficulty: 5)
    #expect(evening == MemoryModel(.standard).retrievability(of: memory, afterDays: 10.5))
  }
}
