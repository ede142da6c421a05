import CMarkdown

/// A table as text.
struct Table {
  let header: [String]
  let rows: [Row]
  /// The headers without emphasis in lower case.
  let names: [String]

  /// The table of a node; nil if it is none to ask about.
  static func of(_ node: MarkdownNode) -> Table? {
    let memo = node.memo
    if let known = memo.table { return known }
    let table = Table(node)
    memo.table = .some(table)
    return table
  }

  struct Row {
    let line: Int
    let cells: [String]
    /// Cells that are nothing but links.
    let links: [Bool]
  }

  init?(_ node: MarkdownNode) {
    var header: [String] = []
    var rows: [Row] = []
    for row in node.children {
      let cells = row.children.map { InlineWriter.text(of: $0.children) }
      if row.isHeaderRow {
        header = cells
      } else {
        rows.append(Row(line: row.line, cells: cells, links: row.children.map { $0.isOnlyLinks }))
      }
    }
    guard (2...8).contains(header.count), !rows.isEmpty, rows.count <= 40 else { return nil }
    self.header = header
    names = header.map { $0.withoutEmphasis.lowercased() }
    self.rows = rows.filter { $0.cells.count == header.count }
  }

  /// Whether the columns are subjects and the rows what they are compared in.
  var compares: Bool { comparesSubjects || sharesValues || comparesAcronyms }

  private var comparesSubjects: Bool {
    header.count >= 3 && header.count <= 6
      && Lexicon.dimensionHeaders.contains(names[0])
      && header.indices.dropFirst().allSatisfy { namesSubject($0) }
  }

  private func namesSubject(_ column: Int) -> Bool {
    let bare = names[column]
    // "After a crash" is a moment, and a word in quotation marks an opinion.
    return bare.utf8.contains { (0x61...0x7a).contains($0) || $0 >= 0x80 }
      && !header[column].isQuoted && !Lexicon.conditionals.contains(bare.words.first ?? "")
      && !Lexicon.qualifierHeaders.contains(bare) && !Lexicon.attributeHeaders.contains(bare)
  }

  /// Columns named by acronyms, such as RPC and REST, are subjects and not aspects.
  private var comparesAcronyms: Bool {
    header.count == 3
      && header.dropFirst().allSatisfy { name in
        name.utf8.count >= 3 && name.utf8.allSatisfy { (0x41...0x5a).contains($0) }
      }
  }

  /// Columns that say the same things of different subjects: Prevented, Possible, Prevented.
  private var sharesValues: Bool {
    guard (3...4).contains(header.count), rows.count >= 2,
      header.indices.dropFirst().allSatisfy({ namesSubject($0) })
    else { return false }
    let columns = header.indices.dropFirst().map { column in Set(rows.map { $0.cells[column] }) }
    let shared = columns.dropFirst().reduce(columns[0]) { $0.intersection($1) }
    let isBare = rows.allSatisfy { row in row.cells.dropFirst().allSatisfy { $0.wordCount <= 6 } }
    return isBare && !shared.subtracting(["Yes", "No", "✅", "❌", "", "-", "—"]).isEmpty
  }

  /// Fields with their types, calls with their paths: what an interface takes is looked up.
  var listsInterface: Bool {
    let rest = names.dropFirst()
    switch names[0] {
    case "field", "parameter", "param", "property", "attribute", "argument", "key", "name",
      "column":
      return rest.contains("type") || rest.contains("required")
    case "method", "verb", "http method":
      return rest.contains { ["path", "endpoint", "route", "url", "uri"].contains($0) }
    // What earns which score only the text around the table tells.
    default:
      return ["endpoint", "path", "route", "url", "score", "grade", "rating"].contains(names[0])
    }
  }

  /// Numbers that are names: status codes, exit codes, ports.
  var namesNumbers: Bool {
    let kind = header[0].asPhrase.words.last?.lowercased() ?? ""
    return ["code", "status", "port", "signal", "errno"].contains(kind)
  }

  /// Links, money and types of parameters are looked up, not remembered.
  func isWorthAsking(_ column: Int) -> Bool {
    let name = names[column]
    // What an author chose for a project of theirs can be known from nothing but the note.
    guard name.utf8.contains(where: { (0x61...0x7a).contains($0) || $0 >= 0x80 }),
      !name.hasPrefix("our "), !name.hasPrefix("my "), !name.hasPrefix("example:"),
      !isPrice(column)
    else { return false }
    // One example of many is no answer to learn, where another column says what it is an example of.
    if header.count > 2, name.hasPrefix("example") { return false }
    // What is said of a price beside the price is of no use without it.
    if name.contains("cost") || name.contains("price"),
      header.indices.contains(where: { isPrice($0) })
    {
      return false
    }
    let half = max(rows.count / 2, 1)
    if rows.count(where: { $0.links[column] }) >= half { return false }
    if Lexicon.triviaHeaders.contains(name) { return false }
    if name == "type" || name.hasSuffix(" type") || name == "链接" || name == "difficulty" {
      return !rows.allSatisfy { $0.cells[column].wordCount <= 2 }
    }
    return true
  }

  /// Whether a column holds amounts of money.
  private func isPrice(_ column: Int) -> Bool {
    rows.count(where: { $0.cells[column].isMoney }) * 2 >= max(rows.count, 1)
  }
}
