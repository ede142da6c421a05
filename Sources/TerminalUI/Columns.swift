/// Text in columns, by the cells of the terminal that it takes.
package enum Columns {
  /// Text at the left of so many cells, cut with "…" where it is longer.
  package static func left(_ text: String, _ width: Int) -> String {
    var line = ""
    var cells = 0
    let isCut = CellWidth.of(text) > width
    for cluster in text.map(CellWidth.displayable) {
      guard cells + CellWidth.of(cluster) <= (isCut ? width - 1 : width) else { break }
      line.append(cluster)
      cells += CellWidth.of(cluster)
    }
    if isCut, width > 0 {
      line += "…"
      cells += 1
    }
    return line + String(repeating: " ", count: max(width - cells, 0))
  }

  /// Text at the right of so many cells; never cut.
  package static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(width - CellWidth.of(text), 0)) + text
  }

  /// A row of a table of figures: a name at the left, the figures at the right of their columns. A
  /// column without width is left out.
  package static func row(_ texts: [String], _ widths: [Int]) -> String {
    zip(texts, widths).enumerated().map { index, cell in
      let (text, width) = cell
      return width == 0 ? "" : index == 0 ? left(text, width) : right(text, width)
    }.joined()
  }

  /// A line without spaces at its end.
  package static func line(_ text: String) -> String {
    var line = text
    while line.last == " " { line.removeLast() }
    return line
  }
}
