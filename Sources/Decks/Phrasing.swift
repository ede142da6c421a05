/// A question with the level and the quality that its wording suggests.
struct Question {
  let text: String
  let level: Int
  let quality: Double
  /// It asks for all there is to say about a subject, because nothing tells what the text says.
  var explains = false
}

/// Turns what stands in a note into questions.
enum Phrasing {
  /// 1 definition, 2 mechanism, 3 trade-off, 4 failure, by the words of a title.
  static func level(ofTitle title: String) -> Int {
    if failures.isIn(title) { return 4 }
    let start = title.prefix(8).lowercased()
    if start.hasPrefix("why") || start.hasPrefix("when") || trades.isIn(title) { return 3 }
    return start.hasPrefix("what is") || start.hasPrefix("what are") ? 1 : 2
  }

  private static let failures: PhraseSet = [
    "fail", "break", "wrong", "lose", "lost", "leak", "crash", "outage", "danger",
  ]
  private static let trades: PhraseSet = [" vs", "trade", "instead"]

  /// Whether a title tells its reader to do something: "Rotate a password", "Choose timeouts".
  static func isImperative(_ words: [String]) -> Bool {
    guard words.count >= 2, let first = words.first?.lowercased() else { return false }
    if Lexicon.adviceOpenings.contains(first) { return false }
    let second = words[1].lowercased()
    if second == "your", !first.hasSuffix("s") { return true }
    // "Build and run the tests", but "Divide and conquer"
    if second == "and", words.count > 2, !Lexicon.verbs.contains(words[2].lowercased()) {
      return false
    }
    // No name of a thing has an article behind its first word: "Front-load the impact".
    if ["the", "an", "your"].contains(second), !first.hasSuffix("s"), !first.hasSuffix("ing"),
      !Lexicon.conditionals.contains(first), !Lexicon.auxiliaries.contains(first),
      !nameOpenings.contains(first)
    {
      return true
    }
    guard Lexicon.verbs.contains(first), second != "of" else { return false }
    // "Use recursion", but "Use cases" and "Use Cases".
    if first == "use", words[1].first?.isLowercase == true, !second.hasPrefix("case") {
      return true
    }
    if Lexicon.determiners.contains(second) { return true }
    // "Divide and conquer approach", "Take home assignment": the noun behind names a thing.
    if words.dropFirst(2).prefix(3).contains(where: { namedThings.contains(anyCase: $0) }) {
      return false
    }
    return !Lexicon.nounVerbs.contains(first)
      || words.count > 2 && ["up", "out", "off", "down"].contains(second)
  }

  /// Words that no order begins with, though an article may follow.
  private static let nameOpenings = Lexicon.interrogatives.union([
    "all", "both", "half", "and", "or", "not", "of", "about", "between", "against", "behind",
    "inside", "beyond", "like", "than",
  ])

  private static let namedThings: WordSet = [
    "approach", "algorithm", "method", "pattern", "strategy", "technique", "theorem", "assignment",
    "resources", "architecture", "assignments",
  ]

  /// Whether a question is about code that must be shown with it.
  static func asksAboutCode(_ title: String) -> Bool {
    codeWords.isIn(title)
  }

  private static let codeWords: PhraseSet = [
    "output", "this code", "logged", "this snippet", "following code",
  ]

  /// "Stores the ballast" says what something does; "Stores of ballast are …" does not.
  static func beginsWithVerb(_ words: [String]) -> Bool {
    guard let first = words.first, !first.contains("'"), !first.contains("’"),
      Lexicon.isThirdPerson(first.filter(\.isLetter))
    else {
      return false
    }
    guard words.count > 1, first.last?.isLetter == true else { return true }
    let second = words[1].lowercased()
    guard second.contains(where: { $0.isLetter || $0.isNumber || $0 == "`" }) else { return false }
    return second != "of" && (second == "not" || !Lexicon.auxiliaries.contains(second))
      && !nounFollowers.contains(second)
  }

  /// What stands behind a plural noun rather than a verb.
  private static let nounFollowers: WordSet = [
    "that", "which", "who", "above", "below", "beyond", "between", "per", "under", "within",
    "without",
  ]

  static func startsWithAnaphor(_ text: String) -> Bool {
    text.withBytes { bytes in
      let end = bytes.firstIndex { !$0.isASCIILetter } ?? bytes.count
      if end < bytes.count, bytes[end] >= 0x80 { return nil }
      return Lexicon.anaphora.contains(anyCase: UnsafeBufferPointer(rebasing: bytes[..<end]))
    } ?? Lexicon.anaphora.contains(text.prefix { $0.isLetter }.lowercased())
  }

  /// No finite verb, no pronoun, no preposition in front.
  static func looksLikeNoun(_ words: [String]) -> Bool {
    guard let first = words.first?.lowercased() else { return false }
    if Lexicon.conditionals.contains(first) || Lexicon.anaphora.contains(first) { return false }
    if first == "no" || first == "not" || Lexicon.adviceOpenings.contains(first) { return false }
    return !words.contains { Lexicon.auxiliaries.contains(anyCase: $0) || $0.lowercased() == "you" }
  }

  static func isPlural(_ phrase: String) -> Bool {
    for word in prepositions where phrase.contains(word) {
      return isPlural(String(phrase.prefix(upTo: word)))
    }
    return phrase.withBytes { bytes in
      var end = bytes.count
      while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
      guard end > 3, bytes[end - 1].lowered == UInt8(ascii: "s") else { return false }
      if "siu".utf8.contains(bytes[end - 2].lowered) { return false }
      let start = bytes[..<end].lastIndex(of: 0x20).map { $0 + 1 } ?? 0
      let last = UnsafeBufferPointer(rebasing: bytes[start..<end])
      if last.count <= 3 || last.contains(where: { $0 >= 0x80 }), String(last).count <= 3 {
        return false
      }
      // "DNS", "TLS": the last letter of an acronym.
      guard last.contains(where: { (0x61...0x7a).contains($0) || $0 >= 0x80 }) else { return false }
      return !singulars.contains(anyCase: last)
    }
  }

  private static let singulars: WordSet = [
    "redis", "postgres", "kubernetes", "https", "alias", "dns", "tls", "aws", "class", "access",
    "process", "series", "news", "cors",
  ]

  /// What stands behind them does not decide whether a phrase is plural.
  private static let prepositions = [
    " of ", " for ", " in ", " with ", " without ", " on ", " to ", " from ", " per ", " by ",
    " it ", " they ", " you ", " that ", " which ", " under ", " after ", " before ", " between ",
    " at ",
  ]

  static func sharesWord(_ title: String, _ text: String) -> Bool {
    let quick = title.withBytes { title in text.withBytes { sharesWord(title, $0) } }
    if let quick { return quick }
    let words = Set(text.lowercased().split { !$0.isLetter && !$0.isNumber })
    return title.lowercased().split { !$0.isLetter && !$0.isNumber }
      .contains { $0.count > 2 && words.contains($0) && !shortWords.contains(String($0)) }
  }

  /// The same for ASCII between marks of any kind; nil for any other text.
  private static func sharesWord(
    _ title: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool? {
    guard title.holdsWordsOfASCIIOnly, text.holdsWordsOfASCIIOnly else { return nil }
    var wanted: [Range<Int>] = []
    for word in title.asciiWords where word.count > 2 {
      let bytes = UnsafeBufferPointer(rebasing: title[word])
      if !shortWords.contains(anyCase: bytes) { wanted.append(word) }
    }
    if wanted.isEmpty { return false }
    return text.asciiWords.contains { word in
      wanted.contains { other in
        word.count == other.count
          && zip(text[word], title[other]).allSatisfy { $0.lowered == $1.lowered }
      }
    }
  }

  /// Words of three letters that two texts share by chance.
  private static let shortWords: WordSet = [
    "the", "and", "for", "how", "why", "are", "can", "you", "its", "not", "use", "all", "any",
    "one", "two", "out", "has", "was", "but", "may", "who", "our", "own", "per", "off", "via",
    "new", "old",
  ]

  static func lowercasedFirst(_ text: String) -> String {
    guard let first = text.first, first.isUppercase else { return text }
    if let lower = text.withCapitalLowered { return lower }
    let word = text.prefix { !$0.isWhitespace }
    if word.dropFirst().contains(where: \.isUppercase) { return text }
    return first.lowercased() + text.dropFirst()
  }
}

extension String {
  /// A word of ASCII that has a capital only in front, with a small letter there instead, and what
  /// follows it; nil if it is any other.
  fileprivate var withCapitalLowered: String? {
    withBytes { bytes in
      guard let first = bytes.first, first.isCapital else { return nil }
      var index = 1
      while index < bytes.count, !bytes[index].isBlank {
        if bytes[index] >= 0x80 || bytes[index].isCapital { return nil }
        index += 1
      }
      return String(unsafeUninitializedCapacity: bytes.count) { result in
        _ = result.initialize(from: bytes)
        result[0] = first | 0x20
        return bytes.count
      }
    }
  }

  fileprivate func prefix(upTo mark: String) -> Substring {
    firstRange(of: mark).map { self[..<$0.lowerBound] } ?? self[...]
  }
}
