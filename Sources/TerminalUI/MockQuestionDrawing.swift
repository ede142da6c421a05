import Decks
import Foundation
import MockInterview
import Reports

// A question with its clock, and the paper it stands in.
extension MockDrawing {
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
        let (given, skipped) = (attempt.given(), attempt.skipped)
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
