import Foundation
import Testing

@testable import MockInterview
@testable import TerminalUI

/// A mock on the screen, key by key.
struct MockScreenTests {
  private let start = MockSample.start

  private func window(after seconds: Double) -> Window {
    Window(columns: 80, rows: 24, at: start + seconds)
  }

  /// A mock whose first question is in sight, everything stored so far.
  private func asking(
    _ interview: Interview? = nil, clock: ClockDisplay = .shown, rings: Bool = false
  ) -> MockScreen {
    var interview = interview ?? MockSample.interview()
    interview.begin(at: start)
    _ = interview.takeUnsaved()
    return MockScreen(
      interview,
      background: MockBackground(calendar: .fixed(), clock: clock, rings: rings), at: start)
  }

  private func text(_ screen: MockScreen, after seconds: Double) -> String {
    let grid = screen.draw(in: window(after: seconds))
    return (0..<24).map { grid.text(row: $0) }.joined(separator: "\n")
  }

  /// Does what the outside does: every event is stored at once.
  @discardableResult
  private func store(_ steps: [Step], in screen: inout MockScreen, after seconds: Double)
    -> [MockEvent]
  {
    var events: [MockEvent] = []
    for case .effect(.mock(.save(let saved, _))) in steps {
      events += saved.map(\.event)
      _ = screen.take(.saved, in: window(after: seconds))
    }
    return events
  }

  /// A second passes after the other, as the terminal tells.
  private func wait(_ screen: inout MockScreen, from: Int, to: Int) -> [Step] {
    var steps: [Step] = []
    for second in from..<to {
      let came = screen.advance(to: start + Double(second + 1))
      store(came, in: &screen, after: Double(second + 1))
      steps += came
    }
    return steps
  }

  @Test func nothingOfAnAnswerIsInSightBeforeItIsGiven() {
    var screen = asking()
    #expect(text(screen, after: 0).contains("2:30 left of 2:30"))
    _ = screen.read(.escape, in: window(after: 1))
    for action in [Action.edit] {
      let steps = screen.handle(action, in: window(after: 2))
      #expect(steps.isEmpty)
      #expect(text(screen, after: 2).contains("Closed until the answer is shown."))
    }
    #expect(!text(screen, after: 2).contains("quorum queues replicate"))
    for key in "evi" {
      #expect(Keymap.action(for: .character(key), in: .mockQuestion) == .edit)
    }
  }

  @Test func theFirstKeyAfterACrashCounts() throws {
    var crashed = MockSample.interview()
    crashed.begin(at: start)
    let attempt = try #require(Attempt.all(from: crashed.takeUnsaved()).first)
    let open = OpenAnswer(attempt: "sample", q: 1, text: "typed", pick: [], used: 21_000)
    let resumed = Interview(resuming: attempt, open: open, at: start + 60)
    var screen = MockScreen(
      resumed, background: MockBackground(calendar: .fixed()), at: start + 60)
    #expect(text(screen, after: 60).contains("2:09 left for this question"))
    let steps = screen.handle(.accept, in: window(after: 61))
    let events = store(steps, in: &screen, after: 61)
    #expect(events.map(\.name) == ["mock.pause", "mock.resume"])
    #expect(text(screen, after: 61).contains("typed"))
    #expect(text(screen, after: 61).contains("2:09 left of 2:30"))
  }

  @Test func aHiddenClockShowsNoDigitOfTimeAndStillWarns() {
    for display in [ClockDisplay.quiet, .hidden] {
      var screen = asking(clock: display)
      let before = text(screen, after: 5)
      _ = wait(&screen, from: 0, to: 100)
      #expect(text(screen, after: 100) == before, "nothing moves by itself")
      #expect(!before.contains("2:") && !before.contains("left"))
      _ = wait(&screen, from: 100, to: 125)
      let warned = text(screen, after: 125)
      #expect(warned.contains(display == .quiet ? "! 0:30 left:" : "! Little time left:"))
      #expect(text(screen, after: 140) == warned)
      _ = wait(&screen, from: 125, to: 151)
      #expect(text(screen, after: 151).contains("! Time. Finish your sentence."))
    }
  }

  @Test func cHidesTheDigitsAndShowsThemAgain() {
    var screen = asking()
    _ = screen.read(.escape, in: window(after: 1))
    _ = screen.handle(.clock, in: window(after: 2))
    #expect(!text(screen, after: 2).contains("left"))
    _ = screen.handle(.clock, in: window(after: 3))
    #expect(text(screen, after: 3).contains("2:27 left of 2:30"))
  }

  @Test func warningsRingOnlyWhereTheBellIsWanted() {
    for (isWanted, rings) in [(false, 0), (true, 3)] {
      var screen = asking(rings: isWanted)
      let steps = wait(&screen, from: 0, to: 230)
      let rung = steps.count { if case .effect(.ring) = $0 { true } else { false } }
      #expect(rung == rings, "half a minute left, over, half a box over")
    }
  }

  @Test func theClockRunsOnWhileTheAnswerIsInAnEditor() {
    var screen = asking()
    for character in "one" { _ = screen.read(.character(character), in: window(after: 2)) }
    _ = screen.read(.escape, in: window(after: 3))
    let steps = screen.handle(.editor, in: window(after: 4))
    guard case .effect(.writeAnswer("one"))? = steps.first else {
      Issue.record("\(steps)")
      return
    }
    _ = screen.take(.written("one\ntwo", at: start + 64), in: window(after: 4))
    #expect(screen.interview.draft == "one\ntwo")
    #expect(text(screen, after: 64).contains("1:26 left of 2:30"))
    #expect(screen.interview.attempt.interruptions.isEmpty)
  }

  @Test func whatIsOutOfSightIsSaid() {
    var screen = asking()
    _ = screen.read(.escape, in: window(after: 1))
    let grid = screen.draw(in: Window(columns: 40, rows: 8, at: start + 2))
    #expect((0..<8).contains { grid.text(row: $0).contains(" more row") })
  }

  @Test func theCursorStaysInTheWordsWhenSomethingCannotBeSaved() {
    var screen = asking()
    _ = screen.read(.character("a"), in: window(after: 1))
    let before = screen.draw(in: window(after: 1)).cursor
    _ = screen.read(.escape, in: window(after: 2))
    _ = screen.handle(.skip, in: window(after: 3))
    _ = screen.take(.failed("the disk is full"), in: window(after: 3))
    _ = screen.handle(.typeText, in: window(after: 4))
    #expect(text(screen, after: 4).contains("! Not saved: the disk is full"))
    #expect(screen.draw(in: window(after: 4)).cursor == before)
  }

  @Test func wordsOfEarlierStagesStayInSight() throws {
    var card = MockSample.card(1)
    card.prompt = "Design a rate limiter"
    let paper = try PaperDraw(candidates: [Candidate(card: card)]).paper(
      for: .design, reveal: .end, seed: 1)
    var screen = asking(MockSample.interview(paper.questions, preset: .design))
    for character in "100 a second" {
      _ = screen.read(.character(character), in: window(after: 2))
    }
    _ = screen.read(.escape, in: window(after: 3))
    store(screen.handle(.goOn, in: window(after: 4)), in: &screen, after: 4)
    store(screen.handle(.rate(3), in: window(after: 5)), in: &screen, after: 5)
    #expect(text(screen, after: 6).contains("scope: 100 a second"))
    #expect(text(screen, after: 6).contains(">numbers"))
  }

  @Test func anExamGoesToAQuestionByItsNumber() {
    let options = [false, true].map { Question.Option(text: "o", isRight: $0) }
    let questions = (1...8).map { MockSample.question($0, kind: .choice, choices: options) }
    var screen = asking(MockSample.interview(questions, preset: .exam))
    _ = screen.handle(.find, in: window(after: 1))
    #expect(screen.readsText)
    _ = screen.read(.character("6"), in: window(after: 2))
    store(screen.read(.enter, in: window(after: 2)), in: &screen, after: 2)
    #expect(screen.interview.phase == .ask(6))
    for action in [Action.next, .next, .previous, .flag] {
      store(screen.handle(action, in: window(after: 3)), in: &screen, after: 3)
    }
    #expect(text(screen, after: 3).contains("6  >7F  8"))
  }

  @Test func aDimensionIsSetByHandAndTakenBack() {
    var result = MockResultScreen(
      MockSample.finished(), background: MockBackground(calendar: .fixed()))
    let computed = result.card
    func press(_ action: Action) {
      let steps = result.handle(action, in: window(after: 700))
      for case .effect(.mock(.save)) in steps { _ = result.take(.saved, in: window(after: 700)) }
    }
    press(.focus)
    press(.rate(2))
    #expect(result.context == .mockRubric)
    #expect(result.card.assessments[0].share == 0.60)
    #expect(result.card.assessments[0].isByHand)
    #expect(result.card.overall != computed.overall)
    press(.useDefault)
    #expect(result.card == computed)
    press(.focus)
    #expect(result.context == .mockResult)
  }

  @Test func topicsAreChosenByTheirNames() {
    var screen = MockSample.setUp(cards: 200)
    func type(_ text: String) {
      _ = screen.handle(.find, in: window(after: 0))
      _ = screen.read(.control("u"), in: window(after: 0))
      for character in text { _ = screen.read(.character(character), in: window(after: 0)) }
      _ = screen.read(.enter, in: window(after: 0))
    }
    type("rab, docker ")
    #expect(screen.form.topics == ["RabbitMQ", "Docker"])
    guard
      case .effect(.mock(.begin(let start, _)))? = screen.handle(
        .accept, in: window(after: 0)
      ).first
    else {
      Issue.record("no mock begins")
      return
    }
    #expect(start.scope == "RabbitMQ, Docker")
    #expect(Set(start.paper.primaries.map(\.topic)) == ["RabbitMQ", "Docker"])
    type("cobol")
    #expect(screen.sentence == "! There is no topic cobol.")
    #expect(screen.form.topics == ["RabbitMQ", "Docker"])
  }

  @Test func theFormBeginsWithWhatWasWished() {
    var screen = MockSetUpScreen(
      draw: PaperDraw(candidates: (0..<200).map { Candidate(card: MockSample.card($0)) }),
      presets: Preset.all,
      form: MockForm(
        preset: "screen", topics: ["Docker"], questions: 5, minutes: 10,
        settings: MockSettings(answer: .speak, reveal: .each), reveal: .end, clock: .quiet, seed: 9),
      number: 1, lessons: [:])
    guard
      case .effect(.mock(.begin(let start, let clock)))? = screen.handle(
        .accept, in: window(after: 0)
      ).first
    else {
      Issue.record("no mock begins")
      return
    }
    #expect(start.paper.primaries.count == 5)
    #expect(start.paper.limit == 600_000)
    #expect(start.settings.reveal == .end)
    #expect(start.paper.seed == 9)
    #expect(clock == .quiet)
    // Another preset has its own length.
    _ = screen.handle(.shiftRight, in: window(after: 0))
    #expect(screen.preset == .onsite)
  }
}
