/// A table as a CSV file by RFC 4180: a header, lines that end with CR and LF, quotes where they
/// are needed. Text that a spreadsheet would run as a formula begins with an apostrophe.
package enum CSVText {
  /// The file.
  package static func of(_ table: Report.Table) -> String {
    var text = line(table.keys)
    for row in table.rows {
      text += line(fields(of: row, in: table))
    }
    return text
  }

  private static func fields(of row: [Report.Value], in table: Report.Table) -> [String] {
    var harmless = row
    for (index, value) in row.enumerated() {
      if case .text(let text) = value { harmless[index] = .text(neutralized(text)) }
    }
    return table.fields(of: harmless)
  }

  /// Spreadsheets take a cell for a formula by its first character.
  static func neutralized(_ text: String) -> String {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠": "'" + text
    default: text
    }
  }

  private static func line(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ field: String) -> String {
    let needsQuotes =
      field.utf8.contains { [0x22, 0x2c, 0x0a, 0x0d].contains($0) }
      || field.utf8.first == 0x20 || field.utf8.last == 0x20
    guard needsQuotes else { return field }
    return "\""
      + field.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
