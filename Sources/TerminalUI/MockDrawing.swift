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
    if let numbering = screen.numbering { frame.ask("Question: ", numbering) }
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
    TextLine.divider(name, right: right, measure: frame.measure)
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

  // MARK: Before and between

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
}
