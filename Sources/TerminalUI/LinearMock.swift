import Decks
import Foundation
import MockInterview

/// A mock as lines of text in and out: for pipes, screen readers and braille lines. Nothing is
/// redrawn, every question ends in a line `> `, the clock speaks when asked and when it must.
package struct LinearMock: Sendable {
  /// What to print, and what must happen before the next line is read.
  package struct Turn: Sendable {
    package var text: String
    package var need: Need?
    package var isOver = false
  }

  /// What only the outside can do.
  package enum Need: Sendable {
    /// What the answers would count as; answer with `offer`.
    case proposals
    /// Count these; answer with `counted`.
    case apply([Proposal])
  }

  enum Stage: Sendable {
    case interview
    /// How the mock is to be left.
    case schedule([Proposal])
    case postMortem
    case over
  }

  package internal(set) var interview: Interview

  /// What comes after the interview itself, by name.
  package var stageName: String {
    switch stage {
    case .interview: "result"
    case .schedule: "schedule"
    case .postMortem: "post-mortem"
    case .over: "over"
    }
  }

  var stage = Stage.interview
  /// Columns to wrap at; nil when the output is no terminal.
  let width: Int?
  /// Whether the keys of marking were explained.
  private var explainedMarking = false
  /// Whether a line was written for the open question, and whether its hint was asked for.
  private var lines: [String] = []
  private let glosses: [[String]]

  package init(interview: Interview, glosses: [[String]] = [], width: Int?) {
    self.interview = interview
    self.glosses = glosses
    self.width = width
  }

  /// Events to be made durable before the text is printed.
  package mutating func takeUnsaved() -> [(event: MockEvent, time: Date)] {
    interview.takeUnsaved()
  }

  // MARK: Turns

  /// The rules, or where a paused mock goes on.
  package mutating func start(at now: Date) -> Turn {
    if interview.phase == .brief { return Turn(text: briefing + prompt) }
    interview.resume(at: now)
    lines = interview.draft.isEmpty ? [] : [interview.draft]
    return Turn(text: say("Mock \(interview.attempt.number) goes on.") + "\n" + scene(at: now))
  }

  /// Takes one line of input; nil is its end.
  package mutating func respond(to line: String?, at now: Date) -> Turn {
    let notices = interview.advance(to: now)
    let said = notices.map { say(LinearMock.words(for: $0)) }.joined()
    guard let line else { return leave(said, at: now) }
    let isTaken = notices.contains { $0 == .taken || $0 == .totalOver }
    if isTaken {
      // The line came after the end; what stood before it is the answer.
      lines = []
      return Turn(text: said + "\n" + scene(at: now))
    }
    let word = line.hasPrefix(" ") ? "" : line.filter { !$0.isWhitespace }.lowercased()
    var turn = turn(line: line, word: word, at: now)
    turn.text = said + turn.text
    return turn
  }

  private mutating func turn(line: String, word: String, at now: Date) -> Turn {
    switch stage {
    case .schedule(let proposals): return schedule(proposals, line: line, word: word)
    case .postMortem: return postMortem(line, at: now)
    case .over: return Turn(text: "", isOver: true)
    case .interview: break
    }
    if word == "q" || word == "quit" { return leave("", at: now) }
    if word == "?" { return Turn(text: say(Self.help) + prompt) }
    switch interview.phase {
    case .brief:
      interview.begin(at: now)
      return Turn(text: "\n" + scene(at: now))
    case .ask(let number): return answer(line, word: word, number: number, at: now)
    case .sure(let number): return sureness(word, number: number, at: now)
    case .mark(let number): return mark(word, line: line, number: number, at: now)
    case .rest:
      if word == "s" {
        interview.putOffMarking(at: now)
      } else {
        interview.endRest(at: now)
      }
      return Turn(text: "\n" + scene(at: now))
    case .clarity:
      guard word.isEmpty || ["1", "2", "3", "4"].contains(word) else {
        return Turn(text: say("1 to 4, or Enter to skip.") + prompt)
      }
      interview.finish(clarity: Int(word), at: now)
      return ending(at: now)
    case .over: return ending(at: now)
    }
  }

  // MARK: Answering

  private mutating func answer(_ line: String, word: String, number: Int, at now: Date) -> Turn {
    guard let question = interview.paper[number] else { return Turn(text: prompt) }
    switch word {
    case "c": return Turn(text: say(clock(at: now)) + prompt)
    case "r": return hint(question, at: now)
    case "f":
      interview.flag(at: now)
      let isOn = interview.attempt.flagged.contains(number)
      return Turn(text: say(isOn ? "Flagged." : "No flag.") + prompt)
    case "s":
      lines = []
      interview.skip(at: now)
      return Turn(text: say("Skipped.") + "\n" + scene(at: now))
    case "n", "p":
      guard let target = interview.neighbour(word == "n" ? 1 : -1) else {
        return Turn(text: say("There is no other question to go to.") + prompt)
      }
      interview.go(to: target, at: now)
      lines = interview.draft.isEmpty ? [] : [interview.draft]
      return Turn(text: "\n" + scene(at: now))
    case "z":
      interview.pause(.key, at: now)
      return Turn(text: say("The clock stands still. Enter goes on.") + prompt)
    default: break
    }
    if interview.pausedSince != nil {
      interview.resume(at: now)
      return Turn(text: say("The clock runs.") + prompt)
    }
    if !question.choices.isEmpty { return pick(line, question: question, at: now) }
    if line.allSatisfy(\.isWhitespace) {
      lines = []
      interview.done(at: now)
      return afterAnswer(number, at: now)
    }
    lines.append(line.hasPrefix(" ") ? String(line.dropFirst()) : line)
    interview.draft = lines.joined(separator: "\n")
    return Turn(text: prompt)
  }

  private mutating func pick(_ line: String, question: Question, at now: Date) -> Turn {
    if line.allSatisfy(\.isWhitespace) {
      interview.done(at: now)
      return afterAnswer(question.number, at: now)
    }
    let numbers = line.split { !$0.isNumber }.compactMap { Int($0) }
    guard !numbers.isEmpty, numbers.allSatisfy(question.choices.indices.map { $0 + 1 }.contains)
    else {
      return Turn(
        text: say("Numbers from 1 to \(question.choices.count), then an empty line.") + prompt)
    }
    while !interview.pick.isEmpty { interview.unpick() }
    for number in numbers where !interview.pick.contains(number) { interview.pick(number) }
    let picked = interview.pick.map(String.init).joined(separator: ", ")
    return Turn(text: say("Picked \(picked). An empty line ends the answer.") + prompt)
  }

  private mutating func hint(_ question: Question, at now: Date) -> Turn {
    guard let hint = interview.hint(at: now) else {
      return Turn(text: say("There are no more hints.") + prompt)
    }
    let number = interview.attempt.hints[question.number] ?? 1
    return Turn(text: say("Hint \(number): \(words(for: hint, of: question))") + prompt)
  }

  /// How long it took, then how sure one is, or what follows.
  private mutating func afterAnswer(_ number: Int, at now: Date) -> Turn {
    var text = SpokenTime.full(interview.attempt.used[number] ?? 0)
    if let question = interview.paper[number] {
      let late = interview.attempt.lateness(of: question)
      if late >= 1000 { text += ", \(SpokenTime.full(late)) over" }
    }
    text += "."
    let hints = interview.attempt.hints[number] ?? 0
    if hints > 0 { text += hints == 1 ? " One hint." : " Two hints." }
    if case .sure = interview.phase {
      return Turn(text: say(text) + say(Self.askSureness) + prompt)
    }
    return Turn(text: say(text) + "\n" + scene(at: now))
  }

  private mutating func sureness(_ word: String, number: Int, at now: Date) -> Turn {
    guard word.isEmpty || ["1", "2", "3"].contains(word) else {
      return Turn(text: say(Self.askSureness) + prompt)
    }
    interview.answer(sureness: Int(word).flatMap { Sureness(rawValue: $0) }, at: now)
    return Turn(text: "\n" + scene(at: now))
  }

  // MARK: Marking

  private mutating func mark(
    _ word: String, line: String, number: Int, at now: Date
  ) -> Turn {
    guard let marking = interview.marking else { return Turn(text: prompt) }
    if word.isEmpty {
      interview.endMarking(at: now)
      return Turn(text: "\n" + scene(at: now))
    }
    guard marking.isMarkable, marking.question.isMarkedByHand else {
      return Turn(text: say("Enter goes on.") + prompt)
    }
    if word == "a" {
      interview.mark { $0.toggleAll() }
      return Turn(text: say(result(of: number)) + prompt)
    }
    if word == "d" {
      let full = marking.question.answer.isEmpty ? "There is none." : marking.question.answer
      return Turn(text: rich(full) + "\n" + prompt)
    }
    let numbers = line.split { !$0.isNumber }.compactMap { Int($0) }
    if word.hasPrefix("score"), let quarters = numbers.first, (0...4).contains(quarters) {
      interview.mark { $0.set(quarters: quarters) }
      return Turn(text: say("Scored by you. " + result(of: number)) + prompt)
    }
    let points = marking.question.points
    guard !numbers.isEmpty, numbers.allSatisfy({ (1...max(points.count, 1)).contains($0) }) else {
      return Turn(text: say(Self.markingKeys) + prompt)
    }
    if points.isEmpty {
      interview.mark { $0.set(quarters: numbers[0]) }
      return Turn(text: say("Scored by you. " + result(of: number)) + prompt)
    }
    for point in numbers { interview.mark { $0.toggle(point - 1) } }
    let ticks = interview.marking?.ticks ?? []
    let on = numbers.filter { ticks[$0 - 1].isOn }
    let off = numbers.filter { !ticks[$0 - 1].isOn }
    var text = ""
    if !on.isEmpty { text += Self.list(on) + " ticked by you. " }
    if !off.isEmpty { text += Self.list(off) + " not said. " }
    return Turn(text: say(text + result(of: number)) + prompt)
  }

  /// Where the interview stands now, ready for the next line.
  mutating func scene(at now: Date) -> String {
    switch interview.phase {
    case .brief: return briefing + prompt
    case .ask(let number): return question(number)
    case .sure: return say(Self.askSureness) + prompt
    case .mark(let number): return markingScene(number)
    case .rest(let round): return restText(after: round) + prompt
    case .clarity: return say("How clear were you, 1 to 4? Enter skips.") + prompt
    case .over: return ending(at: now).text
    }
  }

  private mutating func markingScene(_ number: Int) -> String {
    let intro = marking(number, isFirst: !explainedMarking, glosses: glosses)
    explainedMarking = true
    return intro + prompt
  }

  // MARK: The end

  private mutating func ending(at now: Date) -> Turn {
    stage = .over
    if interview.attempt.isDiscarded { return Turn(text: "", isOver: true) }
    return Turn(text: "\n" + resultText, need: .proposals)
  }

  /// What the answers would count as.
  package mutating func offer(_ proposals: [Proposal]) -> Turn {
    guard !proposals.isEmpty else {
      stage = .postMortem
      return Turn(text: say(Self.askPostMortem) + prompt)
    }
    stage = .schedule(proposals)
    return Turn(text: "\n" + offerText(proposals) + prompt)
  }

  private mutating func schedule(_ proposals: [Proposal], line: String, word: String) -> Turn {
    if word == "q" {
      stage = .postMortem
      return Turn(text: say("Nothing is counted.") + say(Self.askPostMortem) + prompt)
    }
    if word.isEmpty {
      let ticked = proposals.filter(\.isTicked)
      guard !ticked.isEmpty else {
        stage = .postMortem
        return Turn(text: say("Nothing is counted.") + say(Self.askPostMortem) + prompt)
      }
      return Turn(text: "", need: .apply(ticked))
    }
    let numbers = line.split { !$0.isNumber }.compactMap { Int($0) }
    var changed = proposals
    var said: [String] = []
    for number in numbers {
      guard let index = changed.firstIndex(where: { $0.q == number }), !changed[index].isLocked
      else {
        return Turn(text: say("\(number) cannot be counted.") + prompt)
      }
      changed[index].isTicked.toggle()
      said.append("\(number) \(changed[index].isTicked ? "ticked" : "not ticked").")
    }
    guard !said.isEmpty else {
      return Turn(text: say("Numbers tick, Enter counts what is ticked, q does nothing.") + prompt)
    }
    stage = .schedule(changed)
    return Turn(text: say(said.joined(separator: " ")) + prompt)
  }

  /// The ticked answers are counted; each with when its card comes next.
  package mutating func counted(
    _ counted: [(topic: String, grade: Int, due: String)], applied: MockEvent.Applied, at now: Date
  ) -> Turn {
    interview.attempt.apply(.apply(applied), at: now)
    stage = .postMortem
    let cards = counted.map { "\($0.topic) as \(Proposal.name(ofGrade: $0.grade)), due \($0.due)" }
    let text =
      "Counted: \(cards.joined(separator: "; ")). ebb mock withdraw "
      + "\(interview.attempt.number) takes \(counted.count == 1 ? "it" : "them") back."
    return Turn(text: say(text) + say(Self.askPostMortem) + prompt)
  }

  private mutating func postMortem(_ line: String, at now: Date) -> Turn {
    stage = .over
    guard !line.allSatisfy(\.isWhitespace) else { return Turn(text: "", isOver: true) }
    interview.write(MockEvent.PostMortem(next: line), at: now)
    return Turn(text: say("Saved."), isOver: true)
  }

  /// Leaves at once; nothing is lost.
  private mutating func leave(_ said: String, at now: Date) -> Turn {
    let wasOver = interview.phase == .over
    if case .brief = interview.phase {
      interview.discard(at: now)
    } else if !wasOver {
      interview.pause(.quit, at: now)
    }
    stage = .over
    let number = interview.attempt.number
    let text =
      wasOver
      ? "" : interview.attempt.isDiscarded ? "Not started." : leftText + " ebb mock resume goes on."
    return Turn(text: said + (text.isEmpty ? "" : say("Mock \(number): " + text)), isOver: true)
  }
}
