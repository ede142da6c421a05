import Decks
import Foundation
import Scheduling

extension Store {
  /// Replays the events of some cards inside a transaction, and writes where they lead.
  func rebuild(
    _ cards: some Collection<CardID>, by scheduler: Scheduler, attempting attempt: String
  ) throws(StoreFailure) {
    for card in cards {
      var state = CardState.untouched
      try database.query(
        """
        select \(Replay.columns) from event
        where card = ? and kind in ('review', 'mark') and \(Self.holds) order by \(Self.logOrder)
        """, [.text(card.rawValue)], attempting: attempt
      ) { Self.add($0, to: &state, of: card, by: scheduler) }
      try put(state, of: card, attempting: attempt)
    }
  }

  /// Replays the whole log: what follows from it for every card with an event that holds.
  func replay(
    by scheduler: Scheduler, attempting attempt: String
  ) throws(StoreFailure) -> Replay {
    var replay = Replay()
    try database.query(
      """
      select \(Replay.columns) from event
      where kind in ('review', 'mark') and \(Self.holds) order by \(Self.logOrder)
      """, attempting: attempt
    ) { replay.add($0, by: scheduler) }
    return replay
  }

  /// Adds the answer or the mark in a row to the state of its card.
  /// - Returns: How many answers that were, 0 or 1.
  @discardableResult
  fileprivate static func add(
    _ row: Row, to state: inout CardState, of card: CardID, by scheduler: Scheduler
  ) -> Int {
    let first = EventColumns.reviewCount
    if row.integer(first) == 1 {
      guard let rating = EventColumns.rating(in: row) else { return 0 }
      let (time, day, offset) = EventColumns.moment(in: row)
      let stamp = Stamp(time: time, day: day ?? scheduler.calendar.day(of: time), offset: offset)
      // Where the card stood since is read only if it counts.
      if state.holdsAsGiven(from: EventColumns.before(in: row)), day != nil {
        let after = EventColumns.after(in: row)
        state.addAsGiven(rating, to: card, at: stamp, leadingTo: after, by: scheduler)
      } else {
        state.addAnew(rating, to: card, at: stamp, by: scheduler)
      }
      return 1
    }
    if let mark = CardMark(name: row.text(first + 2), detail: row.text(first + 3)) {
      state.add(mark, on: Day(number: row.integer(first + 1)))
    }
    return 0
  }
}

/// Where all cards of a log stand while it is replayed, by the numbers of the cards.
struct Replay: Sendable {
  /// What it reads of an event.
  static let columns = """
    \(EventColumns.ofReview), kind = 'review', day, iif(kind = 'mark', name, null),
    iif(kind = 'mark', body, null)
    """
  static let columnCount = EventColumns.reviewCount + 4

  private(set) var states: [CardState] = []
  /// Answers that hold.
  private(set) var answers = 0

  private var numbers = CardNumbers()

  /// The cards, by number.
  var cards: [CardID] { numbers.cards }

  /// The number of the card that a row begins with; a card that was not met yet is untouched.
  mutating func number(in row: Row) -> Int {
    let number = row.withText(0) { numbers.number(of: $0) }
    if number == states.count { states.append(.untouched) }
    return number
  }

  /// Adds the answer or the mark in a row of the log.
  mutating func add(_ row: Row, by scheduler: Scheduler) {
    add(row, of: number(in: row), by: scheduler)
  }

  /// The same where the number of the card is known.
  mutating func add(_ row: Row, of number: Int, by scheduler: Scheduler) {
    answers += Store.add(row, to: &states[number], of: numbers.cards[number], by: scheduler)
  }
}
