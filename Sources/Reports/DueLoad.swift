import Scheduling

/// The reviews that are scheduled already.
package struct DueLoad: Hashable, Sendable {
  /// Cards that come due on a day.
  package struct Load: Hashable, Sendable {
    package var due = 0
    /// Cards by topic, most first.
    package var topics: [Count] = []
  }

  /// Cards of one topic.
  package struct Count: Hashable, Sendable {
    package let topic: String
    package let cards: Int
  }

  /// From today on; today holds what is overdue as well.
  package var days: [Load] = []
  /// Reviews a day in the long run, if all cards are recalled: the sum of 1/interval.
  package var daily = 0.0

  /// Makes the load of no cards.
  package init() {}

  /// Reviews in the first so many days.
  package func sum(_ count: Int) -> Int { days.prefix(count).reduce(0) { $0 + $1.due } }
}
