/// What a column says about its rows, as part of a question.
final class Aspect {
  let header: String
  private let words: [String]
  private let bare: String
  private let isAdjective: Bool
  private let isOfActor: Bool
  private let isAsked: Bool
  /// "Touches index" over yes and no, in the base form; nil for anything else.
  private let deed: String?

  init(_ column: TableColumn, keyHeader: String) {
    let title = column.header.withoutFootnoteMark
    let isAsked = title.hasSuffix("?")
    var phrase = (isAsked ? String(title.dropLast()) : title).asPhrase
    for word in ["our ", "your ", "the "] where phrase.hasPrefix(word) {
      phrase = String(phrase.dropFirst(word.utf8.count))
    }
    phrase = phrase.trimmed
    self.isAsked = isAsked
    header = phrase
    words = phrase.words
    // Few headers are misspelled as often: "Defination".
    let isDefinition =
      words.count == 1 && phrase.begins(anyCase: "defin") && phrase.hasSuffix("on")
    bare = isDefinition ? "definition" : phrase.lowercased()
    isAdjective =
      words.count == 1 && ["able", "ible"].contains { phrase.lowercased().hasSuffix($0) }
      || column.isYesNo && words.count <= 2
        && Self.adjectiveEnds.contains { phrase.lowercased().hasSuffix($0) }
        && !Self.thingsLikeAdjectives.contains(words.last?.lowercased() ?? "")
    deed = column.isYesNo && !isAsked ? Self.deed(words) : nil
    isOfActor = Self.actors.contains(keyHeader.asPhrase.words.last?.lowercased() ?? "")
  }

  /// The header if it names a thing: "blind spot".
  private(set) lazy var noun = findsNoun

  private var findsNoun: String? {
    guard Self.fixed[bare] == nil, deed == nil, !isAdjective, !isParticiple, !isAsked,
      !bare.contains(":"),
      let first = words.first?.lowercased(),
      words.count <= 5, !isVerb(first), Phrasing.looksLikeNoun(words),
      !Self.prepositions.contains(words.last?.lowercased() ?? ""),
      !Lexicon.interrogatives.contains(first),
      words.last != "means", words.count < 3 || words[1] != "is",
      !words.dropFirst().dropLast().contains(where: {
        Lexicon.isThirdPerson($0) && !Self.nouns.contains($0)
      })
    else { return nil }
    return header
  }

  /// Its cells are amounts of what the rows name.
  var isFigure: Bool { ["value", "number", "figure", "amount", "quantity"].contains(bare) }

  /// Its cells say why somebody wants what the rows name.
  var isReason: Bool { ["reason", "rationale", "motivation", "why"].contains(bare) }

  /// It is headed "Why" and no more.
  var asksWhy: Bool { bare == "why" }

  /// Its cells are written in order to have what the rows name.
  var isRecipe: Bool {
    ["code", "formula", "command", "syntax", "query", "expression", "snippet"].contains(bare)
  }

  var level: Int {
    if ["meaning", "definition", "what it is", "what it means"].contains(bare) { return 1 }
    if bare.contains("fix") || bare.contains("wrong") || bare.contains("fail")
      || bare.contains("mitigat") || bare.contains("bug")
    {
      return 4
    }
    return bare.contains("when") || bare.contains("cost") || bare.contains("los") ? 3 : 2
  }

  var quality: Double { noun != nil || Self.fixed[bare] != nil ? 0.74 : 0.7 }

  /// "what does it limit", "when does it lose", "what is the cost".
  func clause(about subject: String, named: Bool) -> String {
    if isAdjective { return "is \(subject) \(header)" }
    if isOfActor, bare == "description" { return "what does \(subject) do" }
    if ["reason", "rationale", "motivation"].contains(bare) {
      return "what is the \(bare) for \(subject)"
    }
    if let deed { return "does \(subject) \(deed)" }
    if let fixed = Self.fixed[bare] { return fixed.replacing("$", with: subject) }
    if let noun {
      let verb = Phrasing.isPlural(noun) ? "are" : "is"
      let link = Self.forNouns.contains(words.last?.lowercased() ?? "") ? "for" : "of"
      return named ? "what \(verb) the \(noun) \(link) \(subject)" : "what \(verb) the \(noun)"
    }
    if isAsked, let asked = yesNoClause(subject, named: named) { return asked }
    let plain = named ? "\(subject) — \(header)" : header
    return isAsked || bare.contains(":") ? plain : verbClause(subject, named: named) ?? plain
  }

  /// "Rollback?" asks whether there is one, "Scales?" whether it does, "RabbitMQ?" whether what the
  /// row names holds there; nil for a header that is a question by itself.
  private func yesNoClause(_ subject: String, named: Bool) -> String? {
    guard let first = words.first?.lowercased(), !Lexicon.auxiliaries.contains(first),
      !Lexicon.interrogatives.contains(first), Phrasing.looksLikeNoun(words)
    else { return nil }
    if Lexicon.isThirdPerson(first), !Self.nouns.contains(first) {
      let rest = words.dropFirst().map { " " + $0 }.joined()
      return "does \(subject) \(Lexicon.base(ofThirdPerson: first))\(rest)"
    }
    if header.contains(where: \.isUppercase) {
      return "does \(subject) hold in \(header)"
    }
    let verb = Phrasing.isPlural(header) ? "are" : "is"
    return named ? "\(verb) there \(header) with \(subject)" : "does it involve \(header)"
  }

  /// "touch index" of "Touches index": what a row does or does not do; nil where the first word is
  /// no verb for sure.
  private static func deed(_ words: [String]) -> String? {
    guard words.count > 1, let first = words.first?.lowercased(), isSurelyVerb(first),
      let last = words.last?.lowercased(), !last.hasSuffix("ed"), !last.hasSuffix("able"),
      !prepositions.contains(words[1].lowercased())
    else { return nil }
    let base = first == "has" ? "have" : Lexicon.base(ofThirdPerson: first)
    return ([base] + words.dropFirst()).joined(separator: " ")
  }

  /// Whether a word in -s over a column is a verb in the third person and no plural.
  private static func isSurelyVerb(_ word: String) -> Bool {
    if word == "has" || actions.contains(word) { return true }
    return Lexicon.isThirdPerson(word) && !nouns.contains(word)
      && !Lexicon.nounVerbs.contains(Lexicon.base(ofThirdPerson: word))
  }

  /// "Scored": how something is done, not a thing.
  private var isParticiple: Bool {
    words.count == 1 && bare.hasSuffix("ed") && bare.utf8.count > 5 && !bare.hasSuffix("eed")
  }

  private func verbClause(_ subject: String, named: Bool) -> String? {
    guard let first = words.first?.lowercased(), let last = words.last?.lowercased() else {
      return nil
    }
    let rest = words.dropFirst()
    let third = Lexicon.isThirdPerson(first) && !Self.nouns.contains(first)
    let base = third ? Lexicon.base(ofThirdPerson: first) : first
    if isParticiple { return "how is \(subject) \(header)" }
    if first == "does", !rest.isEmpty {
      return "what does \(subject) do \(rest.joined(separator: " "))"
    }
    if Lexicon.interrogatives.contains(first) {
      return askingClause(first, Array(rest), subject, named)
    }
    if rest.isEmpty {
      return third ? "what does \(subject) \(base)" : "what do you \(base) for \(subject)"
    }
    let middle = rest.dropLast().map { " " + $0 }.joined()
    if last == "when" || last == "if" {
      // "Ends when": no plural stands before it, whether the verb is known or not.
      if third || first.hasSuffix("s") && !first.hasSuffix("ss") {
        return "when does \(subject) \(third ? base : String(first.dropLast()))\(middle)"
      }
      let isPassive = first.hasSuffix("ed") || Self.participles.contains(first)
      let isState = isPassive || Self.qualities.contains(first)
      if isState { return words.count == 2 ? "when is \(subject) \(first)" : nil }
      return "when do you \(base) " + (middle.isEmpty ? subject : middle.trimmed)
    }
    if Lexicon.conditionals.contains(first) {
      return named ? "what holds for \(subject) \(header)" : "what holds \(header)"
    }
    // "Tracks progress by", but "Requests served by".
    if third, words.count > 2, Self.prepositions.contains(last) {
      let isPassive = rest.contains {
        $0.hasSuffix("ed") || Self.participles.contains(anyCase: $0)
      }
      return isPassive
        ? openClause(subject, last: last, named: named)
        : "what does \(subject) \(base)\(middle) \(last)"
    }
    guard words.count == 2, Self.prepositions.contains(last) else {
      return third && !Lexicon.isThirdPerson(words[1])
        ? "what \(header)" : openClause(subject, last: last, named: named)
    }
    if third { return "what does \(subject) \(base) \(last)" }
    if last == "at" { return "what do you \(base) \(last) for \(subject)" }
    if Lexicon.verbs.contains(first), !["set", "held"].contains(first) {
      return "what do you \(base) \(subject) \(last)"
    }
    return "what is \(subject) \(first) \(last)"
  }

  /// "server is held for what"; a header that ends in no preposition is to be completed.
  private func openClause(_ subject: String, last: String, named: Bool) -> String {
    guard Self.prepositions.contains(last), words.count > 2 else {
      return "complete “\(header.capitalizedFirst) …” for \(subject)"
    }
    return named ? "with \(subject), \(header) what" : "\(header) what"
  }

  /// "What it does", "why it matters", "what goes wrong".
  private func askingClause(
    _ first: String, _ rest: [String], _ subject: String, _ named: Bool
  ) -> String? {
    guard let second = rest.first?.lowercased() else {
      return ["why": named ? "why \(subject)" : "why", "how": "how does \(subject) work"][first]
        ?? "\(first) does \(subject) apply"
    }
    if second == "it", let verb = rest.dropFirst().first?.lowercased() {
      let more = rest.dropFirst(2).map { " " + $0 }.joined()
      if Lexicon.auxiliaries.contains(verb), verb != "does" {
        return "\(first) \(verb) \(subject)\(more)"
      }
      let isKnown = Lexicon.isThirdPerson(verb)
      let base =
        verb == "does"
        ? "do" : isKnown ? Lexicon.base(ofThirdPerson: verb) : String(verb.dropLast())
      return "\(first) does \(subject) \(base)\(more)"
    }
    if second == "to" { return "\(first) do you \(rest.dropFirst().joined(separator: " "))" }
    return named ? "\(header) with \(subject)" : header
  }

  private func isVerb(_ word: String) -> Bool {
    if Self.nouns.contains(word) { return false }
    if Lexicon.isThirdPerson(word) {
      return words.count <= 2 && (Self.isSurelyVerb(word) || words.last == "when")
    }
    return words.count == 1 && Self.instructions.contains(word)
  }
}
