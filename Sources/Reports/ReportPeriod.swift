import Scheduling

/// How somebody asks for a period, before it is known when the log begins.
package enum ReportPeriod: Hashable, Sendable {
  /// The last so many days, today included.
  case last(Int)
  /// Since the first answer.
  case all
  /// Between two days, both included; without an end until today.
  case between(Day, Day?)
  /// Everything until this day.
  case until(Day)

  /// Those that one key leads through.
  package static let usual: [ReportPeriod] = [.last(7), .last(30), .last(90), .last(365), .all]

  /// The days that are meant. A period never ends before it begins: a later begin is taken for
  /// the end as well.
  package func period(since first: Day, today: Day) -> Period {
    switch self {
    case .last(let days): .last(days, until: today)
    case .all: .all(since: first, until: today)
    case .between(let from, let to): Period(from: from, to: max(to ?? today, from))
    case .until(let day): Period(from: min(first, day), to: day)
    }
  }

  /// The next of the usual ones, after the last the first again.
  package var next: ReportPeriod {
    let index = Self.usual.firstIndex(of: self) ?? 0
    return Self.usual[(index + 1) % Self.usual.count]
  }
}
