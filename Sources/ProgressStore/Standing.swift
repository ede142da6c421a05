import Decks
import Foundation
import Scheduling

extension Store {
  /// All cards of the catalogue with where they stand, in the order in which new ones are
  /// introduced; of one topic if named.
  package func standings(topic: String? = nil) throws(StoreFailure) -> [ReviewQueue.Candidate] {
    var candidates: [ReviewQueue.Candidate] = []
    try database.query(
      """
      select id, topic, card.position, siblings, schedule.card is not null,
        \(ScheduleColumns.names)
      from card left join schedule on schedule.card = card.id
      where ?1 is null or topic = ?1 order by card.position, id
      """, [topic.map { .text($0) } ?? .null], attempting: "read"
    ) { row in
      let isSeen = row.integer(4) == 1
      candidates.append(
        ReviewQueue.Candidate(
          card: CardID(rawValue: row.text(0)), topic: row.text(1),
          schedule: isSeen ? ScheduleColumns.schedule(in: row, from: 5) : .new,
          position: row.integer(2), group: row.text(3)))
    }
    return candidates
  }

  /// The latest answers that hold, at most so many, oldest first: enough to know somebody's habits
  /// by, however long the log is.
  package func latestAnswers(_ limit: Int) throws(StoreFailure) -> [Review] {
    var reverted: Set<[String]> = []
    try database.query(
      "select reverted_device, reverted_number from event where kind = 'revert'",
      attempting: "read"
    ) { reverted.insert([$0.text(0), $0.text(1)]) }
    var answers: [Review] = []
    try database.query(
      """
      select device, number, card, time, rating, duration, sureness,
        \(ScheduleColumns.names), \(ScheduleColumns.nextNames)
      from event where kind = 'review' order by time desc, id desc limit ?
      """, [.integer(limit)], attempting: "read"
    ) { row in
      guard !reverted.contains([row.text(0), row.text(1)]),
        let rating = Rating(rawValue: row.integer(4))
      else { return }
      answers.append(
        Review(
          card: CardID(rawValue: row.text(2)), time: Date(milliseconds: row.integer(3)),
          rating: rating, duration: row.integer(5),
          before: ScheduleColumns.schedule(in: row, from: 7),
          after: ScheduleColumns.schedule(in: row, from: 7 + ScheduleColumns.count),
          sureness: row.optionalInteger(6)))
    }
    return answers.reversed()
  }
}
