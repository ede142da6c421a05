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
    /// It was left, and waits for a word on what is to become of it.
    case offer
    case interview
    /// The result was said; what it would count as is looked up.
    case result
    case schedule([Proposal])
    case postMortem
    case over
  }

  package internal(set) var interview: Interview

  /// What comes after the interview itself, by name.
  package var stageName: String {
    switch stage {
    case .offer, .interview, .result: "result"
    case .schedule: "schedule"
    case .postMortem: "post-mortem"
    case .over: "over"
    }
  }

  /// Whether it was left, and nobody said yet that it is to go on.
  package var isOffer: Bool { if case .offer = stage { true } else { false } }

  var stage: Stage
  /// Columns to wrap at; nil when the output is no terminal.
  let width: Int?
  /// Whether the keys of marking were explained.
  var explainedMarking = false
  /// The lines written so far for the open question.
  private var lines: [String] = []
  /// Words that this user's notes treat as one.
  let glosses: [[String]]

  package init(
    interview: Interview, glosses: [[String]] = [], width: Int?, isOffer: Bool = false
  ) {
    stage = isOffer ? .offer : .interview
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
    if isOffer { return Turn(text: offerOfLeft(at: now) + prompt) }
    if interview.phase == .brief { return Turn(text: briefing + prompt) }
    return goOn(at: now)
  }

  mutating func goOn(at now: Date) -> Turn {
    stage = .interview
    interview.resume(at: now)
    lines = interview.draft.isEmpty ? [] : [interview.draft]
    return next(say("Mock \(interview.attempt.number) goes on."), at: now)
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
      return next(said, at: now)
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
    case .result, .over: return Turn(text: "", isOver: true)
    case .offer: return left(word, at: now)
    case .interview: break
    }
    if word == "q" || word == "quit" { return leave("", at: now) }
    if word == "?" { return Turn(text: say(Self.help) + prompt) }
    switch interview.phase {
    case .brief:
      interview.begin(at: now)
      return next("", at: now)
    case .ask(let number): return answer(line, word: word, number: number, at: now)
    case .sure: return sureness(word, at: now)
    case .mark(let number): return mark(word, line: line, number: number, at: now)
    case .rest:
      if word == "s" {
        interview.putOffMarking(at: now)
      } else {
        interview.endRest(at: now)
      }
      return next("", at: now)
    case .clarity:
      guard word.isEmpty || ["1", "2", "3", "4"].contains(word) else {
        return Turn(text: say("1 to 4, or Enter to skip.") + prompt)
      }
      interview.finish(clarity: Int(word), at: now)
      return ending()
    case .over: return ending()
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
      return next(say("Skipped."), at: now)
    case "n", "p":
      guard let target = interview.neighbour(word == "n" ? 1 : -1) else {
        return Turn(text: say("There is no other question to go to.") + prompt)
      }
      interview.go(to: target, at: now)
      lines = interview.draft.isEmpty ? [] : [interview.draft]
      return next("", at: now)
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
    let numbers = Self.numbers(in: line)
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
    return Turn(text: say("Hint \(number): \(words(for: hint))") + prompt)
  }

  /// The numbers of a line, whatever stands between them.
  static func numbers(in line: String) -> [Int] {
    line.split { !$0.isNumber }.compactMap { Int($0) }
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
    return next(say(text), at: now)
  }

  private mutating func sureness(_ word: String, at now: Date) -> Turn {
    let said = Int(word).flatMap { Sureness(rawValue: $0) }
    guard word.isEmpty || said != nil else {
      return Turn(text: say(Self.askSureness) + prompt)
    }
    interview.answer(sureness: said, at: now)
    return next("", at: now)
  }

  /// Where the interview stands now, behind what was said of the last line, ready for the next.
  mutating func next(_ said: String, at now: Date) -> Turn {
    let scene: String
    switch interview.phase {
    case .brief: scene = briefing + prompt
    case .ask(let number): scene = question(number)
    case .sure: scene = say(Self.askSureness) + prompt
    case .mark(let number): scene = markingScene(number)
    case .rest(let round): scene = restText(after: round) + prompt
    case .clarity: scene = say("How clear were you, 1 to 4? Enter skips.") + prompt
    case .over:
      var turn = ending()
      turn.text = said + turn.text
      return turn
    }
    return Turn(text: said + "\n" + scene)
  }
}
