import Decks
import Scheduling

/// What must be looked up about cards, or done with them.
package enum CardEffect: Hashable, Sendable {
  /// Look up all cards and open them in the browser; reply `.show`.
  case browse(CardQuery)
  /// Look up all cards anew; reply `.cards`.
  case search(CardQuery, order: CardOrder)
  /// Look up one card; reply `.card`.
  case read(CardID)
  /// Look up where a card stands; reply `.changed` with an empty notice.
  case readState(CardID)
  /// Look up all that is known of a card; reply `.show`.
  case openInfo(CardID)
  /// Open the note that holds this place, with its cards; reply `.show`.
  case openNote(Place, card: CardID?)
  /// Draw up a session of these cards, due or not; reply `.show`.
  case review([CardID])
  /// Draw up today's queue of the cards a query finds; reply `.show`.
  case reviewDue(CardQuery)
  /// Decide something about cards, as one durable step; reply `.changed` or `.failed`.
  case mark(CardMark, cards: [CardID])
  /// Take back the last thing done today; reply `.changed` or `.failed`.
  case undo
  /// Do again what was taken back last; reply `.changed` or `.failed`.
  case redo
}
