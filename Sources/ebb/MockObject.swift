import Decks
import Foundation
import MockInterview
import Scheduling

/// A mock as `ebb.mock/1`.
struct MockObject: Encodable {
  let schema = "ebb.mock/1"
  let number: Int
  let id: String
  let preset: String
  let seed: UInt64
  let started: String
  let ended: Nullable<String>
  let state: String
  let settings: SettingsObject
  let scope: String
  let relaxed: [String]
  let clock: ClockObject
  let counts: [String: Int]
  let score: Double
  let done: Double
  let passed: Nullable<Bool>
  let band: Nullable<String>
  let bandReason: Nullable<String>
  let overall: Nullable<Double>
  let dimensions: [DimensionObject]
  let claritySelf: Nullable<Int>
  let calibration: Nullable<CalibrationObject>
  let weakest: [TopicObject]
  let sureWrong: [Int]
  /// Nil in a list.
  let questions: [QuestionObject]?
  let note: Nullable<MockEvent.PostMortem>
  let applied: Nullable<AppliedObject>

  struct SettingsObject: Encodable {
    let answer: String
    let reveal: String
    let strict: Bool
    let pass: Nullable<Int>
  }

  struct ClockObject: Encodable {
    let limitMs: Int
    let usedMs: Int
    let interruptions: [InterruptionObject]
  }

  struct InterruptionObject: Encodable {
    let at: String
    let why: String
    let ms: Int
  }

  struct DimensionObject: Encodable {
    let name: String
    let x: Double
    let points: Int
    let answers: Int
    let source: String
  }

  struct CalibrationObject: Encodable {
    let n: Int
    let brier: Double
    let reliability: Double
    let resolution: Double
    let uncertainty: Double
    let skill: Nullable<Double>
    let bias: Double
  }

  struct TopicObject: Encodable {
    let topic: String
    let score: Double
  }

  struct AppliedObject: Encodable {
    let at: Nullable<String>
    let reviews: Int
  }

  init(_ attempt: Attempt, proposals: [Proposal]?) {
    let card = Scorecard(of: attempt)
    number = attempt.number
    id = attempt.id
    preset = attempt.preset.name
    seed = attempt.paper.seed
    started = Self.text(attempt.startedAt)
    ended = Nullable(attempt.endedAt.map(Self.text))
    state = attempt.state.rawValue
    settings = SettingsObject(
      answer: attempt.settings.answer.rawValue, reveal: attempt.settings.reveal.rawValue,
      strict: attempt.settings.isStrict, pass: Nullable(attempt.settings.pass))
    scope = attempt.start.scope
    relaxed = attempt.paper.relaxed
    clock = ClockObject(
      limitMs: attempt.paper.limit, usedMs: attempt.spent,
      interruptions: attempt.interruptions.map {
        InterruptionObject(at: Self.text($0.at), why: $0.why.rawValue, ms: $0.ms)
      })
    var counts = ["questions": card.questions, "in_time": card.inTime.answers]
    for outcome in [Outcome.answered, .cut, .timeout, .skipped, .unreached] {
      counts[outcome.rawValue] = card.counts[outcome] ?? 0
    }
    self.counts = counts
    score = JSONText.rounded(card.score)
    done = JSONText.rounded(card.done)
    passed = Nullable(card.passed)
    band = Nullable(card.band?.name)
    bandReason = Nullable(card.reason.map(MockText.words(for:)))
    overall = Nullable(card.overall.map { JSONText.rounded($0) })
    dimensions = card.assessments.map {
      DimensionObject(
        name: $0.dimension.rawValue, x: JSONText.rounded($0.share), points: $0.step,
        answers: $0.answers, source: $0.isByHand ? "override" : "computed")
    }
    claritySelf = Nullable(attempt.end?.clarity)
    calibration = Nullable(
      card.calibration.map {
        CalibrationObject(
          n: $0.count, brier: JSONText.rounded($0.brier),
          reliability: JSONText.rounded($0.reliability),
          resolution: JSONText.rounded($0.resolution),
          uncertainty: JSONText.rounded($0.uncertainty),
          skill: Nullable($0.skill.map { JSONText.rounded($0) }), bias: JSONText.rounded($0.bias))
      })
    weakest = card.topics.prefix(3).map {
      TopicObject(topic: $0.topic, score: JSONText.rounded($0.score))
    }
    sureWrong = card.sureAndWrong
    questions = proposals.map { proposals in
      attempt.questions.map { QuestionObject($0, in: attempt, proposals: proposals) }
    }
    note = Nullable(attempt.postMortem)
    applied = Nullable(
      attempt.applied.map {
        AppliedObject(
          at: Nullable(attempt.appliedAt.map(Self.text)), reviews: $0.reviews.count)
      })
  }

  static func text(_ date: Date) -> String { date.formatted(.iso8601) }
}

/// All mocks without their questions.
struct MockListObject: Encodable {
  let schema = "ebb.mocks/1"
  let attempts: [MockObject]

  init(_ attempts: [Attempt]) {
    self.attempts = attempts.map { MockObject($0, proposals: nil) }
  }
}
