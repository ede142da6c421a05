import Decks
import Foundation
import MockInterview
import Reports

/// The sentences of a mock in lines.
extension LinearMock {
  var prompt: String { "> " }

  static let askSureness = "How sure are you? 1 guess, 2 think so, 3 sure, Enter no word."
  static let askPostMortem = "Post-mortem, one line, Enter skips."
  static let markingKeys = "Numbers change ticks, score 0 to 4 overrules, Enter goes on."
  static let help =
    "A line is part of the answer, an empty line ends it. c the clock, r a hint, s skip, f flag, "
    + "n and p another question, z stop the clock, q leave. In marking: numbers tick, a ticks all, "
    + "d the full answer, score 0 to 4. A blank before a letter makes it text."

  /// A sentence wrapped between blanks, with an indent for all lines but the first.
  func say(_ sentence: String, hang: Int = 0) -> String {
    let safe = LinearText.safe(sentence)
    guard let width else { return safe + "\n" }
    return Wrapping.lines(of: safe, width: width, hang: hang).joined(separator: "\n") + "\n"
  }

  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  func rich(_ markdown: String) -> String {
    LinearText(width: width).text(of: RichText(markdown: markdown))
  }

  /// A point on one line, marks of code kept.
  func plain(_ markdown: String) -> String {
    LinearText(width: nil).text(of: RichText(markdown: markdown))
      .split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  var briefing: String {
    let preset = interview.paper.preset
    let primaries = interview.paper.primaries
    let boxes = Set(primaries.map(\.box))
    var parts = [Words.count(primaries.count, "question")]
    if preset.style != .exam, boxes.count == 1, let box = boxes.first {
      parts.append("\(SpokenTime.short(box * 1000)) each")
    }
    parts.append("\(SpokenTime.short(interview.paper.limit)) in all")
    let shown: String
    switch interview.settings.reveal {
    case .each: shown = "Answers are shown after each question."
    case .round: shown = "Answers are shown after each round."
    case .end: shown = "Answers are shown at the end."
    }
    var text =
      say("Mock \(interview.attempt.number), \(preset.name). \(parts.joined(separator: ", ")).")
    for sentence in interview.paper.relaxed { text += say("! " + sentence) }
    let time =
      interview.settings.isStrict
      ? "q leaves, and the clock runs on." : "q leaves and keeps your place."
    return text
      + say(
        "\(shown) Time is told when you ask (c) and when it is nearly out. \(time) Enter starts.")
  }

  /// What is said of a mock that was left before another begins.
  func offerOfLeft(at now: Date) -> String {
    var place = ""
    if let question = interview.question, let left = interview.clock(at: now)?.boxLeft, left > 0 {
      place = " \(question.topic) is open with \(SpokenTime.short(left)) left."
    }
    return say(
      "Mock \(interview.attempt.number), \(interview.paper.preset.name), was \(leftText)\(place) "
        + "Enter goes on with it, 3 hands it in, 4 throws it away, q leaves it as it is.")
  }

  func question(_ number: Int) -> String {
    guard let question = interview.paper[number] else { return prompt }
    let order = interview.attempt.primaries
    let place = order.firstIndex { $0.number == number }.map { $0 + 1 }
    let title: String
    if question.form == .stage {
      title = "Stage \(place ?? number) of \(order.count). \(question.round)."
    } else if let place {
      title = "Question \(place) of \(order.count). \(question.topic)."
    } else {
      title = "And then. \(question.topic)."
    }
    var text = say(title) + rich(question.prompt) + "\n"
    for (index, option) in question.choices.enumerated()
    where !interview.hiddenOptions.contains(index + 1) {
      text += say("\(index + 1) \(plain(option.text))", hang: 2)
    }
    if !question.choices.isEmpty {
      text += say(
        question.kind == .order
          ? "Numbers in the right order, then an empty line." : "Numbers pick; an empty line ends.")
    } else if interview.attempt.shown.count <= 1 {
      text += say(
        interview.settings.answer == .type
          ? "Type your answer; an empty line ends it."
          : "Answer aloud, type keywords if you like; an empty line ends it.")
    }
    if !interview.draft.isEmpty { text += say("So far: " + Self.oneLine(interview.draft)) }
    return text + prompt
  }

  func clock(at now: Date) -> String {
    guard let clock = interview.clock(at: now) else { return "No clock runs." }
    let all = "\(SpokenTime.short(clock.left)) in all."
    guard let box = clock.box, let left = clock.boxLeft else {
      return "\(SpokenTime.short(clock.left)) left in all."
    }
    if left < 0 { return "\(SpokenTime.short(-left)) over for this question, \(all)" }
    return "\(SpokenTime.short(left)) of \(SpokenTime.short(box)) left for this question, \(all)"
  }

  static func words(for notice: ClockNotice) -> String {
    switch notice {
    case .boxEnds(let seconds): "! \(seconds) seconds left: come to the point."
    case .boxOver: "! Time. Finish your sentence."
    case .moveOn: "! Move on."
    case .taken: "! Time: answer taken as it stands."
    case .totalEnds(let seconds): "! \(SpokenTime.short(seconds * 1000)) left in all."
    case .totalOver: "! The time is over."
    }
  }

  func words(for hint: Hint) -> String {
    switch hint {
    case .count(let count): "\(SpokenTime.number(count)) \(count == 1 ? "point" : "points")."
    case .point(let point): plain(point)
    case .without(let option): "it is not \(option)."
    case .first(let step): "\(step) comes first."
    case .letters(let letters): letters.joined(separator: "; ") + "."
    case .none: "there is none."
    }
  }

  static func list(_ numbers: [Int]) -> String { Words.list(numbers.map { String($0) }) }

  func restText(after round: String) -> String {
    let attempt = interview.attempt
    let given = attempt.given(in: round)
    let used = attempt.primaries.filter { $0.round == round }
      .reduce(0) { $0 + (attempt.used[$1.number] ?? 0) }
    let marks =
      interview.settings.reveal == .round && interview.unmarked(in: round) != nil
      ? "Enter marks its answers, s marks at the end." : "Enter goes on."
    return say(
      "\(round.capitalizedFirst) is over: \(Words.count(given, "answer")) in \(SpokenTime.full(used)). "
        + "The clock stands still. \(marks)")
  }

  /// "left at 2 of 3 answered."
  var leftText: String {
    let attempt = interview.attempt
    return "left at \(attempt.given()) of \(attempt.primaries.count) answered."
  }
}
