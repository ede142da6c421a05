import Reports
import Scheduling

/// A column for every day or hour, as high as its figure.
struct ReportColumns {
  let rows: [TextLine]
  /// Where the name of each day that is shown stands, below the first of these rows.
  private(set) var days: [ReportLayout.DayPlace] = []

  private static let height = 8
  private static let axis = 7

  init(_ table: Report.Table, column: Int, width: Int) {
    let room = width - Self.axis
    // Wide columns where they fit; of too many days the first ones are shown.
    let pitch = table.rows.count * 2 <= room ? 2 : 1
    let shown = Array(table.rows.prefix(room / pitch))
    let sizes = shown.map { Int($0[column].size ?? 0) }
    let step = max((max(sizes.max() ?? 0, 1) + Self.height - 1) / Self.height, 1)
    var lines: [TextLine] = []
    let top = max(((sizes.max() ?? 0) + step - 1) / step, 1)
    for level in (1...top).reversed() {
      var row = InkedRow()
      row.write(Words.count(level * step), .muted, endingAt: Self.axis - 2)
      for (index, size) in sizes.enumerated() where size > (level - 1) * step {
        row.write("█", .code, at: Self.axis + index * pitch)
      }
      lines.append(row.line)
    }
    var names = InkedRow()
    for (index, row) in shown.enumerated() where !Self.isSparse(row[0]) || index % 3 == 0 {
      let name = Self.name(row[0])
      let place = Self.axis + index * pitch
      if names.cells <= place, place + name.count <= width { names.write(name, .muted, at: place) }
    }
    for (index, row) in shown.enumerated() {
      guard case .day(let day) = row[0] else { continue }
      days.append(.init(day: day, line: lines.count, column: Self.axis + index * pitch))
    }
    lines.append(names.line)
    var marks = InkedRow()
    for (index, row) in shown.enumerated() {
      guard case .day(let day) = row[0], index == 0 || day.weekday == 1 else { continue }
      let place = Self.axis + index * pitch
      guard place + 2 <= width else { break }
      if marks.cells < place || index == 0 { marks.write("\(day.day)", .muted, at: place) }
    }
    if marks.cells > 0 { lines.append(marks.line) }
    rows = lines
  }

  private static func isSparse(_ value: Report.Value) -> Bool {
    if case .day = value { false } else { true }
  }

  private static func name(_ value: Report.Value) -> String {
    if case .day(let day) = value { String(day.weekdayName.prefix(1)) } else { value.people }
  }
}
