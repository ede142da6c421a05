import Reports
import Scheduling

/// A year in weeks: one row for a weekday, one cell for a day, five shades.
struct ReportHeatmap {
  let rows: [TextLine]
  /// Where each day that is shown stands, below the first of these rows.
  private(set) var days: [ReportLayout.DayPlace] = []

  private static let shades = ["·", "░", "▒", "▓", "█"]
  private static let margin = 5
  private static let mean = 7

  /// The rows of the table are days without a gap, from a Monday on.
  init(_ table: Report.Table, column: Int, width: Int) {
    let answers = table.rows.map { Int($0[column].size ?? 0) }
    let limits = Report.shades(most: answers.max() ?? 0)
    let weeks = (answers.count + 6) / 7
    let room = width - Self.margin - Self.mean
    // A year or half of one, or what a narrow window has room for.
    let shown = weeks <= room ? weeks : min(26, weeks, room)
    let first = weeks - shown
    var lines: [TextLine] = []
    var months = InkedRow()
    for week in first..<weeks {
      guard case .day(let monday) = table.rows[week * 7][0], monday.day <= 7 else { continue }
      let place = Self.margin + week - first
      if months.cells < place || months.cells == 0, place + 3 <= Self.margin + shown {
        months.write(monday.monthName, .muted, at: place)
      }
    }
    months.write("MEAN", .muted, endingAt: Self.margin + shown + Self.mean)
    lines.append(months.line)
    let begun = answers.firstIndex { $0 > 0 } ?? 0
    for weekday in 0..<7 {
      var row = InkedRow()
      row.write(Day(number: 4 + weekday).weekdayName, .muted, at: 0)
      var cells: [Glyph] = []
      for week in first..<weeks where week * 7 + weekday < answers.count {
        let shade = limits.count { $0 <= answers[week * 7 + weekday] }
        cells += Self.shades[shade].map { Glyph($0, shade == 0 ? .muted : .code) }
      }
      row.write(cells, at: Self.margin)
      let days = stride(from: weekday, to: answers.count, by: 7).filter { $0 >= begun }
      let sum = days.reduce(0) { $0 + answers[$1] }
      row.write(
        Words.number(Double(sum) / Double(max(days.count, 1)), decimals: 0), .answer,
        endingAt: Self.margin + shown + Self.mean)
      lines.append(row.line)
    }
    rows = lines + [.blank] + Self.legend(limits, width: width)
    for index in (first * 7)..<answers.count {
      guard case .day(let day) = table.rows[index][0] else { continue }
      days.append(
        .init(day: day, line: 1 + index % 7, column: Self.margin + index / 7 - first))
    }
  }

  private static func legend(_ limits: [Int], width: Int) -> [TextLine] {
    var parts = ["· none"]
    for (index, low) in limits.enumerated() {
      let end = index + 1 < limits.count ? limits[index + 1] - 1 : nil
      let range = end.map { $0 == low ? "\(low)" : "\(low)-\($0)" } ?? "\(low) or more"
      parts.append("\(shades[index + 1]) \(range)")
    }
    let text = parts.joined(separator: "   ") + " answers"
    return Wrapping.rows(of: text.map { Glyph($0, .muted) }, width: width).map { TextLine($0) }
  }
}
