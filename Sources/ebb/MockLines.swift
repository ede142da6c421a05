import Decks
import Foundation
import MockInterview
import ProgressStore
import Scheduling
import TerminalUI

/// Runs a mock line by line on standard input and output.
struct MockLines {
  let mocks: MockDesk
  /// Whether each step is one JSON object instead of sentences.
  let asJSON: Bool

  /// - Parameter isOffer: Whether the mock was left and another was asked for: first is said that
  ///   it waits.
  func run(_ interview: Interview, isOffer: Bool = false) throws {
    let world = mocks.desk.world
    let isTerminal = isatty(STDOUT_FILENO) == 1
    var mock = LinearMock(
      interview: interview, glosses: mocks.glosses, width: isTerminal ? 72 : nil,
      isOffer: isOffer)
    var turn = mock.start(at: world.now)
    // A start that nobody went on with is no attempt: it is stored with the first question.
    var held: [(event: MockEvent, time: Date)] = []
    while true {
      let events = held + mock.takeUnsaved()
      let said = held.count
      held = []
      if mock.interview.phase == .brief, !turn.isOver {
        held = events
      } else if !(mock.interview.attempt.isDiscarded && mock.interview.attempt.shown.isEmpty) {
        try mocks.save(events)
        MockDraft.keep(
          mock.interview.openAnswer(at: world.now), beside: mocks.desk.store.path)
      }
      say(turn, events: Array(events.dropFirst(said)), mock: mock)
      if let need = turn.need {
        turn = try meet(need, for: &mock)
        continue
      }
      if turn.isOver { return }
      turn = mock.respond(to: readLine(), at: world.now)
    }
  }

  private func say(
    _ turn: LinearMock.Turn, events: [(event: MockEvent, time: Date)], mock: LinearMock
  ) {
    guard asJSON else {
      write(turn.text, to: STDOUT_FILENO)
      return
    }
    for (event, time) in events {
      write(
        #"{"k":"\#(event.name)","t":\#(time.milliseconds),"event":\#(body(of: event))}"# + "\n",
        to: STDOUT_FILENO)
    }
    if let line = try? JSONText.of(MockStep(mock, said: turn.text, at: mocks.now)) {
      write(line + "\n", to: STDOUT_FILENO)
    }
  }

  /// What happened, as the log has it; but a start without the answers that the log freezes with
  /// the questions.
  private func body(of event: MockEvent) -> String {
    guard case .start(let start) = event.kind,
      let paper = try? JSONText.of(PaperObject(start))
    else { return event.body }
    return #"{"of":"\#(event.attempt)","paper":\#(paper)}"#
  }

  private func meet(
    _ need: LinearMock.Need, for mock: inout LinearMock
  ) throws -> LinearMock.Turn {
    let attempt = mock.interview.attempt
    switch need {
    case .proposals: return mock.offer(try mocks.proposals(of: attempt))
    case .apply(let proposals):
      let (applied, after) = try mocks.apply(proposals, of: attempt)
      let counted = zip(proposals, after).map { proposal, schedule in
        (
          topic: attempt.paper[proposal.q]?.topic ?? "", grade: proposal.grade,
          due: mocks.words(for: schedule.due)
        )
      }
      return mock.counted(counted, applied: applied, at: mocks.now)
    }
  }
}

/// Where a mock stands, as a line of JSON.
struct MockStep: Encodable {
  let k: String
  let attempt: String
  let q: Int?
  let of: Int
  let round: String?
  let topic: String?
  let level: Int?
  let kind: String?
  let question: String?
  let options: [String]?
  let boxLeftMs: Int?
  let leftMs: Int?
  /// The key points, once they may be seen.
  let points: [String]?
  let ticks: [Bool]?
  let coverage: Double?
  let said: String

  init(_ mock: LinearMock, said: String, at now: Date) {
    let interview = mock.interview
    let question = interview.question
    switch interview.phase {
    case _ where mock.isOffer: k = "left"
    case .brief: k = "brief"
    case .ask: k = "ask"
    case .sure: k = "sure"
    case .mark: k = "mark"
    case .rest: k = "rest"
    case .clarity: k = "clarity"
    case .over: k = mock.stageName
    }
    attempt = interview.attempt.id
    q = question?.number
    of = interview.attempt.primaries.count
    round = question?.round
    topic = question?.topic
    level = question?.level
    kind = question?.kind.rawValue
    self.question = question?.prompt
    options = question.flatMap { $0.choices.isEmpty ? nil : $0.choices.map(\.text) }
    let clock = interview.clock(at: now)
    boxLeftMs = clock?.boxLeft
    leftMs = clock?.left
    points = interview.marking.map { $0.question.points.map(\.text) }
    ticks = interview.marking.map { $0.ticks.map(\.isOn) }
    coverage = interview.marking?.coverage
    self.said = said
  }
}
