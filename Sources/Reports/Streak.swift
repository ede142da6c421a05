/// Days studied in a row, where one missed day in seven is bridged: a planned day of rest does not
/// break it.
package struct Streak: Hashable, Sendable {
  /// Days studied in the row that is still going on; bridged days do not count.
  package private(set) var current = 0
  /// Most days studied in a row.
  package private(set) var best = 0

  /// Reads a row of days, studied or not, oldest first, today last. Today is not missed before it
  /// is over.
  package init(_ days: some BidirectionalCollection<Bool>) {
    var sinceMiss = 0
    var untilMiss: Int?
    for (number, isStudied) in days.enumerated() {
      if isStudied {
        current += 1
        sinceMiss += 1
        best = max(best, current)
      } else if number < days.count - 1 {
        // A second miss within seven days ends all that was before the first.
        if let last = untilMiss, number - last < 7 { current = sinceMiss }
        sinceMiss = 0
        untilMiss = number
      }
    }
  }
}
