import Decks
import Foundation
import Scheduling

// What the review is told from outside: what came of its effects, and that time has passed.
extension ReviewScreen {
  package mutating func take(_ reply: Reply, in window: Window) -> [Step]? {
    switch reply {
    case .saved: saved(at: window.now, columns: window.columns, rows: window.rows)
    case .changed(let states, let notice): changed(states, notice: notice, at: window.now)
    case .side(let note): sideNote = note
    case .settled(let card, let text):
      drifted.remove(card)
      notice = text
    case .reread(let cards, let notice, _): reread(cards, notice: notice, at: window.now)
    case .failed(let problem) where isSaving:
      failed(problem)
      return []
    default: return nil
    }
    return session.current == nil ? finish(at: window.now) : []
  }

  /// The notes may have changed: `fresh` is what the cards of this session are now, without those
  /// that left their notes.
  private mutating func reread(_ fresh: [CardID: Card]?, notice text: String, at now: Date) {
    notice = text
    guard let fresh else { return }
    let before = session.current
    cards = fresh
    passOverMissing()
    guard session.current != before else { return }
    turnUp(at: now)
    notice = "That card left its note; its progress is kept."
  }

  /// Time spent outside (stopped, another screen) is not thinking time.
  package mutating func uncover(after seconds: TimeInterval, in window: Window) -> [Step] {
    shownAt += seconds
    guard isLookedUp, let current = session.current else { return [] }
    isLookedUp = false
    noted = nil
    return [.effect(.cards(.readState(current)))]
  }

  package mutating func rest(for seconds: TimeInterval, in window: Window) -> [Step] {
    shownAt += seconds
    return []
  }

  /// What stands beside the card is looked up once a card, where there is room for it.
  package mutating func prepare(for window: Window) -> [Step] {
    guard hasSideNote(in: window), let current = session.current, noted != current else {
      return []
    }
    noted = current
    return [.effect(.notes(.readSide(current)))]
  }

  /// Lets cards whose step has come turn up.
  package mutating func advance(to now: Date) -> [Step] {
    let before = session.current
    session.advance(to: now)
    if session.current != before { turnUp(at: now) }
    return []
  }

  package mutating func say(_ sentence: String) { notice = sentence }
}
