import Decks
import Foundation
import Scheduling

extension Store {
  /// The names of all topics that have a deck, in no order.
  package func topicNames() throws(StoreFailure) -> Set<String> {
    var names: Set<String> = []
    try database.query("select distinct topic from deck", attempting: "read") {
      names.insert($0.text(0))
    }
    return names
  }

  /// The cards of a topic, in no order.
  package func identities(topic: String) throws(StoreFailure) -> [CardID] {
    var cards: [CardID] = []
    try database.query(
      "select card from seen where topic = ?1 union all select card from unseen where topic = ?1",
      [.text(topic)], attempting: "read"
    ) { cards.append(CardID(rawValue: $0.text(0))) }
    return cards
  }

  /// Answers that hold, given at or after a moment, by topic: first sights, and reviews of cards
  /// that had waited days.
  package func answersByTopic(
    since time: Date
  ) throws(StoreFailure) -> [String: DailyLimits.Done] {
    var done: [String: DailyLimits.Done] = [:]
    try database.query(
      """
      select topic, phase, count(distinct event.card)
      from event join card on card.id = event.card
      where time >= ? and phase in (0, 2) and \(Self.holds)
      group by topic, phase
      """, [.integer(time.milliseconds)], attempting: "read"
    ) { row in
      if row.integer(1) == 0 {
        done[row.text(0), default: DailyLimits.Done()].new = row.integer(2)
      } else {
        done[row.text(0), default: DailyLimits.Done()].reviews = row.integer(2)
      }
    }
    return done
  }
}
