import Foundation
import Scheduling
import TestSupport
import Testing

struct StudyCalendarTests {
  private let offsets: [@Sendable (Date) -> Int] = [
    berlinOffset, midnightOffset, halfHourOffset, { _ in 20700 },
  ]

  private func moment(_ day: Day, _ hour: Int, _ minute: Int = 0) -> Date {
    Date(timeIntervalSince1970: Double(day.number * 86400 + hour * 3600 + minute * 60))
  }

  @Test func aNightBelongsToTheDayBefore() {
    #expect(utc.day(of: moment(today, 3, 59)) == today.advanced(by: -1))
    #expect(utc.day(of: moment(today, 4)) == today)
    #expect(utc.day(of: moment(today, 23, 59)) == today)
    #expect(utc.start(of: today) == moment(today, 4))
  }

  @Test func theClockOfAStampIsThatOfItsPlace() {
    let clocks = [(0, 0), (8, 5), (14, 59)].map { hour, minute in
      Stamp(moment(today, hour, minute), in: .fixed(utcOffset: 3600)).clock
    }
    #expect(clocks == ["01:00", "09:05", "15:59"])
  }

  @Test func theRolloverIsLocalTime() {
    let tokyo = StudyCalendar.fixed(utcOffset: 9 * 3600)
    #expect(tokyo.start(of: today) == moment(today, -5))
    #expect(tokyo.day(of: moment(today, 18, 59)) == today)
    #expect(tokyo.day(of: moment(today, 19)) == today.advanced(by: 1))
  }

  @Test func elapsedDaysCountRolloversAndAreNeverNegative() {
    #expect(utc.days(from: moment(today, 23, 50), to: moment(today, 28, 10)) == 1)
    #expect(utc.days(from: moment(today, 4, 10), to: moment(today, 27, 50)) == 0)
    #expect(utc.days(from: moment(today, 12), to: moment(today, -12)) == 0)
  }

  @Test func aDayWithAChangedClockIsAnHourLongerOrShorter() {
    let spring = Day(year: 2026, month: 3, day: 28)  // the clock is changed in its last night
    let autumn = Day(year: 2026, month: 10, day: 24)
    #expect(length(of: spring, in: berlin) == 23 * 3600)
    #expect(length(of: autumn, in: berlin) == 25 * 3600)
    #expect(length(of: today, in: berlin) == 24 * 3600)
  }

  @Test func aRolloverThatIsSkippedIsTheMomentTheClockIsChanged() {
    let calendar = StudyCalendar(rolloverHour: 2, utcOffset: berlinOffset)
    #expect(calendar.start(of: Day(year: 2026, month: 3, day: 29)) == moment(day(3, 29), 1))
  }

  @Test func aRolloverThatIsRepeatedCountsTheFirstTime() {
    let calendar = StudyCalendar(rolloverHour: 2, utcOffset: berlinOffset)
    #expect(calendar.start(of: day(10, 25)) == moment(day(10, 25), 0))
    // Put back at midnight itself, which has not come then: it comes an hour later.
    let midnight = StudyCalendar(rolloverHour: 0, utcOffset: midnightOffset)
    #expect(midnight.start(of: day(10, 25)) == moment(day(10, 25), 3))
  }

  @Test func aDayThatHasBegunDoesNotEndWhenTheClockIsPutBack() {
    let calendar = StudyCalendar(utcOffset: halfHourOffset)
    let rollover = moment(day(10, 25), -7)
    #expect(calendar.start(of: day(10, 25)) == rollover)
    for minute in 0..<60 {
      #expect(calendar.day(of: rollover + Double(minute * 60)) == day(10, 25))
    }
  }

  private func day(_ month: Int, _ day: Int) -> Day { Day(year: 2026, month: month, day: day) }

  private func length(of day: Day, in calendar: StudyCalendar) -> Double {
    calendar.start(of: day.advanced(by: 1)).timeIntervalSince(calendar.start(of: day))
  }

  @Test(arguments: 0...23) func everyDayBeginsWithItself(rolloverHour: Int) {
    for offset in offsets {
      let calendar = StudyCalendar(rolloverHour: rolloverHour, utcOffset: offset)
      for number in 20400...21200 {
        let day = Day(number: number)
        let start = calendar.start(of: day)
        #expect(calendar.day(of: start) == day, "\(day), rollover \(rolloverHour)")
        #expect(
          calendar.day(of: start - 0.001) == day.advanced(by: -1), "\(day), \(rolloverHour)")
        #expect((82800...90000).contains(length(of: day, in: calendar)))
      }
    }
  }

  @Test(arguments: UInt64(0)..<24) func everyMomentBelongsToExactlyOneDay(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for offset in offsets {
      let calendar = StudyCalendar(rolloverHour: Int(seed), utcOffset: offset)
      for _ in 0..<300 {
        let moment = Date(
          timeIntervalSince1970: Double.random(in: 1.76e9...1.83e9, using: &random))
        let day = calendar.day(of: moment)
        #expect(calendar.start(of: day) <= moment, "seed \(seed), \(moment)")
        #expect(moment < calendar.start(of: day.advanced(by: 1)), "seed \(seed), \(moment)")
      }
    }
  }
}
