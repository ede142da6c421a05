import Decks
import Foundation
import Reports
import Scheduling
import TestSupport
import Testing

struct ActivityTests {
  @Test func anEmptyLogHasFiguresOfNothing() {
    let figures = HandMadeLog().figures()
    #expect(figures.isEmpty)
    #expect(figures.days.first == today && figures.days.tallies.count == 1)
    #expect(figures.streak.current == 0 && figures.streak.best == 0)
    #expect(figures.due == 0 && figures.newLeft == 0 && figures.timeLeft == nil)
    #expect(figures.topics.isEmpty && figures.calibration.brier == nil)
    #expect(figures.check.error == nil && figures.memory.known == 0)
    #expect(figures.load.sum(30) == 0 && figures.load.daily == 0)
  }

  @Test func answersTimeAndDaysAreCounted() {
    var log = HandMadeLog()
    log.answer("a", "2026-11-22 09:00", milliseconds: 12_000)
    log.answer("a", "2026-11-22 09:05", milliseconds: 8_000)
    log.answer("b", "2026-11-24 09:00", milliseconds: 4_000)
    let figures = log.figures()
    let sum = figures.days.sum(figures.period)
    #expect(sum.answers == 3 && sum.milliseconds == 24_000 && sum.cards == 2)
    #expect(figures.days.studied(in: figures.period) == 2)
    // 22, 23 and 24 November lie on the line.
    #expect(figures.days.tallies.map(\.answers) == [2, 0, 1])
  }

  @Test func anAnswerCountsForAMinuteAtMost() {
    var log = HandMadeLog()
    log.answer("a", "2026-11-24 09:00", milliseconds: 3_600_000)
    #expect(log.figures().days[today].milliseconds == 60_000)
    #expect(log.figures().medianReview == 60_000)
  }

  @Test func theMiddleTimeIsThatOfTheMiddleAnswer() {
    var log = HandMadeLog()
    for (index, milliseconds) in [3_000, 17_000, 5_000, 0].enumerated() {
      // The last one was not timed and does not count: 3, 5, 17 remain.
      log.answer("a\(index)", "2026-11-24 09:0\(index)", milliseconds: milliseconds)
    }
    log.answer("n", "2026-11-24 09:08", phase: .new, milliseconds: 48_000)
    let figures = log.figures()
    #expect(figures.medianReview == 5_000)
    #expect(figures.medianFirst == 48_000)
  }

  @Test func whatWaitsTodayTakesItsMiddleTimes() {
    var log = HandMadeLog()
    log.card("due", stability: 10, dueIn: 0)
    log.card("overdue", stability: 10, dueIn: -5)
    log.card("later", stability: 10, dueIn: 1)
    log.card("aside", stability: 10, dueIn: 0, isSuspended: true)
    log.card("new", passage: "p")
    log.card("sibling", passage: "p")
    log.answer("due", "2026-11-14 10:00", milliseconds: 17_000)
    log.answer("later", "2026-11-14 10:00", phase: .new, milliseconds: 48_000)
    let figures = log.figures()
    // Two are due; of the two unseen cards of one passage one may begin today. 2 x 17 s + 48 s.
    #expect(figures.due == 2 && figures.newLeft == 1)
    #expect(figures.timeLeft == 82_000)
    #expect(figures.load.days[0].due == 2 && figures.load.days[1].due == 1)
    #expect(figures.load.sum(7) == 3)
    // Three cards wait ten days each: 0.3 reviews a day.
    #expect(isNear(figures.load.daily, 0.3))
    #expect(figures.states.suspended == 1 && figures.states.all == 6)
  }

  @Test func minutesAreWholeAndNeverNoneForACard() {
    #expect(AnswerSeconds().minutes(due: 46, new: 10) == 21)
    #expect(AnswerSeconds(review: 6, firstSight: 30).minutes(due: 20, new: 0) == 2)
    #expect(AnswerSeconds().minutes(due: 1, new: 0) == 1)
    #expect(AnswerSeconds().minutes(due: 0, new: 0) == 0)
  }

  @Test func whatTheProgramTakesForItsPaceCountsForReportsToo() {
    var log = HandMadeLog()
    for name in ["a", "b"] { log.card(name, stability: 10, dueIn: 0) }
    log.answer("a", "2026-11-14 10:00", milliseconds: 40_000)
    var sources = log.sources
    sources.seconds = AnswerSeconds(review: 21, firstSight: 60)
    let figures = Figures(
      sources, period: .last(30, until: today), at: at("2026-11-24 09:12"), calendar: utc)
    #expect(figures.timeLeft == 42_000 && figures.medianReview == 40_000)
    #expect(figures.due(on: today).contains("2 reviews, about 42 s"))
  }

  @Test func afterABreakOnlyWhatTodayMayAskForCountsAsItsTime() {
    var log = HandMadeLog()
    for name in ["a", "b", "c", "d"] { log.card(name, stability: 10, dueIn: -20) }
    log.answer("a", "2026-11-24 08:00", milliseconds: 10_000)
    var sources = log.sources
    sources.reviewsPerDay = 3
    let figures = Figures(
      sources, period: .last(30, until: today), at: at("2026-11-24 09:12"), calendar: utc)
    // One of three was answered today already; four are due (the table stands as it is written).
    #expect(figures.due == 4 && figures.dueToday == 2 && figures.timeLeft == 20_000)
    #expect(Advice(figures).steps.first?.hasPrefix("Review what waits today: 2 of 4 due") == true)
  }

  @Test(arguments: [
    // Studied days as 1, missed ones as 0, today last; the row that goes on, and the best one.
    ("", 0, 0), ("0", 0, 0), ("1", 1, 1), ("111", 3, 3),
    // Today is not missed before it is over.
    ("1110", 3, 3),
    // One missed day in seven is bridged but not counted.
    ("11101", 4, 4), ("1111111011111110", 14, 14),
    // A second missed day within seven ends what was before the first.
    ("11101101", 3, 5), ("111001", 1, 3), ("1110110", 5, 5), ("11101100", 2, 5),
    // Seven days apart both are bridged.
    ("1011111101", 8, 8),
  ]) func streaksBridgeADayOfRest(days: String, current: Int, best: Int) {
    let streak = Streak(days.map { $0 == "1" })
    #expect(streak.current == current, "\(days)")
    #expect(streak.best == best, "\(days)")
  }

  @Test func anAnswerOfADayToComeStandsOnToday() {
    // A clock that was ahead by a year must not make a line of a year, nor trap.
    var log = HandMadeLog()
    log.answer("a", "2027-11-24 09:00")
    let figures = log.figures()
    #expect(figures.days.tallies.count == 1 && figures.days[today].answers == 1)
  }

  @Test func everyAnswerIsOnExactlyOneDayHourAndGrade() {
    for seed in 0..<50 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      var log = HandMadeLog()
      for name in 0..<5 { log.card("c\(name)", topic: "T\(name % 2)", stability: 9) }
      let times = (0..<Int.random(in: 1...200, using: &random))
        .map { _ in Int.random(in: 0...2_000_000, using: &random) }.sorted()
      for time in times {
        let moment = at("2026-11-01 00:00") + Double(time)
        guard moment < at("2026-11-24 09:12") else { continue }
        let phase: Schedule.Phase =
          [.new, .learning(step: 0), .review, .review, .relearning(step: 0)]
          .randomElement(using: &random) ?? .review
        var before = Schedule.new
        before.phase = phase
        before.interval = Int.random(in: 0...60, using: &random)
        log.reviews.append(
          Review(
            card: CardID(rawValue: "c\(Int.random(in: 0..<7, using: &random))"), time: moment,
            rating: Rating.allCases.randomElement(using: &random) ?? .good, duration: 1_000,
            before: before, after: before))
      }
      let figures = log.figures(days: 40)
      let count = log.reviews.count
      #expect(figures.days.tallies.reduce(0) { $0 + $1.answers } == count, "seed \(seed)")
      #expect(figures.hours.reduce(0) { $0 + $1.answers } == count, "seed \(seed)")
      #expect(figures.grades.joined().reduce(0, +) == count, "seed \(seed)")
      // Answers to the five cards of the table by topic, and those to two that are gone.
      let kept = figures.topics.reduce(Share()) { $0 + $1.kept }
      #expect(kept.n <= figures.days.sum(figures.period).all.n, "seed \(seed)")
      let split = ["T0", "T1"].map { log.figures(days: 40, topic: $0) }
      #expect(
        split.reduce(Share()) { $0 + $1.days.sum(figures.period).all } == kept, "seed \(seed)")
    }
  }
}
