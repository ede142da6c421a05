import Decks

/// Lays rich text out in rows.
package struct TextLayout: Sendable {
  /// Cells for prose.
  package var measure: Int
  /// Cells for code and tables, at least as many.
  package var wide: Int
  /// Cells by which code is shifted to the left.
  package var codeShift = 0
  /// Long code lines are wrapped instead of cut.
  package var wrapsCode = false
  /// Cells from one tab stop in code to the next.
  package var tabWidth = 4

  package init(measure: Int, wide: Int, codeShift: Int = 0, wrapsCode: Bool = false) {
    self.measure = max(measure, 8)
    self.wide = max(wide, measure, 8)
    self.codeShift = codeShift
    self.wrapsCode = wrapsCode
  }

  /// Deeper lists are drawn at the fourth level.
  private static let deepestIndent = 8

  /// Rows of a text with its code and tables; `ink` is that of prose.
  package func lines(of text: RichText, ink: Ink) -> [TextLine] {
    lines(of: text.blocks, ink: ink, indent: 0)
  }

  /// Rows of one paragraph.
  package func lines(of text: String, ink: Ink) -> [TextLine] {
    Wrapping.rows(of: text.map { Glyph($0, ink) }, width: measure).map { TextLine($0) }
  }

  private func lines(of blocks: [RichText.Block], ink: Ink, indent: Int) -> [TextLine] {
    var lines: [TextLine] = []
    for (index, block) in blocks.enumerated() {
      if index > 0, !isTight(blocks[index - 1], block, indent) { lines.append(.blank) }
      lines += self.lines(of: block, ink: ink, indent: indent)
    }
    return lines
  }

  /// Inside a list, a nested list stands directly under its paragraph.
  private func isTight(
    _ above: RichText.Block, _ below: RichText.Block, _ indent: Int
  ) -> Bool {
    guard indent > 0, case .paragraph = above, case .list = below else { return false }
    return true
  }

  private func lines(of block: RichText.Block, ink: Ink, indent: Int) -> [TextLine] {
    switch block {
    case .paragraph(let spans):
      return Wrapping.rows(of: Self.glyphs(of: spans, ink: ink), width: measure - indent)
        .map { TextLine($0, indent: indent) }
    case .code(let language, let lines):
      return CodeLayout(layout: self).lines(lines, language: language, indent: indent + 2)
    case .list(let start, let members):
      return list(start: start, members: members, ink: ink, indent: indent)
    case .table(let header, let rows):
      let table = TableLayout(width: wide - indent, measure: measure - indent, ink: ink)
      return table.lines(header: header, rows: rows).map { line in
        var line = line
        line.indent += indent
        if line.span > 0 { line.span += indent }
        return line
      }
    case .quote(let blocks):
      let inner = max(indent, min(indent + 2, Self.deepestIndent))
      return lines(of: blocks, ink: ink, indent: inner)
    }
  }

  private func list(
    start: Int?, members: [[RichText.Block]], ink: Ink, indent: Int
  ) -> [TextLine] {
    var lines: [TextLine] = []
    for (offset, member) in members.enumerated() {
      let marker = start.map { "\($0 + offset). " } ?? "• "
      let inner = min(indent + marker.count, Self.deepestIndent + marker.count)
      var memberLines = self.lines(of: member, ink: ink, indent: inner)
      // A list of the deepest level that opens a member of one stands no further in than it.
      if memberLines.first.map({ $0.indent < inner }) ?? true {
        memberLines.insert(TextLine(indent: inner), at: 0)
      }
      // The marker hangs to the left of the first row, which may stand further in if it is code.
      let between = String(repeating: " ", count: memberLines[0].indent - inner)
      memberLines[0].glyphs.insert(
        contentsOf: (marker + between).map { Glyph($0, ink) }, at: 0)
      memberLines[0].indent = inner - marker.count
      lines += memberLines
    }
    return lines
  }

  static func glyphs(of spans: [RichText.Span], ink: Ink) -> [Glyph] {
    spans.flatMap { span in
      let spanInk: Ink =
        switch span.style {
        case .plain, .emphasis: ink
        case .strong: .prompt
        case .code: .code
        }
      return span.text.map { Glyph($0.isNewline ? " " : $0, spanInk) }
    }
  }
}
