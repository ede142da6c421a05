import TerminalUI

/// Text for commands that print figures in columns, in cells of the terminal.
enum Columns {
  /// The width that their output keeps to.
  static let width = 76

  /// Text at the left of so many cells, cut with "…" where it is longer.
  static func left(_ text: String, _ width: Int) -> String {
    var line = ""
    var cells = 0
    let isCut = CellWidth.of(text) > width
    for cluster in text.map(CellWidth.displayable) {
      guard cells + CellWidth.of(cluster) <= (isCut ? width - 1 : width) else { break }
      line.append(cluster)
      cells += CellWidth.of(cluster)
    }
    if isCut {
      line += "…"
      cells += 1
    }
    return line + String(repeating: " ", count: max(width - cells, 0))
  }

  /// Text at the right of so many cells; never cut.
  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(width - CellWidth.of(text), 0)) + text
  }

  /// A sentence broken between words into lines of the width, ready to print.
  static func wrapped(_ text: String) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, CellWidth.of(last) + 1 + CellWidth.of(word) <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// A line without spaces at its end.
  static func line(_ text: String) -> String {
    var line = text
    while line.last == " " { line.removeLast() }
    return line
  }
}
