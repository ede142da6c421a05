import Decks
import Foundation
import Scheduling

// What is decided about the card in view besides its rating: bury, suspend, flag, memo.
extension ReviewScreen {
  /// What was decided about the card in view.
  var currentMarks: CardMarks { session.current.flatMap { decided[$0] } ?? .none }

  /// A buried or suspended card leaves the session.
  mutating func decide(_ action: Action) -> Effect? {
    guard let card = session.current,
      let mark = CardMark(
        toggling: action, of: [currentMarks], on: calendar.day(of: session.startedAt))
    else { return nil }
    return make(mark, of: card)
  }

  private mutating func make(_ mark: CardMark, of card: CardID) -> Effect {
    var next = session
    switch mark {
    case .bury, .suspend: next.bury()
    default: break
    }
    let effect = Effect.cards(.mark(mark, cards: [card]))
    pending = Pending(
      session: next, change: effect,
      decisions: decisions + [Moment(session: session, decisions: decisions)])
    return effect
  }

  /// Takes back what was decided since the last answer; nil if that was nothing.
  mutating func undoDecision() -> Effect? {
    guard let last = decisions.last, last.session.answered == session.answered else { return nil }
    pending = Pending(
      session: last.session, change: .cards(.undo), decisions: last.decisions,
      undone: undone + [Moment(session: session, decisions: decisions)])
    return .cards(.undo)
  }

  /// Does again what was taken back last.
  mutating func redo() -> Effect? {
    guard let last = undone.last else {
      notice = "Nothing to do again."
      return nil
    }
    pending = Pending(
      session: last.session, change: .cards(.redo), decisions: last.decisions,
      undone: undone.dropLast())
    return .cards(.redo)
  }

  /// The store has said where cards stand now.
  mutating func changed(_ states: [CardID: CardState], notice said: String, at now: Date) {
    for (card, state) in states { decided[card] = state.marks }
    if !said.isEmpty { notice = said }
    if let pending {
      let before = (session.current, session.answered)
      finish(pending)
      if (session.current, session.answered) != before {
        turnUp(at: now)
        notice = said
      }
      return
    }
    // Card info may have moved the card: its place in this session is gone then.
    guard let current = session.current, let state = states[current],
      let known = session.currentSchedule
    else { return }
    let today = calendar.day(of: session.startedAt)
    guard state.schedule != known || !state.marks.allowAsking(on: today) else { return }
    session.bury()
    decisions = []
    undone = []
    turnUp(at: now)
    notice = "The card was changed; it is not asked in this session."
  }

  // MARK: Memo

  mutating func readMemo(_ key: Key) -> [Step] {
    guard var field = memo else { return [] }
    switch key {
    case .escape: memo = nil
    case .enter:
      memo = nil
      if let card = session.current { return [.effect(make(.memo(field.text), of: card))] }
    default:
      _ = field.handle(key)
      memo = field
    }
    return []
  }

  // MARK: Drawing

  /// Marks of the card at the right of the row above it, and the memo that is being typed.
  func drawDecisions(in frame: inout Frame) {
    let marks = currentMarks
    let isLeech = session.currentSchedule.map { session.leechRule.includes($0) } ?? false
    let words = [
      marks.flag > 0 ? "⚑ flag" : nil, marks.memo == nil ? nil : "memo",
      isLeech ? "leech \(session.currentSchedule?.lapses ?? 0)" : nil,
    ]
    let text = words.compactMap { $0 }.joined(separator: "  ")
    if !text.isEmpty, frame.body.lowerBound > 2 {
      frame.grid.write(
        text, row: 2, column: max(frame.columns - CellWidth.of(text) - 2, 0), ink: .muted)
    }
    if let memo { frame.ask("Memo: ", memo) }
  }
}
