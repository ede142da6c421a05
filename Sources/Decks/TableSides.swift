/// Tables whose rows are the costs, the benefits or the reasons of one thing.
extension Table {
  /// One question for all rows, because none of them is a subject of its own; nil for any other
  /// table. Without a heading that asks for them the rows are no answer to anything.
  func sides(_ passage: Passage) -> Draft? {
    guard passage.language == .english, listsSides, (2...8).contains(rows.count),
      let asked = Self.question(in: passage.section.heading, of: header[0])
    else { return nil }
    let points = rows.map { row in
      "\(row.cells[0].plainBold): \(row.cells[1].asCellText)".escapedAtLineStart
    }
    return Draft(
      kind: .points, prompt: asked, answer: points.map { "- " + $0 }.joined(separator: "\n"),
      points: points, level: 3, quality: 0.76, line: rows[0].line, group: rows[0].line)
  }

  /// Whether each row is a cost or benefit with what there is to say of it, and no more.
  var listsSides: Bool {
    header.count == 2 && Self.kinds.contains(header[0].asPhrase.lowercased())
      && Self.remarks.contains(header[1].asPhrase.lowercased())
  }

  /// The question that the heading asks, in quotation marks behind a colon or not; "What are the
  /// costs of sailing?" of the heading "Costs of sailing".
  private static func question(in heading: Heading, of kind: String) -> String? {
    let title = heading.markdown
    if let colon = title.firstRangeOutsideCode(of: ": "),
      case let behind = title[colon.upperBound...].trimmed.withoutOuterQuotes,
      behind.hasSuffix("?"), behind.wordCount > 3
    {
      return behind.capitalizedFirst
    }
    let words = heading.plain.words
    guard words.count > 2, words[1].lowercased() == "of", Phrasing.isPlural(words[0]),
      words[0].lowercased().hasPrefix(kind.asPhrase.lowercased())
    else { return nil }
    return "What are the \(Phrasing.lowercasedFirst(title))?"
  }

  private static let kinds: WordSet = [
    "cost", "benefit", "advantage", "disadvantage", "drawback", "reason", "pro", "con", "strength",
    "weakness", "argument", "downside", "upside", "limitation", "caveat",
  ]

  private static let remarks: WordSet = [
    "impact", "effect", "description", "explanation", "detail", "details", "why", "meaning",
    "what it means", "consequence", "consequences", "why it matters", "comment", "reason",
  ]
}
