/// Questions that cells of a table answer.
extension Phrasing {
  /// The question for one cell: "What is the blind spot of the timeout **Deadline**?"
  static func question(
    aboutRow key: String, column: TableColumn
  ) -> Question {
    let aspect = column.aspect
    let rowKind = column.keyHeader.asPhrase.lowercased()
    if aspect.isFigure, let measure = measure(key) {
      let verb = isPlural(measure.name) ? "are" : "is"
      return Question(
        text: "What \(verb) the \(measure.name.plainBold)\(measure.condition)?",
        level: aspect.level, quality: aspect.quality)
    }
    let row = rowName(key, naming: column.rowNaming)
    // "Set a bit" has no code of its own, nor has it a formula: it is what they are for.
    if aspect.isRecipe {
      return Question(
        text: "\(key.plainBold): what is the \(aspect.header)?", level: 2, quality: aspect.quality)
    }
    if aspect.isReason, decisions.contains(rowKind), !row.isSentence {
      return Question(text: "Why choose \(key.plainBold)?", level: 3, quality: aspect.quality)
    }
    // A habit is not chosen, and has no reason "for the practice".
    let isHabit = aspect.isReason && rowKind == "practice"
    if isHabit, !row.isSentence {
      return Question(text: "Why \(key.plainBold)?", level: 3, quality: aspect.quality)
    }
    if aspect.asksWhy {
      return Question(text: "\(key.plainBold): why?", level: 3, quality: aspect.quality)
    }
    return Question(
      text: row.isSentence
        ? "\(row.text.capitalizedFirst): \(aspect.clause(about: "it", named: false))?"
        : aspect.clause(about: row.text, named: true).capitalizedFirst + "?",
      level: aspect.level, quality: row.isSentence ? 0.68 : aspect.quality)
  }

  /// The question for a whole row: "The timeout **Deadline**: what does it limit, and what is the
  /// blind spot?"
  static func question(
    aboutRow key: String, columns: [TableColumn]
  ) -> Question {
    let aspects = columns.map(\.aspect)
    let naming = columns.first?.rowNaming ?? RowNaming(header: "")
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

  private static let decisions: WordSet = [
    "decision", "choice", "option", "technology", "tool", "pick", "preference", "component",
    "library", "framework", "technique", "pattern",
  ]

  /// "largest page" and " (default)" of a key that says itself what is measured; nil for the name
  /// of a setting, which has a value.
  private static func measure(_ key: String) -> (name: String, condition: String)? {
    let bare = key.withoutEmphasis
    let open = bare.firstRangeOutsideCode(of: " (")
    let name = open.map { bare[..<$0.lowerBound].trimmed } ?? bare
    let condition = open.map { " " + bare[$0.lowerBound...].trimmed } ?? ""
    let words = name.words
    // "max_connections (default)": whose value it is the brackets say.
    if words.count == 1, condition == " (default)", !isPlural(name) {
      return ("default \(name)", "")
    }
    guard (2...12).contains(words.count), looksLikeNoun(words), !isImperative(words),
      !Lexicon.determiners.contains(anyCase: words[0])
    else { return nil }
    if measures.contains(anyCase: words[0]) { return (lowercasedFirst(name), condition) }
    if name.contains(where: { "_`=/:.?".contains($0) }) { return nil }
    return isPlural(name) ? nil : (name, condition)
  }

  /// Words that begin the name of something measured and are no name themselves.
  private static let measures: WordSet = [
    "largest", "longest", "shortest", "smallest", "highest", "lowest", "maximum", "minimum",
    "default", "number", "size", "cost", "length", "time", "total", "typical", "usual", "average",
    "most", "least", "fastest", "slowest", "share", "ratio", "rate", "growth", "depth", "limit",
    "range", "retention", "interval", "capacity", "latency", "duration", "overhead", "throughput",
    "hourly", "daily", "weekly", "monthly", "yearly", "annual", "recommended", "allowed",
  ]

  /// What a row is called inside a question: its key, after what the first column says it is.
  private static func rowName(
    _ key: String, naming: RowNaming
  ) -> (text: String, isSentence: Bool) {
    let name = key.plainBold
    if let event = event(key) { return (event, true) }
    if key.counts(atLeast: 10) || key.hasWord(in: Lexicon.auxiliaries) || key.hasSuffix("?")
      || key.hasSuffix(".")
    {
      return (naming.isName ? "\(naming.genus.capitalizedFirst) — \(name)" : name, true)
    }
    // "The query clause optional clause", "the exit code exit 125", but "the cache directive
    // no-cache".
    guard naming.isGenus, !sharesWord(naming.genus.words.last ?? "", key),
      case let first = key.filter({ $0 != "`" && $0 != "*" }).firstWord.lowercased(),
      !naming.genus.lowercased().words.contains(first)
    else { return (name, false) }
    return ("the \(naming.genus) \(name)", false)
  }

  /// "When **Broker** is down" of the key "Broker down"; a key that tells what happens, such as
  /// "Leader loses its lease", stands by itself. nil for the name of a thing.
  private static func event(_ key: String) -> String? {
    let bare = key.withoutEmphasis
    guard bare.counts(atLeast: 2), !bare.counts(atLeast: 8),
      !bare.hasWord(in: Lexicon.auxiliaries, anyCase: true)
    else { return nil }
    let words = bare.words
    if let last = words.last, states.contains(anyCase: last) {
      let subject = words.dropLast().joined(separator: " ")
      return "when \(subject.plainBold) \(isPlural(subject) ? "are" : "is") \(last.lowercased())"
    }
    let happens = words.dropFirst().contains { happenings.contains(anyCase: $0) }
    return happens ? key.plainBold : nil
  }

  /// What something is for a while, behind its name.
  private static let states: WordSet = [
    "down", "full", "slow", "unavailable", "offline", "unreachable", "dead", "lost", "missing",
    "empty", "overloaded", "stale", "corrupt", "corrupted", "partitioned", "exhausted", "blocked",
    "stuck", "stopped", "broken",
  ]

  /// What befalls a thing, in the third person.
  private static let happenings: WordSet = [
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
  private static let empty = Lexicon.vagueNouns.union([
    "term", "concept", "word", "no.",
    // A retraining is no thing called "the cost".
    "cost", "place", "score", "grade", "goal", "aim", "area", "step", "action", "activity",
    "benefit", "advantage", "disadvantage", "drawback", "pro", "con", "reason", "factor", "example",
    "aspect", "case", "situation", "difference", "trait", "quality", "type", "kind", "category",
    "class", "behaviour", "behavior", "rating", "measure", "figure", "amount", "quantity",
  ])
}

/// A column to ask about; a class, because all rows ask about it in the same words.
final class TableColumn {
  let header: String
  /// Its cells begin with yes and no.
  let isYesNo: Bool
  /// The header of the first column.
  fileprivate let keyHeader: String
  fileprivate private(set) lazy var aspect = Aspect(self, keyHeader: keyHeader)
  fileprivate private(set) lazy var rowNaming = RowNaming(header: keyHeader)

  init(header: String, keyHeader: String, isYesNo: Bool = false) {
    self.header = header
    self.keyHeader = keyHeader
    self.isYesNo = isYesNo
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
