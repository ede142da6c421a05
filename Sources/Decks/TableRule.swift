import CMarkdown

extension CardRule {
  /// Rows of a table: what one says, or two subjects compared.
  static let table = CardRule(
    name: "table",
    summary: "a table: one question a row or cell, or one a row where subjects are compared"
  ) { passage in
    var drafts: [Draft] = []
    var rest: [MarkdownNode] = []
    for block in passage.blocks {
      if block.kind == EBB_TABLE, let table = Table.of(block) {
        let found =
          table.compares
          ? table.comparisons(passage)
          : table.sides(passage).map { [$0] } ?? table.records(passage)
        if found.isEmpty { passage.unasked.append(block) }
        drafts += found
      } else {
        rest.append(block)
      }
    }
    passage.blocks = rest
    return drafts
  }
}

extension Table {
  /// One question for each row with short cells, else one for each cell that says something.
  func records(_ passage: Passage) -> [Draft] {
    let qualifiers = header.indices.dropFirst().filter {
      Lexicon.qualifierHeaders.contains(names[$0])
    }
    let columns = header.indices.dropFirst().filter {
      (!qualifiers.contains($0) || header.count == 2) && isWorthAsking($0)
    }
    // Rows that are links list what can be read elsewhere.
    if rows.count(where: { $0.links[0] }) * 2 > rows.count { return [] }
    // Row keys that repeat or are bare numbers name nothing.
    let keys = rows.map { $0.cells[0] }
    guard !columns.isEmpty, Set(keys).count == keys.count, !listsInterface, !listsSides,
      namesNumbers || keys.count(where: { $0.isNumeric }) * 2 < max(keys.count, 1),
      keys.count(where: { !$0.hasLongWord }) * 2 <= keys.count
        || columns.contains(where: { column in rows.contains { $0.cells[column].hasLongWord } })
    else { return [] }
    let asked = header.indices.map { column($0, passage) }
    return rows.flatMap { row -> [Draft] in
      var told = columns.filter { says(row, column: $0) }
      // What is asked of a row is incomplete without the yes or no that most rows share.
      let full = columns.filter { told.contains($0) || asked[$0].isYesNo && differs($0) }
      if told.contains(where: { !asked[$0].isYesNo }), full.count <= 3 { told = full }
      let words = told.reduce(0) { $0 + row.cells[$1].wordCount }
      if (2...4).contains(told.count), words <= 8 * told.count {
        return [
          rowDraft(row, columns: told, asked: asked, qualifiers: qualifiers, passage: passage)
        ]
      }
      let remarks = remarks(row, on: told, asked: asked, qualifiers: qualifiers)
      return told.map {
        cellDraft(
          row, column: $0, asked: asked[$0], remarks: remarks[$0] ?? [], qualifiers: qualifiers,
          passage: passage)
      }
    }
  }

  /// The columns of remarks that each of some cells of a row is told with. A note that speaks of
  /// none of them is told with the first, rather than nowhere.
  private func remarks(
    _ row: Row, on columns: [Int], asked: [TableColumn], qualifiers: [Int]
  ) -> [Int: [Int]] {
    var found: [Int: [Int]] = [:]
    for qualifier in qualifiers where !row.cells[qualifier].isEmpty && !row.links[qualifier] {
      let others = columns.filter { $0 != qualifier }
      let remark = TableRemark(row.cells[qualifier], besides: others.map { row.cells[$0] })
      var concerned = others.filter {
        remark.concerns(row.cells[$0], under: asked[$0].header, isAlone: columns.count == 1)
      }
      if concerned.isEmpty, isNote(qualifier), !remark.isLegend {
        concerned = Array(others.prefix(1))
      }
      for column in concerned { found[column, default: []].append(qualifier) }
    }
    return found
  }

  private func column(_ index: Int, _ passage: Passage) -> TableColumn {
    let isYesNo = rows.count { $0.cells[index].isYesOrNo }
    return TableColumn(
      header: cost(ofColumn: index, in: passage) ?? header[index], keyHeader: header[0],
      isYesNo: isYesNo * 2 >= rows.count)
  }

  /// "Worst-case time complexity" of the column "Worst" where complexities are listed; nil for a
  /// column that says by itself what it holds.
  private func cost(ofColumn index: Int, in passage: Passage) -> String? {
    let headings = [passage.section.heading] + passage.section.ancestors
    guard passage.language == .english,
      headings.contains(where: { Self.costly.isIn($0.plain) })
    else { return nil }
    return Self.costs[names[index]]
  }

  private static let costly: PhraseSet = ["complexit", "big-o", "big o"]

  private static let costs: [String: String] = [
    "best": "best-case time complexity", "best case": "best-case time complexity",
    "average": "average time complexity", "average case": "average time complexity",
    "worst": "worst-case time complexity", "worst case": "worst-case time complexity",
    "time": "time complexity", "memory": "space complexity", "space": "space complexity",
    "big-o": "time complexity", "big o": "time complexity",
  ]

  private func says(_ row: Row, column: Int) -> Bool {
    let key = row.cells[0]
    let answer = row.cells[column]
    guard !key.isEmpty,
      key.contains("`") || key.holdsWord,
      answer.holdsWord, answer.wordCount <= 60, key.wordCount <= 16,
      !row.links[column], !answer.isUnchanged
    else { return false }
    // A value shared by most rows is no fact about this one.
    let same = rows.count { $0.cells[column] == answer }
    return same * 2 <= rows.count || rows.count == 1
  }

  private func differs(_ column: Int) -> Bool { Set(rows.map { $0.cells[column] }).count > 1 }

  private func quality(_ question: Question, cells: [String]) -> Double {
    // Names and numbers without a word of explanation are for looking up.
    let isBare = cells.allSatisfy { $0.wordCount <= 1 && !$0.contains("`") }
    let isFigures = cells.count > 2 && cells.count(where: { $0.isFigure }) * 2 >= cells.count
    return question.quality - (rows.count > 20 ? 0.15 : rows.count > 14 ? 0.06 : 0)
      - (isFigures ? 0.25 : 0)
      - (isBare && !rows[0].cells[0].hasLongWord ? 0.2 : 0)
      - (cells.count > 2 && !cells.contains { $0.hasLongWord } ? 0.2 : 0)
  }

  private func rowDraft(
    _ row: Row, columns: [Int], asked: [TableColumn], qualifiers: [Int], passage: Passage
  ) -> Draft {
    let names = columns.map { header[$0] }
    let question =
      passage.language == .english
      ? Phrasing.question(
        aboutRow: row.cells[0], columns: columns.map { asked[$0] })
      : Question(
        text: passage.language.aspects(
          names.map(\.withoutFootnoteMark), of: row.cells[0].plainBold, under: header[0]),
        level: 2, quality: 0.7)
    let noted = qualifiers.filter { !row.cells[$0].isEmpty && !columns.contains($0) }
    let lines = (columns + noted).map {
      "- **\(header[$0].withoutEmphasis.withoutFootnoteMark)**: \(row.cells[$0].asCellText)"
    }
    return Draft(
      prompt: question.text, answer: lines.joined(separator: "\n"), level: question.level,
      quality: quality(question, cells: columns.map { row.cells[$0] })
        - (columns.contains { header[$0].isQuoted } ? 0.25 : 0), line: row.line, group: row.line)
  }

  private func cellDraft(
    _ row: Row, column: Int, asked: TableColumn, remarks: [Int], qualifiers: [Int],
    passage: Passage
  ) -> Draft {
    var answer = row.cells[column]
    var notes = remarks
    // A value under a condition is asked for with its condition.
    var key = row.cells[0]
    if let condition = qualifiers.first(where: {
      $0 != column && names[$0].hasPrefix("condition") && !row.cells[$0].isEmpty && !row.links[$0]
    }), passage.language == .english, !key.hasSuffix(")"), row.cells[condition].wordCount <= 12 {
      key += " (\(row.cells[condition]))"
      notes.removeAll { $0 == condition }
    }
    if !notes.isEmpty {
      answer += " (" + notes.map { note(row, column: $0) }.joined(separator: "; ") + ")"
    }
    let question =
      passage.language == .english
      ? Phrasing.question(aboutRow: key, column: asked)
      : Question(
        text: passage.language.aspects(
          [header[column].withoutFootnoteMark], of: key.plainBold, under: header[0]),
        level: 2, quality: 0.7)
    let isCost = cost(ofColumn: column, in: passage) != nil
    return Draft(
      prompt: isCost ? inNotation(question.text, cell: row.cells[column]) : question.text,
      answer: answer.asCellText.escapedAtLineStart, level: question.level,
      quality: quality(question, cells: [row.cells[column]])
        - (header[column].isQuoted || isCost && row.cells[0].isMeasure ? 0.25 : 0)
        - (row.cells[column].isFigure && Phrasing.sharesWord(header[column], row.cells[0])
          ? 0.25 : 0),
      line: row.line, group: row.line)
  }

  /// What a column of remarks adds to a cell; that they are remarks need not be said.
  private func note(_ row: Row, column: Int) -> String {
    isNote(column) ? row.cells[column] : "\(header[column].asPhrase): \(row.cells[column])"
  }

  /// Whether a column holds remarks, rather than dates, sources and the like.
  private func isNote(_ column: Int) -> Bool {
    ["note", "notes", "remark", "remarks", "comment", "comments"].contains(names[column])
  }

  /// A bare `n^2` answers only who knows that it stands inside of `O(…)`.
  private func inNotation(_ question: String, cell: String) -> String {
    cell.contains("(") && cell.contains("O") || cell.wordCount > 3 || !question.hasSuffix("?")
      ? question : question.dropLast() + ", in O notation?"
  }
}
