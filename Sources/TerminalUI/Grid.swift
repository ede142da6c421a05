/// One position on the screen.
package struct Cell: Hashable, Sendable {
  /// One grapheme cluster; empty for the right half of a wide one.
  package var cluster: Character?
  package var ink: Ink

  package static let blank = Cell(cluster: " ", ink: .answer)
}

/// The screen as a value: rows of cells, and where the hardware cursor is parked.
package struct Grid: Hashable, Sendable {
  package let columns: Int
  package let rows: Int
  package private(set) var cells: [Cell]
  /// Zero-based; magnifiers and screen readers follow it.
  package var cursor: Position

  /// A cell by row and column, both from 0.
  package struct Position: Hashable, Sendable {
    package var row: Int
    package var column: Int

    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  package init(columns: Int, rows: Int) {
    self.columns = max(columns, 0)
    self.rows = max(rows, 0)
    cells = Array(repeating: .blank, count: self.columns * self.rows)
    cursor = Position(row: 0, column: 0)
  }

  package subscript(row: Int, column: Int) -> Cell { cells[row * columns + column] }

  /// Writes text from a position to the right, cutting at the edge; what lies outside the grid is
  /// not written. A wide cluster that would straddle the edge is left out.
  /// - Returns: The column after the last cell written.
  @discardableResult
  package mutating func write(_ text: some StringProtocol, row: Int, column: Int, ink: Ink) -> Int {
    guard row >= 0, row < rows else { return column }
    var column = column
    for cluster in text {
      let shown = CellWidth.displayable(cluster)
      let width = CellWidth.of(shown)
      guard column + width <= columns else { break }
      if column >= 0 {
        place(shown, width: width, row: row, column: column, ink: ink)
      }
      column += width
    }
    return column
  }

  /// Writes a glyph, which is displayable and measured already; outside the grid, nothing.
  /// - Returns: The column after it.
  @discardableResult
  mutating func write(_ glyph: Glyph, row: Int, column: Int, ink: Ink? = nil) -> Int {
    let end = column + glyph.width
    if (0..<rows).contains(row), column >= 0, end <= columns {
      place(glyph.cluster, width: glyph.width, row: row, column: column, ink: ink ?? glyph.ink)
    }
    return end
  }

  /// Gives cells that are already written another meaning.
  package mutating func reink(row: Int, columns range: Range<Int>, ink: Ink) {
    guard row >= 0, row < rows else { return }
    for column in range.clamped(to: 0..<columns) {
      cells[row * columns + column].ink = ink
    }
  }

  private mutating func place(_ cluster: Character, width: Int, row: Int, column: Int, ink: Ink) {
    let index = row * columns + column
    // Half of a wide cluster that is overwritten would leave a torn glyph behind.
    if cells[index].cluster == nil, column > 0 { cells[index - 1] = .blank }
    cells[index] = Cell(cluster: cluster, ink: ink)
    let after = column + width
    if after < columns, cells[row * columns + after].cluster == nil {
      cells[row * columns + after] = .blank
    }
    if width == 2 { cells[index + 1] = Cell(cluster: nil, ink: ink) }
  }

  /// Stands before the row in focus of every list.
  static let mark: Character = "▸"

  /// Whether the cursor is parked on the mark of a list.
  var parksOnMark: Bool {
    (0..<rows).contains(cursor.row) && (0..<columns).contains(cursor.column)
      && self[cursor.row, cursor.column].cluster == Self.mark
  }

  /// The characters of one row, trailing blanks included.
  package func text(row: Int) -> String {
    String((0..<columns).compactMap { self[row, $0].cluster })
  }
}
