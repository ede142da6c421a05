/// Terms with what is said of each, to be told apart.
struct Recognition {
  struct Term {
    let name: String
    let text: String
    let line: Int
  }

  let terms: [Term]
  /// What the terms are, in the singular: "status code". Asked only where a card may come of them.
  private let findGenus: () -> String?

  init(terms: [Term], genus: @autoclosure @escaping () -> String?) {
    self.terms = terms
    findGenus = genus
  }

  /// More of one list would ask the same choices again and again.
  private static let most = 2
  private static let mostChoices = 4

  var drafts: [Draft] {
    guard (3...24).contains(terms.count), Set(terms.map(\.name)).count == terms.count else {
      return []
    }
    let candidates = terms.indices.filter { mayTell($0) }
    // Terms of no named kind are of several, and the kind gives the right one away.
    guard !candidates.isEmpty, let genus = findGenus() else { return [] }
    let named = terms.map { Self.contentWords($0.name) }
    let words = terms.indices.map { named[$0].union(Self.contentWords(terms[$0].text)) }
    let fit = candidates.filter { isTelling($0, named: named, words: words) }
    return fit.sorted { Self.rank(terms[$0].text) < Self.rank(terms[$1].text) }
      .prefix(Self.most).sorted().compactMap { draft(of: $0, genus: genus) }
  }

  /// Whether the description may be one by its length and its first word.
  private func mayTell(_ index: Int) -> Bool {
    let term = terms[index]
    guard term.name.wordCount <= 4, !term.text.contains("\n"),
      !Phrasing.startsWithAnaphor(term.text), Self.isName(term.name)
    else { return false }
    let opens = term.text.withBytes { text in
      let first = UnsafeBufferPointer(rebasing: text[text.firstWord(countingTo: 1).range])
      return Lexicon.conditionals.contains(anyCase: first) || Self.openers.contains(anyCase: first)
    }
    return !opens && (5...28).contains(stem(of: term).wordCount)
  }

  private static let openers: WordSet = ["same", "see", "you", "yes", "no"]

  /// Whether the description fits this term alone and does not give it away.
  private func isTelling(_ index: Int, named: [Set<UInt64>], words: [Set<UInt64>]) -> Bool {
    let stem = stem(of: terms[index])
    let said = Self.contentWords(stem)
    let lowered = " " + stem.lowercased() + " "
    // Advice to the reader describes nothing.
    if lowered.contains(" you ") || lowered.contains(" your ") { return false }
    for (other, candidate) in terms.enumerated() {
      if !named[other].isDisjoint(with: said) || lowered.contains(candidate.name.lowercased()) {
        return false
      }
      if other != index {
        let shared = words[other].intersection(said).count
        if shared * 3 >= max(said.count, 1) { return false }
      }
    }
    return true
  }

  /// The name of a thing: no path, no advice, no rank.
  private static func isName(_ name: String) -> Bool {
    let plain = name.filter { $0 != "`" }
    let words = plain.words
    return !Lexicon.grades.contains(plain.lowercased()) && Phrasing.looksLikeNoun(words)
      && !Phrasing.isImperative(words)
      && !(plain.contains("/") && (plain.contains(".") || plain.utf8.first == UInt8(ascii: "/")))
  }

  /// Its first sentence.
  private func stem(of term: Term) -> String { Sentences(of: term.text).texts.first ?? term.text }

  private func draft(of index: Int, genus: String) -> Draft? {
    let right = terms[index]
    let isCode = right.name.hasPrefix("`")
    if let typed = typedDraft(of: right, genus: genus) { return typed }
    // What looks different is no choice.
    let wrong = terms.indices.filter {
      $0 != index && terms[$0].name.hasPrefix("`") == isCode && terms[$0].name.wordCount <= 5
    }.sorted { Self.rank(right.name + terms[$0].name) < Self.rank(right.name + terms[$1].name) }
    // Of three options one is guessed too often, and one of them mostly is out of place.
    guard wrong.count >= 3 else { return nil }
    let shown = ([index] + wrong.prefix(Self.mostChoices - 1)).sorted()
    return Draft(
      kind: .choice,
      prompt: "Which \(genus) is this?\n\n> "
        + stem(of: right).asOpening.asSentence.escapedAtLineStart,
      answer: right.name.plainBold.escapedAtLineStart,
      choices: shown.map { Choice(terms[$0].name.withoutEmphasis, isRight: $0 == index) },
      isGenerated: true, level: 1, quality: 0.68, line: right.line, group: right.line)
  }

  /// A short command or flag is known when it can be typed.
  private func typedDraft(of right: Term, genus: String) -> Draft? {
    guard Self.typed.contains(genus.lowercased().words.last ?? ""),
      right.name.hasPrefix("`"), right.name.hasSuffix("`"),
      case let name = String(right.name.dropFirst().dropLast()), (2...24).contains(name.utf8.count),
      name.wordCount <= 3, !name.contains(where: { "`<>[]{}…$|".contains($0) })
    else { return nil }
    return Draft(
      kind: .typed,
      prompt: "Type the \(genus) that this describes.\n\n> "
        + stem(of: right).asOpening.asSentence.escapedAtLineStart,
      answer: right.name, blanks: [name], isGenerated: true, level: 1, quality: 0.72,
      line: right.line, group: right.line)
  }

  private static let typed: WordSet = [
    "command", "flag", "option", "operator", "keyword", "signal", "shortcut", "builtin",
    "instruction", "directive",
  ]

  /// The same on every run and machine.
  private static func rank(_ text: String) -> UInt64 {
    var hash = StableHash()
    hash.combine(text)
    return hash.value
  }

  /// Words of four letters and more, without their endings and cut to their first six letters so
  /// that forms of one word meet: WATCH and "watched".
  static func contentWords(_ text: String) -> Set<UInt64> {
    var words: Set<UInt64> = []
    let isASCII = text.withBytes { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
      var start = 0
      for index in 0...bytes.count
      where index == bytes.count || !bytes[index].isASCIILetter && !bytes[index].isDigit {
        let word = UnsafeBufferPointer(rebasing: bytes[start..<index])
        start = index + 1
        if word.count > 3, !common.contains(anyCase: word) {
          let stem = word.prefix(word.count - endingLength(of: word)).prefix(6)
          words.insert(stem.reduce(0) { $0 << 8 | UInt64($1.lowered) })
        }
      }
      return true
    }
    if isASCII { return words }
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber })
    where word.count > 3 && !common.contains(word) {
      let start = word.prefix(6)
      if start.utf8.count <= 8 {
        words.insert(start.utf8.reduce(0) { $0 << 8 | UInt64($1) })
      } else {
        words.insert(rank(String(start)))
      }
    }
    return words
  }

  /// Letters of the ending that a word of ASCII may lose and still be told.
  private static func endingLength(of word: UnsafeBufferPointer<UInt8>) -> Int {
    let ending = endings.first { ending in
      word.count >= ending.utf8.count + 3
        && zip(word.suffix(ending.utf8.count), ending.utf8).allSatisfy { $0.lowered == $1 }
    }
    return ending?.utf8.count ?? 0
  }

  /// Of two that fit the longer stands before the other.
  private static let endings = ["ing", "ed", "es", "s", "e"]

  private static let common: WordSet = [
    "that", "with", "from", "this", "when", "what", "which", "each", "into", "only", "than",
    "their", "they", "have", "does", "more", "most", "other", "same", "some", "used", "uses",
    "using", "without", "between", "after", "before", "every", "where", "will", "must",
  ]

  /// "Node type" of a column so named.
  static func genus(ofHeader header: String) -> String? {
    let phrase = header.asPhrase
    let words = phrase.words
    guard (1...3).contains(words.count), !vague.contains(phrase.lowercased()),
      Phrasing.looksLikeNoun(words), !Phrasing.isPlural(phrase), !phrase.contains("`"),
      !phrase.hasSuffix("?"), !phrase.contains("/")
    else { return nil }
    return phrase
  }

  /// "Node type" of the heading "Node types".
  static func genus(ofHeading title: String) -> String? {
    let phrase = title.asPhrase
    let words = phrase.words
    guard (1...3).contains(words.count), Phrasing.isPlural(phrase), Phrasing.looksLikeNoun(words),
      let last = words.last, !last.hasSuffix("ies"), !last.hasSuffix("ses"), last.hasSuffix("s"),
      !vague.contains(String(last.dropLast())), !Lexicon.generic.contains(phrase.lowercased()),
      !phrase.contains("/")
    else { return nil }
    return String(phrase.dropLast())
  }

  private static let vague = Lexicon.vagueNouns.union(["basic", "thread"])
}
