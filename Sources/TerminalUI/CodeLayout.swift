/// Lays code out: never wrapped unless asked, cut at the edge with a sign of it.
struct CodeLayout {
  let layout: TextLayout

  private static let commentMarks: [String: String] = [
    "python": "#", "py": "#", "sh": "#", "bash": "#", "shell": "#", "yaml": "#", "yml": "#",
    "toml": "#", "ruby": "#", "nginx": "#", "conf": "#", "dockerfile": "#", "ini": "#",
    "sql": "--", "lua": "--", "go": "//", "js": "//", "javascript": "//", "ts": "//",
    "typescript": "//", "java": "//", "c": "//", "cpp": "//", "rust": "//", "swift": "//",
  ]

  func lines(_ lines: [String], language: String, indent: Int) -> [TextLine] {
    let room = max(layout.wide - indent, 4)
    let mark = Self.commentMarks[language.lowercased()]
    let rows = lines.flatMap { line -> [TextLine] in
      let isComment = mark.map { line.drop(while: \.isWhitespace).hasPrefix($0) } ?? false
      let glyphs = expandingTabs(line, ink: isComment ? .muted : .code)
      if layout.wrapsCode { return wrapped(glyphs, room: room, indent: indent) }
      return [cut(glyphs, room: room, indent: indent)]
    }
    return rows.spanning()
  }

  private func expandingTabs(_ line: String, ink: Ink) -> [Glyph] {
    var glyphs: [Glyph] = []
    var column = 0
    for cluster in line {
      if cluster == "\t" {
        let blanks = layout.tabWidth - column % layout.tabWidth
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
    if rest.isEmpty { return [TextLine(indent: indent)] }
    while !rest.isEmpty {
      let isFirst = lines.isEmpty
      let part = Self.prefix(of: rest, width: isFirst ? room : room - 1)
      rest = rest.dropFirst(part.count)
      let lead = isFirst ? [] : [Glyph(Wrapping.continuation, .muted)]
      lines.append(TextLine(lead + part, indent: indent))
    }
    return lines
  }

  /// The part of a line that is in view, with `‹` and `›` where it goes on.
  private func cut(_ glyphs: [Glyph], room: Int, indent: Int) -> TextLine {
    var visible = glyphs
    if layout.codeShift > 0, !glyphs.isEmpty {
      // The mark takes a cell of its own; half a wide character in front of it leaves blanks.
      var hidden = 0
      let rest = glyphs.drop { glyph in
        defer { hidden += glyph.width }
        return hidden <= layout.codeShift
      }
      let left = glyphs.prefix(glyphs.count - rest.count).cells
      let blanks = rest.isEmpty ? 0 : left - layout.codeShift - 1
      visible =
        [Glyph("‹", .muted)] + Array(repeating: Glyph(" ", .code), count: max(blanks, 0)) + rest
    }
    guard visible.cells > room else { return TextLine(visible, indent: indent) }
    var line = TextLine(
      Self.prefix(of: visible[...], width: room - 1) + [Glyph("›", .muted)], indent: indent)
    line.isCut = true
    return line
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
