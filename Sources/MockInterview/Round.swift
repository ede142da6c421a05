import Decks

/// A part of a mock: questions of one sort, each with its box of time.
package struct Round: Hashable, Codable, Sendable {
  package var name: String
  /// The level wanted for each question, 1 to 4; 0 takes any.
  package var levels: [Int]
  /// The kinds of card that may be asked.
  package var kinds: Set<Card.Kind>
  /// Seconds for one question; 0 where only the clock of the whole counts.
  package var box: Int
  /// Whether the answer is taken as it stands when the box is over.
  package var isHard: Bool
  /// Whether all questions go down one topic.
  package var hasOneTopic: Bool
  /// Whether questions that compare two things come before others.
  package var prefersComparisons: Bool
  /// Cards with more key points are not asked.
  package var mostPoints: Int

  package init(
    name: String, levels: [Int], kinds: Set<Card.Kind>, box: Int, isHard: Bool = false,
    hasOneTopic: Bool = false, prefersComparisons: Bool = false, mostPoints: Int = 9
  ) {
    self.name = name
    self.levels = levels
    self.kinds = kinds
    self.box = box
    self.isHard = isHard
    self.hasOneTopic = hasOneTopic
    self.prefersComparisons = prefersComparisons
    self.mostPoints = mostPoints
  }

  /// Whether a card is of a kind that may be asked, with few enough key points.
  func allows(_ kind: Card.Kind, points: Int) -> Bool {
    kinds.contains(kind) && points <= mostPoints
  }

  /// The round with another number of questions; the pattern of levels is cut or begins again.
  package func resized(to count: Int) -> Round {
    var copy = self
    copy.levels = (0..<count).map { levels[$0 % levels.count] }
    return copy
  }
}
