import Decks
import Foundation
import Scheduling

extension Store {
  /// Adds an answer to the log and moves its card, as one durable step.
  /// - Throws: `StoreFailure`; nothing is changed then. `.overtaken` when the card does not stand
  ///   where the answer says it stood, because another program answered it.
  package func record(_ review: Review) throws(StoreFailure) {
    let attempt = "save an answer to"
    let device = device(at: review.time)
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
      var last: (identity: LogEvent.Identity, time: Int)?
      try database.query(
        """
        select device, number, time from event as answer
        where card = ? and \(Self.holds) order by time desc, device desc, number desc limit 1
        """, [.text(review.card.rawValue)], attempting: attempt
      ) { last = (LogEvent.Identity(device: $0.text(0), number: $0.integer(1)), $0.integer(2)) }
      guard let last, last.time == review.time.milliseconds else {
        throw StoreFailure(attempt: attempt, path: path, cause: .overtaken)
      }
      try addRevert(of: last.identity, card: review.card, at: time, attempting: attempt)
      try put(review.before, of: review.card, attempting: attempt)
    }
  }

  /// Adds to the log that an answer no longer holds.
  func addRevert(
    of answer: LogEvent.Identity, card: CardID, at time: Date, attempting attempt: String
  ) throws(StoreFailure) {
    let device = device(at: time)
    try database.query(
      """
      insert into event (device, time, kind, card, reverted_device, reverted_number, number)
      select ?, ?, 'revert', ?, ?, ?, coalesce(max(number), 0) + 1 from event where device = ?
      """,
      [
        .text(device), .integer(time.milliseconds), .text(card.rawValue), .text(answer.device),
        .integer(answer.number), .text(device),
      ], attempting: attempt)
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
      where time >= ? and phase in (0, 2) and \(Self.holds)
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
    try forEachAnswer(to: card) { log.append($0) }
    return log
  }

  /// The order in which answers are replayed: the same for the same events, wherever they were
  /// added first.
  static let logOrder = "time, device, number"

  /// Whether the event named `answer` is an answer that was not taken back.
  static let holds = """
    answer.kind = 'review' and not exists (
      select 1 from event as revert where revert.kind = 'revert'
        and reverted_device = answer.device and reverted_number = answer.number)
    """

  /// Reads every event, oldest first: answers that hold, answers that do not, and what took them
  /// back.
  package func forEachEvent(_ body: (LogEvent) -> Void) throws(StoreFailure) {
    try database.query(
      "select \(LogEvent.columns) from event order by \(Self.logOrder)", attempting: "read"
    ) { row in
      if let event = LogEvent(row: row) { body(event) }
    }
  }

  /// Reads the answers that hold, to all cards or one, oldest first.
  package func forEachAnswer(
    to card: CardID? = nil, attempting attempt: String = "read", _ body: (Review) -> Void
  ) throws(StoreFailure) {
    try database.query(
      """
      select \(LogEvent.reviewColumns) from event as answer
      where \(Self.holds) \(card == nil ? "" : "and card = ?") order by \(Self.logOrder)
      """, card.map { [.text($0.rawValue)] } ?? [], attempting: attempt
    ) { row in
      if let review = LogEvent.review(in: row) { body(review) }
    }
  }

  /// Makes a card stand somewhere, whatever the log says.
  func put(
    _ schedule: Schedule, of card: CardID, attempting attempt: String
  ) throws(StoreFailure) {
    guard schedule.phase != .new else {
      try database.query(
        "delete from schedule where card = ?", [.text(card.rawValue)], attempting: attempt)
      return
    }
    try database.query(
      """
      insert or replace into schedule (card, \(ScheduleColumns.names))
      values (?, \(ScheduleColumns.marks))
      """, [.text(card.rawValue)] + ScheduleColumns.values(of: schedule), attempting: attempt)
  }
}
