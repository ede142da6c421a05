import Reports
import Scheduling

/// A report as rows of cells: what `ebb report` prints and the report screens scroll.
package struct ReportLayout {
  package private(set) var lines: [TextLine] = []
  /// The line of each row of the main table, which a cursor can walk; empty if there is none.
  private(set) var rowLines: [Int] = []
  /// The days of the first calendar, oldest first, which a cursor can walk; empty if there is none.
  private(set) var days: [DayPlace] = []

  /// Where a day of a calendar stands.
  struct DayPlace: Hashable {
    let day: Day
    let line: Int
    let column: Int
  }

  private let width: Int
  private let view: Report.View
  /// What the last lines are, which decides about blank rows.
  private var last: Part?

  private enum Part { case heading, facts, sentences, table, chart }

  /// Where the texts of facts begin.
  private static let margin = 15

  /// Lays a report out in so many cells, at least 36.
  package init(_ report: Report, width: Int) {
    self.width = max(width, 36)
    view = report.view
    for block in report.blocks {
      switch block {
      case .heading(let text): add(heading: text)
      case .fact(let fact): add(fact)
      case .sentence(let text): add(sentence: text)
      case .table(let table): add(table)
      case .chart(let chart): add(chart)
      }
    }
  }

  /// Begins a part: with a blank row, unless it continues what stands above or its heading does.
  private mutating func begin(_ part: Part, under near: Set<Part>) {
    if let last, !near.contains(last) { lines.append(.blank) }
    last = part
  }

  // MARK: Text

  private mutating func add(heading: String) {
    begin(.heading, under: [])
    // What stands behind a colon explains the heading and is no part of it.
    let name = heading.prefix { $0 != ":" }
    lines += wrapped(name.uppercased() + heading.dropFirst(name.count), .muted, indent: 0)
  }

  private mutating func add(_ fact: Report.Fact) {
    begin(.facts, under: [.heading, .facts])
    let ink: Ink = fact.isNoise ? .muted : .answer
    for (index, row) in wrapped(fact.text, ink, indent: Self.margin).enumerated() {
      var line = InkedRow()
      if index == 0 { line.write(fact.name.uppercased(), .muted, at: 0) }
      line.write(row.glyphs, at: Self.margin)
      lines.append(line.line)
    }
  }

  private mutating func add(sentence: String) {
    begin(.sentences, under: [.heading, .sentences])
    // "1  Do this" hangs under its words.
    let hang = sentence.first?.isNumber == true && sentence.dropFirst().hasPrefix("  ") ? 3 : 0
    for (index, row) in wrapped(sentence.dropFirst(hang), .answer, indent: hang).enumerated() {
      var line = InkedRow()
      if index == 0 { line.write(String(sentence.prefix(hang)), .answer, at: 0) }
      line.write(row.glyphs, at: hang)
      lines.append(line.line)
    }
  }

  private func wrapped(_ text: some StringProtocol, _ ink: Ink, indent: Int) -> [TextLine] {
    Wrapping.rows(of: text.map { Glyph($0, ink) }, width: width - indent).map { TextLine($0) }
  }

  // MARK: Tables and charts

  private mutating func add(_ table: Report.Table) {
    begin(.table, under: [.heading])
    let layout = ReportTable(table, width: width)
    lines.append(layout.heading)
    append(layout.rows)
  }

  private mutating func append(_ rows: [TextLine]) {
    if rowLines.isEmpty { rowLines = rows.indices.map { lines.count + $0 } }
    lines += rows
  }

  private mutating func append(_ rows: [TextLine], with places: [DayPlace]) {
    if days.isEmpty {
      days = places.map { DayPlace(day: $0.day, line: lines.count + $0.line, column: $0.column) }
    }
    lines += rows
  }

  private mutating func add(_ chart: Report.Chart) {
    // Under a heading, or as what the whole view is about, a chart needs no title.
    if last != .heading, view != .topics, last != nil || view != .heatmap {
      add(heading: chart.title)
    }
    begin(.chart, under: [.heading])
    guard !chart.table.rows.isEmpty else {
      lines.append(TextLine("No answers yet.", .muted))
      return
    }
    switch chart.kind {
    case .bars(let column, let goal):
      let bars = ReportBars(
        chart.table, column: column, goal: goal, width: width)
      if let heading = bars.heading { lines.append(heading) }
      append(bars.rows)
    case .columns(let column):
      let columns = ReportColumns(chart.table, column: column, width: width)
      append(columns.rows, with: columns.days)
    case .heatmap(let column):
      let heatmap = ReportHeatmap(chart.table, column: column, width: width)
      append(heatmap.rows, with: heatmap.days)
    case .reliability(let said, let right):
      lines += ReliabilityRows(chart.table, said: said, right: right, width: width).rows
    }
  }
}

/// A row that is written from left to right at columns of its own.
struct InkedRow {
  private var glyphs: [Glyph] = []

  var line: TextLine { TextLine(glyphs) }
  var cells: Int { glyphs.cells }

  mutating func write(_ text: String, _ ink: Ink, at column: Int) {
    write(text.map { Glyph($0, ink) }, at: column)
  }

  mutating func write(_ more: [Glyph], at column: Int) {
    guard !more.isEmpty else { return }
    let gap = max(column - glyphs.cells, 0)
    glyphs += Array(repeating: Glyph(" ", .answer), count: gap) + more
  }

  /// Text whose last cell is left of `end`.
  mutating func write(_ text: String, _ ink: Ink, endingAt end: Int) {
    write(text, ink, at: end - CellWidth.of(text))
  }
}
