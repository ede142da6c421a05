import Foundation

/// The rule that maps a moment to a study day: a day begins at the rollover hour, local time.
///
/// It counts local calendar days, so a day is 23 or 25 hours long when the clock is changed; Anki
/// counts 24 hours back from the next rollover instead. A day never begins twice: where a clock
/// put back repeats the rollover, the first passage counts.
package struct StudyCalendar: Sendable {
  /// Hour at which a study day begins, 0...23.
  package let rolloverHour: Int

  private let utcOffset: @Sendable (Date) -> Int

  /// Makes the calendar of a place from its seconds east of UTC at any moment, which must change
  /// at most once in two days.
  package init(rolloverHour: Int = 4, utcOffset: @escaping @Sendable (Date) -> Int) {
    precondition((0...23).contains(rolloverHour), "the rollover hour must be 0 to 23")
    self.rolloverHour = rolloverHour
    self.utcOffset = utcOffset
  }

  /// Calendar of a place whose clock is never changed, `utcOffset` seconds east of UTC.
  package static func fixed(utcOffset: Int = 0, rolloverHour: Int = 4) -> StudyCalendar {
    StudyCalendar(rolloverHour: rolloverHour) { _ in utcOffset }
  }

  /// The study day a moment belongs to: the last one that has begun.
  package func day(of date: Date) -> Day {
    let offset = utcOffset(date)
    let local = Int(date.timeIntervalSince1970.rounded(.down)) + offset
    let day = Day(number: (local - rolloverHour * 3600).quotient(86400))
    // After a clock was put back across the rollover, the wall shows a day that is already over.
    let putBack = utcOffset(date - 86400) > offset
    return putBack && start(of: day.advanced(by: 1)) <= date ? day.advanced(by: 1) : day
  }

  /// First moment of a study day: when the local clock first shows the rollover hour or later.
  package func start(of day: Day) -> Date {
    let local = day.number * 86400 + rolloverHour * 3600
    let near = local - offset(at: local)
    let before = offset(at: near - 86400)
    let after = offset(at: near + 86400)
    guard before != after else { return moment(local - before) }

    let change = firstSecond(in: near - 86400...near + 86400, withOffset: after)
    if local - before < change { return moment(local - before) }
    // The clock had not shown the hour when it was changed; it may have jumped over it.
    return moment(max(change, local - after))
  }

  /// Whole study days from one moment to a later one; 0 if the second is not later.
  package func days(from earlier: Date, to later: Date) -> Int {
    max(0, day(of: earlier).distance(to: day(of: later)))
  }

  /// Seconds by which the local clock is ahead of UTC at a moment.
  package func offset(of date: Date) -> Int { utcOffset(date) }

  private func firstSecond(in range: ClosedRange<Int>, withOffset wanted: Int) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if offset(at: middle) == wanted { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private func moment(_ seconds: Int) -> Date { Date(timeIntervalSince1970: Double(seconds)) }
  private func offset(at seconds: Int) -> Int { utcOffset(moment(seconds)) }
}
