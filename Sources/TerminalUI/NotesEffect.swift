import Decks

/// What must be looked up or decided about the notes behind the cards.
package enum NotesEffect: Hashable, Sendable {
  /// Look up one view of all notes; reply `.show`.
  case open(NotesView)
  /// Look up what changed in the note of a card since it was answered; reply `.show`, or `.said` if
  /// nothing did.
  case openDrift(CardID)
  /// Note that the change was seen and is known; reply `.settled` or `.failed`.
  case settleDrift(CardID)
  /// An old card goes on as this one of the notes; reply `.said` or `.failed`.
  case link(CardID, to: CardID)
  /// An old card is none of its candidates; its progress is kept, unless it is to be forgotten;
  /// reply `.said` or `.failed`.
  case keepAside(CardID, forgetting: Bool)
  /// Look up what stands beside a card in a wide window; reply `.side`.
  case readSide(CardID)
}
