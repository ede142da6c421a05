import Decks
import MockInterview
import Scheduling

/// A finished mock interview as its history shows it.
package struct MockResult: Hashable, Sendable {
  /// Its rank by start time, from 1.
  package let number: Int
  /// Its lasting name.
  package let id: String
  /// The study day it began on.
  package let day: Day
  package let preset: String
  /// 0...100
  package let score: Double
  /// The band, or that there is none; nil where the preset has none.
  package let band: String?
  /// For exams.
  package let passed: Bool?
  /// Questions that were answered.
  package let done: Share
  /// Answers given within their time.
  package let inTime: Share
  /// Brier score of what was said before the answers were shown; nil if nothing was.
  package let brier: Double?
  /// Milliseconds in all.
  package let duration: Int
  /// Scores 0...100 of the questions, with their topics.
  package let questions: [Question]

  /// One question of an interview.
  package struct Question: Hashable, Sendable {
    package let topic: String
    /// 0...100
    package let score: Double
    /// What was said before anything was shown, 1 (guess) ... 3 (sure); nil if nothing was.
    package let sureness: Int?
    package let isRight: Bool
    /// The card it came from; nil for what is no card.
    package let card: CardID?

    /// Makes a question from its parts.
    package init(
      topic: String, score: Double, sureness: Int? = nil, isRight: Bool = false,
      card: CardID? = nil
    ) {
      self.topic = topic
      self.score = score
      self.sureness = sureness
      self.isRight = isRight
      self.card = card
    }
  }

  /// Makes a result from its parts.
  package init(
    number: Int, id: String, day: Day, preset: String, score: Double, band: String?,
    passed: Bool?, done: Share, inTime: Share, brier: Double?, duration: Int,
    questions: [Question]
  ) {
    self.number = number
    self.id = id
    self.day = day
    self.preset = preset
    self.score = score
    self.band = band
    self.passed = passed
    self.done = done
    self.inTime = inTime
    self.brier = brier
    self.duration = duration
    self.questions = questions
  }
}

/// What mock interviews asked about a topic, and how much of it was said.
package struct MockTopic: Hashable, Sendable {
  package let topic: String
  /// Marked answers.
  package let answers: Int
  /// Mean share of the key points that were said, 0...100.
  package let score: Double

  /// Fewer than 10 answers say little.
  package var isFew: Bool { answers < 10 }

  /// The topics of these results, the lowest score first.
  package static func of(_ results: [MockResult]) -> [MockTopic] {
    var scores: [String: [Double]] = [:]
    for question in results.flatMap(\.questions) {
      scores[question.topic, default: []].append(question.score)
    }
    return scores.map { topic, scores in
      MockTopic(
        topic: topic, answers: scores.count,
        score: scores.reduce(0, +) / Double(scores.count))
    }.sorted { ($0.score, $0.topic) < ($1.score, $1.topic) }
  }
}

/// How the scores of one preset develop.
package struct MockTrend: Hashable, Sendable {
  package let preset: String
  /// Oldest first.
  package let scores: [Double]

  /// Makes a trend from its scores 0...100, oldest first.
  package init(preset: String, scores: [Double]) {
    self.preset = preset
    self.scores = scores
  }

  /// Points from one mock to the next: the least-squares slope over the last 12; nil under 4.
  package var slope: Double? {
    MockHistory.slope(of: Array(scores.suffix(12)))
  }

  /// The trends of all presets that occur in these results, which are oldest first.
  package static func of(_ results: [MockResult]) -> [MockTrend] {
    var presets: [String] = []
    for result in results where !presets.contains(result.preset) { presets.append(result.preset) }
    return presets.map { preset in
      MockTrend(
        preset: preset, scores: results.filter { $0.preset == preset }.map(\.score))
    }
  }
}
