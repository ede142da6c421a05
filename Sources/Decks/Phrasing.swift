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
    let text = title.lowercased()
    let failure = ["fail", "break", "wrong", "lose", "lost", "leak", "crash", "outage", "danger"]
    if failure.contains(where: { text.contains($0) }) { return 4 }
    if text.hasPrefix("why") || text.hasPrefix("when") || text.contains(" vs")
      || text.contains("trade") || text.contains("instead")
    {
      return 3
    }
    return text.hasPrefix("what is") || text.hasPrefix("what are") ? 1 : 2
  }

  static let auxiliaries: Set<String> = [
    "is", "are", "was", "were", "do", "does", "did", "can", "could", "should", "must", "would",
    "will", "has", "have", "may", "might", "not", "isn't", "aren't", "doesn't", "don't", "can't",
  ]

  static let determiners: Set<String> = [
    "a", "an", "the", "your", "all", "each", "every", "only", "it", "them", "one", "no", "its",
    "their", "this", "that", "what", "which", "how", "more", "many", "few", "any", "some",
  ]

  /// Whether a title tells its reader to do something: "Rotate a password", "Choose timeouts".
  static func isImperative(_ words: [String]) -> Bool {
    guard words.count >= 2, let first = words.first?.lowercased() else { return false }
    if ["don't", "never", "always", "do"].contains(first) { return false }
    let second = words[1].lowercased()
    if second == "your", !first.hasSuffix("s") { return true }
    // "Build and run the tests", but "Divide and conquer"
    if second == "and", words.count > 2, !Lexicon.verbs.contains(words[2].lowercased()) {
      return false
    }
    // No name of a thing has an article behind its first word: "Front-load the impact".
    if ["the", "an", "your"].contains(second), !first.hasSuffix("s"), !first.hasSuffix("ing"),
      !Lexicon.conditionals.contains(first), !auxiliaries.contains(first),
      ![
        "all", "both", "half", "and", "or", "what", "why", "how", "when", "where", "which", "who",
        "not", "of", "about", "between", "against", "behind", "inside", "beyond", "like", "than",
      ]
      .contains(first)
    {
      return true
    }
    guard Lexicon.verbs.contains(first), second != "of" else { return false }
    if determiners.contains(second) { return true }
    // "Divide and conquer approach", "Take home assignment": the noun behind names a thing.
    if words.dropFirst(2).prefix(3).contains(where: { namedThings.contains($0.lowercased()) }) {
      return false
    }
    return !Lexicon.nounVerbs.contains(first)
      || words.count > 2 && ["up", "out", "off", "down"].contains(second)
  }

  private static let namedThings: Set<String> = [
    "approach", "algorithm", "method", "pattern", "strategy", "technique", "theorem", "assignment",
    "resources", "architecture", "assignments",
  ]

  /// Whether a question is about code that must be shown with it.
  static func asksAboutCode(_ title: String) -> Bool {
    let text = title.lowercased()
    return ["output", "this code", "logged", "this snippet", "following code"].contains {
      text.contains($0)
    }
  }

  /// "Stores the ballast" says what something does; "Stores of ballast are …" does not.
  static func beginsWithVerb(_ words: [String]) -> Bool {
    guard let first = words.first, !first.contains("'"), !first.contains("’"),
      Lexicon.isThirdPerson(first.filter(\.isLetter))
    else {
      return false
    }
    guard words.count > 1, first.last?.isLetter == true else { return true }
    let second = words[1].lowercased()
    return second != "of" && (second == "not" || !auxiliaries.contains(second))
      && ![
        "that", "which", "who", "above", "below", "beyond", "between", "per", "under", "within",
        "without",
      ].contains(second)
  }

  static func startsWithAnaphor(_ text: String) -> Bool {
    let first = text.prefix { $0.isLetter }.lowercased()
    return Lexicon.anaphora.contains(first)
  }

  /// No finite verb, no pronoun, no preposition in front.
  static func looksLikeNoun(_ words: [String]) -> Bool {
    guard let first = words.first?.lowercased() else { return false }
    if Lexicon.conditionals.contains(first) || Lexicon.anaphora.contains(first) { return false }
    if ["no", "not", "never", "always", "don't", "do"].contains(first) { return false }
    return !words.contains { auxiliaries.contains($0.lowercased()) || $0.lowercased() == "you" }
  }

  static func isPlural(_ phrase: String) -> Bool {
    for word in prepositions where phrase.contains(word) {
      return isPlural(String(phrase.prefix(upTo: word)))
    }
    guard let word = phrase.split(separator: " ").last, word.count > 3,
      word.contains(where: \.isLowercase)
    else { return false }
    let last = word.lowercased()
    return last.hasSuffix("s") && !last.hasSuffix("ss") && !last.hasSuffix("us")
      && !last.hasSuffix("is")
      && ![
        "redis", "postgres", "kubernetes", "https", "alias", "dns",
        "tls", "aws", "class", "access", "process", "series", "news", "cors",
      ].contains(last)
  }

  /// What stands behind them does not decide whether a phrase is plural.
  private static let prepositions = [
    " of ", " for ", " in ", " with ", " without ", " on ", " to ", " from ", " per ", " by ",
  ]

  static func sharesWord(_ title: String, _ text: String) -> Bool {
    let words = Set(text.lowercased().split { !$0.isLetter && !$0.isNumber })
    return title.lowercased().split { !$0.isLetter && !$0.isNumber }
      .contains { $0.count > 2 && words.contains($0) && !shortWords.contains(String($0)) }
  }

  /// Words of three letters that two texts share by chance.
  private static let shortWords: Set<String> = [
    "the", "and", "for", "how", "why", "are", "can", "you", "its", "not", "use", "all", "any",
    "one", "two", "out", "has", "was", "but", "may", "who", "our", "own", "per", "off", "via",
    "new", "old",
  ]

  static func lowercasedFirst(_ text: String) -> String {
    guard let first = text.first, first.isUppercase else { return text }
    let word = text.prefix { !$0.isWhitespace }
    if word.dropFirst().contains(where: \.isUppercase) { return text }
    return first.lowercased() + text.dropFirst()
  }
}

extension String {
  /// With a question mark, unless it ends in one or is an instruction.
  var asQuestion: String {
    if let last, "?？.。!！".contains(last) || hasSuffix("?\"") { return self }
    let opening = [
      "why", "how", "when", "what", "which", "where", "who", "is", "are", "does", "do",
      "can", "should", "must",
    ]
    let first = prefix { $0.isLetter }.lowercased()
    return self + (opening.contains(first) ? "?" : ".")
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
    guard let last else { return self }
    return ".!?…。！？".contains(last) ? self : self + "."
  }

  /// A header inside a sentence: lower case unless it is an acronym or code.
  var asPhrase: String {
    let bare = withoutEmphasis
    guard bare.first?.isUppercase == true else { return bare }
    let word = bare.prefix { !$0.isWhitespace }
    if word.dropFirst().contains(where: \.isUppercase) || word.count == 1 { return bare }
    // Title Case is undone unless a later word is an acronym.
    return bare.split(separator: " ").map { part in
      part.dropFirst().contains(where: \.isUppercase) ? String(part) : part.lowercased()
    }.joined(separator: " ")
  }

  /// Without the full stop or question mark at its end.
  var withoutFinalMark: String {
    last.map { ".?？".contains($0) } == true ? String(dropLast()) : self
  }

  fileprivate func prefix(upTo mark: String) -> Substring {
    firstRange(of: mark).map { self[..<$0.lowerBound] } ?? self[...]
  }
}

extension Phrasing {
  /// A programming language as people write it, by the word behind a code fence; nil if it says
  /// nothing worth saying.
  static func languageName(ofFence info: String) -> String? {
    let word = info.prefix { $0.isLetter || $0.isNumber || "+#-".contains($0) }.lowercased()
    if let name = fenceNames[word] { return name.isEmpty ? nil : name }
    return word.isEmpty ? nil : word.capitalizedFirst
  }

  private static let fenceNames: [String: String] = [
    "": "", "text": "", "txt": "", "console": "", "output": "", "plain": "", "plaintext": "",
    "sql": "SQL", "js": "JavaScript", "javascript": "JavaScript", "jsx": "JSX", "ts": "TypeScript",
    "typescript": "TypeScript", "tsx": "TSX", "py": "Python", "sh": "shell", "bash": "shell",
    "shell": "shell", "zsh": "shell", "cpp": "C++", "c++": "C++", "cs": "C#", "csharp": "C#",
    "golang": "Go", "html": "HTML", "css": "CSS", "json": "JSON", "yaml": "YAML", "yml": "YAML",
    "xml": "XML", "toml": "TOML", "php": "PHP", "rb": "Ruby", "rs": "Rust", "kt": "Kotlin",
    "hcl": "HCL", "http": "HTTP", "nginx": "nginx", "dockerfile": "Dockerfile", "ini": "INI",
    "graphql": "GraphQL", "proto": "Protobuf", "protobuf": "Protobuf", "objc": "Objective-C",
  ]
}
