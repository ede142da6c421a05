import Decks
import Scheduling

/// What must happen outside the interface, grouped by who does it.
package enum Effect: Hashable, Sendable {
  case cards(CardEffect)
  case notes(NotesEffect)
  case mock(MockEffect)
  case plan(PlanEffect)
  case reports(ReportEffect)
  case settings(SettingsEffect)
  /// Count anew what is due; reply `.home`.
  case openHome
  /// Draw up today's queue of a topic, or of all, and reply with `.show`.
  case openReview(topic: String?)
  /// Draw up a sitting beyond what the day asks for; reply with `.show`.
  case openExtra(ExtraSitting, topic: String?)
  /// Make the answer durable; reply `.saved` or `.failed`.
  case record(Review)
  /// Take the answer back durably; reply `.saved` or `.failed`.
  case revert(Review)
  /// A sitting came to this; count what comes tomorrow and reply `.tomorrow`.
  case openTomorrow(SittingFigures)
  /// A question that was asked before home is answered.
  case answered(Answered)
  /// Open the note at this place in the user's editor, then read it again; reply `.reread` with
  /// what these cards are now.
  case edit(Place, cards: [CardID])
  /// Open a text in the user's editor; reply `.written`, or `.said` why not.
  case writeAnswer(String)
  /// Open a link or an image, named in the note of this path, outside of the terminal; reply
  /// `.said`.
  case openOutside(String, from: String)
  /// Ring the bell.
  case ring
  /// Give the terminal back to the shell until it is asked for again.
  case suspend
  /// Draw everything, even what seems to be on the screen.
  case redraw
  /// End the program with this status.
  case leave(status: Int32)
}
