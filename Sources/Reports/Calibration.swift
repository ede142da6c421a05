import MockInterview

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

  /// Answers from which on the bias of a topic is shown.
  static let leastOfTopic = 8

  /// One row for each word, least sure first.
  package let rows: [Row]
  /// The most biased topics first.
  package let topics: [Topic]
  /// The figures of all topics together; nil without answers.
  private let whole: MockInterview.Calibration?

  /// Reads what was said in each topic, by sureness 1...3.
  package init(_ topics: [(topic: String, sureness: [Share])]) {
    let words = Sureness.allCases
    let rights = words.indices.map { index in
      topics.reduce(into: Share()) { $0 += $1.sureness[index] }
    }
    rows = zip(words, rights).map { word, right in
      Row(word: word.name, said: word.probability, right: right)
    }
    whole = MockInterview.Calibration(
      rows: zip(words, rights).map { .init(sureness: $0, count: $1.n, right: $1.ok) })
    self.topics = topics.compactMap { topic, sureness in
      let answers = sureness.reduce(0) { $0 + $1.n }
      guard answers >= Self.leastOfTopic else { return nil }
      let said = zip(words, sureness).reduce(0.0) { $0 + $1.0.probability * Double($1.1.n) }
      let right = sureness.reduce(0) { $0 + $1.ok }
      return Topic(
        topic: topic, answers: answers, bias: (said - Double(right)) / Double(answers))
    }.sorted { (abs($0.bias), $1.topic) > (abs($1.bias), $0.topic) }
  }

  /// Answers with a word.
  package var answers: Int { rows.reduce(0) { $0 + $1.right.n } }

  /// Mean squared distance between said and come, 0 (perfect)...1; nil without answers.
  package var brier: Double? { whole?.brier }

  /// Brier score of somebody who always says the share that is right; nil without answers.
  package var uncertainty: Double? { whole?.uncertainty }

  /// 1 less Brier score by uncertainty; nil if all or none were right.
  package var skill: Double? { whole.flatMap { $0.skill } }

  /// Mean of what was said less the share that was right; above 0 too sure; nil without answers.
  package var bias: Double? { whole?.bias }
}
