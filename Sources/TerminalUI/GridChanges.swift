extension Grid {
  /// One cell to be written, as a terminal writes it.
  package struct Change: Hashable, Sendable {
    package let row: Int
    package let column: Int
    package let cluster: Character
    /// Whether the cluster takes the next cell as well.
    package let isWide: Bool
    package let ink: Ink
  }

  /// The cells of the upper left part, so many rows and columns, that must be written where
  /// `before` is shown, row by row from the left; all of them if nobody knows what is shown. The
  /// last cell of the last row of a window is none of them: writing it scrolls some terminals.
  package func changes(since before: Grid?, rows: Int, columns: Int) -> [Change] {
    let known = before.flatMap { $0.rows == self.rows && $0.columns == self.columns ? $0 : nil }
    let width = min(columns, self.columns)
    var changes: [Change] = []
    for row in 0..<min(rows, self.rows) {
      let start = row * self.columns
      let end = row == rows - 1 ? min(width, columns - 1) : width
      for column in 0..<max(end, 0) {
        let cell = cells[start + column]
        if let known, known.cells[start + column] == cell { continue }
        // Halves of a wide cluster change together, so that none is ever left alone.
        guard let cluster = cell.cluster else { continue }
        let isWide = column + 1 < end && cells[start + column + 1].cluster == nil
        changes.append(
          Change(row: row, column: column, cluster: cluster, isWide: isWide, ink: cell.ink))
      }
    }
    return changes
  }
}
