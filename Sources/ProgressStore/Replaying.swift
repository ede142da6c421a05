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
        select \(Self.replayColumns) from event
        where card = ? and kind in ('review', 'mark') and \(Self.holds) order by \(Self.logOrder)
        """, [.text(card.rawValue)], attempting: attempt
      ) { Self.add($0, to: &state, by: scheduler) }
      try put(state, of: card, attempting: attempt)
    }
  }

  /// Replays the whole log: what follows from it for every card with an event that holds, and how
  /// many answers hold.
  func replay(
    by scheduler: Scheduler, attempting attempt: String
  ) throws(StoreFailure) -> (states: [CardID: CardState], answers: Int) {
    var states: [CardID: CardState] = [:]
    var answers = 0
    try database.query(
      """
      select \(Self.replayColumns) from event
      where kind in ('review', 'mark') and \(Self.holds) order by \(Self.logOrder)
      """, attempting: attempt
    ) { row in
      answers += Self.add(
        row, to: &states[CardID(rawValue: row.text(0)), default: .untouched], by: scheduler)
    }
    return (states, answers)
  }

  private static let replayColumns = "\(EventColumns.ofReview), kind, day, name, body"

  /// Adds the answer or the mark in a row to the state of its card.
  /// - Returns: How many answers that were, 0 or 1.
  @discardableResult
  private static func add(_ row: Row, to state: inout CardState, by scheduler: Scheduler) -> Int {
    let first = EventColumns.reviewCount
    if row.text(first) == "review" {
      guard let review = EventColumns.review(in: row) else { return 0 }
      state.add(review, by: scheduler)
      return 1
    }
    if let mark = CardMark(name: row.text(first + 2), detail: row.text(first + 3)) {
      state.add(mark, on: Day(number: row.integer(first + 1)))
    }
    return 0
  }
}
