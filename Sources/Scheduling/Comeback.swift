/// The way back after a break: a share a day, and the day on which nothing is left waiting.
///
/// What is known is counted: cards that wait today and cards that become due on later days. Of the
/// cards answered, a share is taken to come back the next day; the rest stays away.
package struct Comeback: Hashable, Sendable {
  /// Cards that wait today.
  package let waiting: Int
  /// Reviews a day.
  package let share: Int
  /// Days until all that waits is answered, today included; 0 if nothing waits, nil if it takes
  /// more than a year.
  package let days: Int?

  /// Weeks until all that waits is answered, begun ones included.
  package var weeks: Int? { days.map { ($0 + 6) / 7 } }

  /// Makes a plan with a share of at least 0 a day, from the cards due on each day; `returning`
  /// (0 to below 1) of the answers come back the next day.
  package init(due: [Day: Int], today: Day, share: Int, returning: Double = 0.1) {
    precondition(share >= 0, "a share is at least no card")
    precondition((0..<1).contains(returning), "not all answers can come back")
    waiting = due.reduce(0) { $1.key <= today ? $0 + $1.value : $0 }
    self.share = share
    days = Self.days(due, today, waiting: waiting, share: share, returning: returning)
  }

  /// Makes the plan with the smallest share that is through within so many weeks, 1 to 52.
  package init(due: [Day: Int], today: Day, weeks: Int, returning: Double = 0.1) {
    precondition((1...52).contains(weeks), "a comeback takes 1 to 52 weeks")
    var low = 0
    // Enough to answer everything on the day it comes.
    var high = 2 + Int(Double(due.values.reduce(0, +)) / (1 - returning))
    while low < high {
      let middle = (low + high) / 2
      let plan = Comeback(due: due, today: today, share: middle, returning: returning)
      if plan.days.map({ $0 <= 7 * weeks }) ?? false { high = middle } else { low = middle + 1 }
    }
    self.init(due: due, today: today, share: low, returning: returning)
  }

  /// The day that ends with nothing left waiting; nil if it is more than a year away.
  package func end(from today: Day) -> Day? { days.map { today.advanced(by: max($0 - 1, 0)) } }

  /// The limits of a day on the way back: the share, and no new cards while cards are left over.
  package func limits(_ usual: DailyLimits) -> DailyLimits {
    guard let days, days <= 1 else {
      return usual.with(newPerDay: 0, reviewsPerDay: share)
    }
    return usual
  }

  private static func days(
    _ due: [Day: Int], _ today: Day, waiting: Int, share: Int, returning: Double
  ) -> Int? {
    var left = Double(waiting)
    if waiting == 0 { return 0 }
    for day in 1...366 {
      let answered = min(left, Double(share))
      left -= answered
      if left == 0 { return day }
      left += Double(due[today.advanced(by: day)] ?? 0) + answered * returning
    }
    return nil
  }
}
