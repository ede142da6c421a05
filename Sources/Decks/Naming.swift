/// What a title or label names, without the words its author decorated it with.
enum Naming {
  /// "The Catastrophe: Cascading Failure" is about cascading failure, "Lua: The Real Solution"
  /// about Lua, "State 2: OPEN (Crisis Mode)" about the OPEN state.
  static func subject(of title: String) -> String {
    withoutCost(withoutFlourish(withoutOrdinal(withoutGloss(withoutNotes(title)))))
  }

  /// "The Honest Weakness of Redis" is a weakness: what its labels are about is Redis.
  static func withoutRole(_ title: String) -> String {
    guard let of = title.firstRangeOutsideCode(of: " of "),
      let word = title[..<of.lowerBound].trimmed.words.last?.lowercased(),
      Lexicon.role(of: word) != nil, title[..<of.lowerBound].wordCount <= 3
    else { return title }
    return title[of.upperBound...].trimmed
  }

  /// "FastAPI" of the heading "We chose: FastAPI"; nil for any other.
  static func choice(in title: String) -> String? {
    guard let colon = title.firstRangeOutsideCode(of: ": "),
      choices.contains(title[..<colon.lowerBound].trimmed.lowercased())
    else { return nil }
    let name = withoutGloss(title[colon.upperBound...].trimmed)
    return (1...4).contains(name.wordCount) ? name : nil
  }

  private static let choices: WordSet = [
    "we chose", "we choose", "we picked", "we pick", "we use", "i chose", "i picked", "i use",
    "our choice", "our pick", "my choice", "my pick", "chosen", "choice", "the choice", "winner",
    "the winner", "decision", "our decision", "default choice",
  ]

  /// "Notes on the difference" is about the difference.
  private static func withoutNotes(_ title: String) -> String {
    for opening in ["Notes on ", "Notes about ", "A note on ", "Note on ", "Notes for "]
    where title.hasPrefix(opening) {
      return String(title.dropFirst(opening.count))
    }
    return title
  }

  /// Without the complexity that an author put behind the name of an algorithm: it is what its
  /// cards ask for.
  private static func withoutCost(_ title: String) -> String {
    guard title.hasSuffix(")") || title.hasSuffix(")`"),
      let cost = [" `O(", " O(", " - O(", " — O("].firstNonNil({ title.firstRange(of: $0) }),
      cost.lowerBound > title.startIndex
    else { return title }
    return title[..<cost.lowerBound].trimmed
  }

  /// A subject in bold type inside a question; a leading article stays outside the bold type.
  static func bold(_ title: String) -> String {
    let name = subject(of: title)
    let words = name.words
    guard words.count > 1 else { return name.bold }
    if words[0] == "The" || words[0] == "the" {
      return "the " + name.dropFirst(4).trimmed.bold
    }
    return takesArticle(words) ? "the " + name.bold : name.bold
  }

  /// "Hot Key Problem", "Dijkstra's Algorithm": nobody says them without an article, unless
  /// something stands before the noun that takes its place.
  private static func takesArticle(_ words: [String]) -> Bool {
    guard let last = words.last?.lowercased(), !words[0].hasSuffix("'s"),
      !words[0].hasSuffix("’s"), !Lexicon.determiners.contains(words[0].lowercased())
    else { return false }
    return [
      "algorithm", "problem", "pattern", "protocol", "theorem", "model", "mechanism", "principle",
    ]
    .contains(last)
  }

  /// Without "(The Secret Weapon)" at the end; "(LRU)", "(since 7.4)" and what an acronym stands
  /// for tell things apart and stay.
  static func withoutGloss(_ title: String) -> String {
    guard title.hasSuffix(")"), !title.hasPrefix("("),
      let open = title.utf8.lastIndex(of: UInt8(ascii: "(")), open > title.startIndex
    else { return title }
    let gloss = title[title.utf8.index(after: open)...].dropLast()
    let rest = title[..<open].trimmed
    let words = gloss.split(separator: " ")
    guard words.count > 1, !rest.isEmpty, !gloss.utf8.contains(where: isTelling),
      words.allSatisfy({
        $0.first?.isUppercase == true || $0 == "&" || Lexicon.joints.contains($0)
      }),
      initials(of: words) != rest.utf8.filter({ $0 > 0x40 }).map({ $0 | 0x20 }),
      !isAcronym(rest)
    else { return title }
    return rest
  }

  /// Digits, code and operators tell versions and calls apart.
  private static func isTelling(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || "`=/_<>+".utf8.contains(byte)
  }

  private static func isAcronym(_ text: String) -> Bool {
    text.utf8.count <= 6 && text.utf8.allSatisfy { (0x41...0x5a).contains($0) }
  }

  private static func initials(of words: [Substring]) -> [UInt8] {
    words.compactMap { $0.utf8.first.map { $0 | 0x20 } }
  }

  /// "strategy" of "Strategy 3: Cache aside"; nil for a title that counts nothing.
  static func ordinal(of title: String) -> String? {
    withoutOrdinal(title) == title ? nil : title.firstWord.lowercased()
  }

  /// "Strategy 3: Cache aside" is called cache aside; a bare adjective keeps the noun behind it.
  static func withoutOrdinal(_ title: String) -> String {
    guard ordinals.contains(anyCase: title.firstWord) else { return title }
    let words = title.split(separator: " ", maxSplits: 2)
    guard words.count == 3 else { return title }
    var number = words[1]
    var rest = words[2]
    if let mark = number.last, ":.)".contains(mark) {
      number = number.dropLast()
    } else if let dash = ["— ", "– ", "- ", ": "].first(where: { rest.hasPrefix($0) }) {
      rest = rest.dropFirst(dash.count)
    } else {
      return title
    }
    let isNumber =
      number.allSatisfy(\.isNumber) || number.count == 1
      || number.allSatisfy { "IVX".contains($0) }
    guard isNumber, !rest.isEmpty, !number.isEmpty else { return title }
    let noun = words[0].lowercased()
    let name = rest.trimmed
    let isBare = kept.contains(noun) && name.wordCount <= 2
    return isBare && !name.lowercased().contains(noun) ? "\(name) \(noun)" : name
  }

  private static let kept: WordSet = ["state", "phase", "stage", "level", "layer", "mode"]
  private static let ordinals = kept.union([
    "step", "strategy", "approach", "pattern", "rule", "principle", "type", "option", "method",
    "technique", "problem", "mistake", "pitfall", "anti-pattern", "tip", "part", "chapter",
    "section", "lesson", "case", "scenario", "way", "reason", "topic", "module", "lecture", "law",
    "myth", "misconception", "trap", "solution", "idea", "concept", "challenge", "unit", "day",
  ])

  /// Of "A: B" the side that does not begin with "The" or name a role.
  private static func withoutFlourish(_ title: String) -> String {
    guard let colon = title.firstRangeOutsideCode(of: ": ") else { return title }
    let left = title[..<colon.lowerBound].trimmed
    let right = title[colon.upperBound...].trimmed
    guard !left.isEmpty, !right.isEmpty else { return title }
    if isFlourish(left), !isFlourish(right) { return right }
    if isFlourish(right), !isFlourish(left), left.wordCount <= 6 { return left }
    // "Advanced Retry Strategy: Delayed Queues": the kind of thing, and which one.
    if left.wordCount > 1, kinds.contains(anyCase: left.words.last ?? ""), !isFlourish(right) {
      return right
    }
    return title
  }

  /// Kinds of things that have names of their own. Of a design or an architecture a colon opens a
  /// part.
  static let kinds: WordSet = [
    "pattern", "strategy", "technique", "approach", "algorithm", "principle", "mechanism",
  ]

  /// Whether one side of a title with a colon only promises: "The Fix", "Deep dive".
  static func isFlourish(_ side: String) -> Bool {
    if Lexicon.role(of: side) != nil { return true }
    let words = side.lowercased().words
    if words.first == "the", words.count <= 4, let last = words.last, decorations.contains(last) {
      return true
    }
    return [
      "deep dive", "case study", "topic", "bonus", "advanced", "explained", "overview",
      "introduction", "basics", "cheat sheet", "a deep dive", "concept", "key concept", "example",
    ].contains(side.lowercased())
  }

  /// What "The …" before a colon promises rather than names.
  private static let decorations: WordSet = [
    "catastrophe", "disaster", "secret", "solution", "fix", "problem", "trap", "reality", "truth",
    "key", "lesson", "twist", "catch", "danger", "enemy", "hero", "weapon", "nightmare", "basics",
    "foundation", "grail", "picture", "rule", "killer", "answer", "way", "goal", "idea", "story",
    "challenge", "dilemma", "layer", "distinction", "difference", "verdict", "showdown", "baseline",
    "mistake", "pitfall", "bottleneck", "essentials", "arsenal",
  ]
}
