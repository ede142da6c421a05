import Decks
import Foundation
import Scheduling

/// One line of the log as it is kept: something that was done, or that it no longer holds.
package struct LogEvent: Hashable, Sendable {
  /// Which event this is, in every copy of the file.
  package struct Identity: Hashable, Sendable {
    /// The opening of the file that added it.
    package let device: String
    /// Its number among the events of the device, from 1.
    package let number: Int

    /// Makes an identity from its parts.
    package init(device: String, number: Int) {
      self.device = device
      self.number = number
    }
  }

  /// What happened.
  package enum Kind: Hashable, Sendable {
    /// A card was answered.
    case review(Review)
    /// Something was decided about a card.
    case mark(CardMark, card: CardID)
    /// Anything else that is to be kept, under a name such as `plan.set`, as a JSON text.
    case fact(name: String, body: String)
    /// An event no longer holds; if that was a revert, what it took back holds again.
    case revert(Identity, card: CardID?)
  }

  package let identity: Identity
  /// The number of the first event of the step this one is part of; nil for an event that undo
  /// leaves alone.
  package let batch: Int?
  /// When it happened.
  package let stamp: Stamp
  package let kind: Kind

  /// Makes an event from its parts.
  package init(identity: Identity, batch: Int?, stamp: Stamp, kind: Kind) {
    self.identity = identity
    self.batch = batch
    self.stamp = stamp
    self.kind = kind
  }

  /// The card it concerns, if it concerns one.
  package var card: CardID? {
    switch kind {
    case .review(let review): review.card
    case .mark(_, let card): card
    case .fact: nil
    case .revert(_, let card): card
    }
  }

  /// When it happened, to the millisecond.
  package var time: Date { stamp.time }

  /// Whether both tell the same; where the card stood may be another computation's view.
  func saysTheSame(as other: LogEvent) -> Bool {
    guard time == other.time else { return false }
    return switch (kind, other.kind) {
    case (.review(let left), .review(let right)):
      left.card == right.card && left.rating == right.rating
    case (.revert(let left, _), .revert(let right, _)): left == right
    default: kind == other.kind
    }
  }
}
