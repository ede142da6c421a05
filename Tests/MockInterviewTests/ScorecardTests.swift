import Testing

@testable import MockInterview

struct ScorecardTests {
  /// An attempt in which each question has a level and a coverage.
  private func attempt(
    _ answers: [(level: Int, coverage: Double)], clarity: Int? = nil, set: [String: Int] = [:],
    preset: Preset = .screen, unreached: Int = 0
  ) -> Attempt {
    let all = answers + Array(repeating: (level: 2, coverage: 0), count: unreached)
    let questions = all.enumerated().map {
      MockSamples.question($0 + 1, topic: "T\($0)", level: $1.level)
    }
    var attempt = Attempt(
      id: "a",
      start: MockEvent.Start(
        paper: MockSamples.paper(questions, preset: preset),
        settings: MockSettings(answer: .type, reveal: .end, pass: 70), scope: ""),
      at: MockSamples.start)
    for (index, answer) in answers.enumerated() {
      attempt.apply(
        .answer(Answer(q: index + 1, outcome: .answered, ms: 60_000)), at: MockSamples.start)
      attempt.apply(.mark(Mark(q: index + 1, coverage: answer.coverage)), at: MockSamples.start)
    }
    attempt.apply(.end(MockEvent.End(clarity: clarity, set: set)), at: MockSamples.start)
    return attempt
  }

  @Test func fourAnswersGiveNoBand() {
    let card = Scorecard(of: attempt(Array(repeating: (2, 1.0), count: 4)))
    #expect(card.band == nil)
    #expect(card.reason == .tooFewAnswers(4))
    #expect(card.score == 100)
  }

  @Test func lessThanThreeQuartersDoneGivesNoBand() {
    let card = Scorecard(of: attempt(Array(repeating: (2, 1.0), count: 5), unreached: 2))
    #expect(card.band == nil)
    guard case .notEnoughDone(let done) = card.reason else {
      Issue.record("the reason is \(String(describing: card.reason))")
      return
    }
    #expect(abs(done - 5.0 / 7) < 1e-9)
    #expect(card.score == 100, "what was not reached does not count against the score")
  }

  @Test func aDimensionAtTheBottomAllowsNoYes() {
    let card = Scorecard(of: attempt(Array(repeating: (2, 1.0), count: 7) + [(4, 0.2)]))
    #expect(card.band == .leanNo)
    #expect(card.reason == .lowest(.depth))
  }

  @Test func aDimensionBelowThreeAllowsNoStrongYes() {
    let card = Scorecard(of: attempt(Array(repeating: (2, 1.0), count: 5) + [(3, 0.65)]))
    #expect(card.band == .leanYes)
    #expect(card.reason == .held(.tradeOffs))
  }

  @Test func allRightIsAStrongYes() {
    let card = Scorecard(of: attempt((1...4).flatMap { [($0, 1.0), ($0, 1.0)] }, clarity: 4))
    #expect(card.band == .strongYes)
    #expect(card.reason == .overall)
    #expect(card.assessments.allSatisfy { $0.share == 1 })
  }

  @Test func aDimensionSetByHandIsMarkedAsSuch() throws {
    let card = Scorecard(
      of: attempt(Array(repeating: (2, 1.0), count: 6), set: ["correctness": 2]))
    let correctness = try #require(card.assessments.first)
    #expect(correctness.isByHand)
    #expect(correctness.share == 0.60)
  }

  @Test func withoutAWordClarityIsPaceAlone() throws {
    let card = Scorecard(of: attempt(Array(repeating: (2, 0.5), count: 6)))
    #expect(try #require(card.assessments.last).dimension == .clarity)
    #expect(try #require(card.assessments.last).share == 1)
  }

  @Test func anExamCountsWhatWasNotReached() {
    let answers: [(level: Int, coverage: Double)] = Array(repeating: (2, 1.0), count: 7)
    let failed = Scorecard(of: attempt(answers, preset: .exam, unreached: 4))
    #expect(abs(failed.score - 700.0 / 11) < 1e-9)
    #expect(failed.passed == false)
    #expect(failed.band == nil)
    let passed = Scorecard(of: attempt(answers, preset: .exam, unreached: 3))
    #expect(passed.score == 70)
    #expect(passed.passed == true)
  }

  @Test(arguments: [
    (1.0, 4), (0.85, 4), (0.849, 3), (0.70, 3), (0.699, 2), (0.50, 2), (0.49, 1), (0, 1),
  ])
  func stepsBeginWhereTheyShould(share: Double, step: Int) {
    #expect(Scorecard.step(share) == step)
  }

  @Test(arguments: [
    (1.0, 0, 3), (0.8, 0, 3), (0.79, 0, 2), (0.6, 0, 2), (0.59, 0, 1), (1.0, 1, 2), (0.7, 2, 1),
    (0.1, 2, 1),
  ])
  func coverageBecomesAGrade(coverage: Double, hints: Int, grade: Int) {
    #expect(Proposal.grade(coverage: coverage, hints: hints) == grade)
  }

  @Test func hintsCostATenthEachTwiceAtMost() {
    for (hints, score) in [(0, 1.0), (1, 0.9), (2, 0.8), (3, 0.8)] {
      var attempt = attempt([(2, 1.0)])
      attempt.apply(
        .answer(Answer(q: 1, outcome: .answered, hints: hints)), at: MockSamples.start)
      #expect(abs(attempt.score(of: 1) - score) < 1e-9)
    }
  }

  @Test func aTimeoutScoresNothingWhateverWasMarked() {
    var attempt = attempt([(2, 1.0)])
    attempt.apply(.answer(Answer(q: 1, outcome: .timeout)), at: MockSamples.start)
    #expect(attempt.score(of: 1) == 0)
  }

  @Test func picksAreScoredByKind() {
    func options(_ right: [Bool]) -> [Question.Option] {
      right.map { Question.Option(text: "x", isRight: $0) }
    }
    let one = MockSamples.question(
      1, topic: "T", kind: .choice, choices: options([false, true, false]))
    #expect(one.coverage(ofPick: [2]) == 1)
    #expect(one.coverage(ofPick: [1]) == 0)
    #expect(one.coverage(ofPick: []) == 0)
    let several = MockSamples.question(
      1, topic: "T", kind: .choice, choices: options([true, true, false, false]))
    #expect(several.coverage(ofPick: [1, 2]) == 1)
    #expect(several.coverage(ofPick: [1, 3]) == 0)
    #expect(several.coverage(ofPick: [1]) == 0.5)
    #expect(several.coverage(ofPick: [3, 4]) == 0)
    let steps = MockSamples.question(
      1, topic: "T", kind: .order,
      choices: [3, 1, 2].map { Question.Option(text: "s", rank: $0) })
    #expect(steps.coverage(ofPick: [2, 3, 1]) == 1)
    #expect(steps.coverage(ofPick: [1, 3, 2]) == 0)
    #expect(abs(steps.coverage(ofPick: [3, 2, 1]) - 2.0 / 3) < 1e-9)
  }
}
