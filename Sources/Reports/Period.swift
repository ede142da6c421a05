import Scheduling

/// The study days that a report looks at, both ends included.
package struct Period: Hashable, Sendable {
  /// First day.
  package let from: Day
  /// Last day, not before the first.
  package let to: Day
  /// What people call it, such as "last 30 days".
  package let name: String

  /// Makes the period between two days.
  package init(from: Day, to: Day) {
    precondition(from <= to, "a period cannot end before it begins")
    self.init(from: from, to: to, name: "\(from) to \(to)")
  }

  /// The last so many days until today, which is one of them.
  package static func last(_ days: Int, until today: Day) -> Period {
    Period(
      from: today.advanced(by: 1 - max(days, 1)), to: today,
      name: days <= 1 ? "today" : days == 365 ? "last year" : "last \(days) days")
  }

  /// From the first day there is until today.
  package static func all(since first: Day, until today: Day) -> Period {
    Period(from: min(first, today), to: today, name: "since \(min(first, today).long)")
  }

  private init(from: Day, to: Day, name: String) {
    self.from = from
    self.to = to
    self.name = name
  }

  /// Number of days, at least 1.
  package var days: Int { from.distance(to: to) + 1 }

  /// Whether a day lies in it.
  package func contains(_ day: Day) -> Bool { from <= day && day <= to }
}
