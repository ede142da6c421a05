import Decks
import Foundation
import MockInterview

/// A mock while it is taken and marked.
package struct MockScreen: Screen {
  package private(set) var interview: Interview
  /// What the interview becomes once its events are durable.
  private var pending: Interview?
  /// Whether characters are the answer.
  private(set) var isTyping = false
  private(set) var isLeaving = false
  /// Whether digits set the score and not the points.
  private(set) var scoresByHand = false
  /// The point or option at the cursor, from 0.
  private(set) var row = 0
  private(set) var scroll = 0
  private(set) var showsClock: Bool
  /// Whether the full answer is shown in marking.
  private(set) var showsAnswer = false
  private(set) var hints: [Hint] = []
  /// Warnings of the clock that were not read yet, the newest.
  private(set) var warning: ClockNotice?
  private(set) var totalWarning: ClockNotice?
  private(set) var sentence = ""
  private(set) var problem: String?
  private let glosses: [[String]]
  private var lastLook: Date
  private var keptAt: Date
  private var kept: OpenAnswer?

  /// A mock that begins, or one that goes on after a pause.
  package init(
    _ interview: Interview, glosses: [[String]], showsClock: Bool = true, at now: Date
  ) {
    self.interview = interview
    self.glosses = glosses
    self.showsClock = showsClock
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
    case .ask: return interview.question?.choices.isEmpty == false ? .mockOptions : .mockQuestion
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
  package var readsText: Bool { isTyping && !isLeaving && context == .mockQuestion }

  /// A running clock is looked at every second.
  package var tick: TimeInterval {
    if case .ask = interview.phase, interview.pausedSince == nil { return 1 }
    return 30
  }

  // MARK: Time

  package mutating func advance(to now: Date) -> [Step] {
    guard pending == nil else { return [] }
    // No clock runs yet, and nothing of it is stored before the first question.
    if interview.phase == .brief {
      lastLook = now
      return []
    }
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
    if notices.contains(.taken) || notices.contains(.totalOver) { isLeaving = false }
    var steps = commit(next)
    if steps.isEmpty, now.timeIntervalSince(keptAt) >= 2,
      let open = interview.openAnswer(at: now)
    {
      keptAt = now
      if open.text != kept?.text || open.pick != kept?.pick || open.used - (kept?.used ?? 0) > 1900
      {
        kept = open
        steps.append(.effect(.keepMock(open)))
      }
    }
    return steps
  }

  package mutating func uncover(after seconds: TimeInterval, in window: Window) -> [Step] {
    lastLook = window.now
    guard seconds > 1 else { return [] }
    var next = interview
    next.stoodStill(Int(seconds * 1000), .tstp, until: window.now)
    return commit(next)
  }

  package mutating func parting(at now: Date) -> [Effect] {
    var next = interview
    if next.phase == .brief, next.attempt.shown.isEmpty { return [] }
    next.pause(.quit, at: now)
    let events = next.takeDated()
    return events.isEmpty ? [] : [.saveMock(events, open: interview.openAnswer(at: now))]
  }

  // MARK: Changes

  /// Makes the events of a moved copy durable; it is shown once they are.
  private mutating func commit(_ moved: Interview) -> [Step] {
    var next = moved
    let events = next.takeDated()
    guard !events.isEmpty else {
      interview = next
      return []
    }
    pending = next
    // Before the first question nothing is stored: a start that nobody went on with is no attempt.
    return [.effect(.saveMock(events, open: next.openAnswer(at: lastLook)))]
  }

  private mutating func move(_ change: (inout Interview) -> Void) -> [Step] {
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
          ? [.close] : [.replace(MockResultScreen(interview.attempt, glosses: glosses))]
      }
      return []
    case .failed(let reason):
      guard pending != nil else { return nil }
      pending = nil
      problem = "Not saved: " + reason
      return []
    default: return nil
    }
  }

  /// Another question or side is in front of one.
  private mutating func arrive() {
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

  // MARK: Text

  package mutating func read(_ key: Key, in window: Window) -> [Step] {
    let steps = advance(to: window.now)
    guard pending == nil, readsText else { return steps }
    var text = interview.draft
    switch key {
    case .character(let character): text.append(character)
    case .enter: text += "\n"
    case .backspace: _ = text.popLast()
    case .control("u"): text = ""
    case .control("w"):
      while text.last?.isWhitespace == true { text.removeLast() }
      while let last = text.last, !last.isWhitespace { text.removeLast() }
    case .escape, .tab:
      isTyping = false
      return steps
    default: return steps
    }
    interview.draft = text
    return steps
  }

  package mutating func paste(_ text: String, in window: Window) -> [Step] {
    guard readsText else { return [] }
    interview.draft += String(text.prefix(20_000)).filter { $0.isNewline || $0 >= " " }
    return []
  }

  // MARK: Keys

  package mutating func handle(_ action: Action, in window: Window) -> [Step] {
    let steps = advance(to: window.now)
    // A draft that is kept meanwhile must not swallow the key; a time that is over does.
    guard pending == nil else { return steps }
    return steps + act(action, at: window.now)
  }

  private mutating func act(_ action: Action, at now: Date) -> [Step] {
    sentence = ""
    if isLeaving { return leave(action, at: now) }
    if interview.pausedSince != nil {
      switch action {
      case .accept: return move { $0.resume(at: now) }
      case .back: return [.close]
      default: return []
      }
    }
    switch interview.phase {
    case .brief:
      switch action {
      case .accept: return move { $0.begin(at: now) }
      case .back: return [.close]
      default: return []
      }
    case .ask: return ask(action, at: now)
    case .sure:
      switch action {
      case .rate(let number):
        return move { $0.answer(sureness: Sureness(rawValue: number), at: now) }
      case .accept: return move { $0.answer(sureness: nil, at: now) }
      case .back:
        interview.backToAnswer(at: now)
        if case .ask = interview.phase { isTyping = false } else { sentence = "The time is over." }
        return []
      default: return []
      }
    case .rest:
      switch action {
      case .accept: return move { $0.endRest(at: now) }
      case .skip: return move { $0.putOffMarking(at: now) }
      case .back: isLeaving = true
      default: break
      }
    case .mark: return mark(action, at: now)
    case .clarity:
      switch action {
      case .rate(let number): return move { $0.finish(clarity: number, at: now) }
      case .accept: return move { $0.finish(clarity: nil, at: now) }
      case .back: isLeaving = true
      default: break
      }
    case .over: return [.close]
    }
    return []
  }

  private mutating func ask(_ action: Action, at now: Date) -> [Step] {
    let count = interview.question?.choices.count ?? 0
    switch action {
    case .goOn, .accept: return move { $0.done(at: now) }
    case .typeText: isTyping = true
    case .row(let number): interview.pick(number)
    case .takeBack: interview.unpick()
    case .rowDown, .rowUp, .top, .bottom, .pageDown, .pageUp:
      if count > 0 {
        row = action.scrolled(from: row, room: 2, furthest: count - 1)
      } else {
        scroll = action.scrolled(from: scroll, room: 10, furthest: 200)
      }
    case .skip: return move { $0.skip(at: now) }
    case .flag: return move { $0.flag(at: now) }
    case .next, .previous:
      guard let target = interview.neighbour(action == .next ? 1 : -1) else {
        sentence = "There is no other question to go to."
        return []
      }
      return move { $0.go(to: target, at: now) }
    case .hint:
      var next = interview
      guard let hint = next.hint(at: now) else {
        sentence = "There are no more hints."
        return []
      }
      hints.append(hint)
      return commit(next)
    case .clock: showsClock.toggle()
    case .pause: return move { $0.pause(.key, at: now) }
    case .edit: sentence = "Closed until the answer is shown."
    case .back: isLeaving = true
    default: break
    }
    return []
  }

  private mutating func mark(_ action: Action, at now: Date) -> [Step] {
    let count = interview.marking?.question.points.count ?? 0
    switch action {
    case .row(let number):
      interview.mark { $0.toggle(number - 1) }
      if number <= count { row = number - 1 }
    case .goOn: interview.mark { [row] in $0.toggle(row) }
    case .all: interview.mark { $0.toggleAll() }
    case .rate(let quarters): interview.mark { $0.set(quarters: quarters) }
    case .focus: if count > 0 { scoresByHand.toggle() }
    case .wrapCode: showsAnswer.toggle()
    case .rowDown, .rowUp, .top, .bottom, .pageDown, .pageUp:
      if showsAnswer || count == 0 {
        scroll = action.scrolled(from: scroll, room: 10, furthest: 500)
      } else {
        row = action.scrolled(from: row, room: 2, furthest: count - 1)
      }
    case .undo:
      if !interview.backInMarking() { sentence = "This is the first answer." } else { arrive() }
    case .accept: return move { $0.endMarking(at: now) }
    case .back: isLeaving = true
    default: break
    }
    return []
  }

  private mutating func leave(_ action: Action, at now: Date) -> [Step] {
    isLeaving = false
    switch action {
    case .rate(2):
      var next = interview
      next.pause(.quit, at: now)
      let events = next.takeDated()
      let open = interview.openAnswer(at: now)
      return [.effect(.saveMock(events, open: open)), .close]
    case .rate(3):
      if case .mark = interview.phase { return [] }
      return move { $0.handIn(at: now) }
    case .rate(4): return move { $0.discard(at: now) }
    default: return []
    }
  }

  package func draw(in window: Window) -> Grid { MockDrawing(self, glosses, window).grid }
}
