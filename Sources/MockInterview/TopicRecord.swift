import Foundation

/// What mocks have shown of a topic.
package struct TopicRecord: Hashable, Sendable {
  /// One answer: its score 0...1 and its age in days.
  package struct Answer: Hashable, Sendable {
    package let score: Double
    package let age: Double

    package init(score: Double, age: Double) {
      self.score = score
      self.age = age
    }
  }

  /// Answers in mocks, the newest first.
  package var answers: [Answer]
  /// How much the topic is wanted: 1 by default, 2 for one that is planned for.
  package var weight: Double

  package init(answers: [Answer] = [], weight: Double = 1) {
    self.answers = answers
    self.weight = weight
  }

  /// The mean score of the last thirty answers, each counting half as much as one sixty days
  /// younger, shrunk towards 0.70 by two imaginary answers.
  package var mean: Double {
    let counted = answers.prefix(30).map { (weight: exp2(-$0.age / 60), score: $0.score) }
    let total = counted.reduce(2.0) { $0 + $1.weight }
    return counted.reduce(2 * 0.70) { $0 + $1.weight * $1.score } / total
  }

  /// How much of a paper the topic takes beside the others, before any cap.
  package var share: Double { weight * (1.5 - mean) }
}

/// How much of a paper each topic takes.
struct TopicShares {
  /// In the order of the given topics; they sum to 1.
  let values: [Double]

  /// Shares in proportion to the records, none above `cap`; the rest of what is cut goes to the
  /// others. A cap that cannot hold, because there are too few topics, is as low as it can be.
  init(_ records: [TopicRecord], cap: Double) {
    guard !records.isEmpty else {
      values = []
      return
    }
    let cap = max(cap, 1 / Double(records.count))
    var shares = records.map(\.share)
    var isCapped = shares.map { _ in false }
    while true {
      let free = 1 - Double(isCapped.count { $0 }) * cap
      let total = zip(shares, isCapped).reduce(0) { $1.1 ? $0 : $0 + $1.0 }
      guard total > 0 else { break }
      for index in shares.indices {
        shares[index] = isCapped[index] ? cap : shares[index] / total * free
      }
      let above = shares.indices.filter { !isCapped[$0] && shares[$0] > cap + 1e-12 }
      if above.isEmpty { break }
      for index in above {
        isCapped[index] = true
        shares[index] = cap
      }
    }
    values = shares
  }
}
