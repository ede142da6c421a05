import Foundation
import Scheduling
import Testing

struct StepsTests {
  private func hardDelay(_ steps: [Int], at step: Int) -> Delay {
    let scheduler = Scheduler(steps: Steps(learning: steps), calendar: utc)
    var schedule = Schedule.new
    schedule.phase = .learning(step: step)
    let now = utc.start(of: today)
    return scheduler.outlook(of: schedule, card: card("a"), at: now)
      .delay(.hard, from: now, calendar: utc)
  }

  @Test func theDefaultsAreOneAndTenMinutesAndTenMinutes() {
    #expect(Steps() == Steps(learning: [60, 600], relearning: [600]))
  }

  @Test func hardOnTheFirstStepIsHalfWayToTheSecond() {
    #expect(hardDelay([60, 600], at: 0) == .seconds(330))
    #expect(hardDelay([60, 601], at: 0) == .seconds(330))
  }

  @Test func hardOnTheOnlyStepIsHalfAsLongAgain() {
    #expect(hardDelay([600], at: 0) == .seconds(900))
  }

  @Test func hardOnTheOnlyStepAddsAtMostADayInWholeDays() {
    #expect(hardDelay([86400], at: 0) == .days(2))
    #expect(hardDelay([4 * 86400], at: 0) == .days(5))
  }

  @Test func hardOnALaterStepRepeatsIt() {
    #expect(hardDelay([60, 600, 3600], at: 1) == .seconds(600))
  }

  @Test func aStepThatNoLongerExistsIsTheLastOne() {
    #expect(hardDelay([60, 600], at: 7) == .seconds(600))
  }
}
