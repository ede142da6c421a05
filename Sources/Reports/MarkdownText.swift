/// A report as GitHub-flavoured Markdown.
package enum MarkdownText {
  /// The document.
  package static func of(_ report: Report) -> String {
    var parts = [
      "# \(escaped(report.view.title)): \(escaped(report.scope)), \(escaped(report.span))"
    ]
    var facts: [String] = []
    func flush() {
      if !facts.isEmpty { parts.append(facts.joined(separator: "\n")) }
      facts = []
    }
    for block in report.blocks {
      if case .fact(let fact) = block {
        facts.append("- **\(escaped(fact.name)):** \(escaped(fact.text))")
        continue
      }
      flush()
      switch block {
      case .heading(let text): parts.append("## \(escaped(text))")
      case .sentence(let text): parts.append(escaped(text))
      case .table(let table): parts.append(self.table(table))
      case .chart(let chart):
        parts.append("\(escaped(chart.title)). \(escaped(chart.summary))")
        if !chart.table.rows.isEmpty { parts.append(table(chart.table)) }
      case .fact: break
      }
    }
    flush()
    parts.append("*\(escaped(report.note))*")
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func table(_ table: Report.Table) -> String {
    let rows =
      [
        table.columns.map(\.title), table.columns.map { $0.isText ? "---" : "--:" },
      ].enumerated().map { index, cells in index == 0 ? cells.map(escaped) : cells }
      + table.rows.map { $0.map { escaped($0.people) } }
    return rows.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  /// What Markdown would read as a mark is escaped; a line end becomes a space.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "#", "&":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case "\n", "\r": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Report.View {
  /// What people call it.
  package var title: String {
    switch self {
    case .overview: "Overview"
    case .retention: "Retention"
    case .forecast: "Forecast"
    case .heatmap: "Heatmap"
    case .topics: "Topics"
    case .calibration: "Calibration"
    case .mocks: "Mock interviews"
    case .digest: "This week"
    }
  }
}
