import Decks
import Foundation
import Scheduling

/// One sitting on the screen: a question, its answer, four ratings.
package struct ReviewScreen: Sendable {
  /// What of the card is shown.
  enum Face: Hashable, Sendable {
    case front
    case back
    /// An answer was given and could not be saved; the card stays.
    case unsaved(problem: String)
  }

  /// The topic reviewed; nil for all.
  let topic: String?
  private(set) var session: ReviewSession
  private let cards: [CardID: Card]
  private let calendar: StudyCalendar
  private(set) var face = Face.front
  private var sureness: Int?
  private var shownAt: Date
  private var scroll = 0
  private var codeShift = 0
  private var wrapsCode = false
  private var notice: String?
  /// What the session becomes once the store has said that the change is durable.
  private var pending: Pending?

  private struct Pending: Sendable {
    let session: ReviewSession
    let change: Effect
  }

  /// Begins with the first card of the session. Cards that `cards` does not hold are passed over.
  package init(
    topic: String?, session: ReviewSession, cards: [CardID: Card], calendar: StudyCalendar,
    at now: Date
  ) {
    self.topic = topic
    self.session = session
    self.cards = cards
    self.calendar = calendar
    shownAt = now
    passOverMissing()
  }

  var card: Card? { session.current.flatMap { cards[$0] } }
  var keyContext: KeyContext {
    switch face {
    case .front: .front
    case .back: .back
    case .unsaved: .saving
    }
  }
  /// Questions of the given cards, for the summary.
  func questions(of ids: [CardID]) -> [(topic: String, question: String)] {
    ids.compactMap { id in cards[id].map { ($0.topic, $0.question) } }
  }

  // MARK: Events

  /// - Returns: What must happen outside before the screen may go on.
  mutating func handle(_ action: Action, at now: Date, columns: Int, rows: Int) -> Effect? {
    notice = nil
    switch (face, action) {
    case (.unsaved, .accept):
      return pending?.change
    case (.unsaved, _): return nil
    case (.front, .accept): reveal()
    case (.front, .rate(let sure)):
      sureness = sure
      reveal()
    case (.front, .goOn):
      if !turnPage(columns: columns, rows: rows) { reveal() }
    case (.back, .goOn):
      if !turnPage(columns: columns, rows: rows) { return rate(.good, at: now) }
    case (.back, .accept): return rate(.good, at: now)
    case (.back, .rate(let number)):
      return Rating(rawValue: number).flatMap { rate($0, at: now) }
    case (_, .skip):
      session.skip()
      turnUp(at: now)
      if session.current != nil { notice = "Skipped; it comes back at the end." }
    case (_, .undo): return undo(at: now)
    case (_, .wrapCode): wrapsCode.toggle()
    case (_, .shiftLeft): codeShift = max(codeShift - 8, 0)
    case (_, .shiftRight): codeShift = min(codeShift + 8, 4000)
    default: move(action, columns: columns, rows: rows)
    }
    return nil
  }

  /// The change is durable: go on.
  mutating func saved(at now: Date) {
    guard let pending else { return }
    self.pending = nil
    session = pending.session
    if case .revert = pending.change {
      face = .back
      scroll = 0
      shownAt = now
      notice = "Undone: the card is as it was."
    } else {
      turnUp(at: now)
    }
  }

  /// The change could not be stored: the card stays, nothing is pretended.
  mutating func failed(_ problem: String) { face = .unsaved(problem: problem) }

  /// Time spent outside (stopped, another screen) is not thinking time.
  mutating func exclude(_ seconds: TimeInterval) { shownAt += max(seconds, 0) }

  /// Lets cards whose step has come turn up.
  mutating func advance(to now: Date) {
    let before = session.current
    session.advance(to: now)
    if session.current != before { turnUp(at: now) }
  }

  private mutating func reveal() {
    face = .back
    scroll = 0
  }

  private mutating func rate(_ rating: Rating, at now: Date) -> Effect? {
    guard session.current != nil else { return nil }
    var next = session
    let spent = max(Int((now.timeIntervalSince(shownAt) * 1000).rounded()), 0)
    let review = next.grade(rating, at: now, duration: spent, sureness: sureness)
    let effect = Effect.record(review)
    pending = Pending(session: next, change: effect)
    return effect
  }

  private mutating func undo(at now: Date) -> Effect? {
    var earlier = session
    guard let review = earlier.undo() else {
      notice = "Nothing to undo in this session."
      return nil
    }
    let effect = Effect.revert(review)
    pending = Pending(session: earlier, change: effect)
    return effect
  }

  private mutating func turnUp(at now: Date) {
    face = .front
    scroll = 0
    codeShift = 0
    sureness = nil
    shownAt = now
    passOverMissing()
  }

  private mutating func passOverMissing() {
    while let id = session.current, cards[id] == nil { session.bury() }
  }

  private mutating func move(_ action: Action, columns: Int, rows: Int) {
    let view = view(columns: columns, rows: rows)
    let page = max(view.room / 2, 1)
    switch action {
    case .rowDown: scroll += 1
    case .rowUp: scroll -= 1
    case .pageDown: scroll += page
    case .pageUp: scroll -= page
    case .top: scroll = 0
    case .bottom: scroll = view.furthest
    default: break
    }
    scroll = min(max(scroll, 0), view.furthest)
  }

  /// - Returns: Whether there was more to read.
  private mutating func turnPage(columns: Int, rows: Int) -> Bool {
    let view = view(columns: columns, rows: rows)
    guard scroll < view.furthest else { return false }
    scroll = min(scroll + max(view.room - 1, 1), view.furthest)
    return true
  }

  // MARK: Drawing

  /// The text in view: rows that stay, and rows that scroll under them.
  private struct View {
    var pinned: [TextLine]
    var scrolling: [TextLine]
    /// Rows for the scrolling part.
    var room: Int
    var furthest: Int { max(scrolling.count - room, 0) }
  }

  private func view(columns: Int, rows: Int) -> View {
    let frame = Frame(columns: columns, rows: rows)
    let layout = TextLayout(
      measure: frame.measure, wide: frame.wide, codeShift: codeShift, wrapsCode: wrapsCode)
    guard let card else { return View(pinned: [], scrolling: [], room: frame.body.count) }
    let prompt = layout.lines(of: RichText(markdown: card.prompt), ink: .prompt)
    guard face != .front else {
      return View(pinned: [], scrolling: prompt, room: frame.body.count)
    }
    let divider = TextLine(
      "Answer " + String(repeating: "─", count: max(frame.measure - 7, 0)), .muted)
    let head = prompt + [.blank, divider]
    let answer = Self.answer(of: card, layout: layout)
    // A question that fills half the screen scrolls with its answer.
    if head.count * 2 > frame.body.count {
      return View(pinned: [], scrolling: head + answer, room: frame.body.count)
    }
    return View(pinned: head, scrolling: answer, room: frame.body.count - head.count)
  }

  private static func answer(of card: Card, layout: TextLayout) -> [TextLine] {
    let text = RichText(markdown: card.answer)
    guard !card.points.isEmpty else { return layout.lines(of: text, ink: .answer) }
    let points = card.points.map { "- " + $0 }.joined(separator: "\n")
    return layout.lines(of: RichText(markdown: points), ink: .answer) + [.blank]
      + layout.lines(of: text, ink: .answer)
  }

  func draw(columns: Int, rows: Int, at now: Date) -> Grid {
    var frame = Frame(columns: columns, rows: rows)
    let total = session.answered + session.remaining
    let trail = card.map { [$0.topic] + $0.trail } ?? []
    frame.title(
      (["Review"] + trail).joined(separator: " › "),
      right: "\(min(session.answered + 1, total)) of \(total)",
      progress: total == 0 ? 1 : Double(session.answered) / Double(total))
    let view = view(columns: columns, rows: rows)
    let offset = min(scroll, view.furthest)
    frame.draw(view.pinned, from: frame.body.lowerBound, to: frame.body.upperBound)
    frame.draw(
      view.scrolling.dropFirst(offset), from: frame.body.lowerBound + view.pinned.count,
      to: frame.body.upperBound)
    let hidden = view.furthest - offset
    frame.rule(
      row: rows - 4, right: hidden > 0 ? "\(hidden) more \(hidden == 1 ? "row" : "rows")" : "")
    drawAction(in: &frame, hasMore: hidden > 0, at: now)
    frame.keys(keyContext)
    return frame.grid
  }

  private func drawAction(in frame: inout Frame, hasMore: Bool, at now: Date) {
    let row = frame.rows - 3
    switch face {
    case .front:
      let text = hasMore ? "Space reads on" : "Space shows the answer"
      let column = frame.grid.write(text, row: row, column: 2, ink: .hint)
      let sure = "sure of it?  1 guess   2 think so   3 sure"
      if column + sure.count + 4 <= frame.columns {
        frame.grid.write(sure, row: row, column: frame.columns - sure.count - 2, ink: .muted)
      }
      frame.message(notice ?? "")
    case .back:
      drawRatings(in: &frame, row: row, at: now)
      frame.message(notice ?? recallSentence(hasMore: hasMore, at: now), ink: .muted)
    case .unsaved(let problem):
      frame.grid.write(
        "! Not saved: " + Frame.cut(problem, to: frame.columns - 16), row: row, column: 1,
        ink: .warning)
      frame.message("1 try again   2 end the session; everything before it is kept")
    }
  }

  private func drawRatings(in frame: inout Frame, row: Int, at now: Date) {
    guard let outlook = session.outlook(at: now) else { return }
    let inks: [Ink] = [.again, .hard, .good, .easy]
    let names = ["Again", "Hard", "Good", "Easy"]
    let labels = Rating.allCases.map { rating in
      let delay = outlook.delay(rating, from: now, calendar: calendar)
      let text = "\(rating.rawValue) \(names[rating.rawValue - 1]) \(delay)"
      return rating == .good ? "[\(text)]" : text
    }
    let used = labels.reduce(0) { $0 + $1.count }
    let gap = min(max((min(frame.columns, 76) - 4 - used) / 3, 1), 7)
    var column = 2
    for (index, label) in labels.enumerated() {
      frame.grid.write(
        label, row: row, column: column, ink: index == 2 ? .selection : inks[index])
      column += label.count + gap
    }
  }

  private func recallSentence(hasMore: Bool, at now: Date) -> String {
    let more = hasMore ? " Space reads on." : ""
    guard let schedule = session.currentSchedule, let last = schedule.lastReview,
      let recall = session.recall(at: now)
    else { return "Seen for the first time." + more }
    let days = calendar.days(from: last, to: now)
    let when = days == 0 ? "earlier today" : "\(days) \(days == 1 ? "day" : "days") ago"
    return "Recall was \(Int((recall * 100).rounded()))% likely; last answered \(when)." + more
  }
}
