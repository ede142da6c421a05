import Decks
import Foundation
import Scheduling

extension Store {
  /// Adds an answer to the log and moves its card, as one durable step.
  /// - Throws: `StoreFailure`; nothing is changed then. `.overtaken` when the card does not stand
  ///   where the answer says it stood, because another program answered it.
  package func record(_ review: Review) throws(StoreFailure) {
    let attempt = "save an answer to"
    try database.transaction(attempting: attempt) { () throws(StoreFailure) in
      let stands = try schedule(of: review.card)
      guard stands == review.before else {
        throw StoreFailure(attempt: attempt, path: path, cause: .overtaken)
      }
      let values: [Value] =
        [
          .text(device), .integer(review.time.milliseconds), .text(review.card.rawValue),
          .integer(review.rating.rawValue), .integer(review.duration), Value(review.sureness),
        ] + ScheduleColumns.values(of: review.before) + ScheduleColumns.values(of: review.after)
        + [.text(device)]
      try database.query(
        """
        insert into event (device, time, kind, card, rating, duration, sureness,
          \(ScheduleColumns.names), \(ScheduleColumns.nextNames), number)
        select ?, ?, 'review', ?, ?, ?, ?, \(ScheduleColumns.marks), \(ScheduleColumns.marks),
          coalesce(max(number), 0) + 1 from event where device = ?
        """, values, attempting: attempt)
      try put(review.after, of: review.card, attempting: attempt)
    }
  }

  /// Takes an answer back: adds that to the log, and the card stands where it stood before.
  /// - Throws: `StoreFailure`; `.overtaken` when the answer is not the card's last one.
  package func revert(_ review: Review, at time: Date) throws(StoreFailure) {
    let attempt = "take back an answer in"
    try database.transaction(attempting: attempt) { () throws(StoreFailure) in
      var last: (device: String, number: Int, time: Int)?
      try database.query(
        """
        select device, number, time from event as answer
        where card = ? and kind = 'review' and not exists (
          select 1 from event where kind = 'revert'
            and reverted_device = answer.device and reverted_number = answer.number)
        order by id desc limit 1
        """, [.text(review.card.rawValue)], attempting: attempt
      ) { last = ($0.text(0), $0.integer(1), $0.integer(2)) }
      guard let last, last.time == review.time.milliseconds else {
        throw StoreFailure(attempt: attempt, path: path, cause: .overtaken)
      }
      try database.query(
        """
        insert into event (device, time, kind, card, reverted_device, reverted_number, number)
        select ?, ?, 'revert', ?, ?, ?, coalesce(max(number), 0) + 1 from event where device = ?
        """,
        [
          .text(device), .integer(time.milliseconds), .text(review.card.rawValue),
          .text(last.device), .integer(last.number), .text(device),
        ], attempting: attempt)
      if review.before.phase == .new {
        try database.query(
          "delete from schedule where card = ?", [.text(review.card.rawValue)],
          attempting: attempt)
      } else {
        try put(review.before, of: review.card, attempting: attempt)
      }
    }
  }

  /// Where a card stands; `.new` if it was never answered.
  package func schedule(of card: CardID) throws(StoreFailure) -> Schedule {
    var schedule = Schedule.new
    try database.query(
      "select \(ScheduleColumns.names) from schedule where card = ?", [.text(card.rawValue)],
      attempting: "read"
    ) { schedule = ScheduleColumns.schedule(in: $0, from: 0) }
    return schedule
  }

  /// Answers that hold, given at or after a moment: first sights, and reviews of cards that had
  /// waited days. Both count against the limits of a day.
  package func answers(since time: Date) throws(StoreFailure) -> (new: Int, reviews: Int) {
    var counts = (new: 0, reviews: 0)
    try database.query(
      """
      select phase, count(distinct card) from event as answer
      where kind = 'review' and time >= ? and phase in (0, 2) and not exists (
        select 1 from event where kind = 'revert' and time >= answer.time
          and reverted_device = answer.device and reverted_number = answer.number)
      group by phase
      """, [.integer(time.milliseconds)], attempting: "read"
    ) { row in
      if row.integer(0) == 0 {
        counts.new = row.integer(1)
      } else {
        counts.reviews = row.integer(1)
      }
    }
    return counts
  }

  /// All answers that hold, oldest first; of one card, if named.
  package func log(of card: CardID? = nil) throws(StoreFailure) -> [Review] {
    var log: [Review] = []
    try database.query(
      """
      select card, time, rating, duration, sureness,
        \(ScheduleColumns.names), \(ScheduleColumns.nextNames)
      from event as answer where kind = 'review' and not exists (
        select 1 from event where kind = 'revert'
          and reverted_device = answer.device and reverted_number = answer.number)
        and (?1 is null or card = ?1)
      order by id
      """, [card.map { .text($0.rawValue) } ?? .null], attempting: "read"
    ) { row in
      guard let rating = Rating(rawValue: row.integer(2)) else { return }
      log.append(
        Review(
          card: CardID(rawValue: row.text(0)), time: Date(milliseconds: row.integer(1)),
          rating: rating, duration: row.integer(3),
          before: ScheduleColumns.schedule(in: row, from: 5),
          after: ScheduleColumns.schedule(in: row, from: 5 + ScheduleColumns.count),
          sureness: row.optionalInteger(4)))
    }
    return log
  }

  private func put(
    _ schedule: Schedule, of card: CardID, attempting attempt: String
  ) throws(StoreFailure) {
    try database.query(
      """
      insert or replace into schedule (card, \(ScheduleColumns.names))
      values (?, \(ScheduleColumns.marks))
      """, [.text(card.rawValue)] + ScheduleColumns.values(of: schedule), attempting: attempt)
  }
}
