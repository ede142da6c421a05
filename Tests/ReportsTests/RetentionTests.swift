import Foundation
import Reports
import Scheduling
import Testing

struct RetentionTests {
  private func last(_ days: Int, of figures: Figures) -> DayTally {
    figures.days.sum(.last(days, until: figures.today))
  }

  @Test func theFirstAnswerOfACardOnADayCountsAndRepeatsDoNot() {
    var log = HandMadeLog()
    log.card("a", stability: 10)
    // Forgotten in the morning, then twice right on the same day: one answer counts, and it was
    // wrong. A repeat on relearning steps would not count even on the next day.
    log.answer("a", "2026-11-20 09:00", .again)
    log.answer("a", "2026-11-20 09:10", .good)
    log.answer("a", "2026-11-20 18:00", .good)
    log.answer("a", "2026-11-21 09:00", .good, phase: .relearning(step: 0), interval: 1)
    #expect(last(30, of: log.figures()).all == Share(ok: 0, n: 1))
  }

  @Test func youngAndMatureAreToldApartByTheIntervalBefore() {
    var log = HandMadeLog()
    // Waited 20 days: young. Waited 21 days: mature.
    log.answer("a", "2026-11-20 09:00", .good, interval: 20)
    log.answer("b", "2026-11-20 09:01", .again, interval: 21)
    log.answer("c", "2026-11-20 09:02", .hard, interval: 300)
    let tally = last(30, of: log.figures())
    // Hard is remembered: 1 of 1 young, 1 of 2 mature.
    #expect(tally.young == Share(ok: 1, n: 1))
    #expect(tally.mature == Share(ok: 1, n: 2))
  }

  @Test func learningDoesNotCount() {
    var log = HandMadeLog()
    log.answer("a", "2026-11-20 09:00", .again, phase: .new, interval: 0)
    log.answer("a", "2026-11-20 09:10", .good, phase: .learning(step: 1), interval: 0)
    let tally = last(30, of: log.figures())
    #expect(tally.all == Share())
    #expect(tally.answers == 2 && tally.new == 1 && tally.cards == 1)
  }

  @Test func aStudyDayBeginsAtFour() {
    var log = HandMadeLog()
    // 03:59 on the 21st belongs to the 20th: the answer at 04:00 is the first of its own day, so
    // both count; a second one before four does not.
    log.answer("a", "2026-11-20 22:00", .good)
    log.answer("a", "2026-11-21 03:59", .again)
    log.answer("a", "2026-11-21 04:00", .again)
    let figures = log.figures()
    #expect(figures.days[today.advanced(by: -4)].all == Share(ok: 1, n: 1))
    #expect(figures.days[today.advanced(by: -3)].all == Share(ok: 0, n: 1))
  }

  @Test func theDayWithTheHourTwiceIsOneDay() {
    // Berlin goes from UTC+2 to UTC+1 on 25 October 2026 at 01:00 UTC. The study day of the 24th
    // then lasts from 02:00 UTC on the 24th (04:00 summer time) to 03:00 UTC on the 25th (04:00
    // winter time): 25 hours. 02:30 UTC on the 25th is 03:30 there, still the 24th.
    var log = HandMadeLog()
    log.calendar = .berlin
    log.answer("a", "2026-10-24 02:00", .good)
    log.answer("a", "2026-10-25 02:30", .again)
    log.answer("a", "2026-10-25 03:00", .again)
    let figures = log.figures(days: 60)
    #expect(figures.days[Day(year: 2026, month: 10, day: 24)].all == Share(ok: 1, n: 1))
    #expect(figures.days[Day(year: 2026, month: 10, day: 25)].all == Share(ok: 0, n: 1))
  }

  @Test func theDayThatLacksAnHourIsOneDay() {
    // Berlin goes from UTC+1 to UTC+2 on 29 March 2026 at 01:00 UTC: the study day of the 28th
    // ends at 02:00 UTC on the 29th, 23 hours after it began.
    var log = HandMadeLog()
    log.calendar = .berlin
    log.answer("a", "2026-03-28 03:00", .good)
    log.answer("a", "2026-03-29 01:59", .again)
    log.answer("b", "2026-03-29 02:00", .again)
    let figures = log.figures(now: "2026-03-29 12:00")
    #expect(figures.days[Day(year: 2026, month: 3, day: 28)].all == Share(ok: 1, n: 1))
    #expect(figures.days[Day(year: 2026, month: 3, day: 29)].all == Share(ok: 0, n: 1))
  }

  @Test func hoursAreThoseOfTheLocalClockOnTheDay() {
    // 10:00 UTC is 12:00 in Berlin's summer and 11:00 in its winter.
    var log = HandMadeLog()
    log.calendar = .berlin
    log.answer("a", "2026-10-24 10:00", .good)
    log.answer("a", "2026-10-26 10:00", .again)
    let hours = log.figures(days: 60).hours
    #expect(hours[12].answers == 1 && hours[12].kept == Share(ok: 1, n: 1))
    #expect(hours[11].answers == 1 && hours[11].kept == Share(ok: 0, n: 1))
    #expect(hours.reduce(0) { $0 + $1.answers } == 2)
  }

  @Test func daysAndHoursStayThoseOfThePlaceWhereTheAnswerWasGiven() {
    // 20:00 UTC on the 20th is 05:00 on the 21st in Tokyo (UTC+9), a new study day there, and
    // 15:00 on the 20th in New York (UTC-5). What was answered in Tokyo stays on the 21st when the
    // reader is in New York.
    var log = HandMadeLog()
    log.calendar = .fixed(utcOffset: 9 * 3600)
    log.answer("a", "2026-11-20 20:00", .good)
    log.calendar = .fixed(utcOffset: -5 * 3600)
    log.answer("b", "2026-11-20 20:01", .again)
    let figures = log.figures()
    #expect(figures.days[Day(year: 2026, month: 11, day: 21)].all == Share(ok: 1, n: 1))
    #expect(figures.days[Day(year: 2026, month: 11, day: 20)].all == Share(ok: 0, n: 1))
    #expect(figures.hours[5].answers == 1 && figures.hours[15].answers == 1)
  }

  @Test func thePeriodBoundsGradesHoursAndTopics() {
    var log = HandMadeLog()
    log.card("a", topic: "Redis", stability: 10)
    // 26 October is the 30th day back from 24 November, counted with today; the 25th is outside.
    log.answer("a", "2026-10-25 09:00", .again)
    log.answer("a", "2026-10-26 09:00", .easy, interval: 30)
    let figures = log.figures(days: 30)
    #expect(figures.grades == [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 1]])
    #expect(figures.topics.map(\.kept) == [Share(ok: 1, n: 1)])
    #expect(log.figures(days: 31).topics.map(\.kept) == [Share(ok: 1, n: 2)])
  }

  @Test func aTopicCountsItsOwnAnswersAlone() {
    var log = HandMadeLog()
    log.card("a", topic: "Redis", stability: 10)
    log.card("b", topic: "Docker", stability: 10)
    log.answer("a", "2026-11-20 09:00", .good)
    log.answer("b", "2026-11-20 09:01", .again)
    // Of a note that is gone: its answers count for all topics together only.
    log.answer("gone", "2026-11-20 09:02", .again)
    #expect(last(30, of: log.figures(topic: "Redis")).all == Share(ok: 1, n: 1))
    #expect(last(30, of: log.figures(topic: "Docker")).all == Share(ok: 0, n: 1))
    #expect(last(30, of: log.figures()).all == Share(ok: 1, n: 3))
    #expect(log.figures(topic: "Nginx").isEmpty)
  }

  @Test func fewerThanThirtyAnswersAreNoise() {
    #expect(Share(ok: 29, n: 29).isNoise)
    #expect(!Share(ok: 30, n: 30).isNoise)
  }

  @Test func wilsonsIntervalIsAsInTheLiterature() {
    // 81 of 263 is the classical example: 0.2553 to 0.3662 (R. G. Newcombe, 1998, table I (c)).
    let interval = Share(ok: 81, n: 263).interval
    #expect(isNear(interval?.low, 0.2553, within: 5e-5))
    #expect(isNear(interval?.high, 0.3662, within: 5e-5))
    // None of 20 leaves up to 0.1611.
    #expect(isNear(Share(ok: 0, n: 20).interval?.low, 0))
    #expect(isNear(Share(ok: 0, n: 20).interval?.high, 0.1611, within: 5e-5))
    #expect(Share().interval == nil)
  }

  @Test func theModelIsCheckedAgainstWhatCame() {
    // Stability 10: after 10 days recall is foretold as 0.9 exactly, bin 90 to 100 % or, by the
    // last digits, 80 to 90 %. Two of three such answers were right.
    var log = HandMadeLog()
    for (name, rating) in [("a", Rating.good), ("b", .again), ("c", .easy)] {
      log.answer(name, "2026-11-10 09:00", .good, phase: .new, stability: 10)
      log.answer(name, "2026-11-20 09:00", rating, stability: 10)
    }
    let check = log.figures().check
    #expect(check.answers == 3)
    let bins = check.bins.filter { $0.kept.n > 0 }
    #expect(bins.count == 1 && bins[0].kept == Share(ok: 2, n: 3))
    #expect(isNear(bins[0].foretold, 0.9, within: 1e-6))
    // Error: |0.9 - 2/3| = 0.2333.
    #expect(isNear(check.error, 0.9 - 2.0 / 3, within: 1e-6))
  }
}
