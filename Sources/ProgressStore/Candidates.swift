import Decks
import Foundation
import Scheduling

extension Store {
  /// How many cards of a topic there are, and wait now.
  package struct TopicCount: Hashable, Sendable {
    package let topic: String
    package let cards: Int
    package let seen: Int
    /// Of all of them: not asked until further notice.
    package let suspended: Int
    /// Passages with a card never answered: how many new cards different days could begin with.
    package let unseenPassages: Int
    /// Cards whose day or moment has come.
    package let due: Int
    /// When the next card comes that is not due now; nil if none waits.
    package let nextDue: Schedule.Due?
  }

  /// The topics with cards, by name.
  package func topics(at now: Date, today: Day) throws(StoreFailure) -> [TopicCount] {
    var topics: [TopicCount] = []
    try database.query(
      """
      select topic, count(*), count(schedule.card),
        coalesce(sum((due_day <= ?1 or due_time <= ?2) and \(Self.isAsked)), 0),
        min(case when due_day > ?1 and not ifnull(suspended, 0) then due_day end),
        min(case when due_time > ?2 and not ifnull(suspended, 0) then due_time end),
        count(distinct case when schedule.card is null and \(Self.isAsked) then siblings end),
        coalesce(sum(suspended), 0)
      from card left join schedule on schedule.card = card.id left join mark on mark.card = card.id
      group by topic order by topic collate nocase
      """, [.integer(today.number), .integer(now.milliseconds)], attempting: "read"
    ) { row in
      let moment = row.optionalInteger(5).map { Schedule.Due.moment(Date(milliseconds: $0)) }
      let day = row.optionalInteger(4).map { Schedule.Due.day(Day(number: $0)) }
      topics.append(
        TopicCount(
          topic: row.text(0), cards: row.integer(1), seen: row.integer(2),
          suspended: row.integer(7),
          unseenPassages: row.integer(6), due: row.integer(3), nextDue: moment ?? day))
    }
    return topics
  }

  /// Whether a card may be asked on the study day ?1, in a query that joins its marks.
  private static let isAsked = "(not ifnull(suspended, 0) and ifnull(buried_until, ?1) <= ?1)"

  /// The cards that a queue for today can be made of: those due today, those answered today (their
  /// siblings wait until tomorrow), and the first `new` unseen ones in the order of their notes.
  package func candidates(
    topic: String? = nil, today: Day, dayStart: Date, new: Int
  ) throws(StoreFailure) -> [ReviewQueue.Candidate] {
    var candidates: [ReviewQueue.Candidate] = []
    let topicValue: Value = topic.map { .text($0) } ?? .null
    try database.query(
      """
      select id, topic, position, siblings, \(MarkColumns.names), \(ScheduleColumns.names)
      from schedule join card on card.id = schedule.card left join mark on mark.card = card.id
      where (due_day <= ?1 or due_time is not null or last_review >= ?2)
        and (?3 is null or topic = ?3)
      """,
      [.integer(today.number), .integer(dayStart.milliseconds), topicValue], attempting: "read"
    ) { row in
      candidates.append(candidate(row, schedule: ScheduleColumns.schedule(in: row, from: 8)))
    }
    try database.query(
      """
      select id, topic, position, siblings, \(MarkColumns.names)
      from card left join mark on mark.card = card.id
      where (?2 is null or topic = ?2)
        and not exists (select 1 from schedule where schedule.card = card.id)
        and \(Self.isAsked)
      order by position, id limit ?3
      """, [.integer(today.number), topicValue, .integer(max(new, 0))], attempting: "read"
    ) { candidates.append(candidate($0, schedule: .new)) }
    return candidates
  }

  private func candidate(_ row: Row, schedule: Schedule) -> ReviewQueue.Candidate {
    ReviewQueue.Candidate(
      card: CardID(rawValue: row.text(0)), topic: row.text(1), schedule: schedule,
      position: row.integer(2), group: row.text(3), marks: MarkColumns.marks(in: row, from: 4))
  }
}
