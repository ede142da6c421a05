import Foundation
import MockInterview
import ProgressStore
import Scheduling
import TerminalUI

/// How a mock is opened on the screen.
enum MockOpening {
  case setUp(MockWish)
  case brief(MockWish)
  case resume(Interview)
}

/// The screens of a mock, and what they ask of the outside.
struct MockScreens {
  let desk: Desk

  /// The screen that a command opens.
  func screen(_ opening: MockOpening) throws -> any Screen {
    var mocks = try MockDesk(desk)
    switch opening {
    case .setUp(let wish): return try setUp(wish)
    case .brief(let wish):
      let start = try mocks.start(of: wish)
      if let open = left(mocks) { return open }
      return try begin(start, mocks: mocks, clock: clock)
    case .resume(let interview):
      _ = try mocks.draw()
      return MockScreen(
        interview, background: background(mocks, clock: clock), at: desk.world.now)
    }
  }

  private var clock: ClockDisplay {
    ClockDisplay(rawValue: desk.settings.text("mock.clock")) ?? .shown
  }

  private func background(_ mocks: MockDesk, clock: ClockDisplay) -> MockBackground {
    MockBackground(
      glosses: mocks.glosses, history: mocks.history, calendar: desk.world.calendar, clock: clock,
      rings: desk.settings.flag("mock.bell"))
  }

  /// The mock that was left, which is offered before another begins; nil if none was.
  private func left(_ mocks: MockDesk) -> MockScreen? {
    mocks.left.map {
      MockScreen($0, background: background(mocks, clock: clock), at: desk.world.now)
    }
  }

  /// The form; or, where a mock was left, that one first.
  func setUp(_ wish: MockWish) throws(StoreFailure) -> any Screen {
    var mocks = try MockDesk(desk)
    let draw = try mocks.draw()
    if let open = left(mocks) { return open }
    let presets = MockPresets.all(desk.settings)
    var lessons: [String: String] = [:]
    for preset in presets {
      guard let note = mocks.history.lastPostMortem(of: preset.name) else { continue }
      lessons[preset.name] =
        [note.next, note.broke, note.well].first { !$0.isEmpty }?
        .split(whereSeparator: \.isNewline).joined(separator: " ")
    }
    return MockSetUpScreen(
      draw: draw, presets: presets, form: wish.form(clock: clock),
      number: try mocks.nextNumber(), lessons: lessons)
  }

  private func begin(
    _ start: MockEvent.Start, mocks: MockDesk, clock: ClockDisplay
  ) throws(StoreFailure) -> any Screen {
    let interview = Interview(
      id: mocks.newName(), number: try mocks.nextNumber(), start: start, glosses: mocks.glosses,
      at: desk.world.now)
    return MockScreen(
      interview, background: background(mocks, clock: clock), at: desk.world.now)
  }

  /// - Returns: nil if there is nothing to say of it.
  func perform(_ effect: MockEffect) throws(StoreFailure) -> Reply? {
    switch effect {
    case .open(let topic):
      var wish = MockWish(desk)
      wish.topics = topic.map { [$0] } ?? []
      return .show(try setUp(wish))
    case .begin(let start, let clock):
      var mocks = try MockDesk(desk)
      _ = try mocks.draw()
      return .show(try begin(start, mocks: mocks, clock: clock))
    case .openResult(let id): return try with(id, result)
    case .save(let events, let open):
      try MockDesk.save(events.map { ($0.event, $0.time) }, to: desk)
      MockDraft.keep(open, beside: desk.store.path)
      return .saved
    case .keep(let open):
      MockDraft.keep(open, beside: desk.store.path)
      return nil
    case .openSchedule(let id): return try with(id, schedule)
    case .apply(let id, let proposals):
      return try with(id) { attempt, mocks throws(StoreFailure) in
        try mocks.apply(proposals, of: attempt)
        return .said("\(count(proposals.count, "answer")) counted. u takes all of it back.")
      }
    case .withdraw(let id):
      return try with(id) { attempt, mocks throws(StoreFailure) in
        try mocks.withdraw(attempt)
          ? .said("Nothing of it counts any more.") : .failed("nothing of this mock is counted")
      }
    case .export(let id): return try with(id, export)
    case .savePaper(let start):
      let text = (try? JSONText.of(PaperObject(start))) ?? ""
      return OutputFile.written(text, to: "ebb-paper-\(start.paper.seed).json")
    }
  }

  /// Does something with a mock of the log, or says that it is gone.
  private func with(
    _ id: String, _ act: (Attempt, MockDesk) throws(StoreFailure) -> Reply
  ) throws(StoreFailure) -> Reply {
    let mocks = try MockDesk(desk)
    guard let attempt = try mocks.attempts().first(where: { $0.id == id }) else {
      return .failed("this mock is not there any more")
    }
    return try act(attempt, mocks)
  }

  private func result(of attempt: Attempt, in mocks: MockDesk) throws(StoreFailure) -> Reply {
    var mocks = mocks
    _ = try mocks.draw()
    return .show(MockResultScreen(attempt, background: background(mocks, clock: clock)))
  }

  private func schedule(of attempt: Attempt, in mocks: MockDesk) throws(StoreFailure) -> Reply {
    var rows: [MockScheduleScreen.Row] = []
    for proposal in try mocks.proposals(of: attempt) {
      guard let question = attempt.paper[proposal.q] else { continue }
      let before = try desk.store.schedule(of: proposal.card)
      var then: [String] = []
      for grade in 1...4 {
        var other = proposal
        other.grade = grade
        then.append(mocks.shortWords(for: try mocks.outlook(of: other).after.due))
      }
      rows.append(
        MockScheduleScreen.Row(
          proposal: proposal, topic: question.topic,
          question: question.line,
          score: attempt.score(of: question.number),
          due: before.phase == .new ? "new" : mocks.shortWords(for: before.due), then: then))
    }
    return .show(MockScheduleScreen(attempt: attempt, rows: rows))
  }

  /// Writes a mock in every format to the present folder.
  private func export(_ attempt: Attempt, of mocks: MockDesk) throws(StoreFailure) -> Reply {
    let transcript = MockTranscript(
      attempt, calendar: desk.world.calendar, history: mocks.history)
    let object = MockObject(attempt, proposals: try mocks.proposals(of: attempt))
    let name = "ebb-mock-\(attempt.number)"
    return OutputFile.written([
      (name + ".md", transcript.markdown), (name + ".html", transcript.html),
      (name + ".json", (try? JSONText.of(object)) ?? ""),
    ])
  }
}

extension MockDesk {
  /// "today", "22 Feb": when a card is due, in a column.
  func shortWords(for due: Schedule.Due) -> String {
    switch due {
    case .moment: return "today"
    case .day(let day):
      if day <= desk.world.today { return "today" }
      return day.year == desk.world.today.year ? day.short : "\(day.short) \(day.year)"
    }
  }
}
