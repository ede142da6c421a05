/// Questions that cells of a table answer.
extension Phrasing {
  /// The question for one cell: "What is the blind spot of the timeout **Deadline**?"
  static func question(
    aboutRow key: String, keyHeader: String, column: TableColumn
  ) -> Question {
    let aspect = Aspect(column, keyHeader: keyHeader)
    let row = rowName(key, header: keyHeader)
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
    let aspects = columns.map { Aspect($0, keyHeader: keyHeader) }
    let row = rowName(key, header: keyHeader)
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
  private static func rowName(_ key: String, header: String) -> (text: String, isSentence: Bool) {
    let name = key.plainBold
    if let event = event(key) { return (event, true) }
    let genus = header.asPhrase
    let words = genus.words
    let keyWords = key.words
    if keyWords.count > 7 || keyWords.contains(where: { auxiliaries.contains($0) })
      || key.hasSuffix("?") || key.hasSuffix(".")
    {
      let isNamed = !words.isEmpty && words.count <= 4 && !noGenus.contains(genus.lowercased())
      return (isNamed ? "\(genus.capitalizedFirst) — \(key.plainBold)" : name, true)
    }
    guard (1...3).contains(words.count), !noGenus.contains(genus.lowercased()),
      !Lexicon.dimensionHeaders.contains(genus.lowercased()),
      !isPlural(genus), looksLikeNoun(words), !Lexicon.isThirdPerson(words[0]) || words.count == 1,
      !genus.hasSuffix("?"), !genus.contains("`"), !sharesWord(genus, key)
    else { return (name, false) }
    return ("the \(genus) \(name)", false)
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

  /// First headers that say nothing of what their rows are.
  private static let noGenus: Set<String> = [
    "", "item", "name", "term", "thing", "key", "what", "concept", "topic", "note", "entry",
    "subject", "word", "question", "value", "no", "no.", "number", "id", "title", "element",
  ]
}

/// A column to ask about.
struct TableColumn {
  let header: String
  /// Its cells begin with yes and no.
  var isYesNo = false
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
