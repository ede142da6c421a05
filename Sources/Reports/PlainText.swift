import Scheduling

/// A report for other programs: lines with tabs between exact figures, without headings.
package enum PlainText {
  /// The lines: the main table of the report; facts where it has none; weeks of a heatmap.
  package static func of(_ report: Report) -> String {
    if report.view == .heatmap, let table = report.tables.first { return weeks(table) }
    let facts = report.blocks.compactMap { block -> [String]? in
      if case .fact(let fact) = block { [fact.name, fact.text] } else { nil }
    }
    let isFacts = report.view == .overview || report.view == .digest
    if isFacts || report.tables.isEmpty {
      let sentences = report.blocks.compactMap { block -> [String]? in
        if case .sentence(let text) = block { [text] } else { nil }
      }
      return lines(facts + sentences)
    }
    let table = report.tables[0]
    return lines(table.rows.map(table.fields))
  }

  private static func lines(_ rows: [[String]]) -> String {
    rows.map { $0.map(withoutTabs).joined(separator: "\t") + "\n" }.joined()
  }

  private static func withoutTabs(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }

  /// `2026-W47 46 38 48 18 69 60 40 = 319`: the answers of every day from Monday on, and their sum.
  private static func weeks(_ table: Report.Table) -> String {
    var text = ""
    for first in stride(from: 0, to: table.rows.count, by: 7) {
      let week = table.rows[first..<min(first + 7, table.rows.count)]
      guard case .day(let monday) = table.rows[first][0] else { continue }
      let answers = week.map { Int($0[1].size ?? 0) }
      text +=
        monday.isoWeek + " " + answers.map(String.init).joined(separator: " ")
        + " = \(answers.reduce(0, +))\n"
    }
    return text
  }
}

extension Day {
  /// `2026-W47`, by ISO 8601: the week belongs to the year of its Thursday.
  var isoWeek: String {
    let thursday = advanced(by: 4 - weekday)
    let first = Day(year: thursday.year, month: 1, day: 1)
    let week = first.distance(to: thursday) / 7 + 1
    return "\(thursday.year)-W\(week < 10 ? "0" : "")\(week)"
  }
}
