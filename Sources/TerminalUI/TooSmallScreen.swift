/// What is said in place of any screen when the window has no room for it.
struct TooSmallScreen: Sendable {
  let smallest: (columns: Int, rows: Int)

  func draw(columns: Int, rows: Int) -> Grid {
    var grid = Grid(columns: columns, rows: rows)
    // Too little even for the sentences: the numbers alone.
    if columns < 20 || rows < 3 {
      grid.write("\(smallest.columns)x\(smallest.rows)", row: 0, column: 0, ink: .warning)
      return grid
    }
    let texts = [
      "ebb needs \(smallest.columns) columns and \(smallest.rows) rows.",
      "This window has \(columns) and \(rows). Your place is kept.",
      "Make it larger, or press q to leave.",
    ]
    let lines = texts.enumerated().flatMap { index, text in
      Wrapping.rows(
        of: text.map { Glyph($0, index == 0 ? .warning : .answer) }, width: columns - 2)
    }
    for (row, line) in lines.enumerated() {
      var column = 1
      for glyph in line {
        column = grid.write(glyph, row: row, column: column)
      }
    }
    return grid
  }
}
