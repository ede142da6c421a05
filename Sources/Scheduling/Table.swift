import Decks
import Foundation

/// The cards of a sitting as they lie at one moment: one turned up, some ahead, some waiting.
struct Table: Hashable, Sendable {
  struct Waiting: Hashable, Sendable {
    let card: CardID
    let due: Date
  }

  /// The card turned up.
  private(set) var current: CardID?
  /// Cards to come, in order.
  private(set) var ahead: ArraySlice<CardID>
  /// Cards on steps, the earliest first.
  private(set) var waiting: [Waiting] = []
  /// Where each card stands.
  private(set) var schedules: [CardID: Schedule]
  /// The latest moment known.
  var now: Date

  private var skipped: Set<CardID> = []

  init(queue: ReviewQueue, now: Date) {
    ahead = queue.cards[...]
    schedules = queue.schedules
    self.now = now
    for card in queue.waiting { wait(card) }
  }

  /// Turns up the next card unless one lies there: a waiting one whose moment has come, else the
  /// first one ahead, else a waiting one due within `learnAhead` seconds. Skipped cards come after
  /// all of these.
  mutating func turnUp(learnAhead: Int) {
    guard current == nil else { return }
    let horizon = ahead.allSatisfy(skipped.contains) ? now + Double(learnAhead) : now
    if let first = waiting.first, first.due <= horizon {
      current = first.card
      waiting.removeFirst()
    } else {
      current = ahead.popFirst()
    }
  }

  /// Takes the answered card away, or lets it wait if it is due later today.
  mutating func answer(with schedule: Schedule, at moment: Date) {
    guard let card = take() else { return }
    now = max(now, moment)
    schedules[card] = schedule
    skipped.remove(card)
    wait(card)
  }

  mutating func skip() {
    guard let card = take() else { return }
    if skipped.insert(card).inserted { ahead.append(card) }
  }

  mutating func bury() { _ = take() }

  /// Puts a card back among those ahead, behind so many others if there are as many.
  mutating func putBack(_ card: CardID, after others: Int) {
    ahead.insert(card, at: min(ahead.startIndex + others, ahead.endIndex))
  }

  /// Takes all cards away.
  mutating func clear() {
    current = nil
    ahead = []
    waiting = []
  }

  private mutating func take() -> CardID? {
    defer { current = nil }
    return current
  }

  private mutating func wait(_ card: CardID) {
    guard let schedule = schedules[card], schedule.isOnSteps,
      case .moment(let due) = schedule.due
    else { return }
    let place = waiting.firstIndex { ($0.due, $0.card) > (due, card) } ?? waiting.endIndex
    waiting.insert(Waiting(card: card, due: due), at: place)
  }
}
