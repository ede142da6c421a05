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
    case .setUp(let wish): return try setUp(wish, topic: nil)
    case .brief(let wish):
      let start = try mocks.start(of: wish)
      return try begin(start, mocks: mocks)
    case .resume(let interview):
      _ = try mocks.draw()
      return MockScreen(
        interview, glosses: mocks.glosses, showsClock: showsClock, at: desk.world.now)
    }
  }

  private var showsClock: Bool { desk.settings.text("mock.clock") != "hidden" }

  /// The form; or, where a mock was left, that one first.
  func setUp(_ wish: MockWish, topic: String?) throws(StoreFailure) -> any Screen {
    var mocks = try MockDesk(desk)
    let draw = try mocks.draw()
    if let open = mocks.history.open,
      desk.world.now.timeIntervalSince(open.lastAt) < MockResumeCommand.days * 86400
    {
      return MockScreen(
        mocks.resumed(open), glosses: mocks.glosses, showsClock: showsClock, at: desk.world.now)
    }
    var lessons: [String: String] = [:]
    for preset in Preset.all {
      guard let note = mocks.history.lastPostMortem(of: preset.name) else { continue }
      lessons[preset.name] =
        [note.next, note.broke, note.well].first { !$0.isEmpty }?
        .split(whereSeparator: \.isNewline).joined(separator: " ")
    }
    return MockSetUpScreen(
      draw: draw, presets: Preset.all, number: try mocks.nextNumber(),
      settings: MockSettings(
        answer: wish.answer, reveal: wish.effectiveReveal, isStrict: wish.isStrict,
        pass: wish.pass, matches: wish.matches, keepsText: wish.keepsText),
      reveal: wish.reveal, preset: wish.preset.name, topic: topic, seed: wish.seed,
      lessons: lessons)
  }

  private func begin(
    _ start: MockEvent.Start, mocks: MockDesk
  ) throws(StoreFailure) -> any Screen {
    let interview = Interview(
      id: mocks.newName(), number: try mocks.nextNumber(), start: start, glosses: mocks.glosses,
      at: desk.world.now)
    return MockScreen(
      interview, glosses: mocks.glosses, showsClock: showsClock, at: desk.world.now)
  }

  /// Does what a mock asks for; nil if it is another's business.
  func perform(_ effect: Effect) throws(StoreFailure) -> Reply? {
    switch effect {
    case .openMock(let topic): return .show(try setUp(MockWish(desk), topic: topic))
    case .startMock(let start):
      var mocks = try MockDesk(desk)
      _ = try mocks.draw()
      return .show(try begin(start, mocks: mocks))
    case .saveMock(let events, let open):
      try MockDesk(desk).save(events.map { ($0.event, $0.time) })
      MockDraft.keep(open, beside: desk.store.path)
      return .saved
    case .keepMock(let open):
      MockDraft.keep(open, beside: desk.store.path)
      return nil
    case .openMockResult(let id):
      var mocks = try MockDesk(desk)
      _ = try mocks.draw()
      return try mocks.attempts().first { $0.id == id }
        .map { .show(MockResultScreen($0, glosses: mocks.glosses)) }
    case .openMockSchedule(let id): return try schedule(of: id)
    case .applyMock(let id, let proposals):
      let mocks = try MockDesk(desk)
      guard let attempt = try mocks.attempts().first(where: { $0.id == id }) else { return nil }
      try mocks.apply(proposals, of: attempt)
      return .said("\(count(proposals.count, "answer")) counted. u takes all of it back.")
    case .withdrawMock(let id):
      let mocks = try MockDesk(desk)
      guard let attempt = try mocks.attempts().first(where: { $0.id == id }),
        try mocks.withdraw(attempt)
      else { return .failed("nothing of this mock is counted") }
      return .said("Nothing of it counts any more.")
    case .exportMock(let id):
      let mocks = try MockDesk(desk)
      guard let attempt = try mocks.attempts().first(where: { $0.id == id }) else { return nil }
      let text = MockTranscript(attempt, calendar: desk.world.calendar).markdown
      return OutputFile.written(text, to: "ebb-mock-\(attempt.number).md")
    case .savePaper(let start):
      let text = (try? JSONText.of(PaperObject(start))) ?? ""
      return OutputFile.written(text, to: "ebb-paper-\(start.paper.seed).json")
    default: return nil
    }
  }

  private func schedule(of id: String) throws(StoreFailure) -> Reply? {
    let mocks = try MockDesk(desk)
    guard let attempt = try mocks.attempts().first(where: { $0.id == id }) else { return nil }
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
          question: question.prompt.split(whereSeparator: \.isNewline).first.map(String.init) ?? "",
          score: attempt.score(of: question.number),
          due: before.phase == .new ? "new" : mocks.shortWords(for: before.due), then: then))
    }
    return .show(MockScheduleScreen(attempt: attempt, rows: rows))
  }
}

extension MockDesk {
  /// "today", "22 Feb": when a card is due, in a column.
  func shortWords(for due: Schedule.Due) -> String {
    switch due {
    case .moment: return "today"
    case .day(let day):
      if day <= desk.world.today { return "today" }
      let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
      ]
      let year = day.year == desk.world.today.year ? "" : " \(day.year)"
      return "\(day.day) \(months[day.month - 1])\(year)"
    }
  }
}
