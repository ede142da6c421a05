import Reports
import Scheduling

/// The rows of a table in columns; what does not fit is left to the other formats, from the right.
struct ReportTable {
  let heading: TextLine
  let rows: [TextLine]

  private static let gap = 2
  /// Text gives way down to so many cells before a column is left out.
  private static let least = 20

  init(_ table: Report.Table, width: Int) {
    let cells = table.rows.map { $0.map(Self.text) }
    var widths = table.columns.indices.map { index in
      max(
        CellWidth.of(table.columns[index].title),
        cells.map { CellWidth.of($0[index]) }.max() ?? 0)
    }
    // A column at the end is left out before texts are cut to what says nothing.
    while widths.count > 2 {
      if let fitting = Self.fitted(widths, of: table, width: width),
        widths.indices.allSatisfy({ fitting[$0] >= min(widths[$0], Self.least) })
      {
        break
      }
      widths.removeLast()
    }
    widths = Self.fitted(widths, of: table, width: width) ?? widths
    func line(_ texts: [String], _ inks: (Int) -> Ink) -> TextLine {
      var row = InkedRow()
      var column = 0
      for (index, width) in widths.enumerated() {
        let text = Frame.cut(texts[index], to: width)
        let ink = inks(index)
        if table.columns[index].isText {
          row.write(text, ink, at: column)
        } else {
          row.write(text, ink, endingAt: column + width)
        }
        column += width + Self.gap
      }
      return row.line
    }
    heading = line(table.columns.map { $0.title.uppercased() }) { _ in .muted }
    rows = cells.enumerated().map { index, texts in
      line(texts) { column in
        table.noise.contains(index) || table.rows[index][column].isNoise ? .muted : .answer
      }
    }
  }

  /// The widths with those of texts made smaller, from the right, until all fit; nil if even texts
  /// of no width would not.
  private static func fitted(_ widths: [Int], of table: Report.Table, width: Int) -> [Int]? {
    var fitted = widths
    var excess = widths.reduce(0, +) + gap * max(widths.count - 1, 0) - width
    // First down to what still says something, then as far as it must be.
    for floor in [least, 1] {
      for index in widths.indices.reversed() where excess > 0 && table.columns[index].isText {
        let less = min(excess, max(fitted[index] - min(floor, fitted[index]), 0))
        fitted[index] -= less
        excess -= less
      }
    }
    return excess > 0 ? nil : fitted
  }

  /// A value in a column: shares with their percentages below each other.
  static func text(_ value: Report.Value) -> String {
    switch value {
    case .share(let share):
      guard let ratio = share.ratio else { return "·" }
      let percent = Self.percent(ratio, of: share)
      return "\(Words.count(share.ok)) of \(Words.count(share.n))"
        + String(repeating: " ", count: max(6 - percent.count, 1)) + percent
    case .part(let part): return "\(Words.count(part.ok))/\(Words.count(part.n))"
    case .day(let day): return day.short
    case .trend(let trend): return String(trend.map(spark))
    default: return value.people
    }
  }

  /// "90%", or "~90%" of few answers, because not every terminal has a grey.
  static func percent(_ ratio: Double, of share: Share) -> String {
    (share.isNoise ? "~" : "") + Words.percent(ratio)
  }

  /// One of eight steps for 0...1.
  private static func spark(_ ratio: Double) -> Character {
    let steps: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    return steps[min(max(Int(ratio * 8), 0), 7)]
  }
}
