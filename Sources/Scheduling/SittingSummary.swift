import Decks

/// What a sitting came to.
package struct SittingSummary: Hashable, Sendable {
  /// How often each rating was given.
  package struct Tally: Hashable, Sendable {
    private var counts = [0, 0, 0, 0]

    /// Answers with this rating.
    package subscript(rating: Rating) -> Int { counts[rating.rawValue - 1] }

    /// All answers.
    package var total: Int { counts.reduce(0, +) }

    /// Answers better than again.
    package var passed: Int { total - self[.again] }

    fileprivate mutating func count(_ rating: Rating) { counts[rating.rawValue - 1] += 1 }
  }

  /// Cards that had waited days.
  package private(set) var reviews = Tally()
  /// Cards seen for the first time.
  package private(set) var firstSights = Tally()
  /// Cards seen again on their steps.
  package private(set) var repeats = Tally()
  /// Cards rated again at least once, each one time, in the order of the first miss.
  package private(set) var missed: [CardID] = []
  /// Milliseconds spent on answers.
  package private(set) var duration = 0

  /// All answers.
  package var answered: Int { reviews.total + firstSights.total + repeats.total }

  /// Sums up the answers of a sitting.
  package init(_ log: [Review]) {
    var seen: Set<CardID> = []
    for review in log {
      switch review.before.phase {
      case .new: firstSights.count(review.rating)
      case .review: reviews.count(review.rating)
      case .learning, .relearning: repeats.count(review.rating)
      }
      if review.rating == .again, seen.insert(review.card).inserted { missed.append(review.card) }
      duration += review.duration
    }
  }
}
