import Decks
import Foundation
import Scheduling

/// What must happen outside the interface.
package enum Effect: Hashable, Sendable {
  /// Draw up today's queue of a topic, or of all, and reply with `.show`.
  case openReview(topic: String?)
  /// Make the answer durable; reply `.saved` or `.failed`.
  case record(Review)
  /// Take the answer back durably; reply `.saved` or `.failed`.
  case revert(Review)
  /// Count anew what is due; reply `.home`.
  case openHome
  /// Open the note at this place in the user's editor, then read it again; reply `.reread` with
  /// what these cards are now.
  case edit(Place, cards: [CardID])
  /// Look up all answers of a card that hold; reply `.history`.
  case openHistory(CardID)
  /// Look up the settings; reply `.show`.
  case openSettings
  /// Write a setting as it was typed, or let its default hold for nil; reply `.settings` or `.failed`.
  case changeSetting(String, to: String?)
  /// Open the file of settings in the user's editor; reply `.settings` or `.failed`.
  case editSettings
  case suspend
  /// Draw everything, even what seems to be on the screen.
  case redraw
  /// End the program with this status.
  case leave(status: Int32)
}

/// What came of an effect.
package enum Reply: Sendable {
  case home(HomeScreen)
  /// A screen to open over the present one.
  case show(any Screen)
  case saved
  /// The note was open in an editor until this moment. Cards that are not here have left their
  /// notes; nil if nothing was read again. One sentence says what came of it.
  case reread(cards: [CardID: Card]?, notice: String, at: Date)
  /// The answers of a card, oldest first.
  case history([Review])
  /// The settings as they are now, and the look that follows from them if it changed.
  case settings(SettingsScreen, Look?)
  /// One sentence for people.
  case failed(String)
}
