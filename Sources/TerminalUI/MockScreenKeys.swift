import Foundation
import MockInterview

/// What keys do while a mock is taken and marked.
extension MockScreen {
  // MARK: Text

  package mutating func read(_ key: Key, in window: Window) -> [Step] {
    if let steps = look(at: window.now) { return steps }
    if let field = numbering { return number(key, field, at: window.now) }
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
      return []
    default: return []
    }
    interview.draft = text
    return []
  }

  /// The number of a question is typed.
  private mutating func number(_ key: Key, _ typed: TextField, at now: Date) -> [Step] {
    var field = typed
    switch key {
    case .escape: numbering = nil
    case .enter:
      numbering = nil
      guard let index = Int(field.text), interview.paper.primaries.indices.contains(index - 1)
      else {
        sentence = "There are questions 1 to \(interview.paper.primaries.count)."
        return []
      }
      let target = interview.paper.primaries[index - 1].number
      return move { $0.go(to: target, at: now) }
    default: if field.handle(key) { numbering = field }
    }
    return []
  }

  package mutating func paste(_ text: String, in window: Window) -> [Step] {
    guard readsText, numbering == nil else { return [] }
    interview.draft += String(text.prefix(20_000)).filter { $0.isNewline || $0 >= " " }
    return []
  }

  // MARK: Keys

  package mutating func handle(_ action: Action, in window: Window) -> [Step] {
    look(at: window.now) ?? act(action, at: window.now)
  }

  private mutating func act(_ action: Action, at now: Date) -> [Step] {
    sentence = ""
    if isLeaving { return leave(action, at: now) }
    if interview.pausedSince != nil {
      switch action {
      case .accept: return move { $0.resume(at: now) }
      case .rate(3): return move { $0.handIn(at: now) }
      case .rate(4): return move { $0.discard(at: now) }
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
    case .typeText:
      if count == 0 { isTyping = true } else { sentence = "The digits answer here." }
    case .editor:
      if count == 0 { return [.effect(.writeAnswer(interview.draft))] }
    case .find: numbering = TextField()
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
    case .clock:
      let other = background.clock == .shown ? ClockDisplay.hidden : background.clock
      display = display == .shown ? other : .shown
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
    case .viewNote:
      guard let question = interview.question, let place = question.place else {
        sentence = "This is in no note."
        return []
      }
      return [.effect(.cards(.openNote(place, card: question.card)))]
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
      return [.effect(.mock(.save(events, open: open))), .close]
    case .rate(3):
      if case .mark = interview.phase { return [] }
      return move { $0.handIn(at: now) }
    case .rate(4): return move { $0.discard(at: now) }
    default: return []
    }
  }
}
