import Decks
import Foundation

/// Practice that leaves no trace: its answers are no reviews, so they are not logged and no
/// schedule changes. A card that was missed comes again until it is known once.
package struct CramSession: Hashable, Sendable {
  /// Cards between a miss and the next try, if there are as many.
  package static let gap = 5

  /// The card to answer; nil when all are known.
  package var current: CardID? { ahead.first }
  /// Cards not yet known, the current one included.
  package var remaining: Int { ahead.count }
  /// Cards known, in the order in which they were.
  package private(set) var known: [CardID] = []
  /// Cards missed at least once, in the order of the first miss.
  package private(set) var missed: [CardID] = []

  private var ahead: [CardID]
  private var past: [Moment] = []

  private struct Moment: Hashable {
    let ahead: [CardID]
    let known: [CardID]
    let missed: [CardID]
  }

  /// Begins with these cards in this order, each once.
  package init(cards: [CardID]) {
    var seen: Set<CardID> = []
    ahead = cards.filter { seen.insert($0).inserted }
  }

  /// Begins with all candidates, due or not: the likeliest forgotten first or, as always for
  /// equals, by the seed; cards never seen come last, in the order of the notes.
  package init(
    _ candidates: [ReviewQueue.Candidate], order: BacklogOrder = .recall, at now: Date,
    scheduler: Scheduler, seed: UInt64
  ) {
    let queue = QueueOrder(at: now, scheduler: scheduler, seed: seed)
    let candidates = candidates.filter { !$0.marks.isSuspended }
    let seen = queue.sorted(candidates.filter { $0.schedule.phase != .new }, by: order)
    self.init(cards: (QueueOrder.interleaved(seen) + queue.new(candidates)).map(\.card))
  }

  /// Answers the current card, of which there must be one: known it leaves, missed it returns
  /// after a few others.
  package mutating func answer(known isKnown: Bool) {
    precondition(!ahead.isEmpty, "there is no card to answer")
    past.append(Moment(ahead: ahead, known: known, missed: missed))
    let card = ahead.removeFirst()
    if isKnown {
      known.append(card)
    } else {
      if !missed.contains(card) { missed.append(card) }
      ahead.insert(card, at: min(Self.gap, ahead.count))
    }
  }

  /// Takes the last answer back; false if there is none.
  @discardableResult
  package mutating func undo() -> Bool {
    guard let last = past.popLast() else { return false }
    (ahead, known, missed) = (last.ahead, last.known, last.missed)
    return true
  }
}
