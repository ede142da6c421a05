import Decks
import Foundation
import Scheduling

extension Store {
  /// All cards of the catalogue with where they stand, in the order in which new ones are
  /// introduced; of one topic if named. Suspended cards are left out.
  package func standings(
    topic: String? = nil
  ) throws(StoreFailure) -> [ReviewQueue.Candidate] {
    var candidates: [ReviewQueue.Candidate] = []
    try database.query(
      """
      select id, topic, card.position, siblings, schedule.card is not null, \(MarkColumns.names),
        \(ScheduleColumns.names)
      from card left join schedule on schedule.card = card.id left join mark on mark.card = card.id
      where (?1 is null or topic = ?1) and not ifnull(suspended, 0)
      order by card.position, id
      """, [topic.map { .text($0) } ?? .null], attempting: "read"
    ) { row in
      let isSeen = row.integer(4) == 1
      let schedule = isSeen ? ScheduleColumns.schedule(in: row, from: 5 + MarkColumns.count) : .new
      candidates.append(
        ReviewQueue.Candidate(
          card: CardID(rawValue: row.text(0)), topic: row.text(1), schedule: schedule,
          position: row.integer(2), group: row.text(3), marks: MarkColumns.marks(in: row, from: 5)))
    }
    return candidates
  }

  /// The latest answers that hold, at most so many, oldest first: enough to know somebody's habits
  /// by, however long the log is.
  package func latestAnswers(_ limit: Int) throws(StoreFailure) -> [Review] {
    var answers: [Review] = []
    try database.query(
      """
      select \(EventColumns.ofReview) from event where kind = 'review' and \(Self.holds)
      order by time desc, id desc limit ?
      """, [.integer(limit)], attempting: "read"
    ) { row in
      if let review = EventColumns.review(in: row) { answers.append(review) }
    }
    return answers.reversed()
  }
}
