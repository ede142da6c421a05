import Scheduling

/// Charts as SVG. A picture is about 400 units wide, so that its letters can be read on a
/// telephone; the page makes it wider where there is room.
package enum ChartDrawing {
  /// The pictures of a chart, one or several side by side.
  package static func svg(of chart: Report.Chart) -> [String] {
    switch chart.kind {
    case .bars(let column, let goal): [bars(chart, column: column, goal: goal)]
    case .columns(let column): [columns(chart, column: column)]
    case .heatmap(let column): heatmap(chart, column: column)
    case .reliability(let said, let right): [reliability(chart, said: said, right: right)]
    }
  }

  // MARK: Bars

  private static func bars(_ chart: Report.Chart, column: Int, goal: Double?) -> String {
    let rows = chart.table.rows
    let isRatio = rows.contains { $0[column].ratio != nil }
    let most = isRatio ? 1 : max(rows.compactMap { $0[column].size }.max() ?? 1, 1)
    let (left, right, step) = (130.0, 320.0, 22.0)
    var picture = Markup(
      width: 400, height: step * Double(rows.count) + 6, name: "bars", summary: chart.summary)
    for (index, row) in rows.enumerated() {
      let top = step * Double(index) + 3
      let name = row[0].people
      picture.write(cut(name, to: 20), left - 6, top + 14, anchor: "end")
      picture.rectangle(left, top + 3, right - left, 14, "track")
      let length = (row[column].size ?? 0) / most * (right - left)
      picture.rectangle(left, top + 3, length, 14, "mark", title: "\(name): \(row[column].people)")
      let figure =
        row[column].ratio.map(Words.percent) ?? row[column].people
      picture.write(figure, right + 6, top + 14)
    }
    if let goal {
      let x = left + goal * (right - left)
      picture.line(x, 0, x, step * Double(rows.count) + 6, "goal")
    }
    return picture.closed
  }

  // MARK: Columns

  private static func columns(_ chart: Report.Chart, column: Int) -> String {
    let rows = chart.table.rows
    let sizes = rows.map { $0[column].size ?? 0 }
    let most = roundedUp(sizes.max() ?? 0)
    let (left, right, top, bottom) = (46.0, 396.0, 8.0, 140.0)
    var picture = Markup(width: 400, height: 164, name: "columns", summary: chart.summary)
    for part in 0...2 {
      let value = most * Double(part) / 2
      let y = bottom - (bottom - top) * Double(part) / 2
      picture.line(left, y, right, y, "line")
      picture.write(
        Words.number(value, decimals: value == value.rounded() ? 0 : 1), left - 4, y + 4,
        anchor: "end", isFaint: true)
    }
    let step = (right - left) / Double(max(rows.count, 1))
    let every = max((rows.count + 5) / 6, 1)
    for (index, row) in rows.enumerated() {
      let x = left + step * Double(index)
      let height = sizes[index] / most * (bottom - top)
      picture.rectangle(
        x + step * 0.12, bottom - height, step * 0.76, height, "mark",
        title: "\(row[0].people): \(row[column].people)")
      if index.isMultiple(of: every) {
        picture.write(short(row[0]), x + step / 2, 156, anchor: "middle", isFaint: true)
      }
    }
    return picture.closed
  }

  /// The next number that halves well: 2, 4, 6, 10, 20, 40, 60, 100 ...
  static func roundedUp(_ value: Double) -> Double {
    var scale = 1.0
    while true {
      if let fitting = [2.0, 4, 6, 10].first(where: { $0 * scale >= value }) {
        return fitting * scale
      }
      scale *= 10
    }
  }

  private static func short(_ value: Report.Value) -> String {
    if case .day(let day) = value { day.short } else { value.people }
  }

  // MARK: Heatmap

  /// Two half years, so that both fit a narrow window one below the other.
  private static func heatmap(_ chart: Report.Chart, column: Int) -> [String] {
    let rows = chart.table.rows
    let most = rows.compactMap { $0[column].size }.max() ?? 0
    let shades = Report.shades(most: Int(most))
    let weeks = (rows.count + 6) / 7
    let half = (weeks + 1) / 2
    return [0..<half, half..<weeks].enumerated().map { side, weeks in
      var picture = Markup(
        width: 34 + 13 * Double(half), height: 112, name: "heatmap",
        summary: side == 0 ? chart.summary : "The second half of the year.")
      for (name, row) in [("Mon", 0), ("Wed", 2), ("Fri", 4), ("Sun", 6)] {
        picture.write(name, 0, 29 + 13 * Double(row), isFaint: true)
      }
      for (place, week) in weeks.enumerated() {
        let x = 32 + 13 * Double(place)
        for weekday in 0..<7 where week * 7 + weekday < rows.count {
          let row = rows[week * 7 + weekday]
          let answers = Int(row[column].size ?? 0)
          let shade = shades.count { $0 <= answers }
          picture.rectangle(
            x, 18 + 13 * Double(weekday), 11, 11, "mark heat-\(shade)",
            title: "\(row[0].people): \(Words.count(answers, "answer"))")
        }
        if case .day(let monday) = rows[week * 7][0], monday.day <= 7, place < weeks.count - 1 {
          picture.write(monday.monthName, x, 12, isFaint: true)
        }
      }
      return picture.closed
    }
  }

  // MARK: Reliability

  private static func reliability(_ chart: Report.Chart, said: Int, right: Int) -> String {
    let (left, top, size) = (44.0, 24.0, 250.0)
    var picture = Markup(width: 320, height: 326, name: "square", summary: chart.summary)
    func x(_ ratio: Double) -> Double { left + ratio * size }
    func y(_ ratio: Double) -> Double { top + (1 - ratio) * size }
    for part in 0...4 {
      let ratio = Double(part) / 4
      picture.line(x(ratio), y(0), x(ratio), y(1), "line")
      picture.line(x(0), y(ratio), x(1), y(ratio), "line")
      picture.write("\(part * 25)", x(ratio), y(0) + 16, anchor: "middle", isFaint: true)
      picture.write("\(part * 25)", left - 6, y(ratio) + 4, anchor: "end", isFaint: true)
    }
    picture.line(x(0), y(0), x(1), y(1), "goal")
    let names = chart.table.columns
    picture.write(
      "\(names[said].title), %", x(0.5), y(0) + 34, anchor: "middle", isFaint: true)
    picture.write("\(names[right].title), %", 4, 14, isFaint: true)
    for row in chart.table.rows {
      guard let foretold = row[said].ratio, case .share(let share) = row[right],
        let came = share.ratio, let interval = share.interval
      else { continue }
      picture.line(x(foretold), y(interval.low), x(foretold), y(interval.high), "range")
      picture.circle(
        x(foretold), y(came), radius: share.isNoise ? 3 : 5, "mark",
        title: "\(row[0].people): \(row[right].people)")
    }
    return picture.closed
  }

  // MARK: Sparklines

  /// A small picture of a trend for a cell of a table; empty for every other value.
  package static func sparkline(_ value: Report.Value) -> String {
    guard case .trend(let trend) = value, trend.count > 1 else { return "" }
    var picture = Markup(width: 48, height: 16, name: "spark", summary: nil)
    let step = 44 / Double(trend.count - 1)
    picture.polyline(
      trend.enumerated().map { (x: 2 + step * Double($0.offset), y: 14 - 12 * $0.element) })
    return picture.closed
  }

  private static func cut(_ text: String, to count: Int) -> String {
    text.count <= count ? text : text.prefix(count - 1) + "…"
  }
}
