import Decks
import Foundation

/// A card that may be asked, with what its past says about the need to ask it.
package struct Candidate: Sendable {
  package var card: Card
  /// Probability of recall now, 0...1; nil for a card that was never seen.
  package var recall: Double?
  package var isDue: Bool
  /// How many papers ago it was asked last, 1 for the last paper; nil if never.
  package var papersAgo: Int?
  /// Days since it was last asked in a mock; nil if never.
  package var daysSinceAsked: Double?
  /// The user's own weight: 0, 0.5, 1 or 2.
  package var weight: Double

  package init(
    card: Card, recall: Double? = nil, isDue: Bool = false, papersAgo: Int? = nil,
    daysSinceAsked: Double? = nil, weight: Double = 1
  ) {
    self.card = card
    self.recall = recall
    self.isDue = isDue
    self.papersAgo = papersAgo
    self.daysSinceAsked = daysSinceAsked
    self.weight = weight
  }

  /// Cards the compiler is less sure of are not asked in an interview.
  package static let minimumQuality = 0.60

  /// An interview asks above all what its author wrote for interviews, with a rubric: there are few
  /// of these beside the cards made of every passage.
  static let interviewWeight = 8.0

  /// How much the card needs to be asked: 0.50 unseen, about 0.20 firmly known, up to 0.65 due
  /// and shaky.
  package var need: Double {
    let unseen = recall == nil ? 1.0 : 0
    let shaky = recall.map { min(1, max(0, (1 - $0) / 0.30)) } ?? 0
    return 0.15 + 0.35 * unseen + (isDue ? 0.20 : 0) + 0.30 * (1 - unseen) * shaky
  }

  /// Whether one of the last papers had it.
  func wasAsked(inLast papers: Int) -> Bool { papersAgo.map { $0 <= papers } ?? false }

  /// Its weight in the draw when cards of the last `window` papers are left out; it recovers by
  /// half every thirty days.
  package func weight(avoiding window: Int) -> Double {
    if wasAsked(inLast: window) { return 0 }
    // Where a card of yesterday is let in at all, it must be possible to draw it.
    let fresh = daysSinceAsked.map { max(1 - exp2(-max($0, 0) / 30), 0.01) } ?? 1
    return weight * need * fresh
  }
}
