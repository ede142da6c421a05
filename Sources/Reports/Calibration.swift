/// How well people know what they know: what they said before they saw the answer, against what
/// came of it.
package struct Calibration: Hashable, Sendable {
  /// One thing that can be said.
  package struct Row: Hashable, Sendable {
    package let word: String
    /// The probability that it stands for, 0...1.
    package let said: Double
    package let right: Share

    /// Fewer than 10 answers say little.
    package var isFew: Bool { right.n < 10 }
  }

  /// What was said in one topic.
  package struct Topic: Hashable, Sendable {
    package let topic: String
    package let answers: Int
    /// Mean of what was said less the share that was right: above 0 too sure.
    package let bias: Double
  }

  /// Words and probabilities of sureness 1...3.
  package static let words: [(word: String, said: Double)] = [
    ("guess", 0.25), ("think so", 0.60), ("sure", 0.90),
  ]
  /// Answers from which on the bias of a topic is shown.
  static let leastOfTopic = 8

  /// One row for each word, least sure first.
  package let rows: [Row]
  /// The most biased topics first.
  package let topics: [Topic]

  /// Reads what was said in each topic, by sureness 1...3.
  package init(_ topics: [(topic: String, sureness: [Share])]) {
    rows = Self.words.enumerated().map { index, word in
      Row(
        word: word.word, said: word.said,
        right: topics.reduce(into: Share()) { $0 += $1.sureness[index] })
    }
    self.topics = topics.compactMap { topic, sureness in
      let answers = sureness.reduce(0) { $0 + $1.n }
      guard answers >= Self.leastOfTopic else { return nil }
      let said = zip(Self.words, sureness).reduce(0.0) { $0 + $1.0.said * Double($1.1.n) }
      let right = sureness.reduce(0) { $0 + $1.ok }
      return Topic(
        topic: topic, answers: answers, bias: (said - Double(right)) / Double(answers))
    }.sorted { (abs($0.bias), $1.topic) > (abs($1.bias), $0.topic) }
  }

  /// Answers with a word.
  package var answers: Int { rows.reduce(0) { $0 + $1.right.n } }

  private var right: Double { rows.reduce(0) { $0 + Double($1.right.ok) } / Double(answers) }

  /// Mean squared distance between said and come, 0 (perfect)...1; nil without answers.
  /// G. W. Brier, Verification of forecasts expressed in terms of probability, 1950.
  package var brier: Double? {
    guard answers > 0 else { return nil }
    let sum = rows.reduce(0.0) { sum, row in
      let wrong = Double(row.right.n - row.right.ok)
      return sum + Double(row.right.ok) * (row.said - 1) * (row.said - 1)
        + wrong * row.said * row.said
    }
    return sum / Double(answers)
  }

  /// Brier score of somebody who always says the share that is right; nil without answers.
  package var uncertainty: Double? { answers > 0 ? right * (1 - right) : nil }

  /// 1 less Brier score by uncertainty; nil if all or none were right.
  package var skill: Double? {
    guard let brier, let uncertainty, uncertainty > 0 else { return nil }
    return 1 - brier / uncertainty
  }

  /// Mean of what was said less the share that was right; above 0 too sure; nil without answers.
  package var bias: Double? {
    guard answers > 0 else { return nil }
    return rows.reduce(0.0) { $0 + $1.said * Double($1.right.n) } / Double(answers) - right
  }
}
