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

  /// The same for ASCII; nil for any other text.
  private static func sharesWord(
    _ title: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool? {
    guard title.allSatisfy({ $0 < 0x80 }), text.allSatisfy({ $0 < 0x80 }) else { return nil }
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
  /// With a question mark, unless it ends in one or is an instruction.
  var asQuestion: String {
    if let byte = utf8.last, byte < 0x80 {
      if "?.!".utf8.contains(byte) || hasSuffix("?\"") { return self }
    } else if let last, "？。！".contains(last) {
      return self
    }
    let first = prefix { $0.isLetter }.lowercased()
    return self + (Phrasing.openings.contains(first) ? "?" : ".")
  }

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

  /// Without quotation marks around all of it.
  var withoutOuterQuotes: String {
    guard utf8.count > 2, utf8.count(where: { $0 == UInt8(ascii: "\"") }) == 2,
      utf8.first == UInt8(ascii: "\""), utf8.last == UInt8(ascii: "\"")
    else { return self }
    return String(dropFirst().dropLast())
  }

  /// With a full stop, unless it ends in one.
  var asSentence: String {
    guard let byte = utf8.last else { return self }
    if byte < 0x80 { return ".!?".utf8.contains(byte) ? self : self + "." }
    guard let last else { return self }
    return "…。！？".contains(last) ? self : self + "."
  }

  /// A header inside a sentence: lower case unless it is an acronym or code.
  var asPhrase: String {
    let bare = withoutEmphasis
    if let byte = bare.utf8.first, byte < 0x80, !byte.isCapital { return bare }
    if let phrase = bare.withTitleCaseUndone { return phrase }
    guard bare.first?.isUppercase == true else { return bare }
    let word = bare.prefix { !$0.isWhitespace }
    if word.dropFirst().contains(where: \.isUppercase) || word.count == 1 { return bare }
    // Title Case is undone unless a later word is an acronym.
    let isTitleCase = bare.isTitleCase
    return bare.split(separator: " ").enumerated().map { index, part in
      part.dropFirst().contains(where: \.isUppercase) || index > 0 && !isTitleCase
        ? String(part) : part.lowercased()
    }.joined(separator: " ")
  }

  /// Whether no word but the first shows that its capitals are those of names: "Key of a Redis hash
  /// field" has "hash" in small letters, "Key Of A Field" and "Field of Redis" have none such.
  private var isTitleCase: Bool {
    !words.dropFirst().contains { word in
      word.utf8.count >= 4 && word.first?.isLowercase == true && !Self.linkWords.contains(word)
    }
  }

  /// Words that stay small in a title.
  private static let linkWords: WordSet = [
    "with", "from", "into", "over", "than", "that", "when", "your", "without", "between", "under",
    "after", "before", "versus",
  ]

  /// `asPhrase` of ASCII that begins with a capital; nil for any other text.
  private var withTitleCaseUndone: String? {
    withBytes { bytes in
      guard let first = bytes.first, first.isCapital, bytes.allSatisfy({ $0 < 0x80 }) else {
        return nil
      }
      let word = bytes.prefix { !$0.isBlank }.dropFirst()
      if word.isEmpty || word.contains(where: { $0.isCapital }) { return self }
      // A name has a capital to keep only behind another word.
      let isTitleCase =
        !bytes[word.endIndex...].contains { $0.isCapital } || String(bytes).isTitleCase
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      bytes.forEachWord { word in
        let isKept =
          !result.isEmpty && !isTitleCase
          || bytes[word.lowerBound + 1..<word.upperBound].contains { $0.isCapital }
        if !result.isEmpty { result.append(0x20) }
        for byte in bytes[word] { result.append(isKept ? byte : byte.lowered) }
      }
      return String(decoding: result, as: UTF8.self)
    }
  }

  /// Without the full stop or question mark at its end.
  var withoutFinalMark: String {
    if let byte = utf8.last, byte < 0x80 {
      return byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") ? String(dropLast()) : self
    }
    return last.map { ".?？".contains($0) } == true ? String(dropLast()) : self
  }

  fileprivate func prefix(upTo mark: String) -> Substring {
    firstRange(of: mark).map { self[..<$0.lowerBound] } ?? self[...]
  }
}

extension Phrasing {
  fileprivate static let openings = Lexicon.interrogatives.union([
    "is", "are", "does", "do", "can", "should", "must",
  ])

  /// What people call the text of a code block, by the word behind its fence: "Python code",
  /// "nginx configuration", or "code" where it says nothing worth saying.
  static func codeName(ofFence info: String) -> String {
    let word = info.prefix { $0.isLetter || $0.isNumber || "+#-".contains($0) }.lowercased()
    if let name = documentNames[word] { return name }
    let name = fenceNames[word] ?? word.capitalizedFirst
    return name.isEmpty ? "code" : "\(name) code"
  }

  /// What is written in them is no program.
  private static let documentNames: [String: String] = [
    "http": "HTTP exchange", "nginx": "nginx configuration", "ini": "configuration",
    "conf": "configuration", "json": "JSON", "yaml": "YAML", "yml": "YAML", "xml": "XML",
    "toml": "TOML", "dockerfile": "Dockerfile", "docker": "Dockerfile",
  ]

  private static let fenceNames: [String: String] = [
    "": "", "text": "", "txt": "", "console": "", "output": "", "plain": "", "plaintext": "",
    "sql": "SQL", "js": "JavaScript", "javascript": "JavaScript", "jsx": "JSX", "ts": "TypeScript",
    "typescript": "TypeScript", "tsx": "TSX", "py": "Python", "sh": "shell", "bash": "shell",
    "shell": "shell", "zsh": "shell", "cpp": "C++", "c++": "C++", "cs": "C#", "csharp": "C#",
    "golang": "Go", "html": "HTML", "css": "CSS", "php": "PHP", "rb": "Ruby", "rs": "Rust",
    "kt": "Kotlin", "hcl": "HCL", "graphql": "GraphQL", "proto": "Protobuf", "protobuf": "Protobuf",
    "objc": "Objective-C",
  ]
}
