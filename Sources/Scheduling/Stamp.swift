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
}
