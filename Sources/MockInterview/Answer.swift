import Decks

/// What became of a question.
package enum Outcome: String, Codable, Sendable {
  case answered
  /// Time ended it, and something was there.
  case cut
  /// Time ended it, and nothing was there.
  case timeout
  case skipped
  /// The paper ended before it.
  case unreached
}

/// How sure one is of an answer, said before anything is revealed. Three words and no percentage:
/// three are all that people can tell apart under pressure.
package enum Sureness: Int, CaseIterable, Codable, Sendable {
  case guess = 1
  case thinkSo
  case sure

  /// The word itself.
  package var name: String {
    switch self {
    case .guess: "guess"
    case .thinkSo: "think so"
    case .sure: "sure"
    }
  }

  /// What one did who said it.
  package var past: String {
    switch self {
    case .guess: "guessed"
    case .thinkSo: "thought so"
    case .sure: "sure"
    }
  }

  /// What the word is worth as a probability of being right.
  package var probability: Double {
    switch self {
    case .guess: 0.25
    case .thinkSo: 0.60
    case .sure: 0.90
    }
  }
}

/// What was given to one question.
package struct Answer: Hashable, Codable, Sendable {
  /// The number of the question.
  package var q: Int
  package var outcome: Outcome
  /// Milliseconds of answering, all visits together.
  package var ms: Int
  package var sureness: Sureness?
  package var hints: Int
  package var mode: AnswerMode
  /// What was typed, or the keywords of what was said; nil where texts are not kept.
  package var text: String?
  /// The options picked, from 1, in the order of picking.
  package var pick: [Int]
  /// Whether the clock was stopped in the middle.
  package var interrupted: Bool
  /// Characters typed, where the text itself is not kept.
  package var length: Int?

  package init(
    q: Int, outcome: Outcome, ms: Int = 0, sureness: Sureness? = nil, hints: Int = 0,
    mode: AnswerMode = .type, text: String? = nil, pick: [Int] = [], interrupted: Bool = false
  ) {
    self.q = q
    self.outcome = outcome
    self.ms = ms
    self.sureness = sureness
    self.hints = hints
    self.mode = mode
    self.text = text
    self.pick = pick
    self.interrupted = interrupted
  }

  /// Whether there is something to mark.
  package var isMarkable: Bool { outcome == .answered || outcome == .cut }
}

/// What was found in one answer.
package struct Mark: Hashable, Codable, Sendable {
  /// Who decided about a point.
  package enum Source: String, Codable, Sendable {
    /// The matcher, and nobody changed it.
    case auto
    /// You, without a suggestion.
    case own = "self"
    /// You, against a suggestion.
    case override
  }

  /// One key point, in the order of the question.
  package struct Tick: Hashable, Codable, Sendable {
    package var isOn: Bool
    package var by: Source
    /// How much of it the matcher found, 0...1.
    package var share: Double

    package init(isOn: Bool, by: Source, share: Double = 0) {
      self.isOn = isOn
      self.by = by
      self.share = share
    }
  }

  package var q: Int
  /// The share of a full answer that was given, 0...1.
  package var coverage: Double
  /// Empty where a person set the coverage, or where it follows from what was picked.
  package var ticks: [Tick]

  package init(q: Int, coverage: Double, ticks: [Tick] = []) {
    self.q = q
    self.coverage = coverage
    self.ticks = ticks
  }

  /// The weight of the points that are ticked as a share of all.
  package static func coverage(of ticks: [Tick], among points: [KeyPoint]) -> Double {
    let total = points.reduce(0) { $0 + $1.weight }
    let said = zip(points, ticks).reduce(0) { $1.1.isOn ? $0 + $1.0.weight : $0 }
    return total == 0 ? 0 : Double(said) / Double(total)
  }
}

extension Question {
  /// The share of a full answer in what was picked, 0...1: for one right option all or nothing,
  /// for several the right ticks less the wrong ones, for an order the pairs that stand right.
  package func coverage(ofPick pick: [Int]) -> Double {
    let picked = pick.compactMap { choices.indices.contains($0 - 1) ? choices[$0 - 1] : nil }
    if kind == .order {
      let pairs = choices.count * (choices.count - 1) / 2
      var right = 0
      for (index, step) in picked.enumerated() {
        right += picked[(index + 1)...].count { $0.rank > step.rank }
      }
      return pairs == 0 ? 0 : Double(right) / Double(pairs)
    }
    let all = choices.count { $0.isRight }
    let right = picked.count { $0.isRight }
    if all == 1 { return right == 1 && picked.count == 1 ? 1 : 0 }
    return all == 0 ? 0 : max(0, Double(right - (picked.count - right)) / Double(all))
  }
}
