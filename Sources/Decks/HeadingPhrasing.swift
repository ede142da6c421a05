/// Questions that headings ask of the text under them.
extension Phrasing {
  /// The question a heading asks of the text under it; nil if none can be told.
  static func question(about heading: Heading, lead: String, in passage: Passage) -> Question? {
    let title = heading.markdown
    let words = heading.plain.words
    guard let first = words.first?.lowercased() else { return nil }
    let second = words.dropFirst().first?.lowercased() ?? ""
    let level = level(ofTitle: heading.plain)
    var leans = startsWithAnaphor(lead) ? 0.12 : 0
    if pointsAround(lead) { leans += 0.12 }
    if startsTask(lead) || passage.section.ancestors.contains(where: { isVague($0.plain) }) {
      // A task to be solved, and the steps of a worked example.
      leans += 0.2
    }
    if passage.language != .english, !heading.isQuestion {
      return foreignQuestion(about: heading, lead: lead, in: passage.language)
    }
    if Lexicon.isFluff(heading.plain) { return nil }
    if let role = Lexicon.role(of: heading.plain) {
      guard passage.parentSubject != nil || role != .problem, role != .symptom else { return nil }
      return question(aboutRole: role, name: heading.plain, in: passage)
    }
    if Lexicon.aspects.contains(heading.plain.lowercased()) {
      let aspect = heading.plain.asPhrase
      return Question(
        text: "What \(isPlural(aspect) ? "are" : "is") the \(aspect) of \(passage.subjectName)?",
        level: level, quality: 0.67 - leans)
    }
    if let question = roleQuestion(heading, in: passage) { return question }
    if isVague(heading.plain) || heading.plain.hasPrefix("--") { return nil }
    if Lexicon.generic.contains(heading.plain.lowercased()) {
      let subject = passage.subject
      guard subject != heading else { return nil }
      return Question(
        text: "\(passage.subjectName) — what is the \(heading.plain.lowercased())?", level: 1,
        quality: 0.5)
    }
    if heading.isQuestion, second != "to" {
      return Question(text: title.asQuestion, level: level, quality: 0.8 - leans)
    }
    if ["why", "how", "when", "what", "which", "where", "who"].contains(first) {
      return Question(
        text: clause(title, first: first, second: second), level: level, quality: 0.8 - leans)
    }
    if isImperative(words) {
      // In a manual these are the orders of one program, to be looked up.
      return Question(
        text: "How do you \(lowercasedFirst(title))?", level: level,
        quality: (passage.isManual ? 0.62 : 0.72) - leans)
    }
    if heading.plain.contains(" vs ") || heading.plain.contains(" vs. ")
      || heading.plain.contains(" versus ")
    {
      return Question(
        text: "\(title): what is the difference?", level: 3, quality: 0.78 - leans)
    }
    // "Choosing a timeout" is something to do, "Threading Model" and "String length" are things.
    if first.hasSuffix("ing"), first.dropLast(3).contains(where: { "aeiouy".contains($0) }),
      words.count > 2, first.count > 5, words[1].first?.isLowercase == true
    {
      return Question(
        text: "What matters when \(lowercasedFirst(title))?", level: level, quality: 0.66 - leans)
    }
    return nounQuestion(heading, lead: lead, level: level, leans: leans)
  }

  /// "Disadvantages: sharding" asks for the disadvantages of sharding.
  private static func roleQuestion(_ heading: Heading, in passage: Passage) -> Question? {
    guard let colon = heading.plain.firstRange(of: ": "),
      let mark = heading.markdown.firstRange(of: ": "),
      let role = Lexicon.role(of: String(heading.plain[..<colon.lowerBound])),
      [.risk, .benefit, .how, .definition].contains(role)
    else { return nil }
    var passage = passage
    passage.term = heading.markdown[mark.upperBound...].trimmed.withoutEmphasis
    return question(
      aboutRole: role, name: heading.plain[..<colon.lowerBound].trimmed, in: passage)
  }

  /// "Step 1: …", "Part 2", "Example 3", "Option B" name nothing that could be asked for.
  private static func isVague(_ title: String) -> Bool {
    let words = title.lowercased().words
    guard let first = words.first, words.count >= 2 else { return false }
    let counted = [
      "step", "part", "example", "option", "week", "day", "case", "exercise", "figure",
    ]
    return counted.contains(first) && (words[1].utf8.count <= 2 || words[1].hasSuffix(":"))
  }

  /// A lead that speaks of the page and not of its subject.
  private static func pointsAround(_ lead: String) -> Bool {
    [
      "The following", "This section", "This document", "This page", "This guide", "This chapter",
      "In this", "Below", "Example", "E.g.", "As mentioned", "As it was", "As described",
      "As shown", "As stated",
      "As discussed", "Now that", "Now we", "Next,", "Let's", "Let’s", "Once you", "If you haven",
      "I've", "I’ve", "I ", "I'm", "I’m", "My ", "We recently", "Recall ",
    ].contains { lead.hasPrefix($0) }
  }

  private static func startsTask(_ lead: String) -> Bool {
    ["You are given", "Say you have", "You have been given", "Write a function", "Write a program"]
      .contains { lead.hasPrefix($0) }
  }

  private static func foreignQuestion(
    about heading: Heading, lead: String, in language: Language
  ) -> Question? {
    let plain = heading.plain
    guard !Lexicon.generic.contains(plain.lowercased()), plain.utf8.count > 3,
      !["阅读", "資料", "资料", "目录"].contains(where: { plain.hasSuffix($0) })
    else { return nil }
    let defines =
      lead.hasPrefix(plain)
      && ["是", "は、", "とは", "指"].contains { lead.dropFirst(plain.count).prefix(6).contains($0) }
    let text =
      defines
      ? language.definitionQuestion(heading.markdown.bold)
      : language.explanation(heading.markdown.bold)
    return text.map { Question(text: $0, level: defines ? 1 : 2, quality: defines ? 0.7 : 0.62) }
  }

  /// "Why X fails" → "Explain why X fails."; "How to X" → "How do you X?".
  static func clause(_ title: String, first: String, second: String) -> String {
    let rest = title.dropFirst(first.count).trimmed.withoutFinalMark
    if second == "to" {
      let action = rest.dropFirst(2).trimmed
      switch first {
      case "how": return "How do you \(action)?"
      case "when": return "When should you \(action)?"
      case "what": return "What should you \(action)?"
      default: return "\(first.capitalizedFirst) should you \(action)?"
      }
    }
    let isInverted = auxiliaries.contains(second)
    let asksSubject = (first == "what" || first == "who") && Lexicon.isThirdPerson(second)
    if isInverted || asksSubject { return title.asQuestion }
    if first == "when", ["i'd", "we'd", "you'd", "i’d", "we’d"].contains(second) {
      return "When would you "
        + lowercasedFirst(rest.dropFirst(second.count).trimmed).replacing(
          " Instead", with: " instead")
        + "?"
    }
    let named = rest.words
    if first == "why", named.count > 2, ["for", "in", "over", "on", "not"].contains(named[1]) {
      return "Why \(rest)?"
    }
    return "Explain \(first) \(rest)."
  }

  private static func nounQuestion(
    _ heading: Heading, lead: String, level: Int, leans: Double
  ) -> Question {
    let leadWords = Array(lead.prefix(160).words.prefix(12))
    let name = Naming.bold(heading.markdown)
    let plain = Naming.subject(of: heading.plain)
    let opensWithTitle = lead.lowercased().hasPrefix(plain.lowercased())
    // "interviewing.io" and its like are places to go to.
    let leans = leans + (plain.wordCount == 1 && plain.dropFirst().contains(".") ? 0.2 : 0)
    let shares = sharesWord(plain, lead)
    // "A URL that …" defines its title; "A producer never sends …" speaks of something else.
    let relatives: Set<String> = ["that", "which", "who", "whose", "where"]
    let speaks = leadWords.prefix(8).prefix { !relatives.contains($0) }.contains {
      auxiliaries.contains($0) || $0 == "never" || $0.contains("**")
    }
    let defines =
      ["A", "An"].contains(leadWords.first)
      && (!speaks || sharesWord(plain, leadWords.prefix(6).joined(separator: " ")))
    if opensWithTitle || defines {
      let verb = isPlural(plain) ? "are" : "is"
      return Question(text: "What \(verb) \(name)?", level: level, quality: 0.74 - leans)
    }
    if beginsWithVerb(leadWords) {
      return Question(text: "What does \(name) do?", level: level, quality: 0.7 - leans)
    }
    return Question(
      text: "Explain \(name).", level: level, quality: (shares ? 0.66 : 0.58) - leans)
  }

  // MARK: Procedures

  /// Whether the heading or the lead says that order matters.
  static func isProcedure(_ heading: Heading, lead: String) -> Bool {
    let text = heading.plain.lowercased()
    let cues = [
      "how ", "step", "flow", "procedure", "lifecycle", "life cycle", "sequence", " order",
      "phases",
      "process", "runbook", "recipe", "checklist", "path of", "what happens",
    ]
    let asksWhen = ["when", "why", "where"].contains(
      heading.plain.words.first?.lowercased() ?? "")
    if asksWhen, !lead.contains("step") { return false }
    if cues.contains(where: { text.contains($0) }) { return true }
    // A text speaks of orders and processes for many reasons.
    let announced = ["step", "procedure", "in this order", "workflow", "the flow", "as follows"]
    let told = lead.lowercased()
    if announced.contains(where: { told.contains($0) }) { return true }
    return isImperative(heading.plain.words)
  }

  static func stepsQuestion(passage: Passage, lead: String, count: Int) -> String {
    let heading = passage.section.heading
    let words = heading.plain.words
    let leadWords = lead.words
    let isPurpose = leadWords.first == "To" && leadWords.count <= 20 && !lead.contains(". ")
    if isPurpose, lead.hasSuffix(":"), leadWords.count >= 3 {
      return "How do you \(lead.dropFirst(3).dropLast().trimmed)? (\(count) steps)"
    }
    if lead.hasSuffix(":"), isImperative(leadWords), lead.wordCount >= 3, lead.wordCount <= 20,
      !lead.contains(". ")
    {
      return "How do you \(lowercasedFirst(String(lead.dropLast())))? (\(count) steps)"
    }
    if heading.isQuestion { return heading.markdown.asQuestion + " (\(count) steps)" }
    if words.first?.lowercased() == "how", words.dropFirst().first?.lowercased() == "to" {
      return "How do you \(heading.markdown.dropFirst(6).trimmed)? (\(count) steps)"
    }
    if isImperative(words) {
      return "How do you \(lowercasedFirst(heading.markdown))? (\(count) steps)"
    }
    return "Describe step by step: \(passage.subjectName). (\(count) steps)"
  }
}
