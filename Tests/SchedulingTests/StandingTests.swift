import Foundation
import Scheduling
import Testing

struct StandingTests {
  private func standing(_ schedule: Schedule, calendar: StudyCalendar = utc) -> Standing {
    Standing(candidate("a", schedule), on: today, calendar: calendar)
  }

  @Test func daysAreCountedFromToday() {
    let later = standing(inReview(daysAgo: 3, dueIn: 7))
    #expect(later.daysSinceAnswer == 3 && later.daysUntilDue == 7)
    #expect(later.memory == MemoryState(stability: 10, difficulty: 5))
    #expect(standing(inReview(daysAgo: 30, dueIn: -20)).daysUntilDue == 0)
  }

  @Test func aCardNeverAnsweredHasNoMemory() {
    let new = standing(.new)
    #expect(new.memory == nil && new.daysSinceAnswer == 0 && new.daysUntilDue == 0)
    #expect(new.topic == "Redis" && new.card == card("a"))
  }

  @Test func aCardOnStepsIsDueOnTheDayOfItsMoment() {
    #expect(standing(onSteps(dueIn: 600)).daysUntilDue == 0)
    #expect(standing(onSteps(dueIn: 86400)).daysUntilDue == 1)
  }
}
