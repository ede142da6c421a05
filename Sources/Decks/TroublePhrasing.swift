import CMarkdown

/// Questions about a trouble, tied to what causes it or to what cures it.
extension Phrasing {
  /// The question for a label or heading such as "The Trap": a trap of its subject, or the one that
  /// its subject is there to avoid.
  static func troubleQuestion(
    _ name: String, with subject: String, plain: String, body: String, isOwnTitle: Bool,
    in passage: Passage
  ) -> Question {
    let isMany = isPlural(plain) || [" & ", " and ", " + "].contains { plain.contains($0) }
    let verb = isMany ? "do" : "does"
    let with = Question(
      text: "What \(isPlural(name) ? "are" : "is") the \(name) with \(subject)?", level: 4,
      quality: 0.66)
    if namesTrouble(plain) || isOwnTitle == false && passage.term != nil { return with }
    // Of "Retries & Backoff" the trap that speaks of retries is one of them.
    let parts = isOwnTitle ? [] : parts(of: plain)
    let opening = Sentences(of: body).texts.first ?? body
    if let part = parts.first(where: { sharesStem($0, opening) }) {
      return Question(
        text: "What \(isPlural(name) ? "are" : "is") the \(name) with **\(part.escapedInline)**?",
        level: 4, quality: 0.66)
    }
    let cures = passage.cures(of: body, isOwnTitle: isOwnTitle)
    if cures.contains(where: {
      isCure($0.plain) ? sharesStem($0.plain, plain) : isPart($0.plain, of: plain)
    }) {
      return Question(text: "Which problem \(verb) \(subject) solve?", level: 3, quality: 0.66)
    }
    guard !sharesStem(plain, opening), cures.contains(where: { isCure($0.plain) }) else {
      return with
    }
    if namesRemedy(plain) {
      return Question(text: "Which problem \(verb) \(subject) solve?", level: 3, quality: 0.66)
    }
    // A fix follows, and nothing tells whether the subject is the trouble or the cure. Where the fix
    // has a section of its own, the trouble is asked with it.
    return Question(
      text: "\(subject): which problem is to be solved?", level: 3,
      quality: isOwnTitle ? 0.5 : 0.64)
  }

  /// "Retries" and "Backoff" of "Retries & Backoff"; none of the name of one thing.
  private static func parts(of plain: String) -> [String] {
    for joint in [" & ", " + ", " and "] {
      guard let range = plain.firstRange(of: joint) else { continue }
      return [plain[..<range.lowerBound].trimmed, plain[range.upperBound...].trimmed]
    }
    return []
  }

  /// "The Fix", "Solution: a queue".
  static func isCure(_ title: String) -> Bool {
    if Lexicon.role(of: title) == .fix { return true }
    guard let colon = title.firstRange(of: ": ") else { return false }
    return Lexicon.role(of: title[..<colon.lowerBound].trimmed) == .fix
  }

  /// Whether a text has a label such as "**The Fix:**" or "**Fix**:" in it.
  static func tellsCure(_ text: String) -> Bool {
    var rest = text[...]
    while let mark = rest.firstRange(of: "**") {
      // The first piece stands before any bold type, and so begins no label.
      let piece = rest[..<mark.lowerBound]
      rest = rest[mark.upperBound...]
      let isLabel = rest.hasPrefix(":") || piece.hasSuffix(":")
      let label = piece.hasSuffix(":") ? piece.dropLast() : piece
      if isLabel, piece.startIndex > text.startIndex, Lexicon.role(of: String(label)) == .fix {
        return true
      }
    }
    return false
  }

  /// The question of a section, asking for the cure as well where the text tells it.
  static func withCure(_ question: Question, of heading: Heading, told text: String) -> String {
    guard tellsCure(text), !asksForCure(question.text) else { return question.text }
    return question.explains
      ? "\(heading.name.capitalizedFirst): what goes wrong, and what is the fix?"
      : question.text + " And what is the fix?"
  }

  /// Asked of a trouble that the question tells.
  static let cureQuestion = "How do you fix or prevent this?"

  /// The same where the answer tells causes, fixes or both.
  static func troubleQuestion(answeredBy roles: [LabelRole]) -> String {
    guard roles.contains(.cause) else { return cureQuestion }
    return roles.contains(.fix)
      ? "What is the cause, and what is the fix?" : "What is the cause?"
  }

  /// Whether a question asks what to do.
  static func asksForCure(_ question: String) -> Bool {
    question.words.contains { cureWords.contains(anyCase: $0.withoutFinalMark) }
  }

  private static let cureWords: WordSet = [
    "fix", "prevent", "solve", "avoid", "handle", "mitigate", "protect", "recover", "resolve",
    "do", "would", "should", "how", "ensure", "guarantee",
  ]

  /// Whether a title says that something goes wrong: "The Poison Message Loop".
  static func namesTrouble(_ title: String) -> Bool {
    // Most titles are told from the others without being taken apart.
    troubles.isIn(title)
      && title.lowercased().split { !$0.isLetter && $0 != "-" }.contains { troubles.begins($0) }
  }

  private static let troubles: PhraseSet = [
    "fail", "crash", "leak", "loop", "storm", "stampede", "herd", "race", "deadlock", "starv",
    "contention", "overload", "exhaust", "fragment", "skew", "drift", "lag", "bottleneck",
    "attack", "inject", "outage", "corrupt", "inconsisten", "problem", "trap", "pitfall",
    "anomal", "death", "bloat", "poison", "split-brain", "bug", "error", "hotspot", "thrash",
    "explosion", "spike", "collision", "conflict", "loss", "disaster", "catastroph", "danger",
    "stale", "weakness", "limitation", "mistake", "anti-pattern", "antipattern", "downtime",
    "vulnerab", "breach", "abuse", "misuse", "runaway",
  ]

  /// Whether two texts share a word of four letters or more, or one the beginning of another's:
  /// "lock" and "locking".
  static func sharesStem(_ title: String, _ text: String) -> Bool {
    let others = stems(text)
    return stems(title).contains { holds(others, $0) }
  }

  /// Whether a label names its subject, or a part of it: "The Bulkhead" of "Bulkhead Pattern".
  static func isPart(_ label: String, of subject: String) -> Bool {
    let words = stems(label)
    let whole = stems(subject)
    return !words.isEmpty && words.allSatisfy { holds(whole, $0) }
  }

  /// Whether one of some words begins like another, or the other way round.
  static func holds(_ words: [String], _ word: String) -> Bool {
    words.contains { $0.hasPrefix(word) || word.hasPrefix($0) }
  }

  /// The words of a text that say what it is about, lower case.
  static func stems(_ text: String) -> [String] {
    let text = text.lowercased()
    return text.withBytes { stems($0) }
      ?? text.split { !$0.isLetter && !$0.isNumber }.map { String($0) }
      .filter { $0.utf8.count > 3 && !common.contains($0) }
  }

  /// The same for ASCII between marks of any kind; nil for any other text.
  private static func stems(_ text: UnsafeBufferPointer<UInt8>) -> [String]? {
    guard text.holdsWordsOfASCIIOnly else { return nil }
    return text.asciiWords.compactMap { place in
      let word = UnsafeBufferPointer(rebasing: text[place])
      return word.count > 3 && !common.contains(bytes: word) ? String(word) : nil
    }
  }

  private static let common: WordSet = [
    "pattern", "with", "without", "from", "that", "this", "using", "your", "into", "over",
    "solution", "problem", "when", "what", "then", "strategy", "method",
  ]
}

extension Passage {
  /// Labels behind a trouble, or the heading behind its section, that may name its cure.
  fileprivate func cures(of trouble: String, isOwnTitle: Bool) -> [Heading] {
    if isOwnTitle { return section.next.map { [$0] } ?? [] }
    var found: [Heading] = []
    var isBehind = false
    for block in section.blocks {
      for label in labels(in: block) {
        if isBehind, label.role == nil || label.role == .fix {
          found.append(Heading(markdown: label.markdown, plain: label.plain))
        }
        isBehind = isBehind || !label.body.isEmpty && trouble.hasPrefix(label.body)
      }
    }
    return found
  }

  private func labels(in block: MarkdownNode) -> [Label] {
    switch block.kind {
    case EBB_PARAGRAPH: return Label.title(block).map { [$0] } ?? Label.all(in: block)
    case EBB_LIST:
      var labels: [Label] = []
      for member in block.children {
        if let text = member.first, text.kind == EBB_PARAGRAPH { labels += Label.all(in: text) }
      }
      return labels
    default: return []
    }
  }
}
