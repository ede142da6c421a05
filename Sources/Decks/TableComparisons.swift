/// Tables whose columns are subjects that are compared in their rows.
extension Table {
  /// "Compare A and B: payload format." for each row. Of four subjects and more the one that a row
  /// fits, or those that it says yes of: four answers at once are too many.
  func comparisons(_ passage: Passage) -> [Draft] {
    rows.compactMap { row in
      let cells = row.cells.dropFirst()
      guard cells.allSatisfy({ !$0.isEmpty }), Set(cells).count > 1, !row.cells[0].isEmpty,
        !row.links.dropFirst().contains(true),
        row.cells[0].utf8.contains(where: { $0 > 0x40 && $0 != 0x60 }),
        !Lexicon.triviaHeaders.contains(row.cells[0].withoutEmphasis.lowercased())
      else { return nil }
      if cells.count > 3, passage.language == .english, cells.allSatisfy(\.isYesOrNo),
        let choice = choice(row, cells: Array(cells))
      {
        return choice
      }
      return cells.count > 3 && passage.language == .english
        ? recognition(row, cells: Array(cells)) : comparison(row, cells: Array(cells), passage)
    }
  }

  private var subjects: [String] { header.dropFirst().map { $0.plainBold } }

  private func comparison(_ row: Row, cells: [String], _ passage: Passage) -> Draft {
    let points = zip(subjects, cells).map { "- \($0.escapedAtLineStart): \($1)" }
    let aspect = row.cells[0].hasSuffix("?") ? row.cells[0] : row.cells[0].asPhrase.asSentence
    let compared =
      passage.language == .english
      ? "Compare \(Phrasing.joined(subjects)): \(aspect)"
      : passage.language.comparison(of: subjects, in: row.cells[0])
    return Draft(
      kind: subjects.count > 2 ? .points : .open,
      prompt: cells.allSatisfy(\.isCodeLike)
        ? passage.language.writing(in: subjects, of: row.cells[0]) ?? compared : compared,
      answer: points.joined(separator: "\n"), level: 3,
      quality: (subjects.count <= 3 ? 0.78 : 0.5)
        - (saysLittle(cells) || Self.vague.contains(aspect.lowercased().withoutFinalMark)
          || cells.allSatisfy(\.isRequest) ? 0.25 : 0),
      line: row.line, group: row.line)
  }

  /// Aspects of whatever is compared: without the table nobody knows which is meant.
  private static let vague: WordSet = [
    "model", "type", "types", "data types", "approach", "style", "nature", "focus", "support",
    "handling", "basics", "overview", "summary", "notes", "other", "others", "misc", "example",
    "examples", "level", "category", "kind", "what", "details", "description", "result", "results",
    "general", "mode", "form", "scope", "main", "key", "usage", "target",
  ]

  /// "Some, Many, Most": degrees without what they are degrees of.
  private func saysLittle(_ cells: [String]) -> Bool {
    cells.allSatisfy { cell in
      let text = cell.lowercased()
      return cell.wordCount <= (cell.utf8.count > 3 * cell.count - 1 ? 2 : 1)
        && !text.hasPrefix("yes") && !text.hasPrefix("no")
        && !cell.utf8.contains { $0 < 0x41 || $0 == 0x60 || (0xe2...0xe2).contains($0) }
    }
  }

  /// What a subject has or has not, as its name alone tells: "Admin panel", but neither "Scaling",
  /// which all do somehow, nor "Thread safe".
  private func isFeature(_ aspect: String) -> Bool {
    let words = aspect.words
    guard let first = words.first?.lowercased(), let last = words.last?.lowercased(),
      Phrasing.looksLikeNoun(words), !Phrasing.isImperative(words), !Phrasing.hasVerb(words[...])
    else { return false }
    let isBareActivity = words.count == 1 && first.hasSuffix("ing")
    return !isBareActivity && !last.hasSuffix("able") && !last.hasSuffix("safe")
      && !last.hasSuffix("-in")
      && !last.hasSuffix("-based")
  }

  /// The subjects that a row of yes and no says yes of.
  private func choice(_ row: Row, cells: [String]) -> Draft? {
    let names = header.dropFirst().map(\.withoutEmphasis)
    let aspect = Phrasing.lowercasedFirst(row.cells[0].asPhrase)
    guard cells.contains(where: \.isYes), !cells.allSatisfy(\.isYes), !aspect.hasSuffix("?"),
      isFeature(aspect), Set(names).count == names.count, !cells.contains(where: \.isRating)
    else { return nil }
    let told = zip(subjects, cells).map { "- \($0.escapedAtLineStart): \($1)" }
    return Draft(
      kind: .choice,
      prompt: "\(aspect.capitalizedFirst.plainBold): which of \(Phrasing.joined(names)) have "
        + (Phrasing.isPlural(aspect) ? "them?" : "it?"),
      answer: told.joined(separator: "\n"),
      choices: zip(names, cells).map { Choice($0, isRight: $1.isYes) }, level: 3, quality: 0.74,
      line: row.line, group: row.line)
  }

  /// The subject that the most telling cell of a row is about.
  private func recognition(_ row: Row, cells: [String]) -> Draft? {
    let names = header.dropFirst().map(\.withoutEmphasis)
    let words = cells.map { Recognition.contentWords($0) }
    let named = names.map { Recognition.contentWords($0) }
    let telling = cells.indices.filter { index in
      let others = cells.indices.filter { $0 != index }
      return (2...16).contains(cells[index].wordCount) && !cells[index].isYesOrNo
        && !cells[index].isDegree
        && words[index].count > 1
        && others.allSatisfy { words[$0].isDisjoint(with: words[index]) }
        && named.allSatisfy { $0.isDisjoint(with: words[index]) }
    }
    let best = telling.max { words[$0].count < words[$1].count }
    guard let best, Set(names).count == names.count else { return nil }
    return Draft(
      kind: .choice,
      prompt: "Which of \(Phrasing.joined(names)) does this describe?\n\n"
        + "> **\(row.cells[0].withoutEmphasis):** \(cells[best])",
      answer: subjects[best].escapedAtLineStart,
      choices: names.indices.map { Choice(names[$0], isRight: $0 == best) }, isGenerated: true,
      level: 2, quality: 0.68, line: row.line, group: row.line)
  }
}

extension String {
  /// Whether a cell says yes or no first.
  var isYesOrNo: Bool {
    let text = lowercased()
    guard !isYes else { return true }
    return text == "no" || text == "❌" || text.hasPrefix("no ") || text.hasPrefix("no,")
      || text.hasPrefix("no.") || text.hasPrefix("❌ ") || text.hasPrefix("no (")
      || text.hasPrefix("no;") || text.hasPrefix("no:") || text.hasPrefix("no —")
  }

  /// "✅ Excellent": how well, where having it or not is not the point.
  fileprivate var isRating: Bool {
    words.count <= 3 && hasWord(in: Self.ratings, anyCase: true)
  }

  private static let ratings: WordSet = [
    "excellent", "good", "great", "best", "better", "basic", "fair", "poor", "fast", "faster",
    "slow",
  ]

  /// A call or a request and nothing else, to be written rather than described.
  fileprivate var isCodeLike: Bool {
    let text = withoutEmphasis
    let ticks = text.utf8.count { $0 == UInt8(ascii: "`") }
    if text.hasPrefix("`"), text.hasSuffix("`"), ticks == 2 { return !text.hasPrefix("`O(") }
    return isRequest
  }

  /// "POST /signup": an example, whose paths nobody can know.
  fileprivate var isRequest: Bool {
    let words = withoutEmphasis.words
    guard words.count > 1, words[1].hasPrefix("/") else { return false }
    return words[0].utf8.allSatisfy { (0x41...0x5a).contains($0) }
  }

  /// "Low (if you know it)": how much, which several subjects may share.
  fileprivate var isDegree: Bool {
    let word = lowercased().prefix { $0.isLetter }
    return ["low", "high", "medium", "moderate", "very", "good", "bad", "fast", "slow"]
      .contains(String(word))
  }

  fileprivate var isYes: Bool {
    let text = lowercased()
    guard text.hasPrefix("yes") || text.hasPrefix("✅") else { return false }
    return text.dropFirst(text.hasPrefix("yes") ? 3 : 1).first?.isLetter != true
  }
}
