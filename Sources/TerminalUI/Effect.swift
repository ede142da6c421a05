import Decks
import Foundation
import MockInterview
import Reports
import Scheduling

/// What must happen outside the interface.
package enum Effect: Hashable, Sendable {
  /// Draw up today's queue of a topic, or of all, and reply with `.show`.
  case openReview(topic: String?)
  /// Draw up a sitting beyond what the day asks for; reply with `.show`.
  case openExtra(ExtraSitting, topic: String?)
  /// A sitting came to this; count what comes tomorrow and reply `.tomorrow`.
  case openTomorrow(SittingFigures)
  /// A question that was asked before home is answered.
  case answered(Answered)
  /// Make the answer durable; reply `.saved` or `.failed`.
  case record(Review)
  /// Take the answer back durably; reply `.saved` or `.failed`.
  case revert(Review)
  /// Count anew what is due; reply `.home`.
  case openHome
  /// Open the note at this place in the user's editor, then read it again; reply `.reread` with
  /// what these cards are now.
  case edit(Place, cards: [CardID])
  /// Look up the settings; reply `.show`.
  case openSettings
  /// Write a setting as it was typed, or let its default hold for nil; reply `.settings` or
  /// `.failed`.
  case changeSetting(String, to: String?)
  /// Open the file of settings in the user's editor; reply `.settings` or `.failed`.
  case editSettings
  /// Draw up today's queue of the cards a query finds; reply `.show`.
  case openQuery(CardQuery)
  /// Look up all that is known of a card; reply `.show`.
  case openInfo(CardID)
  /// Look up all cards and open them in the browser; reply `.show`.
  case openBrowser(CardQuery)
  /// Look up all cards anew; reply `.cards`.
  case searchCards(CardQuery, order: CardOrder)
  /// Look up one card; reply `.card`.
  case readCard(CardID)
  /// Look up what changed in the note of a card since it was answered; reply `.show`, or `.said` if
  /// nothing did.
  case openDrift(CardID)
  /// Note that the change was seen and is known; reply `.settled` or `.failed`.
  case settleDrift(CardID)
  /// Look up what stands beside a card in a wide window; reply `.side`.
  case readSide(CardID)
  /// Open a link or an image, named in the note of this path, outside of the terminal; reply
  /// `.said`.
  case openOutside(String, from: String)
  /// Look up where a card stands; reply `.changed` with an empty notice.
  case readState(CardID)
  /// Draw up a session of these cards, due or not; reply `.show`.
  case reviewCards([CardID])
  /// Open the note that holds this place, with its cards; reply `.show`.
  case openNote(Place, card: CardID?)
  /// Look up one view of all notes; reply `.show`.
  case openNotes(NotesView)
  /// An old card goes on as this one of the notes; reply `.said` or `.failed`.
  case link(CardID, to: CardID)
  /// An old card is none of its candidates; its progress is kept, unless it is to be forgotten;
  /// reply `.said` or `.failed`.
  case keepAside(CardID, forgetting: Bool)
  /// Draw up a plan for a day; reply `.show`.
  case openPlan
  /// Work out a plan; reply `.plan` or `.failed`.
  case countPlan(PlanWish)
  /// Put a plan in force, or end the one that is for nil; reply `.said` or `.failed`.
  case setPlan(PlanWish?)
  /// Decide something about cards, as one durable step; reply `.changed` or `.failed`.
  case mark(CardMark, cards: [CardID])
  /// Take back the last thing done today; reply `.changed` or `.failed`.
  case undo
  /// Do again what was taken back last; reply `.changed` or `.failed`.
  case redo
  /// Count the figures of a period, of a topic or of all, and reply with `.show`.
  case openReports(period: ReportPeriod, topic: String?, view: Report.View)
  /// Count them anew for the reports on the screen; reply `.figures`.
  case countFigures(period: ReportPeriod, topic: String?)
  /// Look for what of the notes no card asks about; reply `.silentParts`.
  case readSilentParts
  /// Write a report to a file of the folder the program was started in; reply `.said` or `.failed`.
  case exportReport(Report)
  /// Look up a finished mock; reply `.show`.
  case openMockResult(attempt: String)
  /// Draw up a mock of a topic, or of all; reply `.show`.
  case openMock(topic: String?)
  /// Begin a mock with this paper; reply `.show`.
  case startMock(MockEvent.Start, ClockDisplay)
  /// Make events of a mock durable, and keep what stands in its open answer; reply `.saved` or
  /// `.failed`.
  case saveMock([DatedMockEvent], open: OpenAnswer?)
  /// Keep what stands in the open answer of a mock.
  case keepMock(OpenAnswer)
  /// Open a text in the user's editor; reply `.written`, or `.said` why not.
  case writeAnswer(String)
  /// Ring the bell.
  case ring
  /// Work out what the answers of a mock would count as; reply `.show`.
  case openMockSchedule(attempt: String)
  /// Count answers of a mock as reviews; reply `.said` or `.failed`.
  case applyMock(attempt: String, [Proposal])
  /// Take those reviews back; reply `.said` or `.failed`.
  case withdrawMock(attempt: String)
  /// Write a mock, or the paper of one that is not begun, to files; reply `.said` or `.failed`.
  case exportMock(attempt: String)
  case savePaper(MockEvent.Start)
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
