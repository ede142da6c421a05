import CMarkdown

/// Questions that headings ask of the text under them.
extension Phrasing {
  /// The question a heading asks of the text under it; nil if none can be told.
  static func question(about heading: Heading, lead: String, in passage: Passage) -> Question? {
    let title = heading.markdown
    let words = heading.words
    guard let first = words.first?.lowercased() else { return nil }
    let second = words.dropFirst().first?.lowercased() ?? ""
    let level = heading.level
    let leansBack = startsWithAnaphor(lead) ? 0.12 : 0
    var leans = leansBack
    if pointsAround(lead) { leans += 0.12 }
    let isWithinExample = passage.section.ancestors.contains { $0.isVague || $0.isExample }
    if startsTask(lead) || isWithinExample {
      // A task to be solved, and the steps of a worked example.
      leans += 0.2
    }
    if passage.language != .english, !heading.isQuestion {
      return foreignQuestion(about: heading, lead: lead, in: passage)
    }
    if Lexicon.isFluff(heading.plain) { return nil }
    if let role = heading.role {
      guard passage.parentSubject != nil || role != .problem, role != .symptom else { return nil }
      return question(aboutRole: role, name: heading.plain, body: lead, in: passage)
    }
    let isComplexity = heading.lowered.hasSuffix(" complexity") && words.count <= 4
    // In a glossary "Role" is a term, and no aspect of the glossary.
    let isTerm = Lexicon.generic.contains(passage.subject.lowered)
    if isComplexity || Lexicon.aspects.contains(heading.lowered), !isTerm {
      let aspect = heading.plain.asPhrase
      if let question = Self.question(aboutAspect: aspect, in: passage, leans: leans) {
        return question
      }
      // "Extra space complexity" has one of its own name only where nothing stands around it.
      let isOwn = passage.subject == heading
      let subject =
        isOwn ? passage.parentSubject ?? passage.topic.escapedInline.bold : passage.subjectName
      return Question(
        text: "What \(isPlural(aspect) ? "are" : "is") the \(aspect) of \(subject)?",
        level: level, quality: 0.67 - leans)
    }
    if let question = roleQuestion(heading, lead: lead, in: passage) { return question }
    if let question = choiceQuestion(heading, in: passage) { return question }
    if isDeictic(words) { return nil }
    if let rhetoric = Rhetoric(heading) { return rhetoric.question(in: passage, leans: leans) }
    if heading.isVague || heading.plain.hasPrefix("--") { return nil }
    if Lexicon.generic.contains(heading.lowered) {
      let subject = passage.subject
      guard subject != heading else { return nil }
      return Question(
        text: "\(passage.subjectName) — what is the \(heading.lowered)?", level: 1,
        quality: 0.5)
    }
    if heading.isQuestion, second != "to" {
      // "It" is what the author's question asks about.
      return Question(text: title.asQuestion, level: level, quality: 0.8 - leans + leansBack)
    }
    if Lexicon.interrogatives.contains(first) {
      let asked = clause(title, first: first, second: second)
      return Question(
        text: withRival(asked, in: passage), level: level,
        quality: 0.8 - leans - doubt(ofClause: first, in: passage))
    }
    if heading.isImperative {
      return orderQuestion(heading, lead: lead, level: level, leans: leans, in: passage)
    }
    if heading.plain.contains(" vs ") || heading.plain.contains(" vs. ")
      || heading.plain.contains(" versus ")
    {
      let names = Naming.subject(of: title)
      return Question(
        text: passage.isRemainder
          ? "\(names): what is the difference, in a sentence or two?"
          : "\(names): what is the difference?",
        level: 3, quality: (passage.isRemainder ? 0.68 : 0.78) - leans)
    }
    // "Choosing a timeout" is something to do, "Threading Model" and "String length" are things.
    if first.hasSuffix("ing"), first.dropLast(3).contains(where: { "aeiouy".contains($0) }),
      words.count > 2, first.count > 5, words[1].first?.isLowercase == true,
      case let verb = Lexicon.base(ofGerund: first), verb != nil || Lexicon.isDeciding(first)
    {
      let rest = title.dropFirst(first.count).trimmed
      if let verb, instructs(passage, loosely: true) {
        return Question(
          text: "How do you \(verb) \(rest)?", level: level,
          quality: (passage.isManual ? 0.62 : 0.68) - leans)
      }
      return Question(
        text: "What matters when \(lowercasedFirst(title))?", level: level,
        quality: 0.66 - leans - (passage.isPlain ? 0.15 : 0))
    }
    // "With TLS I receive an error", "Postgres is enough", "Using the polynomial" name nothing.
    let isPhrase = first.hasSuffix("ing") && words.count > 1
    // What is said behind "that" only tells which thing is meant.
    let named = Array(words.prefix { !Lexicon.relatives.contains(anyCase: $0) })
    if !looksLikeNoun(named) || isPhrase && Lexicon.determiners.contains(second) { return nil }
    if lead.hasPrefix("where ") || lead.hasPrefix("Where ") { return nil }
    return nounQuestion(heading, lead: lead, level: level, leans: leans, in: passage)
  }

  /// Last words of headings that say what sort of text follows, not what it is about.
  private static let vagueHeads: WordSet = [
    "considerations", "remarks", "notes", "thoughts", "ideas", "questions", "exercises", "contents",
    "courses", "resources", "cheatsheets", "cheatsheet", "examples", "recommendations", "reading",
    "details", "steps", "links", "basics", "stories",
  ]

  /// "Step 1: …", "Part 2", "Example 3", "Option B" name nothing that could be asked for.
  static func isVague(_ title: String) -> Bool {
    let lowered = title.lowercased()
    let words = lowered.words
    guard let first = words.first, words.count >= 2 else { return false }
    if first.hasPrefix("note"), words[1] == "on" { return true }
    if lowered == "for example" || first == "things" { return true }
    if words.count <= 4, let last = words.last, vagueHeads.contains(last),
      !Lexicon.interrogatives.contains(first)
    {
      return true
    }
    return counted.contains(first) && (words[1].utf8.count <= 2 || words[1].hasSuffix(":"))
  }

  /// A lead that speaks of the page and not of its subject.
  private static func pointsAround(_ lead: String) -> Bool {
    pointers.begins(lead) && !Chatter.isLetsName(lead)
  }

  private static let pointers: PhraseSet = [
    "The following", "This section", "This document", "This page", "This guide", "This chapter",
    "In this", "Below", "Example", "E.g.", "As mentioned", "As it was", "As described",
    "As shown", "As stated",
    "As discussed", "Now that", "Now we", "Next,", "Let's", "Let’s", "Once you", "If you haven",
    "Finally,", "Lastly,", "I've", "I’ve", "I ", "I'm", "I’m", "My ", "We recently", "Recall ",
  ]

  private static func startsTask(_ lead: String) -> Bool { tasks.begins(lead) }

  private static let tasks: PhraseSet = [
    "You are given", "Say you have", "You have been given", "Write a function", "Write a program",
  ]

  private static let counted: WordSet = [
    "step", "part", "example", "option", "week", "day", "case", "exercise", "figure",
  ]

  /// "Why X fails" → "Why does X fail?"; "How to X" → "How do you X?"; "How X works and fails", whose
  /// verb is not sure, → "Explain how X works and fails."
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
    let isInverted = Lexicon.auxiliaries.contains(second)
    let asksSubject = (first == "what" || first == "who") && Lexicon.isThirdPerson(second)
    if isInverted || asksSubject { return title.asQuestion }
    if first == "when", ["i'd", "we'd", "you'd", "i’d", "we’d"].contains(second) {
      return "When would you "
        + lowercasedFirst(rest.dropFirst(second.count).trimmed).replacing(
          " Instead", with: " instead")
        + "?"
    }
    let named = rest.words
    if first == "why", named.count > 2, ["for", "in", "over", "on", "not"].contains(named[1]),
      !hasVerb(named.dropFirst(2))
    {
      return "Why \(rest)?"
    }
    return Inversion.question(of: "\(first) \(rest)") ?? "Explain \(first) \(rest)."
  }
}
