/// Questions that headings ask of the text under them.
extension Phrasing {
  /// The question a heading asks of the text under it; nil if none can be told.
  static func question(about heading: Heading, lead: String, in passage: Passage) -> Question? {
    let title = heading.markdown
    let words = heading.plain.words
    guard let first = words.first?.lowercased() else { return nil }
    let second = words.dropFirst().first?.lowercased() ?? ""
    let level = level(ofTitle: heading.plain)
    let leans = startsWithAnaphor(lead) ? 0.12 : 0
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
      return Question(
        text: "How do you \(lowercasedFirst(title))?", level: level, quality: 0.72 - leans)
    }
    if let role = Lexicon.role(of: heading.plain), passage.parentSubject != nil {
      return question(aboutRole: role, name: heading.plain, in: passage)
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
    return nounQuestion(title, plain: heading.plain, lead: lead, level: level, leans: leans)
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
    return "Explain \(first) \(rest)."
  }

  private static func nounQuestion(
    _ title: String, plain: String, lead: String, level: Int, leans: Double
  ) -> Question {
    let leadWords = Array(lead.prefix(160).words.prefix(12))
    let name = title.bold
    let opensWithTitle = lead.lowercased().hasPrefix(plain.lowercased())
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
    if let word = leadWords.first, Lexicon.isThirdPerson(word) {
      return Question(text: "What does \(name) do?", level: level, quality: 0.7 - leans)
    }
    return Question(
      text: "Explain \(name).", level: level, quality: (shares ? 0.66 : 0.58) - leans)
  }

  // MARK: Procedures

  /// Whether the heading or the lead says that order matters.
  static func isProcedure(_ heading: Heading, lead: String) -> Bool {
    let text = (heading.plain + " " + lead).lowercased()
    let cues = [
      "how ", "step", "flow", "procedure", "lifecycle", "life cycle", "sequence", "order", "phases",
      "process", "runbook", "recipe", "checklist", "path of", "what happens",
    ]
    if cues.contains(where: { text.contains($0) }) { return true }
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
