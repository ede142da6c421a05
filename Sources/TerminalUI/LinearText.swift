import Decks
import Reports

/// Rich text as lines without any layout that needs eyes.
package struct LinearText {
  /// Columns to wrap prose at; nil when the output is no terminal.
  let width: Int?

  package init(width: Int?) { self.width = width }

  /// A text in lines, ready to print.
  package func text(of rich: RichText) -> String { text(of: rich.blocks, indent: 0) }

  private func text(of blocks: [RichText.Block], indent: Int) -> String {
    blocks.map { text(of: $0, indent: indent) }.joined(separator: "\n")
  }

  private func text(of block: RichText.Block, indent: Int) -> String {
    switch block {
    case .paragraph(let spans): return wrapped(plain(spans), indent: indent)
    case .code(let language, let lines):
      let name = language.isEmpty ? "Code" : "Code, \(Self.safe(language))"
      let count = Words.count(lines.count, "line")
      return (["\(name), \(count)."] + lines.map { Self.safe($0) } + ["End of code."])
        .joined(separator: "\n")
    case .list(let start, let members):
      return members.enumerated().map { offset, blocks in
        let lead = start.map { "\($0 + offset). " } ?? "- "
        let lines = text(of: blocks, indent: indent + lead.count).split(
          separator: "\n", omittingEmptySubsequences: false)
        // What belongs to a point stands under it.
        let margin = String(repeating: " ", count: lead.count)
        return lead + lines.joined(separator: "\n" + margin)
      }.joined(separator: "\n")
    case .table(let header, let rows):
      return rows.map { row in
        let title = row.first.map { plain($0) } ?? ""
        let cells = row.enumerated().dropFirst().map { column, cell in
          "  \(column < header.count ? plain(header[column]) : ""): \(plain(cell))"
        }
        return ([title] + cells).joined(separator: "\n")
      }.joined(separator: "\n")
    case .quote(let blocks): return text(of: blocks, indent: indent)
    }
  }

  private func plain(_ spans: [RichText.Span]) -> String {
    Self.safe(spans.map { $0.style == .code ? "`\($0.text)`" : $0.text }.joined())
  }

  /// Without anything that a terminal could take for a command.
  static func safe(_ text: String) -> String {
    String(text.map { $0 == "\t" ? $0 : CellWidth.displayable($0) })
  }

  private func wrapped(_ text: String, indent: Int) -> String {
    guard let width else { return text }
    return Wrapping.rows(of: text.map { Glyph($0, .answer) }, width: min(width, 72) - indent)
      .map { String($0.map(\.cluster)) }.joined(separator: "\n")
  }
}
