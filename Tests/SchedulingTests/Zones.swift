import Foundation
import Scheduling

/// Central European time: an hour ahead at 01:00 UTC from the last Sunday of March to the last
/// Sunday of October.
let berlin = StudyCalendar(utcOffset: berlinOffset)

@Sendable func berlinOffset(_ date: Date) -> Int {
  let summer = summer(of: date, from: (3, 31, 3600), to: (10, 31, 3600))
  return summer ? 7200 : 3600
}

/// A zone where midnight itself is skipped and repeated, as in Brazil before 2019, turned to the
/// northern summer: UTC-3, changed at local midnight.
@Sendable func midnightOffset(_ date: Date) -> Int {
  let summer = summer(of: date, from: (3, 31, 10800), to: (10, 31, 7200))
  return summer ? -7200 : -10800
}

/// A zone changed by half an hour, 03:45 to 04:15 in spring and 04:15 to 03:45 in autumn: the
/// usual rollover is skipped, and comes twice.
@Sendable func halfHourOffset(_ date: Date) -> Int {
  let summer = summer(of: date, from: (3, 31, -24300), to: (10, 31, -24300))
  return summer ? 39600 : 37800
}

/// Whether a moment lies between the given seconds of the last Sundays of two months.
private func summer(
  of date: Date, from: (month: Int, day: Int, second: Int),
  to: (month: Int, day: Int, second: Int)
) -> Bool {
  let seconds = date.timeIntervalSince1970
  let year = Day(number: Int((seconds / 86400).rounded(.down))).year
  func moment(_ change: (month: Int, day: Int, second: Int)) -> Double {
    let last = Day(year: year, month: change.month, day: change.day)
    let sunday = last.advanced(by: -(last.weekday % 7))
    return Double(sunday.number * 86400 + change.second)
  }
  return seconds >= moment(from) && seconds < moment(to)
}
