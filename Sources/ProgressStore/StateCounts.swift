import Scheduling

/// How many cards of the catalogue are in each state on a study day.
package struct StateCounts: Hashable, Sendable {
  /// Stability in days from which a memory counts as mature.
  package static let mature = 21.0

  /// Never answered.
  package var new = 0
  /// On learning or relearning steps.
  package var learning = 0
  /// Waiting days, with a memory not yet mature.
  package var young = 0
  /// Waiting days, with a mature memory.
  package var mature = 0
  /// Of all those: not asked until further notice.
  package var suspended = 0
  /// Of all those: kept back for now.
  package var buried = 0
  /// Of all those: with a flag.
  package var flagged = 0
}

extension Store {
  /// Counts the cards of the catalogue by state.
  package func counts(on today: Day) throws(StoreFailure) -> StateCounts {
    var counts = StateCounts()
    try database.query(
      """
      select count(*), coalesce(sum(phase in (1, 3)), 0),
        coalesce(sum(phase = 2 and ifnull(stability, 0) < ?1), 0),
        coalesce(sum(phase = 2 and stability >= ?1), 0), coalesce(sum(suspended), 0),
        coalesce(sum(buried_until > ?2), 0), coalesce(sum(flag > 0), 0)
      from card left join schedule on schedule.card = card.id left join mark on mark.card = card.id
      """, [.real(StateCounts.mature), .integer(today.number)], attempting: "read"
    ) { row in
      counts.learning = row.integer(1)
      counts.young = row.integer(2)
      counts.mature = row.integer(3)
      counts.new = row.integer(0) - counts.learning - counts.young - counts.mature
      counts.suspended = row.integer(4)
      counts.buried = row.integer(5)
      counts.flagged = row.integer(6)
    }
    return counts
  }
}
