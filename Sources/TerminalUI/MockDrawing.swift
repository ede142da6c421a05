import Decks
import Foundation
import MockInterview
import Reports

/// Draws a mock in any of its states.
struct MockDrawing {
  let screen: MockScreen
  let interview: Interview
  let window: Window
  var frame: Frame

  init(_ screen: MockScreen, _ window: Window) {
    self.screen = screen
    self.window = window
    interview = screen.interview
    frame = Frame(window)
    draw()
  }

  var grid: Grid { frame.grid }

  var preset: String { interview.paper.preset.name }
  var layout: TextLayout {
    var layout = TextLayout(measure: frame.measure, wide: frame.wide)
    layout.tabWidth = window.look.tabWidth
    return layout
  }

  mutating func draw() {
    if interview.pausedSince != nil {
      drawPaused()
    } else {
      switch interview.phase {
      case .brief: drawBrief()
      case .ask, .sure: drawQuestion()
      case .mark: drawMarking()
      case .rest(let round): drawRest(after: round)
      case .clarity: drawClarity()
      case .over: break
      }
    }
    if screen.isLeaving { drawLeaving() }
    if let problem = screen.problem {
      frame.message("! " + problem, ink: .warning)
    } else if !screen.sentence.isEmpty {
      frame.message(screen.sentence)
    }
    if let numbering = screen.numbering {
      frame.message("")
      let start = frame.grid.write(" Question: ", row: frame.rows - 2, column: 0, ink: .prompt)
      numbering.draw(
        in: &frame.grid, row: frame.rows - 2, columns: start..<max(frame.columns - 1, start),
        ink: .answer)
    }
    frame.keys(
      screen.numbering != nil ? .typing : screen.readsText ? .mockTyping : screen.context)
  }

  mutating func action(_ text: String, ink: Ink = .answer) {
    frame.grid.write(
      "  " + Frame.cut(text, to: frame.columns - 4), row: frame.rows - 3, column: 0,
      ink: ink)
  }

  /// Rows of the body, scrolled, and how many are hidden said in the rule.
  mutating func body(_ lines: [TextLine], scroll: Int = 0) {
    let room = frame.body.count
    let first = min(max(scroll, 0), max(lines.count - room, 0))
    frame.draw(
      lines.dropFirst(first).prefix(room), from: frame.body.lowerBound,
      to: frame.body.upperBound)
    frame.rule(row: frame.rows - 4, above: first, below: max(lines.count - first - room, 0))
  }

  func divider(_ name: String, right: String = "") -> TextLine {
    let tail = right.isEmpty ? "" : " " + right
    let rest = max(frame.measure - CellWidth.of(name) - CellWidth.of(tail) - 1, 3)
    return TextLine(name + " " + String(repeating: "─", count: rest) + tail, .muted)
  }

  // MARK: Rules

  mutating func drawBrief() {
    let paper = interview.paper
    frame.title(["Mock", preset], right: "mock \(interview.attempt.number)")
    var sentences = [
      "\(Words.count(paper.primaries.count, "question")), "
        + "\(SpokenTime.short(paper.limit)) of answering in all."
    ]
    switch paper.preset.style {
    case .exam: sentences.append("One clock. Go to and fro as you like; the last answer counts.")
    case .rapid: sentences.append("When the time of a question is over, what stands is taken.")
    case .interview, .design:
      sentences.append(
        "When the time of a question is over you may finish your sentence: it costs pace, and the "
          + "whole has its end.")
    }
    switch interview.settings.reveal {
    case .each: sentences.append("Each answer is shown and marked at once; no clock runs then.")
    case .round: sentences.append("Answers are shown and marked after each round, off the clock.")
    case .end: sentences.append("Answers are shown and marked at the end, off the clock.")
    }
    sentences.append("You say how sure you are before anything is shown.")
    sentences.append(
      interview.settings.isStrict
        ? "Strict: leaving does not stop the clock."
        : "q leaves, z stops the clock; every answer is saved at once.")
    sentences += paper.relaxed.map { "! " + $0 }
    body(
      sentences.flatMap {
        layout.lines(of: $0, ink: $0.hasPrefix("!") ? .warning : .answer)
          + [.blank]
      })
    frame.message("Enter starts the clock.")
  }

  mutating func drawPaused() {
    frame.title(["Mock", preset, "paused"], right: remains)
    var lines = layout.lines(of: "The clock stands still.", ink: .prompt)
    if let question = interview.question, let left = interview.clock(at: window.now) {
      lines.append(.blank)
      let box = left.boxLeft.map { "\(SpokenTime.clock($0)) left for this question, " } ?? ""
      lines += layout.lines(
        of: "\(question.topic): \(box)\(SpokenTime.clock(left.left)) in all.", ink: .answer)
    }
    body(lines)
    frame.message(
      oneOf: [
        "Enter goes on where you were; q leaves and keeps your place.", "Enter goes on; q leaves.",
      ])
  }

  // MARK: Questions

  var position: String {
    let primaries = interview.attempt.primaries
    let number = interview.question.map { $0.follows ?? $0.number }
    let place = primaries.firstIndex { $0.number == number }.map { $0 + 1 } ?? primaries.count
    return "\(place) of \(primaries.count)"
  }

  var remains: String {
    guard screen.display == .shown, let clock = interview.clock(at: window.now) else {
      return position
    }
    return position + " · " + SpokenTime.clock(max(clock.left, 0)) + " left"
  }

  var progress: Double {
    let primaries = interview.attempt.primaries
    let given = primaries.count { interview.attempt.answers[$0.number] != nil }
    return primaries.isEmpty ? 0 : Double(given) / Double(primaries.count)
  }

  mutating func drawQuestion() {
    guard let question = interview.question else { return }
    let title =
      question.form == .stage ? question.trail.first ?? question.topic : question.topic
    // Where there is little room the topic is told, and which interview it is was chosen.
    frame.title(
      ["Mock"] + (frame.columns < 60 ? [] : [preset]) + [title], right: remains,
      progress: progress)
    drawStrip(at: question)
    var lines = layout.lines(of: RichText(markdown: question.prompt), ink: .prompt)
    if question.follows != nil {
      lines.insert(TextLine("And then:", .muted), at: 0)
    }
    for (index, hint) in screen.hints.enumerated() {
      lines.append(.blank)
      lines += layout.lines(of: "Hint \(index + 1)  " + words(for: hint), ink: .hint)
    }
    lines += earlierStages(of: question)
    lines.append(.blank)
    var typing: Int?
    if !question.choices.isEmpty {
      lines += options(of: question)
    } else if screen.isTyping || !interview.draft.isEmpty {
      lines.append(divider("Your words"))
      let paragraphs = interview.draft.split(
        separator: "\n", omittingEmptySubsequences: false)
      lines += paragraphs.flatMap { paragraph in
        paragraph.isEmpty ? [TextLine.blank] : layout.lines(of: String(paragraph), ink: .answer)
      }
      typing = lines.count - 1
    }
    // The end of what is typed stays in sight.
    let scroll = screen.isTyping ? max(lines.count - frame.body.count, 0) : screen.scroll
    body(lines, scroll: scroll)
    drawClock(of: question)
    if case .sure = interview.phase {
      action(
        frame.columns < 72
          ? "How sure?  1 guess  2 think so  3 sure  Enter no word"
          : "How sure are you of it?    1 guess   2 think so   3 sure    Enter no word",
        ink: .prompt)
      frame.park(row: frame.rows - 3, column: 2)
    }
    if screen.isTyping, let typing {
      let row = frame.body.lowerBound + typing - scroll
      let width = lines[typing].width
      frame.park(
        row: min(row, frame.body.upperBound - 1), column: min(frame.left + width, frame.columns - 2)
      )
    }
  }

  /// What was written in earlier stages of a design stays in sight.
  private func earlierStages(of question: Question) -> [TextLine] {
    guard question.form == .stage else { return [] }
    let earlier = interview.attempt.primaries.filter { $0.number < question.number }
    let lines = earlier.compactMap { stage -> [TextLine]? in
      guard let text = interview.attempt.answers[stage.number]?.text, !text.isEmpty else {
        return nil
      }
      return layout.lines(of: "\(stage.round): \(LinearMock.oneLine(text))", ink: .muted)
    }
    return lines.isEmpty ? [] : [.blank, divider("So far")] + lines.joined()
  }

  /// The paper in one row: `.` answered, `-` skipped, `~` cut, `F` flagged, `>` here.
  mutating func drawStrip(at question: Question) {
    guard frame.rows >= 16 else { return }
    let primaries = interview.attempt.primaries
    let isDesign = question.form == .stage
    let here = primaries.firstIndex { $0.number == question.follows ?? question.number } ?? 0
    let texts = primaries.enumerated().map { index, one -> String in
      var text = isDesign ? one.round : String(index + 1)
      switch interview.attempt.answers[one.number]?.outcome {
      case .answered: text += "."
      case .skipped: text += "-"
      case .cut, .timeout: text += "~"
      case .unreached, nil: break
      }
      if interview.attempt.flagged.contains(one.number) { text += "F" }
      return index == here ? ">" + text : text
    }
    // As many as fit, around the present one.
    var range = here..<here + 1
    func width(_ range: Range<Int>) -> Int {
      texts[range].reduce(0) { $0 + CellWidth.of($1) + 2 }
    }
    while true {
      var wider = range
      if wider.upperBound < texts.count { wider = wider.lowerBound..<wider.upperBound + 1 }
      if wider.lowerBound > 0 { wider = wider.lowerBound - 1..<wider.upperBound }
      if wider == range || width(wider) > frame.columns - 6 { break }
      range = wider
    }
    let text =
      (range.lowerBound > 0 ? "…" : "") + texts[range].joined(separator: "  ")
      + (range.upperBound < texts.count ? "…" : "")
    frame.grid.write(text, row: 2, column: 2, ink: .muted)
  }

  func options(of question: Question) -> [TextLine] {
    var lines: [TextLine] = []
    for (index, option) in question.choices.enumerated()
    where !interview.hiddenOptions.contains(index + 1) {
      let place = interview.pick.firstIndex(of: index + 1)
      let mark: String
      if question.kind == .order {
        mark = place.map { "[\($0 + 1)]" } ?? "[ ]"
      } else {
        mark = place == nil ? "[ ]" : "[x]"
      }
      lines += row(
        "\(index + 1) \(mark) ", option.text, ink: place == nil ? .answer : .prompt)
    }
    return lines
  }

  /// A row of text behind a label, with what does not fit under it.
  func row(_ label: String, _ markdown: String, ink: Ink) -> [TextLine] {
    let width = CellWidth.of(label)
    let inner = TextLayout(measure: max(frame.measure - width, 8), wide: frame.wide)
    var rows = inner.lines(of: RichText(markdown: markdown), ink: ink).map { line in
      var line = line
      line.indent += width
      line.span = 0
      return line
    }
    guard !rows.isEmpty else { return [TextLine(label, ink)] }
    rows[0].glyphs.insert(contentsOf: label.map { Glyph($0, ink) }, at: 0)
    rows[0].indent -= width
    return rows
  }

  func words(for hint: Hint) -> String {
    switch hint {
    case .count(let count): "\(SpokenTime.number(count)) key \(count == 1 ? "point" : "points")"
    case .point(let point): point
    case .without(let option): "it is not \(option)"
    case .first(let step): "\(step) comes first"
    case .letters(let letters): letters.joined(separator: "; ")
    case .none: ""
    }
  }

  mutating func drawClock(of question: Question) {
    guard let clock = interview.clock(at: window.now) else { return }
    if case .ask = interview.phase {
      if let warning = warningText(clock) {
        action(warning, ink: .warning)
      } else if screen.display == .shown, let box = clock.box, let left = clock.boxLeft {
        let of = frame.columns < 64 ? "" : " of \(SpokenTime.clock(box))"
        let stage = question.form == .stage ? " for this stage" : ""
        action("\(SpokenTime.clock(left)) left\(of)\(stage)", ink: .muted)
      } else if interview.isFree {
        let attempt = interview.attempt
        let primaries = attempt.primaries
        let given = primaries.count { attempt.answers[$0.number]?.isMarkable == true }
        let skipped = primaries.count { attempt.answers[$0.number]?.outcome == .skipped }
        action(
          "answered \(given), skipped \(skipped), flagged \(attempt.flagged.count), "
            + "open \(primaries.count - given - skipped)", ink: .muted)
      }
    }
    if case .totalEnds(let seconds) = screen.totalWarning {
      let left =
        screen.display == .hidden ? "Little time is" : SpokenTime.short(seconds * 1000)
      frame.message("! \(left) left in all.", ink: .warning)
    }
  }

  func warningText(_ clock: Clock) -> String? {
    let over = screen.display == .shown ? " " + SpokenTime.clock(min(clock.boxLeft ?? 0, -1)) : ""
    switch screen.warning {
    case .boxEnds(let seconds):
      switch screen.display {
      case .shown:
        return "! \(SpokenTime.clock(max(clock.boxLeft ?? 0, 0))) left: come to the point."
      case .quiet: return "! \(SpokenTime.clock(seconds * 1000)) left: come to the point."
      case .hidden: return "! Little time left: come to the point."
      }
    case .boxOver:
      let isPicked = interview.question?.choices.isEmpty == false
      return "! Time. \(isPicked ? "Pick and go on." : "Finish your sentence.")\(over)"
    case .moveOn: return "! Move on.\(over)"
    case .taken: return "! Time: answer taken as it stands."
    case .totalEnds, .totalOver, nil: return nil
    }
  }
}
