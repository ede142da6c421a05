import Reports

/// Said against right, a row for each thing that was said: `o` where you were right, the 95 %
/// interval around it, `x` where you said you would be.
struct ReliabilityRows {
  let rows: [TextLine]

  init(_ table: Report.Table, said: Int, right: Int, width: Int) {
    let labels = table.rows.map { "\($0[0].people) (\($0[said].people))" }
    let figures = table.rows.map { ReportTable.text($0[right]) }
    let label = labels.map(CellWidth.of).max() ?? 0
    let figure = figures.map(CellWidth.of).max() ?? 0
    let start = label + figure + 4
    // A column for every 2.5 points where there is room, else for every 5; else no picture.
    let steps = start + 44 <= width ? 40 : start + 24 <= width ? 20 : 0
    var lines: [TextLine] = []
    if steps > 0 {
      var scale = InkedRow()
      for percent in [0, 25, 50, 75, 100] {
        scale.write("\(percent)", .muted, at: start + percent * steps / 100)
      }
      lines.append(scale.line)
    }
    for (index, row) in table.rows.enumerated() {
      let ink: Ink = table.noise.contains(index) ? .muted : .answer
      var line = InkedRow()
      line.write(labels[index], ink, at: 0)
      line.write(figures[index], ink, endingAt: label + 2 + figure)
      if steps > 0, let picture = Self.picture(row, said: said, right: right, steps: steps) {
        line.write(picture, at: start)
      }
      lines.append(line.line)
    }
    if steps > 0 {
      lines += Wrapping.rows(
        of: "o what came   x what was said   ·--· 95% interval".map { Glyph($0, .muted) },
        width: width
      ).map { TextLine($0) }
    }
    rows = lines
  }

  private static func picture(
    _ row: [Report.Value], said: Int, right: Int, steps: Int
  ) -> [Glyph]? {
    guard case .share(let share) = row[right], let ratio = share.ratio,
      let interval = share.interval, let foretold = row[said].ratio
    else { return nil }
    func place(_ ratio: Double) -> Int { Int((ratio * Double(steps)).rounded()) }
    var cells = [Glyph](repeating: Glyph(" ", .answer), count: steps + 1)
    for index in place(interval.low)...place(interval.high) { cells[index] = Glyph("-", .muted) }
    cells[place(interval.low)] = Glyph("·", .muted)
    cells[place(interval.high)] = Glyph("·", .muted)
    cells[place(foretold)] = Glyph("x", .hint)
    cells[place(ratio)] = Glyph("o", .prompt)
    return [Glyph("|", .muted)] + cells + [Glyph("|", .muted)]
  }
}
