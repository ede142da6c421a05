import Decks
import Foundation
import Reports
import Scheduling

/// One sitting on the screen: a question, its answer, four ratings.
package struct ReviewScreen: Screen {
  /// What of the card is shown.
  enum Side: Hashable, Sendable {
    case front
    case back
    /// A change could not be saved; the card stays.
    case unsaved(problem: String)
  }

  /// The topic reviewed; nil for all.
  let topic: String?
  var session: ReviewSession
  var cards: [CardID: Card]
  let calendar: StudyCalendar
  /// What the user wants of every screen; it decides how much of a text is in view.
  var look: Look
  /// How long the user's answers take.
  package var seconds = AnswerSeconds()
  /// Whether answers are kept. Practice that does not count leaves no trace.
  var isCounted: Bool { !session.isPractice }
  var side = Side.front
  /// How the text is looked at: rows and columns out of sight, and how long code is shown.
  var scroll = 0
  var codeShift = 0
  var wrapsCode = false
  /// One sentence about the last key.
  var notice: String?
  /// What is done with the rows of the card; nil for a card that is answered in words alone.
  var marks: RowMarks?
  /// Whether digits rate although there are key points to tick.
  private var digitsRate = false
  /// Hints in sight; each lowers the rating that is proposed.
  var hints: [String] = []
  /// What was typed in answer; nil if nothing was.
  var typed: TypedAnswer?
  var sureness: Int?
  /// Whether it is being asked how sure one is, before the answer.
  var asksSureness = false
  /// When the question came into sight; time spent elsewhere moves it on.
  var shownAt: Date
  /// Cards that say something else than when they were last answered.
  var drifted: Set<CardID>
  /// What stands beside the card, and the card it was asked for.
  var sideNote: SideNote?
  var noted: CardID?
  /// Whether it was said that another study day has begun since the sitting did.
  var knowsNewDay = false
  /// Links and images of this card that were opened.
  var opened = 0
  /// What was decided about cards: flags, memos and so on.
  var decided: [CardID: CardMarks]
  /// The memo that is being typed.
  var memo: TextField?
  /// Card info is open, where the card may be changed.
  var isLookedUp = false
  /// What was decided in this session, for undo, and what was undone, for redo.
  var decisions: [Moment] = []
  var undone: [Moment] = []
  /// What the session becomes once the store has said that the change is durable.
  var pending: Pending?

  /// Begins with the first card of the session. Cards that `cards` does not hold are passed over.
  package init(
    topic: String?, session: ReviewSession, cards: [CardID: Card],
    marks: [CardID: CardMarks] = [:], drifted: Set<CardID> = [], look: Look = Look(),
    calendar: StudyCalendar, at now: Date
  ) {
    decided = marks
    self.drifted = drifted
    self.look = look
    self.topic = topic
    self.session = session
    self.cards = cards
    self.calendar = calendar
    shownAt = now
    turnUp(at: now)
  }

  /// The sitting, or what is shown when there is no card for it.
  package func orElse<Failure: Error>(
    _ nothing: () throws(Failure) -> any Screen
  ) throws(Failure) -> any Screen {
    session.current == nil ? try nothing() : self
  }

  var card: Card? { session.current.flatMap { cards[$0] } }
  package var context: KeyContext {
    switch side {
    case .front:
      switch marks?.form {
      case .choice: .options
      case .order: .steps
      case .points, nil: .front
      }
    case .back: isTicking ? .points : .back
    case .unsaved: .saving
    }
  }
  /// Whether digits tick key points.
  var isTicking: Bool { side == .back && marks?.form == .points && !digitsRate }
  /// Whether rows are marked before the answer is in sight.
  var isMarking: Bool {
    side == .front && marks.map { $0.form != .points } == true
  }

  /// The rating between brackets.
  var proposal: Rating {
    let measured = marks?.proposal ?? typed?.proposal ?? .good
    let lowered = hints.isEmpty ? measured : Rating(rawValue: measured.rawValue - 1) ?? .again
    // Without Hard, what was recalled with effort was recalled.
    return look.manner.hasFourGrades || lowered == .again ? lowered : .good
  }

  /// The given cards of this sitting.
  func cards(_ ids: [CardID]) -> [Card] { ids.compactMap { cards[$0] } }

  package var face: String { "\(context.rawValue) \(session.current?.rawValue ?? "")" }

  // MARK: Events

  package mutating func handle(_ action: Action, in window: Window) -> [Step] {
    if action == .back {
      giveUpSaving()
      return finish(at: window.now)
    }
    if let effect = act(action, at: window.now, columns: window.columns, rows: window.rows) {
      return [.effect(effect)]
    }
    return session.current == nil ? finish(at: window.now) : []
  }

  private var figures: SittingFigures {
    SittingFigures(started: session.startedAt, log: session.log)
  }

  /// A sitting without an answer leads straight back.
  func finish(at now: Date) -> [Step] {
    guard session.answered > 0 else { return [.close] }
    let summary = SummaryScreen(of: self, today: calendar.day(of: now))
    return [.replace(summary)] + (isCounted ? [.effect(.openTomorrow(figures))] : [])
  }

  /// - Returns: What must happen outside before the screen may go on.
  private mutating func act(
    _ action: Action, at now: Date, columns: Int, rows: Int
  ) -> Effect? {
    if case .unsaved = side { return action == .accept ? pending?.change : nil }
    guard !isSaving else { return nil }
    notice = nil
    switch (side, action) {
    case (.front, .accept): turnOver(columns: columns, rows: rows)
    case (.front, .rate(let sure)):
      guard look.manner.confidence != .off else {
        notice = "Space shows the answer."
        break
      }
      sureness = sure
      reveal(columns: columns, rows: rows)
    case (_, .row(let number)): mark(columns: columns, rows: rows) { $0.mark(number - 1) }
    case (_, .all): mark(columns: columns, rows: rows) { $0.markAll() }
    case (.front, .takeBack): mark(columns: columns, rows: rows) { $0.takeBack() }
    case (_, .goOn) where isMarking || isTicking:
      mark(columns: columns, rows: rows) { $0.markCursor() }
    case (.back, .focus):
      digitsRate = marks?.form == .points && !digitsRate
      if marks?.form != .points { notice = "There are no points to tick." }
    case (.front, .hint): giveHint()
    case (.front, .type): type()
    case (.front, .goOn):
      if !turnPage(columns: columns, rows: rows) { turnOver(columns: columns, rows: rows) }
    case (.back, .goOn):
      if !turnPage(columns: columns, rows: rows) { return rate(proposal, at: now) }
    case (.back, .accept): return rate(proposal, at: now)
    case (.back, .rate(let number)):
      guard look.manner.hasFourGrades || number == 1 || number == 3 else {
        notice = "1 is Again and 3 is Good; review.grades = 4 brings the others."
        break
      }
      return Rating(rawValue: number).flatMap { rate($0, at: now) }
    case (_, .skip): skip(at: now)
    case (_, .undo): return undo(at: now, columns: columns, rows: rows)
    case (_, .redo): return redo()
    case (_, .bury), (_, .suspendCard), (_, .flag): return decide(action)
    case (_, .memo): memo = TextField(currentMarks.memo ?? "")
    case (_, .info):
      isLookedUp = true
      return session.current.map { .cards(.openInfo($0)) }
    case (.back, .viewNote): return card.map { .cards(.openNote($0.place, card: $0.id)) }
    case (.back, .difference): return showDrift()
    case (.back, .openOutside): return openOutside()
    case (_, .clock): look.manner.showsTimeLeft.toggle()
    case (_, .edit): return card.map { .edit($0.place, cards: Array(cards.keys)) }
    case (_, .wrapCode): toggleWrapping()
    case (_, .shiftLeft): codeShift = max(codeShift - Self.shiftStep, 0)
    case (_, .shiftRight): shiftRight(columns: columns, rows: rows)
    default: move(action, columns: columns, rows: rows)
    }
    return nil
  }

  private mutating func skip(at now: Date) {
    let before = session.remaining
    session.skip()
    turnUp(at: now)
    if session.current != nil {
      notice =
        session.remaining < before
        ? "Skipped again; it stays due." : "Skipped; it comes back at the end."
    }
  }

  mutating func turnUp(at now: Date) {
    side = .front
    scroll = 0
    codeShift = 0
    sureness = nil
    asksSureness = false
    opened = 0
    noted = nil
    sideNote = nil
    hints = []
    typed = nil
    digitsRate = false
    shownAt = now
    passOverMissing()
    marks = card.flatMap { RowMarks($0, review: session.currentSchedule?.reviews ?? 0) }
    if opensLine { type() }
  }

  mutating func passOverMissing() {
    while let id = session.current, cards[id] == nil { session.bury() }
  }
}
