import Foundation
import Scheduling
import Testing

struct DayTests {
  @Test func daysAreCountedFrom1970() {
    #expect(Day(year: 1970, month: 1, day: 1).number == 0)
    #expect(Day(year: 1969, month: 12, day: 31).number == -1)
    #expect(Day(year: 2000, month: 2, day: 29).number == 11016)
    #expect(Day(year: 2026, month: 11, day: 24).number == 20781)
  }

  @Test func yearMonthAndDayAreThoseOfTheCalendar() {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    for number in stride(from: -200_000, through: 200_000, by: 37) {
      let day = Day(number: number)
      let date = Date(timeIntervalSince1970: Double(number) * 86400)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
      // Foundation switches to the Julian calendar before 1582-10-15.
      guard day >= Day(year: 1582, month: 10, day: 15) else { continue }
      #expect(day.year == parts.year && day.month == parts.month && day.day == parts.day)
      #expect(parts.weekday == day.weekday % 7 + 1)
    }
  }

  @Test func everyDayIsFoundAgainByItsDate() {
    for number in -800_000...800_000 where number % 13 == 0 || abs(number) < 1000 {
      let day = Day(number: number)
      #expect(Day(year: day.year, month: day.month, day: day.day) == day)
    }
  }

  @Test func aDayIsWrittenAsISO8601AndReadAgain() {
    #expect(today.description == "2026-11-24")
    #expect(Day("2026-11-24") == today)
    #expect(Day(year: 987, month: 6, day: 5).description == "0987-06-05")
    #expect(Day("0987-06-05") == Day(year: 987, month: 6, day: 5))
  }

  @Test(arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-11-24", "today", ""])
  func whatIsNoDayIsNotRead(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func theWeekBeginsOnMonday() {
    #expect(today.weekday == 2)
    #expect(Day(year: 2026, month: 11, day: 29).weekday == 7)
    #expect(Day(number: -1).weekday == 3)
  }

  @Test func daysCanBeAddedAndSubtracted() {
    #expect(today.advanced(by: 7).description == "2026-12-01")
    #expect(today.distance(to: Day(year: 2027, month: 11, day: 24)) == 365)
    #expect((today...today.advanced(by: 2)).map(\.day) == [24, 25, 26])
  }

  @Test func aDayIsKeptAsItsNumber() throws {
    #expect(String(decoding: try JSONEncoder().encode([today]), as: UTF8.self) == "[20781]")
    #expect(try JSONDecoder().decode([Day].self, from: Data("[20781]".utf8)) == [today])
  }
}
