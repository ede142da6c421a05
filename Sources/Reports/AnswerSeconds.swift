/// How long answers take, in seconds.
package struct AnswerSeconds: Hashable, Sendable {
  /// A card that was seen before.
  package let review: Double
  /// A card that is new.
  package let firstSight: Double

  /// Makes a pace; by default what is taken of somebody without habits.
  package init(review: Double = 17, firstSight: Double = 48) {
    self.review = review
    self.firstSight = firstSight
  }

  /// Milliseconds for so many cards.
  package func milliseconds(due: Int, new: Int) -> Int {
    Int(((Double(due) * review + Double(new) * firstSight) * 1000).rounded())
  }

  /// Whole minutes for so many cards, at least 1 if there is a card.
  package func minutes(due: Int, new: Int) -> Int {
    due + new == 0 ? 0 : max((milliseconds(due: due, new: new) + 30_000) / 60_000, 1)
  }
}
