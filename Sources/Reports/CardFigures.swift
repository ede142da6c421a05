import Decks
import Scheduling

/// How many cards are in which part of their life.
package struct CardStates: Hashable, Sendable {
  package var new = 0
  /// On learning or relearning steps.
  package var learning = 0
  /// Waiting fewer than 21 days.
  package var young = 0
  /// Waiting 21 days or more.
  package var mature = 0
  package var suspended = 0
  /// Forgotten so often that they should be rewritten; counted above as well.
  package var leeches = 0

  /// All cards.
  package var all: Int { new + learning + young + mature + suspended }
  /// Cards answered at least once, unless set aside.
  package var seen: Int { learning + young + mature }

  /// Makes the states of no cards.
  package init() {}
}

/// How many values fall between neighbouring limits.
package struct Histogram: Hashable, Sendable {
  /// Lower limit of each bin; the last bin has no upper limit.
  package let limits: [Double]
  package private(set) var counts: [Int]

  /// Makes empty bins from their ascending lower limits, of which there is at least one.
  package init(limits: [Double]) {
    precondition(!limits.isEmpty, "a histogram has at least one bin")
    self.limits = limits
    counts = limits.map { _ in 0 }
  }

  /// All values.
  package var total: Int { counts.reduce(0, +) }

  /// Counts a value; what lies below the first limit falls into the first bin.
  package mutating func add(_ value: Double) {
    let index = limits.lastIndex { $0 <= value } ?? 0
    counts[index] += 1
  }
}

/// What is known of the cards' memory today.
package struct MemoryFigures: Hashable, Sendable {
  /// Days of stability of seen cards.
  package var stability = Histogram(limits: [0, 1, 3, 7, 14, 30, 60, 120, 365])
  /// Difficulty 1...10 of seen cards.
  package var difficulty = Histogram(limits: [1, 2, 3, 4, 5, 6, 7, 8, 9])
  /// Probability of recall today of seen cards, 0...1.
  package var recall = Histogram(limits: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])
  /// Cards that would be recalled now: the sum of the probabilities.
  package var known = 0.0
  /// The middle stability of seen cards, days; nil if none was seen.
  package var medianStability: Double?

  /// Makes the figures of no cards.
  package init() {}
}

/// A card that is forgotten again and again, or was missed in a way that is worth a list.
package struct Leech: Hashable, Sendable {
  package let card: CardID
  package let topic: String
  /// How often it was forgotten after it had waited days, or missed in that way.
  package let lapses: Int
}
