import Reports

/// Rows with a bar: label, figure, bar; with all their columns where the table is the report.
struct ReportBars {
  let heading: TextLine?
  let rows: [TextLine]

  /// `goal` is marked on bars of shares, 0...1.
  init(_ table: Report.Table, column: Int, goal: Double?, width: Int) {
    let isWhole = table.columns.count > 2
    let sizes = table.rows.map { $0[column].size ?? 0 }
    let isRatio = table.rows.contains { $0[column].ratio != nil }
    let most = isRatio ? 1 : max(sizes.max() ?? 1, 1)
    let labels = table.rows.map { ReportTable.text($0[0]) }
    let figures = table.rows.map { ReportTable.text($0[column]) }
    let label = min(labels.map(CellWidth.of).max() ?? 0, max(width / 3, 10))
    let figure = max(
      figures.map(CellWidth.of).max() ?? 0,
      isWhole ? CellWidth.of(table.columns[column].title) : 0)
    let rest =
      isWhole
      ? Self.columns(of: table, besides: [0, column], room: width - label - figure - 10) : []
    let tail = rest.reduce(0) { $0 + $1.width + 2 }
    let start = label + figure + 3
    let room = max(min(width - start - tail - 1, isRatio ? 30 : 45), 4)
    heading = isWhole ? Self.heading(table, column, rest, label, figure, start + room) : nil
    let columns = table.columns.indices.filter { $0 != 0 && $0 != column }
    rows = table.rows.indices.map { index in
      let ink: Ink = table.noise.contains(index) ? .muted : .answer
      var row = InkedRow()
      row.write(Frame.cut(labels[index], to: label), ink, at: 0)
      row.write(figures[index], ink, endingAt: label + 2 + figure)
      let bar = Self.bar(sizes[index] / most, room: room)
      row.write(bar, ink == .muted ? .muted : .code, at: start)
      if let goal {
        let place = start + min(Int((goal * Double(room)).rounded()), room - 1)
        // On a bar that reaches it the goal would hide the end of the bar.
        if row.cells <= place { row.write("|", .muted, at: place) }
      }
      var column = start + room
      for (place, (texts, width)) in zip(columns, rest) {
        column += width + 2
        let isNoise = table.rows[index][place].isNoise
        row.write(texts[index], isNoise ? .muted : ink, endingAt: column)
      }
      return row.line
    }
  }

  private static func heading(
    _ table: Report.Table, _ column: Int, _ rest: [(texts: [String], width: Int)], _ label: Int,
    _ figure: Int, _ end: Int
  ) -> TextLine {
    var row = InkedRow()
    row.write(table.columns[0].title.uppercased(), .muted, at: 0)
    row.write(table.columns[column].title.uppercased(), .muted, endingAt: label + 2 + figure)
    var end = end
    let titles = table.columns.indices.filter { $0 != 0 && $0 != column }
    for (index, (_, width)) in zip(titles, rest) {
      end += width + 2
      row.write(table.columns[index].title.uppercased(), .muted, endingAt: end)
    }
    return row.line
  }

  /// The columns beside label and figure: all with their denominators where there is room, else
  /// as many as fit with percentages alone.
  private static func columns(
    of table: Report.Table, besides shown: Set<Int>, room: Int
  ) -> [(texts: [String], width: Int)] {
    let all = columns(of: table, besides: shown, room: room - 20) { ReportTable.text($0) }
    if all.count == table.columns.count - shown.count { return all }
    return columns(of: table, besides: shown, room: room, text: short)
  }

  private static func columns(
    of table: Report.Table, besides shown: Set<Int>, room: Int, text: (Report.Value) -> String
  ) -> [(texts: [String], width: Int)] {
    var columns: [(texts: [String], width: Int)] = []
    var left = room
    for index in table.columns.indices where !shown.contains(index) {
      let texts = table.rows.map { text($0[index]) }
      let width = max(
        texts.map(CellWidth.of).max() ?? 0, CellWidth.of(table.columns[index].title))
      guard width + 2 <= left else { break }
      left -= width + 2
      columns.append((texts, width))
    }
    return columns
  }

  /// A rate as its percentage.
  private static func short(_ value: Report.Value) -> String {
    guard case .share(let share) = value else { return ReportTable.text(value) }
    return share.ratio.map { ReportTable.percent($0, of: share) } ?? "·"
  }

  /// A bar as long as a share of the room, in eighths; what is not nothing is never empty.
  static func bar(_ ratio: Double, room: Int) -> String {
    let eighths = Int((min(max(ratio, 0), 1) * Double(room) * 8).rounded())
    guard ratio > 0 else { return "" }
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + (eighths == 0 ? "▏" : parts[eighths % 8])
  }
}
