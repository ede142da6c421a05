import Decks

/// The rows of marks as text: focus, digit, mark, text, and a remark at the right.
struct RowMarksLayout {
  let marks: RowMarks
  let layout: TextLayout
  /// Whether the right answer is in sight.
  let isRevealed: Bool
  /// Whether digits and the cursor belong to the rows.
  let hasFocus: Bool

  /// All rows, and the first line of each of them.
  func lines() -> (lines: [TextLine], starts: [Int]) {
    var lines: [TextLine] = []
    var starts: [Int] = []
    for row in shownOrder {
      starts.append(lines.count)
      lines += self.lines(row)
    }
    return (lines, starts)
  }

  /// Steps are shown in the right order once they are known.
  private var shownOrder: [Int] {
    guard marks.form == .order, isRevealed else { return Array(marks.texts.indices) }
    return marks.texts.indices.sorted { marks.places[$0] < marks.places[$1] }
  }

  private func lines(_ row: Int) -> [TextLine] {
    let mark = mark(row)
    let number = number(row)
    // A blank in the ink of the focus would be a bar.
    let focus = hasFocus && row == marks.cursor ? Glyph(Grid.mark, .selection) : Glyph(" ", .answer)
    let head =
      [focus, Glyph(" ", .answer)]
      + "\(number) ".map { Glyph($0, hasFocus ? .prompt : .muted) }
      + mark.text.map { Glyph($0, mark.ink) }
    // Focus hangs to the left of the text.
    let inner = head.cells - 2
    var narrow = layout
    narrow.measure = max(layout.measure - inner, 8)
    var lines = narrow.lines(of: RichText(markdown: marks.texts[row]), ink: .answer)
    if lines.isEmpty { lines = [.blank] }
    for index in lines.indices {
      lines[index].indent += inner
      if lines[index].span > 0 { lines[index].span += inner }
    }
    let between = String(repeating: " ", count: max(lines[0].indent - inner, 0))
    lines[0].glyphs.insert(contentsOf: head + between.map { Glyph($0, .answer) }, at: 0)
    lines[0].indent = -2
    if let remark = remark(row) { append(remark, to: &lines, inner: inner) }
    return lines
  }

  /// The digit of a row; beyond the ninth there is none.
  private func number(_ row: Int) -> String {
    let shown = marks.form == .order && isRevealed ? marks.places[row] : row
    return marks.texts.count > 9 && !isRevealed && shown > 8 ? " " : String(shown + 1)
  }

  private func mark(_ row: Int) -> (text: String, ink: Ink) {
    let place = marks.marked.firstIndex(of: row)
    switch marks.form {
    case .points: return (place == nil ? "[ ] " : "[x] ", .answer)
    case .order:
      if isRevealed {
        guard let place else { return ("  ", .answer) }
        return place == marks.places[row] ? ("✓ ", .good) : ("✗ ", .again)
      }
      let text = place.map { Self.ordinal($0 + 1) } ?? ""
      return (Columns.left(text, 5), .answer)
    case .choice:
      let tick = place == nil ? "[ ] " : "[x] "
      guard isRevealed else { return (tick, .answer) }
      switch (place != nil, marks.right[row]) {
      case (true, true): return (tick + "✓ ", .good)
      // Who only looked has missed nothing.
      case (false, true) where !marks.isTouched: return (tick + "✓ ", .good)
      case (true, false), (false, true): return (tick + "✗ ", .again)
      case (false, false): return (tick + "  ", .answer)
      }
    }
  }

  private func remark(_ row: Int) -> String? {
    guard isRevealed else { return nil }
    let place = marks.marked.firstIndex(of: row)
    switch marks.form {
    case .points: return nil
    case .order:
      guard let place, place != marks.places[row] else { return nil }
      return "yours: " + Self.ordinal(place + 1)
    case .choice:
      switch (place != nil, marks.right[row]) {
      case (false, true): return marks.isTouched ? "you missed it" : "right"
      case (true, false): return "not right"
      default: return nil
      }
    }
  }

  /// At the right end of the last row, or in a row of its own where that is taken.
  private func append(_ remark: String, to lines: inout [TextLine], inner: Int) {
    let last = lines.count - 1
    let room = layout.measure - lines[last].width - CellWidth.of(remark)
    if room >= 2, lines[last].span == 0 {
      let gap = String(repeating: " ", count: room)
      lines[last].glyphs += (gap + remark).map { Glyph($0, .muted) }
    } else {
      lines.append(
        TextLine(remark, .muted, indent: max(layout.measure - CellWidth.of(remark), inner)))
    }
  }

  /// "1st", "2nd", "11th"
  static func ordinal(_ number: Int) -> String {
    let ending =
      switch (number % 10, number % 100) {
      case (1, 1...10), (1, 12...), (1, 0): "st"
      case (2, 1...10), (2, 13...), (2, 0): "nd"
      case (3, 1...10), (3, 14...), (3, 0): "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }
}
