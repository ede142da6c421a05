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

  package init(measure: Int, wide: Int, codeShift: Int = 0, wrapsCode: Bool = false) {
    self.measure = max(measure, 8)
    self.wide = max(wide, measure, 8)
    self.codeShift = codeShift
    self.wrapsCode = wrapsCode
  }

  /// Deeper lists are drawn at the fourth level.
  private static let deepestIndent = 8

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
      return TableLayout(width: wide - indent, ink: ink).lines(header: header, rows: rows)
        .map { TextLine($0.glyphs, indent: $0.indent + indent, isWide: $0.isWide) }
    case .quote(let blocks):
      return lines(of: blocks, ink: ink, indent: min(indent + 2, Self.deepestIndent))
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
      if memberLines.isEmpty { memberLines = [TextLine(indent: inner)] }
      // The marker hangs to the left of the first row.
      memberLines[0].glyphs.insert(contentsOf: marker.map { Glyph($0, ink) }, at: 0)
      memberLines[0].indent = max(memberLines[0].indent - marker.count, 0)
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

/// Lays code out: never wrapped unless asked, cut at the edge with a sign of it.
private struct CodeLayout {
  let layout: TextLayout

  private static let tabWidth = 4
  private static let commentMarks: [String: String] = [
    "python": "#", "py": "#", "sh": "#", "bash": "#", "shell": "#", "yaml": "#", "yml": "#",
    "toml": "#", "ruby": "#", "nginx": "#", "conf": "#", "dockerfile": "#", "ini": "#",
    "sql": "--", "lua": "--", "go": "//", "js": "//", "javascript": "//", "ts": "//",
    "typescript": "//", "java": "//", "c": "//", "cpp": "//", "rust": "//", "swift": "//",
  ]

  func lines(_ lines: [String], language: String, indent: Int) -> [TextLine] {
    let room = max(layout.wide - indent, 4)
    let mark = Self.commentMarks[language.lowercased()]
    return lines.flatMap { line -> [TextLine] in
      let isComment = mark.map { line.drop(while: \.isWhitespace).hasPrefix($0) } ?? false
      let glyphs = expandingTabs(line, ink: isComment ? .muted : .code)
      let width = glyphs.reduce(0) { $0 + $1.width }
      if layout.wrapsCode, width > room {
        return wrapped(glyphs, room: room, indent: indent)
      }
      return [TextLine(cut(glyphs, width: width, room: room), indent: indent, isWide: true)]
    }
  }

  private func expandingTabs(_ line: String, ink: Ink) -> [Glyph] {
    var glyphs: [Glyph] = []
    var column = 0
    for cluster in line {
      if cluster == "\t" {
        let blanks = Self.tabWidth - column % Self.tabWidth
        glyphs += Array(repeating: Glyph(" ", ink), count: blanks)
        column += blanks
      } else {
        let glyph = Glyph(cluster, ink)
        glyphs.append(glyph)
        column += glyph.width
      }
    }
    return glyphs
  }

  private func wrapped(_ glyphs: [Glyph], room: Int, indent: Int) -> [TextLine] {
    var lines: [TextLine] = []
    var rest = glyphs[...]
    while !rest.isEmpty {
      let isFirst = lines.isEmpty
      let part = Self.prefix(of: rest, width: isFirst ? room : room - 1)
      rest = rest.dropFirst(part.count)
      let lead = isFirst ? [] : [Glyph(Wrapping.continuation, .muted)]
      lines.append(TextLine(lead + part, indent: indent, isWide: true))
    }
    return lines
  }

  /// The part of a line that is in view, with `‹` and `›` where it goes on.
  private func cut(_ glyphs: [Glyph], width: Int, room: Int) -> [Glyph] {
    guard width > room || layout.codeShift > 0 else { return glyphs }
    var rest = glyphs[...]
    var skipped = 0
    while skipped < layout.codeShift, let first = rest.first {
      skipped += first.width
      rest = rest.dropFirst()
    }
    let isShifted = skipped > 0
    var visible = Array(rest)
    if isShifted {
      visible.insert(Glyph("‹", .muted), at: 0)
      if visible.count > 1 { visible.remove(at: 1) }
    }
    guard visible.reduce(0, { $0 + $1.width }) > room else { return visible }
    return Self.prefix(of: visible[...], width: room - 1) + [Glyph("›", .muted)]
  }

  private static func prefix(of glyphs: ArraySlice<Glyph>, width: Int) -> [Glyph] {
    var used = 0
    let end = glyphs.firstIndex { glyph in
      used += glyph.width
      return used > width
    }
    let part = glyphs[..<(end ?? glyphs.endIndex)]
    // Never an empty part, or wrapping would not come to an end.
    return Array(part.isEmpty ? glyphs.prefix(1) : part)
  }
}
