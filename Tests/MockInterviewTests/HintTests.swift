import Decks
import Foundation
import Testing

@testable import MockInterview

/// Hints: two for a question, each less than the answer.
struct HintTests {
  private let start = MockSamples.start

  /// The hints one gets by asking as long as there are any.
  private func hints(to question: Question, typed: String = "") -> [Hint] {
    var interview = MockSamples.interview([question])
    interview.begin(at: start)
    interview.draft = typed
    var hints: [Hint] = []
    while let hint = interview.hint(at: start + 1) { hints.append(hint) }
    #expect(interview.attempt.hints[1] ?? 0 == hints.count)
    return hints
  }

  @Test func pointsAreCountedThenTheHeaviestThatIsMissingIsSaid() {
    var question = MockSamples.question(1, topic: "T", points: 0)
    question.points = [
      KeyPoint("replicas copy the log"), KeyPoint(text: "a quorum must agree", weight: 2),
      KeyPoint("clients retry"),
    ]
    #expect(hints(to: question) == [.count(3), .point("a quorum must agree")])
    #expect(
      hints(to: question, typed: "a quorum of them must agree first")
        == [.count(3), .point("replicas copy the log")])
    question.points = []
    #expect(hints(to: question).isEmpty, "a general question has nothing to hint at")
  }

  @Test func aWrongOptionGoesAndIsPickedNoMore() {
    let options = [false, true, false].map { Question.Option(text: "o", isRight: $0) }
    let question = MockSamples.question(1, topic: "T", points: 0, kind: .choice, choices: options)
    #expect(hints(to: question) == [.without(option: 1), .without(option: 3)])
    var interview = MockSamples.interview([question])
    interview.begin(at: start)
    interview.pick(1)
    _ = interview.hint(at: start + 1)
    #expect(interview.pick.isEmpty)
    interview.pick(1)
    #expect(interview.pick.isEmpty)
  }

  @Test func stepsAndBlanksAreHintedAtByTheirBeginning() {
    let steps = [2, 1].map { Question.Option(text: "step \($0)", rank: $0) }
    let order = MockSamples.question(1, topic: "T", points: 0, kind: .order, choices: steps)
    #expect(hints(to: order) == [.first(step: 2), .first(step: 1)])
    var blank = MockSamples.question(1, topic: "T", points: 0, kind: .cloze)
    blank.points = [KeyPoint("quorum")]
    #expect(hints(to: blank) == [.letters(["q…, 6 letters"]), .point("quorum")])
  }
}
