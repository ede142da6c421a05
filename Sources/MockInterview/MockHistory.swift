import Decks
import Foundation

/// All mocks together: what they show of topics and cards, and whether it gets better.
package struct MockHistory: Sendable {
  /// In order of their start, discarded ones left out.
  package let attempts: [Attempt]

  package init(_ attempts: [Attempt]) {
    self.attempts = attempts.filter { $0.state != .discarded }
  }

  /// Those that came to their end.
  package var finished: [Attempt] { attempts.filter { $0.state == .done } }

  /// The newest that can be gone on with.
  package var open: Attempt? { attempts.last { $0.state == .running || $0.state == .paused } }

  /// What is known of each topic, the newest answers first.
  package func records(at now: Date) -> [String: TopicRecord] {
    var records: [String: TopicRecord] = [:]
    for attempt in finished.reversed() {
      for question in attempt.questions.reversed()
      where attempt.outcome(of: question.number) != .unreached {
        let given = attempt.answeredAt[question.number] ?? attempt.startedAt
        records[question.topic, default: TopicRecord()].answers.append(
          TopicRecord.Answer(
            score: attempt.score(of: question.number),
            age: max(now.timeIntervalSince(given), 0) / 86400))
      }
    }
    return records
  }

  /// When each card was last on a paper, and how many papers ago.
  package func asked(at now: Date) -> [CardID: (papersAgo: Int, days: Double)] {
    var asked: [CardID: (papersAgo: Int, days: Double)] = [:]
    for (index, attempt) in attempts.reversed().enumerated() {
      let days = max(now.timeIntervalSince(attempt.startedAt), 0) / 86400
      for question in attempt.paper.questions {
        guard let card = question.card, asked[card] == nil,
          question.isPrimary || attempt.shown.contains(question.number)
        else { continue }
        asked[card] = (index + 1, days)
      }
    }
    return asked
  }

  /// Points better each time, by least squares over the last 4 to 12 finished mocks of a preset;
  /// nil before there are four.
  package func trend(of preset: String) -> Double? {
    let scores = finished.filter { $0.preset.name == preset }.suffix(12).map {
      Scorecard(of: $0).score.rounded()
    }
    return Self.slope(of: scores)
  }

  /// How a finished mock stands beside those of the same preset.
  package struct Comparison: Hashable, Sendable {
    /// Scores of the mocks before, of 100, the newest last; at most eleven.
    package let before: [Int]
    package let score: Int
    /// Points better each time, this one included; nil before there are four.
    package let slope: Double?

    /// "41 49 52, now 55: about 5 points better each time".
    package var words: String {
      let scores = before.map { String($0) }.joined(separator: " ")
      guard let slope else { return "\(scores), now \(score)" }
      return "\(scores), now \(score): \(MockHistory.words(forSlope: slope))"
    }
  }

  /// Compares a finished mock with those of its preset that began before it; nil for the first.
  package func comparison(of attempt: Attempt) -> Comparison? {
    let before = finished.filter {
      $0.preset.name == attempt.preset.name && $0.id != attempt.id
        && ($0.startedAt, $0.id) < (attempt.startedAt, attempt.id)
    }.suffix(11).map { Int(Scorecard(of: $0).score.rounded()) }
    guard attempt.state == .done, !before.isEmpty else { return nil }
    let score = Int(Scorecard(of: attempt).score.rounded())
    return Comparison(
      before: before, score: score, slope: Self.slope(of: (before + [score]).map(Double.init)))
  }

  /// "about 5 points better each time", of points each time.
  package static func words(forSlope slope: Double) -> String {
    let points = Int(slope.magnitude.rounded())
    if points == 0 { return "about the same each time" }
    return "about \(points) \(points == 1 ? "point" : "points") "
      + (slope > 0 ? "better each time" : "worse each time")
  }

  /// The least-squares slope of numbers that follow each other; nil for fewer than four.
  package static func slope(of numbers: [Double]) -> Double? {
    guard numbers.count >= 4 else { return nil }
    let n = Double(numbers.count)
    let middle = (n - 1) / 2
    let mean = numbers.reduce(0, +) / n
    var (above, below) = (0.0, 0.0)
    for (index, number) in numbers.enumerated() {
      above += (Double(index) - middle) * (number - mean)
      below += (Double(index) - middle) * (Double(index) - middle)
    }
    return above / below
  }

  /// What was written after the last mock of a preset.
  package func lastPostMortem(of preset: String) -> MockEvent.PostMortem? {
    finished.last { $0.preset.name == preset && $0.postMortem?.isEmpty == false }?.postMortem
  }
}
