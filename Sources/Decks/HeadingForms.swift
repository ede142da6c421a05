import CMarkdown

/// Headings of a form of their own: a role with a subject, a choice, an aspect.
extension Phrasing {
  /// "Disadvantages: sharding" asks for the disadvantages of sharding.
  static func roleQuestion(
    _ heading: Heading, lead: String, in passage: Passage
  ) -> Question? {
    guard let colon = heading.plain.firstRange(of: ": "),
      let mark = heading.markdown.firstRange(of: ": "),
      case let name = heading.plain[..<colon.lowerBound].trimmed,
      let role = Lexicon.role(of: name),
      [.risk, .benefit, .how, .definition, .problem].contains(role)
    else { return nil }
    let term = heading.markdown[mark.upperBound...].trimmed.withoutEmphasis
    // "The Problem: Cascading Failure" names the problem, "The Danger: Long Tasks" its source.
    if role == .problem, namesTrouble(term) || Naming.isFlourish(term) { return nil }
    var passage = passage
    passage.term = term
    return question(aboutRole: role, name: name, body: lead, in: passage)
  }

  /// "Why PostgreSQL for this project?" under "PostgreSQL vs MySQL" asks why one is chosen over
  /// the other.
  static func choiceQuestion(_ heading: Heading, in passage: Passage) -> Question? {
    let words = heading.words
    guard words.count >= 4, words[0].lowercased() == "why",
      let turn = words.firstIndex(where: { $0.lowercased() == "for" }), turn > 1,
      turn + 1 < words.count, ["this", "our", "my"].contains(words[turn + 1].lowercased())
    else { return nil }
    let chosen = words[1..<turn].joined(separator: " ")
    let named = passage.section.ancestors.reversed().firstNonNil { rivals(of: chosen, in: $0) }
    guard let named else { return nil }
    // Only those that the text speaks of: the grounds are grounds against them.
    let told = nameWords(MarkdownWriter.blocks(passage.section.blocks))
    let mentioned = named.filter { told.contains(nameWords($0)) }
    return Question(
      text: mentioned.isEmpty
        ? "What are the reasons to choose **\(chosen)**?"
        : "Why might you choose **\(chosen)** over \(joined(mentioned, last: " or "))?",
      level: 3, quality: 0.78)
  }

  /// The words of a text in lower case, where "C++" is none of "C" nor "Go" of "Google".
  private static func nameWords(_ text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "+" && $0 != "#" }
  }

  /// "Which one?" with what the heading around it names: alone it asks nothing.
  static func withSubject(_ question: String, in passage: Passage) -> String {
    guard passage.language == .english, !question.counts(atLeast: 4),
      question.words.allSatisfy({ bareWords.contains(anyCase: $0.withoutFinalMark) }),
      let parent = passage.parentSubject
    else { return question }
    return "\(parent.capitalizedFirst): \(lowercasedFirst(question))"
  }

  private static let bareWords = Lexicon.interrogatives.union([
    "one", "is", "it", "this", "that", "to", "use", "them", "does", "work", "bother", "not", "and",
    "now", "so", "if", "fails",
  ])

  /// "When would you choose B instead?" with what it is chosen instead of: what the note chose, or
  /// the other name in "A vs B". As it is where nothing tells.
  static func withRival(_ question: String, in passage: Passage) -> String {
    guard question.hasSuffix(" instead?") else { return question }
    let name = question.dropLast(" instead?".count).words.last ?? ""
    let others = passage.section.ancestors.reversed().firstNonNil { rivals(of: name, in: $0) }
    guard let rival = passage.section.chosen ?? (others?.count == 1 ? others?[0] : nil),
      !sharesWord(rival, String(question.dropLast(" instead?".count)))
    else { return question }
    return question.dropLast() + " of \(rival)?"
  }

  /// The other names in "A vs B vs C"; nil if the title compares nothing with `name`.
  private static func rivals(of name: String, in heading: Heading) -> [String]? {
    let title = Naming.withoutGloss(heading.plain)
    var names: [String] = []
    var rest = title[...]
    while let mark = rest.firstRange(of: " vs ") ?? rest.firstRange(of: " vs. ") {
      names.append(rest[..<mark.lowerBound].trimmed)
      rest = rest[mark.upperBound...]
    }
    names.append(rest.trimmed)
    let others = names.filter { $0.lowercased() != name.lowercased() }
    return others.count == names.count - 1 && !others.isEmpty ? others : nil
  }

  /// "this project", "these rules": only who has the note open knows which.
  static func isDeictic(_ words: [String]) -> Bool {
    words.contains { word in
      (4...6).contains(word.utf8.count) && deictics.contains(anyCase: word.withoutFinalMark)
    }
  }

  private static let deictics: WordSet = ["this", "these"]

  /// What is asked of some aspects in other words than "What is the algorithm of …?".
  static func question(
    aboutAspect aspect: String, in passage: Passage, leans: Double
  ) -> Question? {
    let name = passage.subjectName
    let isMany = isPlural(passage.term ?? passage.subject.plain)
    // "The techniques of X" are a list, not a remark about one of them.
    let isEnumerated = passage.blocks.contains { $0.kind == EBB_LIST || $0.kind == EBB_TABLE }
    if isPlural(aspect), !isEnumerated, enumerated.contains(aspect.lowercased()) {
      return Question(text: "What are the \(aspect) of \(name)?", level: 2, quality: 0.5)
    }
    switch aspect.lowercased() {
    case "application", "applications":
      return Question(
        text: "What \(isMany ? "are" : "is") \(name) used for?", level: 2, quality: 0.68 - leans)
    case "algorithm", "approach", "procedure", "mechanism", "process", "workflow":
      return Question(
        text: "How \(isMany ? "do" : "does") \(name) work?", level: 2, quality: 0.67 - leans)
    default: return nil
    }
  }

  private static let enumerated: WordSet = [
    "types", "components", "techniques", "variants", "operations", "functions", "features",
    "key features", "responsibilities", "principles", "core principles", "key principles",
    "parameters", "key points", "common mistakes",
  ]
}
