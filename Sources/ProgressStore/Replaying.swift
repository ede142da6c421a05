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
      guard let review = EventColumns.review(in: row, of: card) else { return 0 }
      state.add(review, by: scheduler)
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
  static let columns = "\(EventColumns.ofReview), kind = 'review', day, name, body"

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
    let number = number(in: row)
    answers += Store.add(row, to: &states[number], of: numbers.cards[number], by: scheduler)
  }
}
