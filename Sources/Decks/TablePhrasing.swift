/// Questions that cells of a table answer.
extension Phrasing {
  /// The question for one cell: "What is the blind spot of the timeout **Deadline**?"
  static func question(
    aboutRow key: String, keyHeader: String, column: TableColumn
  ) -> Question {
    let aspect = column.aspect(keyHeader: keyHeader)
    let row = rowName(key, naming: column.rowNaming(header: keyHeader))
    return Question(
      text: row.isSentence
        ? "\(row.text.capitalizedFirst): \(aspect.clause(about: "it", named: false))?"
        : aspect.clause(about: row.text, named: true).capitalizedFirst + "?",
      level: aspect.level, quality: row.isSentence ? 0.68 : aspect.quality)
  }

  /// The question for a whole row: "The timeout **Deadline**: what does it limit, and what is the
  /// blind spot?"
  static func question(
    aboutRow key: String, keyHeader: String, columns: [TableColumn]
  ) -> Question {
    let aspects = columns.map { $0.aspect(keyHeader: keyHeader) }
    let naming = columns.first?.rowNaming(header: keyHeader) ?? RowNaming(header: keyHeader)
    let row = rowName(key, naming: naming)
    let nouns = aspects.compactMap(\.noun)
    let asked: String
    if nouns.count == aspects.count {
      asked = "what are " + joined(nouns.map { "the \($0)" })
    } else {
      asked = joined(aspects.map { $0.clause(about: "it", named: false) }, last: ", and ")
    }
    return Question(
      text: "\(row.text.capitalizedFirst): \(asked)?",
      level: aspects.map(\.level).max() ?? 2, quality: row.isSentence ? 0.7 : 0.76)
  }

  /// "a", "a and b", "a, b and c".
  static func joined(_ parts: [String], last: String = " and ") -> String {
    parts.count < 2
      ? parts.joined() : parts.dropLast().joined(separator: ", ") + last + (parts.last ?? "")
  }

  /// What a row is called inside a question: its key, after what the first column says it is.
  private static func rowName(
    _ key: String, naming: RowNaming
  ) -> (text: String, isSentence: Bool) {
    let name = key.plainBold
    if let event = event(key) { return (event, true) }
    let keyWords = key.words
    if keyWords.count > 7 || keyWords.contains(where: { auxiliaries.contains($0) })
      || key.hasSuffix("?") || key.hasSuffix(".")
    {
      return (naming.isName ? "\(naming.genus.capitalizedFirst) — \(name)" : name, true)
    }
    guard naming.isGenus, !sharesWord(naming.genus, key) else { return (name, false) }
    return ("the \(naming.genus) \(name)", false)
  }

  /// "When **Broker** is down" of the key "Broker down"; a key that tells what happens, such as
  /// "Leader loses its lease", stands by itself. nil for the name of a thing.
  private static func event(_ key: String) -> String? {
    let words = key.withoutEmphasis.words
    guard words.count >= 2, words.count <= 7, let last = words.last?.lowercased(),
      !words.contains(where: { auxiliaries.contains($0.lowercased()) })
    else { return nil }
    if states.contains(last) {
      let subject = words.dropLast().joined(separator: " ")
      return "when \(subject.plainBold) \(isPlural(subject) ? "are" : "is") \(last)"
    }
    let happens = words.dropFirst().contains { happenings.contains($0.lowercased()) }
    return happens ? key.plainBold : nil
  }

  /// What something is for a while, behind its name.
  private static let states: Set<String> = [
    "down", "full", "slow", "unavailable", "offline", "unreachable", "dead", "lost", "missing",
    "empty", "overloaded", "stale", "corrupt", "corrupted", "partitioned", "exhausted", "blocked",
    "stuck", "stopped", "broken",
  ]

  /// What befalls a thing, in the third person.
  private static let happenings: Set<String> = [
    "crashes", "fails", "dies", "loses", "restarts", "hangs", "expires", "disconnects", "breaks",
    "reboots", "leaks", "overflows", "disappears", "returns", "times", "goes", "runs",
  ]

}

/// What the first header of a table says of its rows.
private struct RowNaming {
  let genus: String
  /// It may stand before a row with a dash.
  let isName: Bool
  /// It may stand before a row as the word for what the row is.
  let isGenus: Bool

  init(header: String) {
    genus = header.asPhrase
    let words = genus.words
    let names = !Self.empty.contains(anyCase: genus)
    isName = !words.isEmpty && words.count <= 4 && names
    isGenus =
      (1...3).contains(words.count) && names
      && !Lexicon.dimensionHeaders.contains(anyCase: genus) && !Phrasing.isPlural(genus)
      && Phrasing.looksLikeNoun(words)
      && (!Lexicon.isThirdPerson(words[0]) || words.count == 1) && !genus.hasSuffix("?")
      && !genus.contains("`")
  }

  /// First headers that say nothing of what their rows are.
  private static let empty: WordSet = [
    "", "item", "name", "term", "thing", "key", "what", "concept", "topic", "note", "entry",
    "subject", "word", "question", "value", "no", "no.", "number", "id", "title", "element",
  ]
}

/// A column to ask about; a class, because all rows ask about it in the same words.
final class TableColumn {
  let header: String
  /// Its cells begin with yes and no.
  let isYesNo: Bool
  private var aspect: Aspect?
  private var naming: RowNaming?

  init(header: String, isYesNo: Bool = false) {
    self.header = header
    self.isYesNo = isYesNo
  }

  /// `keyHeader` is the same at every call: that of the table.
  fileprivate func aspect(keyHeader: String) -> Aspect {
    if let aspect { return aspect }
    let aspect = Aspect(self, keyHeader: keyHeader)
    self.aspect = aspect
    return aspect
  }

  fileprivate func rowNaming(header: String) -> RowNaming {
    if let naming { return naming }
    let naming = RowNaming(header: header)
    self.naming = naming
    return naming
  }
}

extension String {
  /// Without the star behind a header that a line below the table explains.
  var withoutFootnoteMark: String {
    var text = self[...]
    for mark in ["\\*", "†", "‡"] {
      if text.hasSuffix(mark) { text = text.dropLast(mark.count) }
      if text.hasPrefix(mark) { text = text.dropFirst(mark.count) }
    }
    return text.trimmed
  }
}
