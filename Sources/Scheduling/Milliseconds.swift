import Foundation

extension Date {
  /// Makes the moment that many milliseconds after 1970-01-01 00:00 UTC.
  package init(milliseconds: Int) {
    self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
  }

  /// Milliseconds since 1970-01-01 00:00 UTC, rounded to the nearest.
  package var milliseconds: Int { Int((timeIntervalSince1970 * 1000).rounded()) }

  /// Milliseconds since a moment before, rounded to the nearest; 0 if it is not before.
  package func milliseconds(since start: Date) -> Int {
    max(Int((timeIntervalSince(start) * 1000).rounded()), 0)
  }

  /// This moment rounded to a millisecond: the precision of the log. Every Date that is kept
  /// passes through here, so that it is the same value after it was written and read.
  package var roundedToMillisecond: Date { Date(milliseconds: milliseconds) }
}
