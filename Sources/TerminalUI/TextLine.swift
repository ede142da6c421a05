/// One grapheme cluster with its width in cells and its meaning.
package struct Glyph: Hashable, Sendable {
  package let cluster: Character
  /// 1 or 2.
  package let width: Int
  package let ink: Ink
  /// Whether a row may end here; a no-break space is drawn as a blank and is none.
  let isBlank: Bool

  init(_ cluster: Character, _ ink: Ink) {
    self.cluster = CellWidth.displayable(cluster)
    width = CellWidth.of(self.cluster)
    self.ink = ink
    isBlank = self.cluster == " " && cluster != "\u{A0}" && cluster != "\u{202F}"
  }

  private init(cluster: Character, width: Int, ink: Ink, isBlank: Bool) {
    self.cluster = cluster
    self.width = width
    self.ink = ink
    self.isBlank = isBlank
  }

  /// The same with another meaning.
  func inked(_ ink: Ink) -> Glyph {
    Glyph(cluster: cluster, width: width, ink: ink, isBlank: isBlank)
  }
}

extension Collection where Element == Glyph {
  /// The cells all of them take.
  var cells: Int { reduce(0) { $0 + $1.width } }
}

/// One row of laid-out text.
package struct TextLine: Hashable, Sendable {
  package var glyphs: [Glyph]
  /// Cells to the left of the first glyph.
  package var indent: Int
  /// Cells of the widest row of the code or table this row is part of, indent included: rows of
  /// one block must not move against each other. 0 for prose, which keeps to the measure.
  package var span: Int
  /// Code that goes on to the right of what is shown.
  package var isCut = false

  package init(_ glyphs: [Glyph] = [], indent: Int = 0, span: Int = 0) {
    self.glyphs = glyphs
    self.indent = indent
    self.span = span
  }

  package init(_ text: some StringProtocol, _ ink: Ink, indent: Int = 0) {
    self.init(text.map { Glyph($0, ink) }, indent: indent)
  }

  /// Cells from the left edge of the text to the end of this row.
  package var width: Int { indent + glyphs.cells }

  package var text: String {
    String(repeating: " ", count: indent) + String(glyphs.map(\.cluster))
  }

  package static let blank = TextLine()
}

extension [TextLine] {
  /// The rows as one block that is drawn as wide as it needs.
  func spanning() -> [TextLine] {
    let widest = map(\.width).max() ?? 0
    return map { line in
      var line = line
      line.span = widest
      return line
    }
  }
}

extension TextLine {
  /// A rule that begins with a title and may end in a few words.
  static func divider(_ title: String, right: String = "", measure: Int) -> TextLine {
    let end = right.isEmpty ? "" : " " + right
    let room = max(measure - CellWidth.of(end) - 2, 1)
    let start = Frame.cut(title, to: room) + " "
    let dashes = max(measure - CellWidth.of(start) - CellWidth.of(end), 0)
    return TextLine(start + String(repeating: "─", count: dashes) + end, .muted)
  }
}
