/// What the first sentence of a text says of the name in the heading above it.
enum LeadForm: Equatable {
  /// It says what the name is: "A lease is a …", "A URL that …".
  case definition
  /// It says what it is for: "Leases are used to …".
  case purpose
  /// It says what it does: "Compaction discards …".
  case action
  /// It speaks of it in another way.
  case statement
  /// It tells how something is done; the clause behind "To": "To find a leader, compare …".
  case way(String)
  /// It speaks of something else.
  case other

  init(of lead: String, name: String) {
    let sentence = Sentences(of: lead.withoutEmphasis).texts.first ?? ""
    let words = sentence.words
    guard let first = words.first?.lowercased() else {
      self = .other
      return
    }
    if first == "to" {
      self = Self.clause(words).map { .way($0) } ?? .other
      return
    }
    let isIndefinite = first == "a" || first == "an"
    let hasArticle = isIndefinite || first == "the"
    let text = hasArticle ? sentence.dropFirst(first.count).trimmed : sentence
    if let rest = Self.rest(of: text, behind: name) {
      self = Self.form(ofPredicate: rest, isIndefinite: isIndefinite)
      return
    }
    let verb = Self.mainVerb(in: words)
    if hasArticle, verb == nil {
      self = .definition
      return
    }
    // "In active-active, both servers …" speaks of it; "If the leader …" of some event.
    if Lexicon.conditionals.contains(first) {
      let opening = words.dropFirst().prefix { !$0.hasSuffix(",") } + words.dropFirst().prefix(4)
      let names = ["in", "with", "under", "during", "for"].contains(first)
      self = names && Self.shares(name, opening) ? .statement : .other
      return
    }
    let subject = words[..<(verb ?? min(words.count, 8))]
    self = Self.shares(name, subject) ? .statement : .other
  }

  /// "find a leader" of "To find a leader, compare the terms."
  private static func clause(_ words: [String]) -> String? {
    guard words.count > 4, Lexicon.verbs.contains(anyCase: words[1]),
      let comma = words.firstIndex(where: { $0.hasSuffix(",") }), (2...14).contains(comma),
      comma + 1 < words.count, Lexicon.verbs.contains(anyCase: words[comma + 1])
    else { return nil }
    let clause = words[1...comma]
    guard !clause.contains(where: { Lexicon.pronouns.contains(anyCase: $0.withoutComma) }) else {
      return nil
    }
    return clause.joined(separator: " ").withoutComma
  }

  /// What stands behind the name at the beginning of a sentence; nil if it begins otherwise.
  private static func rest(of text: String, behind name: String) -> [String]? {
    var rest = text[...]
    if rest.lowercased().hasPrefix(name.lowercased()) {
      rest = rest.dropFirst(name.count)
    } else if name.hasSuffix("s"), rest.lowercased().hasPrefix(name.dropLast().lowercased()) {
      rest = rest.dropFirst(name.count - 1)
    } else {
      return nil
    }
    // One may be plural and the other not.
    for ending in ["es ", "s "] where rest.hasPrefix(ending) {
      rest = rest.dropFirst(ending.count - 1)
      break
    }
    guard let next = rest.first else { return [] }
    guard next == " " || next == "," || next == ":" || next == "." else { return nil }
    if rest.hasPrefix(" ("), let close = rest.firstIndex(of: ")") {
      rest = rest[rest.index(after: close)...]
    }
    // "X, also known as Y, is …"
    if rest.hasPrefix(","), let close = rest.dropFirst().firstIndex(of: ",") {
      rest = rest[rest.index(after: close)...]
    }
    return String(rest).words
  }

  private static func form(ofPredicate words: [String], isIndefinite: Bool) -> LeadForm {
    guard let verb = words.first?.lowercased() else { return .other }
    if ["—", "–", "-", ":", "="].contains(verb) { return .definition }
    if defining.contains(verb) { return .definition }
    if Lexicon.formsOfBe.contains(verb) {
      let behind = words.dropFirst().drop { adverbs.contains(anyCase: $0) }
      guard let next = behind.first?.lowercased() else { return .other }
      let after = behind.dropFirst().first?.lowercased() ?? ""
      if ["used", "designed", "intended", "meant"].contains(next), after == "to" || after == "for" {
        return .purpose
      }
      if evaluating.contains(after), next == "a" || next == "an" || next == "the" {
        return .statement
      }
      if next == "one", after == "of" { return .statement }
      if evaluating.contains(next) || next.hasSuffix("ed") && !composing.contains(next) {
        return .statement
      }
      return .definition
    }
    if Lexicon.isThirdPerson(verb) { return isIndefinite ? .statement : .action }
    return Lexicon.auxiliaries.contains(verb) || Lexicon.verbs.contains(verb)
      ? .statement : .other
  }

  /// Where the verb of a sentence stands; nil if it is no sentence, or behind "that" and the like.
  static func mainVerb(in words: [String]) -> Int? {
    for index in words.indices.dropFirst() {
      let word = words[index].lowercased().withoutComma
      if Lexicon.subordinators.contains(word) { return nil }
      if Lexicon.auxiliaries.contains(word), word != "not" { return index }
      if Lexicon.isThirdPerson(word), !leads.contains(anyCase: words[index - 1]),
        index + 1 == words.count || words[index + 1].lowercased() != "of"
      {
        return index
      }
    }
    return nil
  }

  private static func shares(_ name: String, _ words: some Sequence<String>) -> Bool {
    let text = words.joined(separator: " ")
    return Phrasing.sharesWord(name, text) || Phrasing.sharesStem(name, text)
  }

  private static let defining: WordSet = [
    "means", "mean", "refers", "refer", "describes", "describe", "represents", "represent",
    "denotes", "stands", "consists", "comprises",
  ]
  private static let adverbs: WordSet = [
    "usually", "typically", "often", "generally", "commonly", "simply", "basically", "essentially",
    "just", "also", "always", "normally", "actually", "really", "mostly", "mainly", "primarily",
  ]
  private static let evaluating: WordSet = [
    "to", "not", "similar", "different", "important", "useful", "possible", "easy", "hard", "good",
    "better", "best", "common", "great", "essential", "necessary", "given", "paid", "made", "kept",
    "held", "sent", "run", "written", "shown", "found", "set", "built", "done", "seen", "stored",
    "popular", "simple", "tempting", "helpful", "powerful", "crucial", "vital", "critical",
    "most", "more", "less", "very", "quite", "too", "so", "as", "in", "on", "at", "for", "only",
    "neat", "nice", "key", "available", "responsible", "able", "likely", "up", "under",
  ]
  private static let composing: WordSet = ["called", "defined", "composed"]
  private static let leads: WordSet = [
    "of", "the", "a", "an", "per", "for", "to", "by", "in", "all", "no", "more", "and", "or", "on",
    "with", "from", "between", "into", "its", "their", "these", "those", "such", "any", "some",
  ]
}

extension String {
  /// Without a comma at its end.
  fileprivate var withoutComma: String { hasSuffix(",") ? String(dropLast()) : self }
}
