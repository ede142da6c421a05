/// One side of an interview that is judged.
package enum RubricDimension: String, CaseIterable, Codable, Sendable {
  case correctness
  case depth
  case tradeOffs = "trade-offs"
  case clarity

  /// Its weight in the whole.
  package var weight: Double {
    switch self {
    case .correctness: 0.40
    case .depth: 0.25
    case .tradeOffs: 0.20
    case .clarity: 0.15
    }
  }
}

/// What an interview comes to, in the words of those who hire.
package enum Band: Int, CaseIterable, Codable, Sendable {
  case strongNo = 1
  case leanNo
  case leanYes
  case strongYes

  package var name: String { ["strong no", "lean no", "lean yes", "strong yes"][rawValue - 1] }

  /// The share of a full interview from which it starts, 0...1.
  package var start: Double { [0, 0.50, 0.70, 0.85][rawValue - 1] }
}

/// The result of an attempt, computed from its answers and marks: nothing of it is stored, so a
/// corrected formula corrects history.
package struct Scorecard: Hashable, Sendable {
  /// One dimension that questions were asked for.
  package struct Assessment: Hashable, Sendable {
    package let dimension: RubricDimension
    /// 0...1.
    package let share: Double
    /// How many questions it rests on.
    package let answers: Int
    /// Whether a person set it.
    package let isByHand: Bool

    /// 1 to 4.
    package var step: Int { Scorecard.step(share) }
  }

  /// Answers that kept to their box.
  package struct Pace: Hashable, Sendable {
    package let answers: Int
    /// All answers that had one.
    package let of: Int
  }

  /// The score of a topic in this attempt.
  package struct TopicScore: Hashable, Sendable {
    package let topic: String
    /// 0...1.
    package let score: Double
  }

  /// What decided on the band.
  package enum Reason: Hashable, Sendable {
    case tooFewAnswers(Int)
    case notEnoughDone(Double)
    /// A dimension at 1 of 4 allows no more than a lean no.
    case lowest(RubricDimension)
    /// A dimension below 3 of 4 allows no strong yes.
    case held(RubricDimension)
    /// The weighted whole itself.
    case overall
  }

  /// Of 100.
  package let score: Double
  /// The share of the questions that were answered, 0...1.
  package let done: Double
  package let counts: [Outcome: Int]
  /// Questions that count: those of the paper.
  package let questions: Int
  /// Answers inside their box, and all answers that had one.
  package let inTime: Pace
  package let passed: Bool?
  package let assessments: [Assessment]
  /// 0...1; nil where nothing was assessed.
  package let overall: Double?
  package let band: Band?
  package let reason: Reason?
  package let calibration: Calibration?
  /// Topics by score, the weakest first; 0...1.
  package let topics: [TopicScore]
  /// Questions answered wrong with the word "sure".
  package let sureAndWrong: [Int]

  /// Answers and share of the questions without which there is no band: less is no evidence.
  package static let leastAnswers = 5
  package static let leastDone = 0.75

  /// The last band that starts at a share or below it, as a number 1 to 4.
  package static func step(_ share: Double) -> Int {
    (Band.allCases.last { share.reaches($0.start) } ?? .strongNo).rawValue
  }

  /// What a step counts that a person sets: the middle of its range.
  static func share(ofStep step: Int) -> Double {
    [0.25, 0.60, 0.775, 0.925][min(max(step, 1), 4) - 1]
  }

  /// 1, 1.25, 1.5, 1.75 for levels 1 to 4.
  static func weight(ofLevel level: Int) -> Double { 1 + 0.25 * Double(max(level, 1) - 1) }
}
