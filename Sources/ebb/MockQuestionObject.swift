import Decks
import Foundation
import MockInterview
import Scheduling

/// One question of a mock with its answer and marks.
struct QuestionObject: Encodable {
  let q: Int
  let form: String
  let round: String
  let follows: Nullable<Int>
  let card: Nullable<String>
  let topic: String
  let path: [String]
  let level: Int
  let kind: String
  let question: String
  let boxMs: Int
  let hard: Bool
  let outcome: String
  let ms: Int
  let overMs: Int
  let hints: Int
  let interrupted: Bool
  let confidence: Nullable<Double>
  let mode: Nullable<String>
  let text: Nullable<String>
  let pick: [Int]
  let points: [PointObject]
  let coverage: Double
  let score: Double
  let right: Bool
  let source: Nullable<SourceObject>
  let proposal: Nullable<ProposalObject>

  struct PointObject: Encodable {
    let id: String
    let text: String
    let weight: Int
    let on: Bool
    let by: Nullable<String>
    let share: Double
  }

  struct SourceObject: Encodable {
    let file: String
    let line: Int
  }

  struct ProposalObject: Encodable {
    let grade: Int
    let ticked: Bool
    let why: String
  }

  init(_ question: Question, in attempt: Attempt, proposals: [Proposal]) {
    let number = question.number
    let answer = attempt.answers[number]
    q = number
    form = question.form.rawValue
    round = question.round
    follows = Nullable(question.follows)
    card = Nullable(question.card?.rawValue)
    topic = question.topic
    path = question.trail
    level = question.level
    kind = question.kind.rawValue
    self.question = question.prompt
    boxMs = question.box * 1000
    hard = question.isHard
    outcome = attempt.outcome(of: number).rawValue
    ms = attempt.used[number] ?? 0
    overMs = attempt.lateness(of: question)
    hints = answer?.hints ?? 0
    interrupted = attempt.interrupted.contains(number)
    confidence = Nullable(answer?.sureness?.probability)
    mode = Nullable(answer?.mode.rawValue)
    text = Nullable(answer?.text)
    pick = answer?.pick ?? []
    let ticks = attempt.marks[number]?.ticks ?? []
    points = question.points.enumerated().map { index, point in
      let tick = ticks.indices.contains(index) ? ticks[index] : nil
      return PointObject(
        id: "k\(index + 1)", text: point.text, weight: point.weight, on: tick?.isOn ?? false,
        by: Nullable(tick?.by.rawValue), share: JSONText.rounded(tick?.share ?? 0))
    }
    coverage = JSONText.rounded(attempt.coverage(of: number))
    score = JSONText.rounded(attempt.score(of: number))
    right = attempt.isRight(number)
    source = Nullable(
      question.place.map { SourceObject(file: $0.path, line: $0.line) })
    proposal = Nullable(
      proposals.first { $0.q == number }.map {
        ProposalObject(
          grade: $0.grade, ticked: $0.isTicked,
          why: $0.remarks.map(\.rawValue).joined(separator: ", "))
      })
  }
}
