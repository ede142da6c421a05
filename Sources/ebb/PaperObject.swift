import Decks
import Foundation
import MockInterview
import Scheduling

/// A paper as `ebb.paper/1`: which cards are asked, in which words, and nothing of their answers.
struct PaperObject: Encodable {
  let schema = "ebb.paper/1"
  let preset: String
  let seed: UInt64
  let scope: String
  let relaxed: [String]
  let questions: [PaperQuestion]

  struct PaperQuestion: Encodable {
    let q: Int
    let round: String
    let card: Nullable<String>
    let text: String
    let topic: String
    let level: Int
    let kind: String
    let boxMs: Int
    let hard: Bool
    let question: String
  }

  init(_ start: MockEvent.Start) {
    preset = start.paper.preset.name
    seed = start.paper.seed
    scope = start.scope
    relaxed = start.paper.relaxed
    questions = start.paper.primaries.map {
      PaperQuestion(
        q: $0.number, round: $0.round, card: Nullable($0.card?.rawValue), text: $0.text,
        topic: $0.topic, level: $0.level, kind: $0.kind.rawValue, boxMs: $0.box * 1000,
        hard: $0.isHard, question: $0.prompt)
    }
  }
}
