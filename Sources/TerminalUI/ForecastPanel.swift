import Scheduling

/// What waits on the next days, today first, as bars with their figures: a week, or two in a high
/// window.
struct ForecastPanel {
  let home: HomeScreen
  let columns: Range<Int>

  /// - Returns: The first row that is free below it.
  func draw(in frame: inout Frame, rows: Range<Int>) -> Int {
    let days = rows.count < 30 ? 7 : 14
    let due = [home.all.due] + home.coming.prefix(days - 1)
    let figures = due.enumerated().map { day, count in
      day == 0 && home.all.new > 0 ? "\(count)+\(home.all.new)" : String(count)
    }
    let loads = due.enumerated().map { $0.offset == 0 ? $0.element + home.all.new : $0.element }
    let widest = figures.map(\.count).max() ?? 0
    let room = columns.count - 5 - widest
    let most = loads.max() ?? 0
    guard room >= 4, most > 0, !home.coming.isEmpty else { return rows.lowerBound }
    frame.grid.write(
      "NEXT \(due.count) DAYS", row: rows.lowerBound, column: columns.lowerBound, ink: .muted)
    for (day, load) in loads.enumerated() where rows.lowerBound + 1 + day < rows.upperBound {
      let row = rows.lowerBound + 1 + day
      let name = home.today.advanced(by: day).weekdayName
      // A card is a bar of at least one cell: nothing and little must not look alike.
      let length = load == 0 ? 0 : max(load * room / most, 1)
      let bar = String(repeating: "█", count: length)
      var column = frame.grid.write(name, row: row, column: columns.lowerBound, ink: .answer) + 1
      column = frame.grid.write(bar, row: row, column: column, ink: .code)
      frame.grid.write(
        load == 0 ? "·" : " " + figures[day], row: row, column: column, ink: .answer)
    }
    return rows.lowerBound + due.count + 2
  }
}
