import Decks
import Reports

// What of the card is in view, laid out.
extension ReviewScreen {
  /// The text in view: rows that stay, and rows that scroll under them.
  struct View {
    var pinned: [TextLine]
    var scrolling: [TextLine]
    /// Rows for the scrolling part.
    var room: Int
    /// The first of the scrolling rows that belongs to the answer.
    var answerStart = 0
    /// The scrolling rows of the option, step or point in focus.
    var focus: Range<Int>?
    var furthest: Int { max(scrolling.count - room, 0) }
  }

  func view(columns: Int, rows: Int) -> View {
    let frame = frame(columns: columns, rows: rows)
    var layout = TextLayout(
      measure: frame.measure, wide: frame.wide, codeShift: codeShift, wrapsCode: wrapsCode)
    layout.tabWidth = look.tabWidth
    guard let card else { return View(pinned: [], scrolling: [], room: frame.body.count) }
    let prompt = prompt(of: card, layout: layout)
    guard side != .front else {
      guard let rows = markedRows(layout) else {
        return View(pinned: [], scrolling: prompt, room: frame.body.count)
      }
      var view = View(
        pinned: [], scrolling: prompt + [.blank] + rows.lines, room: frame.body.count)
      view.focus = rows.focus(below: prompt.count + 1)
      return view
    }
    let head =
      prompt + [.blank] + (typed?.rows(layout, comparing: marks == nil) ?? []) + [divider(layout)]
    let rows = markedRows(layout)
    let answer = answer(of: card, rows: rows?.lines ?? [], layout: layout)
    let focus = isTicking ? rows?.focus(below: 0) : nil
    // A question that fills half the screen scrolls with its answer.
    if head.count * 2 > frame.body.count {
      var view = View(
        pinned: [], scrolling: head + answer, room: frame.body.count, answerStart: head.count)
      view.focus = focus.map { $0.lowerBound + head.count..<$0.upperBound + head.count }
      return view
    }
    var view = View(pinned: head, scrolling: answer, room: frame.body.count - head.count)
    view.focus = focus
    return view
  }

  /// The question with what goes with it: how many points are wanted, hints that were asked for.
  private func prompt(of card: Card, layout: TextLayout) -> [TextLine] {
    var lines = layout.lines(of: RichText(markdown: card.prompt), ink: .prompt)
    if marks?.form == .points {
      lines.append(TextLine(Words.count(card.points.count, "point"), .muted))
    }
    if card.kind == .choice, card.isGenerated {
      lines.append(TextLine("options drawn from the note", .muted))
    }
    for (index, hint) in hints.enumerated() {
      lines.append(.blank)
      lines += layout.lines(of: RichText(markdown: "Hint \(index + 1)  " + hint), ink: .hint)
    }
    return lines
  }

  private func divider(_ layout: TextLayout) -> TextLine {
    let isTicked = marks?.form == .points
    let result = marks.flatMap { $0.isTouched || isTicked ? $0.result : nil } ?? ""
    return .divider(
      isTicked ? "Tick what you said" : "Answer", right: result, measure: layout.measure)
  }

  private struct Rows {
    let lines: [TextLine]
    let starts: [Int]
    let cursor: Int

    func focus(below count: Int) -> Range<Int> {
      let end = cursor + 1 < starts.count ? starts[cursor + 1] : lines.count
      return starts[cursor] + count..<end + count
    }
  }

  private func markedRows(_ layout: TextLayout) -> Rows? {
    guard let marks, side != .front || marks.form != .points else { return nil }
    let isRevealed = side != .front
    let rows = RowMarksLayout(
      marks: marks, layout: layout, isRevealed: isRevealed,
      hasFocus: !isRevealed || isTicking
    ).lines()
    return Rows(lines: rows.lines, starts: rows.starts, cursor: marks.cursor)
  }

  private func answer(of card: Card, rows: [TextLine], layout: TextLayout) -> [TextLine] {
    let text: String?
    switch marks?.form {
    case .choice:
      // The right option alone is in sight already.
      let plain = card.answer.filter { $0 != "*" && $0 != "`" }
      let isShown = card.choices.contains { choice in
        choice.isRight && choice.text.filter { $0 != "*" && $0 != "`" } == plain
      }
      text = isShown ? nil : card.answer
    case .order, .points: text = card.fullAnswer
    case nil: text = card.filledPrompt ?? card.answer
    }
    let full = text.map { layout.lines(of: RichText(markdown: $0), ink: .answer) } ?? []
    if rows.isEmpty || full.isEmpty { return rows + full }
    return rows + [.blank, .divider("In full", measure: layout.measure)] + full
  }
}
