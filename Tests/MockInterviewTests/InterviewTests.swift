import Decks
import Foundation
import Testing

@testable import MockInterview

struct InterviewTests {
  private let start = MockSamples.start

  private func three(_ hard: Bool = false, box: Int = 150) -> [Question] {
    (1...3).map { MockSamples.question($0, topic: "T\($0)", box: box, isHard: hard) }
  }

  private func begun(
    _ interview: Interview, answering text: String? = nil
  ) -> Interview {
    var interview = interview
    interview.begin(at: start)
    if let text { interview.draft = text }
    return interview
  }

  @Test func anAnswerIsMarkedAtTheEndAndTheEventsTellItAll() throws {
    var interview = MockSamples.interview(three())
    interview.begin(at: start)
    for number in 1...3 {
      #expect(interview.phase == .ask(number))
      // Words of no key point: what is ticked later is ticked by hand. (A lone "1" would say two
      // thirds of "point 1".)
      interview.draft = "words of another subject"
      let then = start + Double(number * 60)
      interview.done(at: then)
      #expect(interview.phase == .sure(number))
      interview.answer(sureness: .sure, at: then)
    }
    for number in 1...3 {
      #expect(interview.phase == .mark(number))
      interview.mark { $0.toggle(0) }
      interview.mark { $0.toggle(1) }
      interview.endMarking(at: start + 300)
    }
    #expect(interview.phase == .clarity)
    interview.finish(clarity: 2, at: start + 310)
    #expect(interview.phase == .over)
    let events = interview.takeUnsaved()
    let rest = interview.takeUnsaved()
    #expect(rest.isEmpty)
    let replayed = try #require(Attempt.all(from: events).first)
    #expect(replayed.state == .done)
    #expect(replayed.used == [1: 60_000, 2: 60_000, 3: 60_000])
    #expect(Scorecard(of: replayed) == Scorecard(of: interview.attempt))
    #expect(Scorecard(of: replayed).score == 50)
  }

  @Test func theClockOfTheQuestionStopsAtTheWordOfSureness() {
    var interview = begun(MockSamples.interview(three()), answering: "a")
    interview.done(at: start + 30)
    #expect(interview.clock(at: start + 90)?.used == 30_000)
    interview.backToAnswer(at: start + 90)
    #expect(interview.phase == .ask(1))
    #expect(interview.clock(at: start + 100)?.used == 40_000)
    #expect(interview.draft == "a")
  }

  @Test func warningsComeOnceEach() {
    var interview = begun(MockSamples.interview(three(), spare: 600))
    let notices = [119, 121, 122, 151, 226.0].map { interview.advance(to: start + $0) }
    #expect(notices == [[], [.boxEnds(30)], [], [.boxOver], [.moveOn]])
    #expect(interview.phase == .ask(1))
  }

  @Test func aShortBoxWarnsLater() {
    var interview = begun(MockSamples.interview(three(box: 30), spare: 600))
    let notices = [15, 20.5].map { interview.advance(to: start + $0) }
    #expect(notices == [[], [.boxEnds(10)]])
  }

  @Test func aHardBoxTakesWhatStandsAtItsEndHoweverLateItIsNoticed() {
    var interview = begun(MockSamples.interview(three(true)), answering: "half an answer")
    let notices = interview.advance(to: start + 4000)
    #expect(notices == [.taken])
    #expect(interview.phase == .sure(1))
    interview.answer(sureness: .guess, at: start + 4001)
    #expect(interview.attempt.answers[1]?.outcome == .cut)
    #expect(interview.attempt.answers[1]?.ms == 150_000)
    _ = interview.advance(to: start + 9000)
    #expect(interview.attempt.answers[2]?.outcome == .timeout)
    #expect(interview.phase == .ask(3))
  }

  @Test func theEndOfTheWholeCutsTheOpenQuestionAndLeavesTheRestUnreached() {
    var interview = begun(MockSamples.interview(three()), answering: "a")
    interview.done(at: start + 10)
    interview.answer(sureness: nil, at: start + 10)
    interview.draft = "b"
    let notices = interview.advance(to: start + 1000)
    #expect(notices == [.totalOver])
    #expect(interview.attempt.outcome(of: 2) == .cut)
    #expect(interview.attempt.outcome(of: 3) == .unreached)
    #expect(interview.attempt.spent == 450_000)
    #expect(interview.phase == .mark(1))
  }

  @Test func aPauseStopsTheClocksUnlessTheMockIsStrict() {
    for isStrict in [false, true] {
      var interview = begun(MockSamples.interview(three(), isStrict: isStrict))
      interview.pause(.key, at: start + 10)
      let notices = interview.advance(to: start + 70)
      #expect(notices.isEmpty)
      interview.resume(at: start + 70)
      #expect(interview.clock(at: start + 80)?.used == (isStrict ? 80_000 : 20_000))
      #expect(interview.attempt.interruptions.map(\.ms) == [60_000])
      #expect(interview.attempt.interrupted == [1])
    }
  }

  @Test func sleepIsNoTimeOfAnswering() {
    var interview = begun(MockSamples.interview(three()))
    interview.stoodStill(100_000, until: start + 110)
    #expect(interview.clock(at: start + 110)?.used == 10_000)
    #expect(interview.attempt.interruptions.map(\.why) == [.sleep])
  }

  @Test func whatWasLeftGoesOnWithTheTimeItHad() throws {
    var interview = begun(MockSamples.interview(three()), answering: "half")
    interview.pause(.quit, at: start + 38)
    let events = interview.takeUnsaved()
    let left = try #require(Attempt.all(from: events).first)
    #expect(left.state == .paused)
    let open = OpenAnswer(attempt: "a1", q: 1, text: "half", pick: [], used: 38_000)
    var resumed = Interview(resuming: left, open: open, at: start + 9000)
    resumed.resume(at: start + 9000)
    #expect(resumed.phase == .ask(1))
    #expect(resumed.draft == "half")
    #expect(resumed.clock(at: start + 9001)?.boxLeft == 111_000)
    resumed.done(at: start + 9001)
    resumed.answer(sureness: nil, at: start + 9001)
    #expect(resumed.attempt.answers[1]?.interrupted == true)
  }

  @Test func aCrashCostsTheTimeSinceTheAnswerWasLastKept() throws {
    var interview = begun(MockSamples.interview(three()))
    let events = interview.takeUnsaved()
    let crashed = try #require(Attempt.all(from: events).first)
    #expect(crashed.state == .running)
    let open = OpenAnswer(attempt: "a1", q: 1, text: "typed", pick: [], used: 21_000)
    var resumed = Interview(resuming: crashed, open: open, at: start + 60)
    resumed.resume(at: start + 60)
    #expect(resumed.clock(at: start + 60)?.used == 21_000)
    #expect(resumed.attempt.interruptions.map(\.why) == [.crash])
  }

  @Test func anAnswerLeftBeforeItsMarkIsMarkedFirst() throws {
    var interview = begun(MockSamples.interview(three(), reveal: .each), answering: "a")
    interview.done(at: start + 5)
    interview.answer(sureness: .sure, at: start + 5)
    #expect(interview.phase == .mark(1))
    let events = interview.takeUnsaved()
    let left = try #require(Attempt.all(from: events).first)
    let resumed = Interview(resuming: left, at: start + 100)
    #expect(resumed.phase == .mark(1))
  }

  @Test func skippedQuestionsComeAgainOnceWhereAnswersWaitForTheEnd() {
    var interview = begun(MockSamples.interview(three()))
    interview.skip(at: start + 1)
    for number in [2, 3] {
      #expect(interview.phase == .ask(number))
      interview.draft = "x"
      interview.done(at: start + 2)
      interview.answer(sureness: nil, at: start + 2)
    }
    #expect(interview.phase == .ask(1))
    interview.skip(at: start + 3)
    #expect(interview.phase == .mark(2))
    #expect(interview.attempt.outcome(of: 1) == .skipped)
  }

  @Test func anExamIsFreeToAndFroAndTheLastAnswerCounts() throws {
    let options = [false, true, false].map { Question.Option(text: "o", isRight: $0) }
    let questions = (1...3).map {
      MockSamples.question($0, topic: "T", points: 0, kind: .choice, box: 120, choices: options)
    }
    var interview = MockSamples.interview(questions, preset: .exam)
    interview.begin(at: start)
    interview.pick(1)
    interview.go(to: 3, at: start + 10)
    #expect(interview.phase == .ask(3))
    interview.go(to: 1, at: start + 20)
    #expect(interview.pick == [1])
    interview.pick(2)
    #expect(interview.pick == [2], "one right option leaves room for one pick")
    interview.go(to: 2, at: start + 30)
    #expect(interview.attempt.answers[1]?.pick == [2])
    #expect(interview.attempt.changes[1] == 1)
    #expect(interview.attempt.used == [1: 20_000, 3: 10_000])
    #expect(interview.clock(at: start + 30)?.box == nil)
    #expect(interview.clock(at: start + 30)?.left == 330_000)
    interview.handIn(at: start + 31)
    #expect(interview.phase == .over)
    #expect(abs(Scorecard(of: interview.attempt).score - 100.0 / 3) < 1e-9)
  }

  @Test func whatWasPickedIsLookedAtAfterTheRoundThoughItIsMarkedByItself() {
    let options = [false, true].map { Question.Option(text: "o", isRight: $0) }
    let questions = [
      MockSamples.question(
        1, topic: "A", points: 0, kind: .choice, round: "warm-up", choices: options),
      MockSamples.question(2, topic: "B", round: "breadth"),
    ]
    var interview = MockSamples.interview(questions, preset: .onsite, reveal: .round)
    interview.begin(at: start)
    interview.pick(1)
    interview.done(at: start + 5)
    interview.answer(sureness: nil, at: start + 5)
    #expect(interview.attempt.marks[1]?.coverage == 0)
    interview.endRest(at: start + 60)
    #expect(interview.phase == .mark(1))
    interview.endMarking(at: start + 70)
    #expect(interview.phase == .ask(2))
    interview.draft = "words"
    interview.done(at: start + 80)
    interview.answer(sureness: nil, at: start + 80)
    #expect(interview.phase == .mark(2), "the first is not looked at again")
  }

  @Test func roundsHaveABreakInWhichTheyAreMarkedOrNot() {
    let questions = [
      MockSamples.question(1, topic: "A", round: "warm-up"),
      MockSamples.question(2, topic: "B", round: "breadth"),
    ]
    var interview = begun(
      MockSamples.interview(questions, preset: .onsite, reveal: .round), answering: "a")
    interview.done(at: start + 5)
    interview.answer(sureness: nil, at: start + 5)
    #expect(interview.phase == .rest(after: "warm-up"))
    var later = interview
    interview.endRest(at: start + 60)
    #expect(interview.phase == .mark(1))
    interview.endMarking(at: start + 70)
    #expect(interview.phase == .ask(2))
    later.putOffMarking(at: start + 60)
    #expect(later.phase == .ask(2))
    #expect(later.attempt.spent == 5000, "a break takes no time")
  }

  @Test func aFollowUpIsAskedInsideTheBoxAndOnlyWhereThereIsTimeLeft() {
    let questions = [
      MockSamples.question(1, topic: "A"), MockSamples.question(2, topic: "B"),
    ]
    var extra = MockSamples.question(3, topic: "A", follows: 1)
    extra.form = .followUp
    for (seconds, next) in [(60.0, 3), (110.0, 2)] {
      var interview = begun(MockSamples.interview(questions + [extra]), answering: "a")
      interview.done(at: start + seconds)
      interview.answer(sureness: nil, at: start + seconds)
      #expect(interview.phase == .ask(next))
      if next == 3 {
        #expect(interview.clock(at: start + seconds)?.boxLeft == 90_000)
        interview.draft = "more"
        interview.done(at: start + seconds + 10)
        interview.answer(sureness: nil, at: start + seconds + 10)
        #expect(interview.phase == .ask(2))
        #expect(interview.attempt.questions.count == 3)
      }
    }
  }

  @Test func inAThreadTheNextLevelFollowsTheScore() {
    var round = Preset.onsite.rounds[2]
    round.levels = [2, 3]
    var preset = Preset.onsite
    preset.rounds = [round]
    var easier = MockSamples.question(3, topic: "A", level: 1, round: "deep dive")
    easier.isReserve = true
    let questions = [
      MockSamples.question(1, topic: "A", level: 2, round: "deep dive"),
      MockSamples.question(2, topic: "A", level: 3, round: "deep dive"), easier,
    ]
    for (isGood, next) in [(true, 2), (false, 3)] {
      var interview = begun(
        MockSamples.interview(questions, preset: preset, reveal: .each), answering: "a")
      interview.done(at: start + 5)
      interview.answer(sureness: nil, at: start + 5)
      if isGood { interview.mark { $0.toggleAll() } }
      interview.endMarking(at: start + 6)
      #expect(interview.phase == .ask(next))
      #expect(interview.attempt.primaries.map(\.number) == [1, next])
    }
  }

  @Test func hintsAreTwoAndTheSecondNamesWhatIsMissing() {
    var interview = begun(MockSamples.interview(three()))
    let hints = [interview.hint(at: start), interview.hint(at: start), interview.hint(at: start)]
    #expect(hints == [.count(4), .point("point 1"), nil])
    #expect(interview.attempt.hints == [1: 2])
  }

  @Test func unusedTimeOfAStageMovesToTheNext() throws {
    let card = MockSamples.card("d", points: 3, prompt: "Design a thing")
    let paper = try PaperDraw(candidates: [Candidate(card: card)]).paper(
      for: .design, reveal: .end, seed: 1)
    var interview = Interview(
      id: "d", number: 1,
      start: MockEvent.Start(
        paper: paper, settings: MockSettings(answer: .type, reveal: .end), scope: ""), at: start)
    interview.begin(at: start)
    interview.done(at: start + 100)
    interview.answer(sureness: nil, at: start + 100)
    #expect(interview.clock(at: start + 100)?.boxLeft == 500_000)
  }

  @Test func withoutKeepingTextsTheLogHoldsLengthsOnly() throws {
    var interview = begun(MockSamples.interview(three(), keepsText: false), answering: "secret")
    interview.done(at: start + 5)
    interview.answer(sureness: nil, at: start + 5)
    let events = interview.takeUnsaved()
    #expect(!events.contains { $0.event.body.contains("secret") })
    #expect(interview.attempt.answers[1]?.length == 6)
  }

  @Test func aTickSaysWhoDecided() {
    var question = MockSamples.question(1, topic: "RabbitMQ", points: 0)
    question.points = [
      KeyPoint("quorum queues replicate by Raft"), KeyPoint("streams keep every message"),
    ]
    let answer = Answer(q: 1, outcome: .answered, text: "quorum queues replicate with raft")
    var marking = Marking(
      question: question, answer: answer, text: answer.text, mark: nil, matches: true, glosses: [])
    #expect(marking.ticks.map(\.isOn) == [true, false])
    #expect(marking.ticks.map(\.by) == [.auto, .own])
    marking.toggle(0)
    marking.toggle(1)
    #expect(marking.ticks.map(\.by) == [.override, .own])
    #expect(marking.coverage == 0.5)
    marking.set(quarters: 3)
    #expect(marking.mark.coverage == 0.75)
    #expect(marking.mark.ticks.isEmpty)
  }
}
