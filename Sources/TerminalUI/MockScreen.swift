import Decks
import Foundation
import MockInterview

/// A mock while it is taken and marked.
package struct MockScreen: Screen {
  package var interview: Interview
  /// What the interview becomes once its events are durable.
  var pending: Interview?
  /// Whether characters are the answer.
  var isTyping = false
  var isLeaving = false
  /// Whether digits set the score and not the points.
  var scoresByHand = false
  /// The point or option at the cursor, from 0.
  var row = 0
  var scroll = 0
  var display: ClockDisplay
  /// The number of a question of an exam that is being typed.
  var numbering: TextField?
  /// Whether the full answer is shown in marking.
  var showsAnswer = false
  var hints: [Hint] = []
  /// Warnings of the clock that were not read yet, the newest.
  var warning: ClockNotice?
  var totalWarning: ClockNotice?
  var sentence = ""
  var problem: String?
  let background: MockBackground
  private var lastLook: Date
  private var keptAt: Date
  private var kept: OpenAnswer?

  /// A mock that begins, or one that goes on after a pause.
  package init(
    _ interview: Interview, background: MockBackground, at now: Date
  ) {
    self.interview = interview
    self.background = background
    display = background.clock
    lastLook = now
    keptAt = now
    isTyping = startsTyping
  }

  private var startsTyping: Bool {
    guard case .ask = interview.phase, let question = interview.question else { return false }
    return interview.settings.answer == .type && question.choices.isEmpty
  }

  package var context: KeyContext {
    if isLeaving { return .mockLeave }
    if interview.pausedSince != nil { return .mockPaused }
    switch interview.phase {
    case .brief: return .mockBrief
    case .ask:
      if interview.isFree { return .mockExam }
      return interview.question?.choices.isEmpty == false ? .mockOptions : .mockQuestion
    case .sure: return .mockSure
    case .mark:
      return scoresByHand || interview.marking?.question.points.isEmpty == true
        ? .mockScore : .mockMarking
    case .rest: return .mockRest
    case .clarity: return .mockClarity
    case .over: return .mockResult
    }
  }

  package var face: String { "\(interview.phase) \(isLeaving) \(interview.attempt.shown.count)" }
  package var readsText: Bool {
    numbering != nil
      || isTyping && !isLeaving && [.mockQuestion, .mockExam].contains(context)
  }

  /// A running clock is looked at every second.
  package var tick: TimeInterval {
    if case .ask = interview.phase, interview.pausedSince == nil { return 1 }
    return 30
  }

  // MARK: Time

  package mutating func advance(to now: Date) -> [Step] {
    guard pending == nil else { return [] }
    let (next, rings) = interviewAfterLook(at: now)
    // No clock runs before the first question, and nothing is stored.
    guard interview.phase != .brief else { return [] }
    var steps = commit(next)
    if rings { steps.append(.effect(.ring)) }
    if steps.isEmpty, now.timeIntervalSince(keptAt) >= 2,
      let open = interview.openAnswer(at: now)
    {
      keptAt = now
      if open.text != kept?.text || open.pick != kept?.pick || open.used - (kept?.used ?? 0) > 1900
      {
        kept = open
        steps.append(.effect(.mock(.keep(open))))
      }
    }
    return steps
  }

  /// What time made of the interview since the last look, and whether it is worth a bell.
  private mutating func interviewAfterLook(at now: Date) -> (next: Interview, rings: Bool) {
    let gap = now.timeIntervalSince(lastLook)
    lastLook = now
    var next = interview
    // A running clock is looked at every second; so long a gap is the machine asleep.
    if gap > 30, tick == 1 { next.stoodStill(Int((gap - 1) * 1000), until: now) }
    let notices = next.advance(to: now)
    for notice in notices {
      switch notice {
      case .totalEnds, .totalOver: totalWarning = notice
      default: warning = notice
      }
    }
    if notices.contains(.taken) || notices.contains(.totalOver) {
      isLeaving = false
      numbering = nil
    }
    return (next, background.rings && !notices.isEmpty)
  }

  /// Lets time pass before a key counts. What it left behind is made durable with what the key
  /// does, or with the next look at the clock.
  /// - Returns: Nil if the key may count, else what is to be done because time was over.
  mutating func look(at now: Date) -> [Step]? {
    guard pending == nil else { return [] }
    let (next, rings) = interviewAfterLook(at: now)
    guard next.phase == interview.phase else {
      return commit(next) + (rings ? [.effect(.ring)] : [])
    }
    interview = next
    return nil
  }

  package mutating func uncover(after seconds: TimeInterval, in window: Window) -> [Step] {
    standStill(seconds, .tstp, until: window.now)
  }

  package mutating func rest(for seconds: TimeInterval, in window: Window) -> [Step] {
    standStill(seconds, .small, until: window.now)
  }

  private mutating func standStill(
    _ seconds: TimeInterval, _ why: MockEvent.Why, until now: Date
  ) -> [Step] {
    lastLook = now
    guard seconds > 1 else { return [] }
    var next = interview
    next.stoodStill(Int(seconds * 1000), why, until: now)
    return commit(next)
  }

  package mutating func parting(at now: Date) -> [Effect] {
    var next = interview
    if next.phase == .brief, next.attempt.shown.isEmpty { return [] }
    next.pause(.quit, at: now)
    let events = next.takeDated()
    return events.isEmpty ? [] : [.mock(.save(events, open: interview.openAnswer(at: now)))]
  }

  // MARK: Changes

  /// Makes the events of a moved copy durable; it is shown once they are.
  mutating func commit(_ moved: Interview) -> [Step] {
    var next = moved
    let events = next.takeDated()
    guard !events.isEmpty else {
      interview = next
      return []
    }
    pending = next
    // Before the first question nothing is stored: a start that nobody went on with is no attempt.
    return [.effect(.mock(.save(events, open: next.openAnswer(at: lastLook))))]
  }

  mutating func move(_ change: (inout Interview) -> Void) -> [Step] {
    var next = interview
    change(&next)
    return commit(next)
  }

  package mutating func take(_ reply: Reply, in window: Window) -> [Step]? {
    switch reply {
    case .saved:
      guard let pending else { return [] }
      let before = interview.phase
      interview = pending
      self.pending = nil
      problem = nil
      if interview.phase != before { arrive() }
      if interview.phase == .over {
        return interview.attempt.isDiscarded
          ? [.close]
          : [.replace(MockResultScreen(interview.attempt, background: background))]
      }
      return []
    case .failed(let reason):
      guard pending != nil else { return nil }
      pending = nil
      problem = "Not saved: " + reason
      return []
    case .written(let text, let now):
      // The clock ran on while the editor was open.
      lastLook = now
      keptAt = .distantPast
      interview.draft = text
      return advance(to: now)
    default: return nil
    }
  }

  /// Another question or side is in front of one.
  mutating func arrive() {
    isTyping = startsTyping
    isLeaving = false
    scoresByHand = false
    showsAnswer = false
    row = 0
    scroll = 0
    hints = []
    warning = nil
    sentence = ""
  }

  package mutating func say(_ sentence: String) { self.sentence = sentence }

  package func draw(in window: Window) -> Grid { MockDrawing(self, window).grid }
}
