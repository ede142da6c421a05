import Decks
import Foundation
import Reports
import Scheduling

/// What came of an effect.
package enum Reply: Sendable {
  case home(HomeScreen)
  /// A screen to open over the present one.
  case show(any Screen)
  case saved
  case tomorrow(Tomorrow)
  /// The note was open in an editor until this moment. Cards that are not here have left their
  /// notes; nil if nothing was read again. One sentence says what came of it.
  case reread(cards: [CardID: Card]?, notice: String, at: Date)
  /// The settings as they are now, and the look that follows from them if it changed.
  case settings(SettingsScreen, Look?)
  /// A card as last compiled; nil if it is not there any more.
  case card(Card?)
  /// A search in all cards as they are now.
  case cards(CardSearch)
  /// Where cards stand after what was done; one sentence says what it was.
  case changed([CardID: CardState], notice: String)
  /// The figures of a report, and the period they were counted for.
  case figures(Figures, ReportPeriod)
  /// What of the notes no card asks about, of all topics.
  case silentParts([SilentParts])
  /// A change of a card's note is settled; one sentence says how.
  case settled(CardID, notice: String)
  /// What stands beside a card; nil if there is no such card any more.
  case side(SideNote?)
  /// What a plan comes to.
  case plan(PlanFigures)
  /// A text as it came back from the user's editor at this moment.
  case written(String, at: Date)
  /// It is done, in one sentence.
  case said(String)
  /// One sentence for people.
  case failed(String)
}
