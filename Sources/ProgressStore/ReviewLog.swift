import Decks
import Foundation
import Scheduling

extension Store {
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
      select phase, count(distinct card) from event
      where time >= ? and kind = 'review' and phase in (0, 2) and \(Self.holds)
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

  /// When cards were made new again; of each card the last time that holds.
  package func resets() throws(StoreFailure) -> [CardID: Date] {
    var resets: [CardID: Date] = [:]
    try database.query(
      """
      select card, max(time) from event where kind = 'mark' and name = 'reset' and \(Self.holds)
      group by card
      """, attempting: "read"
    ) { resets[CardID(rawValue: $0.text(0))] = Date(milliseconds: $0.integer(1)) }
    return resets
  }

  /// The order in which events are replayed: the same for the same events, wherever they were
  /// added first.
  static let logOrder = "time, device, number"

  /// Whether an event was not taken back.
  static let holds = "not exists (select 1 from void where void.event = event.id)"

  /// Reads every event, oldest first: those that hold, those that do not, and what took them back.
  package func forEachEvent(_ body: (LogEvent) -> Void) throws(StoreFailure) {
    try database.query(
      "select \(EventColumns.all) from event order by \(Self.logOrder)", attempting: "read"
    ) { row in
      if let event = EventColumns.event(in: row) { body(event) }
    }
  }

  /// Reads the answers that hold, to all cards or one, oldest first.
  package func forEachAnswer(
    to card: CardID? = nil, attempting attempt: String = "read", _ body: (Review) -> Void
  ) throws(StoreFailure) {
    try database.query(
      """
      select \(EventColumns.ofReview) from event
      where kind = 'review' and \(Self.holds) \(card == nil ? "" : "and card = ?")
      order by \(Self.logOrder)
      """, card.map { [.text($0.rawValue)] } ?? [], attempting: attempt
    ) { row in
      if let review = EventColumns.review(in: row) { body(review) }
    }
  }
}
