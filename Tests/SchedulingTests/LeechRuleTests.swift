import Foundation
import Scheduling
import Testing

struct LeechRuleTests {
  private func schedule(lapses: Int) -> Schedule {
    var schedule = inReview()
    schedule.lapses = lapses
    return schedule
  }

  /// Lapses up to 20 at which the rule speaks up.
  private func strikes(_ rule: LeechRule) -> [Int] {
    (1...20).filter { rule.strikes(from: schedule(lapses: $0 - 1), to: schedule(lapses: $0)) }
  }

  @Test func theEighthLapseAndEveryFourthAfterItAreAnnounced() {
    #expect(strikes(LeechRule()) == [8, 12, 16, 20])
  }

  @Test func halfOfAnOddThresholdIsRoundedUp() {
    #expect(strikes(LeechRule(threshold: 5)) == [5, 8, 11, 14, 17, 20])
    #expect(strikes(LeechRule(threshold: 1)) == Array(1...20))
  }

  @Test func zeroTurnsItOff() {
    let off = LeechRule(threshold: 0)
    #expect(strikes(off).isEmpty)
    #expect(!off.includes(schedule(lapses: 99)))
  }

  @Test func theListHoldsAllThatReachedTheThreshold() {
    let lapses = (0...20).filter { LeechRule().includes(schedule(lapses: $0)) }
    #expect(lapses == Array(8...20))
  }

  @Test func onlyForgettingAReviewCounts() {
    let scheduler = Scheduler(calendar: utc, fuzz: false)
    let before = schedule(lapses: 7)
    let outlook = scheduler.outlook(of: before, card: card("a"), at: morning)
    let announced = Rating.allCases.filter {
      LeechRule().strikes(from: before, to: outlook[$0])
    }
    #expect(announced == [.again])
    let again = scheduler.outlook(of: outlook[.again], card: card("a"), at: morning + 600)
    #expect(!LeechRule().strikes(from: outlook[.again], to: again[.again]))
  }
}
