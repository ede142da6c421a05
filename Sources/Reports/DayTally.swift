import Scheduling

/// What was answered on one study day.
package struct DayTally: Hashable, Sendable {
  /// Answers of every kind.
  package var answers = 0
  /// Time of all answers, milliseconds, each at most a minute.
  package var milliseconds = 0
  /// Cards answered at least once.
  package var cards = 0
  /// Cards seen for the first time.
  package var new = 0
  /// First answers to young cards (interval under 21 days), and how many were remembered.
  package var young = Share()
  /// First answers to mature cards, and how many were remembered.
  package var mature = Share()

  /// First answers to all cards that had waited days.
  package var all: Share { young + mature }

  /// Makes the tally of a day without answers.
  package init() {}

  static func += (left: inout DayTally, right: DayTally) {
    left.answers += right.answers
    left.milliseconds += right.milliseconds
    left.cards += right.cards
    left.new += right.new
    left.young += right.young
    left.mature += right.mature
  }
}

/// The study days from the first answer to today, each with its tally.
package struct DayLine: Sendable {
  /// The first day; today if there are no answers.
  package let first: Day
  /// A tally for every day from the first to the last.
  package private(set) var tallies: [DayTally]

  /// Makes a line of empty days, both ends included.
  init(from first: Day, to last: Day) {
    self.first = first
    tallies = Array(repeating: DayTally(), count: max(first.distance(to: last), 0) + 1)
  }

  /// The last day.
  package var last: Day { first.advanced(by: tallies.count - 1) }

  /// The tally of a day; empty outside of the line.
  package subscript(day: Day) -> DayTally {
    let index = first.distance(to: day)
    return tallies.indices.contains(index) ? tallies[index] : DayTally()
  }

  /// All days of a period taken together; `cards` then counts a card once for each day.
  package func sum(_ period: Period) -> DayTally {
    days(in: period).reduce(into: DayTally()) { $0 += $1 }
  }

  /// The tallies of a period's days that lie on the line.
  package func days(in period: Period) -> ArraySlice<DayTally> {
    let range =
      first.distance(
        to: period.from)..<max(
        first.distance(to: period.to) + 1, first.distance(to: period.from))
    return tallies[range.clamped(to: tallies.indices)]
  }

  /// Days of a period with at least one answer.
  package func studied(in period: Period) -> Int {
    days(in: period).count(where: { $0.answers > 0 })
  }

  mutating func change(_ index: Int, _ body: (inout DayTally) -> Void) { body(&tallies[index]) }
}
