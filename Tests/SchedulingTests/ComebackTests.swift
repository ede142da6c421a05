import Scheduling
import TestSupport
import Testing

struct ComebackTests {
  private let overdue = [today.advanced(by: -9): 300, today: 112]

  @Test func waitingCardsAreThoseDueTodayOrBefore() {
    let plan = Comeback(due: [today.advanced(by: 1): 5, today: 2], today: today, share: 10)
    #expect(plan.waiting == 2)
    #expect(plan.days == 1 && plan.weeks == 1)
    #expect(plan.end(from: today) == today)
  }

  @Test func aShareADayClearsTheBacklogOnADayThatIsNamed() {
    let plan = Comeback(due: overdue, today: today, share: 80, returning: 0)
    #expect(plan.waiting == 412)
    #expect(plan.days == 6)
    #expect(plan.end(from: today) == today.advanced(by: 5))
  }

  @Test func cardsThatBecomeDueAndCardsThatComeBackCount() {
    var due = overdue
    for day in 1...30 { due[today.advanced(by: day)] = 20 }
    #expect(Comeback(due: due, today: today, share: 80, returning: 0).days == 7)
    #expect(Comeback(due: due, today: today, share: 80, returning: 0.2).days == 9)
  }

  @Test func nothingWaitingTakesNoDay() {
    let plan = Comeback(due: [:], today: today, weeks: 2)
    #expect(plan.share == 0 && plan.days == 0 && plan.end(from: today) == today)
  }

  @Test func aShareTooSmallNamesNoDay() {
    var due = overdue
    for day in 1...400 { due[today.advanced(by: day)] = 20 }
    let plan = Comeback(due: due, today: today, share: 19)
    #expect(plan.days == nil && plan.weeks == nil && plan.end(from: today) == nil)
  }

  @Test func newCardsWaitUntilNothingIsLeftOver() {
    let usual = DailyLimits(topics: ["A": .init(newPerDay: 1)])
    let back = Comeback(due: overdue, today: today, share: 80).limits(usual)
    #expect(back == DailyLimits(newPerDay: 0, reviewsPerDay: 80, topics: usual.topics))
    #expect(Comeback(due: [today: 12], today: today, share: 80).limits(usual) == usual)
  }

  @Test(arguments: UInt64(0)..<200) func theShareForSomeWeeksIsTheSmallestThatDoes(
    seed: UInt64
  ) {
    var random = SeededGenerator(seed: seed)
    let due = (-20...60).map {
      (today.advanced(by: $0), Int.random(in: 0...30, using: &random))
    }
    let counts = Dictionary(uniqueKeysWithValues: due)
    let weeks = Int.random(in: 1...8, using: &random)
    let returning = Double.random(in: 0..<0.5, using: &random)
    let plan = Comeback(due: counts, today: today, weeks: weeks, returning: returning)
    #expect(plan.days.map { $0 <= 7 * weeks } == true, "seed \(seed)")
    guard plan.share > 0 else { return }
    let less = Comeback(
      due: counts, today: today, share: plan.share - 1, returning: returning)
    #expect(less.days.map { $0 <= 7 * weeks } != true, "seed \(seed)")
  }
}
