import Foundation
import Testing

@testable import MockInterview
@testable import TerminalUI

/// A mock in the whole interface: what is typed, asked back, left and gone on with.
struct MockJourneyTests {
  /// A mock over home, with its first question in sight.
  private func asking(_ interview: Interview = MockSample.interview()) -> Desk {
    var desk = Desk()
    let screen = MockScreen(
      interview, background: MockBackground(calendar: .fixed()), at: MockSample.start)
    desk.perform(desk.app.handle(.show(screen)))
    desk.press(.enter, after: 0)
    return desk
  }

  /// The events that were stored, in their order.
  private func events(of desk: Desk) -> [(event: MockEvent, time: Date)] {
    desk.effects.flatMap { effect -> [(event: MockEvent, time: Date)] in
      guard case .mock(.save(let events, _)) = effect else { return [] }
      return events.map { ($0.event, $0.time) }
    }
  }

  /// Seconds pass as a terminal tells them.
  private func wait(_ seconds: Int, in desk: inout Desk) {
    for _ in 0..<seconds { desk.send(.tick, after: 1) }
  }

  @Test func surenessIsAskedBeforeAnythingIsShownAndCanBeTakenBack() throws {
    var desk = asking()
    desk.type("layers")
    desk.press(.escape, .character(" "))
    #expect(desk.screen[21].contains("How sure are you of it?"))
    #expect(!desk.text.contains("quorum queues replicate") && !desk.text.contains("at length"))
    desk.press(.escape)
    #expect(desk.text.contains("layers") && desk.text.contains("left of 2:30"))
    desk.press(.character(" "), .character("3"))
    #expect(desk.screen[0].contains("2 of 8"))
    let stored = try #require(events(of: desk).last { $0.event.name == "mock.answer" })
    guard case .answer(let answer) = stored.event.kind else {
      Issue.record("\(stored.event.kind) is no answer")
      return
    }
    #expect(answer.sureness?.probability == 0.9 && answer.text == "layers")
    #expect(stored.event.body.contains(#""sureness":3"#))
  }

  @Test func theClockRunsOnBehindTheQuestionOfLeaving() {
    var desk = asking()
    desk.press(.escape, .character("q"), after: 5)
    #expect(desk.text.contains("Leave the mock?"))
    wait(4, in: &desk)
    desk.press(.escape)
    #expect(!desk.text.contains("Leave the mock?"))
    #expect(desk.text.contains("2:15 left of 2:30"))
  }

  @Test func whatWasPausedGoesOnWithItsWordsAndItsTime() throws {
    var desk = asking()
    desk.type("half")
    desk.press(.escape, after: 16)
    desk.press(.character("q"), .character("2"))
    #expect(desk.status == nil && desk.screen[0].contains("ebb"))
    let attempt = try #require(Attempt.all(from: events(of: desk)).first)
    #expect(attempt.state == .paused)
    let open = desk.effects.reversed().lazy.compactMap { effect -> OpenAnswer? in
      if case .mock(.save(_, let open)) = effect { open } else { nil }
    }.first
    let later = Date(timeInterval: 3600, since: desk.now)
    var again = Desk()
    again.now = later
    let screen = MockScreen(
      Interview(resuming: attempt, open: open, at: later),
      background: MockBackground(calendar: .fixed()), at: later)
    again.perform(again.app.handle(.show(screen)))
    again.press(.enter, after: 30)
    #expect(again.text.contains("half"))
    #expect(again.text.contains("2:08 left of 2:30"), "\(again.text)")
    again.press(.escape, .character(" "), .character("2"))
    let all = Attempt.all(from: events(of: desk) + events(of: again))
    #expect(all.first?.answers[1]?.interrupted == true)
  }

  @Test func aWindowThatIsTooSmallStopsTheClock() {
    var desk = asking()
    desk.press(.escape, after: 10)
    desk.send(.resize(columns: 30, rows: 8))
    wait(200, in: &desk)
    #expect(desk.text.contains("ebb needs 40"))
    desk.send(.resize(columns: 80, rows: 24))
    #expect(desk.text.contains("2:20 left of 2:30"), "\(desk.text)")
    #expect(Attempt.all(from: events(of: desk)).first?.interruptions.map(\.ms) == [200_000])
    #expect(Attempt.all(from: events(of: desk)).first?.interruptions.map(\.why) == [.small])
  }

  @Test func theSheetOfAnExamNamesWhatIsOpenAndTheResultCountsItAsNothing() throws {
    let options = [false, true].map { Question.Option(text: "o", isRight: $0) }
    let questions = (1...8).map { MockSample.question($0, kind: .choice, choices: options) }
    var desk = asking(MockSample.interview(questions, preset: .exam))
    desk.press(.character("2"), .character("n"), .character("s"), .character("q"))
    #expect(
      desk.text.contains("3 hand in: 1 answered, 1 skipped, 6 open count as 0"), "\(desk.text)")
    desk.press(.character("3"))
    for _ in 0..<9 where !desk.screen[0].contains("result") { desk.press(.enter) }
    let attempt = try #require(Attempt.all(from: events(of: desk)).first)
    let card = Scorecard(of: attempt)
    #expect(attempt.isHandedIn && attempt.state == .done)
    // One right answer of level 1 among questions of levels 1 2 2 3 2 4 3 1.
    #expect(abs(card.score - 100 / 10.5) < 1e-9, "\(card.score)")
    #expect(desk.text.contains("10 of 100"), "\(desk.text)")
  }

  @Test func aTickAgainstTheMatcherIsStoredAsSuch() throws {
    var question = MockSample.question(4)
    question.number = 1
    var interview = MockSample.answered(
      1, in: MockSample.interview([question]),
      words: "quorum queues replicate with raft over the nodes. classic are faster. mirror "
        + "the classic ones for ha")
    _ = interview.takeUnsaved()
    var desk = Desk()
    let screen = MockScreen(
      interview, background: MockBackground(calendar: .fixed()), at: MockSample.start + 60)
    desk.perform(desk.app.handle(.show(screen)))
    #expect(desk.text.contains("2 of 5, 1 unclear"))
    desk.press(.character("4"))
    #expect(desk.text.contains("3 of 5"), "\(desk.text)")
    desk.press(.enter)
    guard
      case .mark(let mark)? = events(of: desk).last(where: { $0.event.name == "mock.mark" })?
        .event.kind
    else {
      Issue.record("nothing was stored")
      return
    }
    #expect(mark.ticks.map(\.isOn) == [true, false, true, true, false])
    #expect(mark.ticks.map(\.by) == [.auto, .own, .auto, .override, .own])
  }
}
