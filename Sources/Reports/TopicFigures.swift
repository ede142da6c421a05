import Scheduling

/// How well a topic, or a part of one below a heading, is mastered.
package struct TopicFigures: Hashable, Sendable {
  /// Titles from the topic to the part.
  package let path: [String]
  /// Cards that are not set aside.
  package var cards = 0
  package var seen = 0
  /// Cards that would be recalled now: the sum of the probabilities.
  package var known = 0.0
  /// The middle stability of seen cards, days; nil if none was seen.
  package var stability: Double?
  /// First answers of the period to cards that had waited days.
  package var kept = Share()
  /// The last study day with an answer; nil if there is none.
  package var lastAsked: Day?
  /// Marked mock answers, and the mean of their scores 0...100.
  package var mock: MockMean?
  /// Readiness some time ago and today, oldest first; empty for parts of a topic.
  package var trend: [Double] = []

  /// The mean score of mock answers.
  package struct MockMean: Hashable, Sendable {
    package let answers: Int
    package let score: Double

    /// Makes a mean over so many answers, 0...100.
    package init(answers: Int, score: Double) {
      self.answers = answers
      self.score = score
    }
  }

  /// Makes the figures of a part without cards.
  package init(path: [String]) { self.path = path }

  /// The topic.
  package var topic: String { path.first ?? "" }
  /// Cards never asked.
  package var unseen: Int { cards - seen }
  /// Share of the cards that would be recalled now, unseen ones as 0; nil without cards.
  package var ready: Double? { cards == 0 ? nil : known / Double(cards) }
  /// Share of the seen cards that would be recalled now; nil if none was seen.
  package var recall: Double? { seen == 0 ? nil : known / Double(seen) }
}
