import CMarkdown

extension CardRule {
  /// Cells of a table: what a row says under a heading, or two subjects compared.
  static let table = CardRule(
    name: "table", summary: "a table: one question a cell, or one a row where subjects are compared"
  ) { passage in
    var drafts: [Draft] = []
    var rest: [MarkdownNode] = []
    for block in passage.blocks {
      if block.kind == EBB_TABLE, let table = Table(block) {
        drafts += table.comparesSubjects ? table.comparisons(passage) : table.records(passage)
      } else {
        rest.append(block)
      }
    }
    passage.blocks = rest
    return drafts
  }
}

/// A table as text.
private struct Table {
  let header: [String]
  let rows: [(line: Int, cells: [String])]

  init?(_ node: MarkdownNode) {
    var header: [String] = []
    var rows: [(line: Int, cells: [String])] = []
    for row in node.children {
      let cells = row.children.map { MarkdownWriter.inline(of: $0) }
      if row.isHeaderRow { header = cells } else { rows.append((row.line, cells)) }
    }
    guard (2...8).contains(header.count), !rows.isEmpty, rows.count <= 40 else { return nil }
    self.header = header
    self.rows = rows.filter { $0.cells.count == header.count }
  }

  var comparesSubjects: Bool {
    header.count >= 3 && header.count <= 6
      && Lexicon.dimensionHeaders.contains(header[0].lowercased())
      && !header.dropFirst().contains {
        $0.withoutEmphasis.isEmpty || Lexicon.qualifierHeaders.contains($0.lowercased())
      }
  }

  /// "A, B: compare the payload format" for each row.
  func comparisons(_ passage: Passage) -> [Draft] {
    let subjects = header.dropFirst().map { $0.plainBold }
    let names =
      subjects.count == 2
      ? "\(subjects[0]) and \(subjects[1])"
      : subjects.dropLast().joined(separator: ", ") + " and " + (subjects.last ?? "")
    return rows.compactMap { row in
      let cells = row.cells.dropFirst()
      guard cells.allSatisfy({ !$0.isEmpty }), Set(cells).count > 1, !row.cells[0].isEmpty else {
        return nil
      }
      let points = zip(subjects, cells).map { "- \($0.escapedAtLineStart): \($1)" }
      return Draft(
        kind: subjects.count > 2 ? .points : .open,
        prompt: "Compare \(names): \(row.cells[0].asPhrase).",
        answer: points.joined(separator: "\n"), level: 3,
        quality: subjects.count <= 3 ? 0.78 : 0.62, line: row.line, group: row.line)
    }
  }

  /// One question for each cell that says something about its row.
  func records(_ passage: Passage) -> [Draft] {
    let qualifiers = header.indices.dropFirst().filter {
      Lexicon.qualifierHeaders.contains(header[$0].lowercased())
    }
    // Row keys that repeat or are bare numbers name nothing.
    let keys = rows.map(\.cells[0])
    guard Set(keys).count == keys.count,
      keys.count(where: { $0.allSatisfy { $0.isNumber || $0 == "." } }) * 2 < max(keys.count, 1)
    else { return [] }
    return rows.flatMap { row in
      header.indices.dropFirst().compactMap { column -> Draft? in
        guard !qualifiers.contains(column) || header.count == 2,
          !header[column].withoutEmphasis.isEmpty
        else { return nil }
        return draft(row: row, column: column, qualifiers: qualifiers, passage: passage)
      }
    }
  }

  private func draft(
    row: (line: Int, cells: [String]), column: Int, qualifiers: [Int], passage: Passage
  ) -> Draft? {
    let key = row.cells[0]
    var answer = row.cells[column]
    guard !key.isEmpty, answer.contains(where: { $0.isLetter || $0.isNumber }),
      answer.wordCount <= 60, key.wordCount <= 16
    else { return nil }
    // A value shared by most rows is no fact about this one.
    let same = rows.count { $0.cells[column] == answer }
    guard same * 2 <= rows.count || rows.count == 1 else { return nil }
    let notes = qualifiers.filter { $0 != column && !row.cells[$0].isEmpty }
    if !notes.isEmpty {
      answer +=
        " (" + notes.map { "\(header[$0].asPhrase): \(row.cells[$0])" }.joined(separator: "; ")
        + ")"
    }
    let question = Phrasing.question(
      aboutRow: key, keyHeader: header[0], column: header[column])
    return Draft(
      prompt: question.text, answer: answer.capitalizedFirst.escapedAtLineStart,
      level: question.level,
      quality: question.quality - (rows.count > 20 ? 0.15 : 0), line: row.line, group: row.line)
  }
}
