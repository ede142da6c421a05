import Foundation
import Scheduling
import Testing

struct ScheduleTests {
  @Test func aNewCardIsNeverDue() {
    #expect(!Schedule.new.isDue(at: morning, in: utc))
  }

  @Test func aReviewIsDueFromTheRolloverOfItsDay() {
    let schedule = inReview(dueIn: 1)
    #expect(!schedule.isDue(at: morning, in: utc))
    #expect(!schedule.isDue(at: morning + 17 * 3600 + 3599, in: utc))
    #expect(schedule.isDue(at: morning + 18 * 3600, in: utc))
    #expect(schedule.isDue(at: morning + 90 * 86400, in: utc))
  }

  @Test func aStepIsDueAtItsMoment() {
    let schedule = onSteps(dueIn: 300)
    #expect(!schedule.isDue(at: morning + 299, in: utc))
    #expect(schedule.isDue(at: morning + 300, in: utc))
  }

  @Test func aScheduleIsTheSameAfterItWasWrittenAndRead() throws {
    for schedule in [Schedule.new, inReview(stability: 0.1 + 0.2), onSteps(dueIn: 61)] {
      let written = try JSONEncoder().encode(schedule)
      #expect(try JSONDecoder().decode(Schedule.self, from: written) == schedule)
    }
  }
}
