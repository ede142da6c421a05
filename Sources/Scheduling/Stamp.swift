import Foundation

/// A moment as the clock of its place showed it. The study day it belonged to stays what it was,
/// wherever the log is read later.
package struct Stamp: Hashable, Sendable {
  /// When it was, to the millisecond.
  package let time: Date
  /// The study day it belonged to.
  package let day: Day
  /// Seconds the clock was east of UTC.
  package let offset: Int

  /// Makes a stamp from its parts; `time` is rounded to a millisecond.
  package init(time: Date, day: Day, offset: Int) {
    self.time = time.roundedToMillisecond
    self.day = day
    self.offset = offset
  }

  /// Stamps a moment by the clock of a place.
  package init(_ time: Date, in calendar: StudyCalendar) {
    let time = time.roundedToMillisecond
    self.init(time: time, day: calendar.day(of: time), offset: calendar.offset(of: time))
  }

  /// The time of day there: "09:12".
  package var clock: String {
    let minutes = (Int(time.timeIntervalSince1970.rounded(.down)) + offset).modulo(86400) / 60
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return two(minutes / 60) + ":" + two(minutes % 60)
  }
}
