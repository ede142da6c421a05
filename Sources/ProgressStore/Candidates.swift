import Decks
import Foundation
import Scheduling

extension Store {
  /// Whether a card of the overview may be asked on the study day ?1.
  static let isAsked = "(not suspended and ifnull(buried_until, ?1) <= ?1)"

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
      select unseen.card, topic, position, siblings, mark.suspended, mark.buried_until, flag, memo
      from unseen left join mark on mark.card = unseen.card
      where not unseen.suspended and ifnull(unseen.buried_until, ?1) <= ?1
        \(topic == nil ? "" : "and topic = ?3")
      order by position, unseen.card limit ?2
      """,
      [.integer(today.number), .integer(max(new, 0))] + (topic == nil ? [] : [topicValue]),
      attempting: "read"
    ) { candidates.append(candidate($0, schedule: .new)) }
    return candidates
  }

  private func candidate(_ row: Row, schedule: Schedule) -> ReviewQueue.Candidate {
    ReviewQueue.Candidate(
      card: CardID(rawValue: row.text(0)), topic: row.text(1), schedule: schedule,
      position: row.integer(2), group: row.text(3), marks: MarkColumns.marks(in: row, from: 4))
  }
}
