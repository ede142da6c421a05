import Foundation
import Scheduling

// Answers that are made durable before the next card is drawn, and taken back as durably.
extension ReviewScreen {
  /// A session with what can be taken back and done again from it.
  struct Moment: Sendable {
    var session: ReviewSession
    var decisions: [Moment]
  }

  /// A change that waits for the store's word, and what it makes of the session.
  struct Pending: Sendable {
    let session: ReviewSession
    let change: Effect
    var decisions: [Moment] = []
    var undone: [Moment] = []
  }

  /// Whether a change waits for the store's word.
  var isSaving: Bool { pending != nil }

  mutating func rate(_ rating: Rating, at now: Date) -> Effect? {
    guard session.current != nil else { return nil }
    var next = session
    let spent = now.milliseconds(since: shownAt)
    let review = next.grade(rating, at: now, duration: spent, sureness: sureness)
    guard isCounted else {
      session = next
      turnUp(at: now)
      return nil
    }
    let effect = Effect.record(review)
    pending = Pending(session: next, change: effect, decisions: decisions)
    return effect
  }

  mutating func undo(at now: Date, columns: Int, rows: Int) -> Effect? {
    if let effect = undoDecision() { return effect }
    var earlier = session
    guard let review = earlier.undo() else {
      notice = "Nothing to undo in this session."
      return nil
    }
    let effect = Effect.revert(review)
    pending = Pending(
      session: earlier, change: effect, decisions: decisions,
      undone: undone + [Moment(session: session, decisions: decisions)])
    guard isCounted else {
      undone = []
      saved(at: now, columns: columns, rows: rows)
      return nil
    }
    return effect
  }

  /// The change is durable: go on.
  mutating func saved(at now: Date, columns: Int, rows: Int) {
    guard let pending else { return }
    finish(pending)
    turnUp(at: now)
    if case .revert(let review) = pending.change {
      // What was said before the answer was seen still holds.
      sureness = review.sureness
      reveal(columns: columns, rows: rows)
      notice = "Undone: \(review.rating.name)."
    } else if calendar.day(of: now) > calendar.day(of: session.startedAt), !knowsNewDay {
      // The queue stays that of the day on which the sitting began.
      knowsNewDay = true
      notice = "A new day began; what it brings is due when you finish."
    } else if let lapses = session.leechLapses {
      notice = Self.leechNotice(lapses)
    }
  }

  /// What is said of a card that was forgotten so often.
  static func leechNotice(_ lapses: Int) -> String {
    "That card was forgotten \(lapses) times: a leech. Rewrite its note."
  }

  /// The session is what it was to become.
  mutating func finish(_ pending: Pending) {
    self.pending = nil
    session = pending.session
    decisions = pending.decisions
    undone = pending.undone
  }

  /// The change could not be stored: the card stays, nothing is pretended.
  mutating func failed(_ problem: String) { side = .unsaved(problem: problem) }

  /// Lets go of a change that could not be stored; the session is what the store knows.
  mutating func giveUpSaving() {
    pending = nil
    if case .unsaved = side { side = .front }
  }
}
