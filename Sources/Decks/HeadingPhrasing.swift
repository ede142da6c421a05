/// Questions that headings ask of the text under them.
extension Phrasing {
  /// The question a heading asks of the text under it; nil if none can be told.
  static func question(about heading: Heading, lead: String, in passage: Passage) -> Question? {
    guard let first = heading.words.first?.lowercased() else { return nil }
    if passage.language != .english, !heading.isQuestion {
      return foreignQuestion(about: heading, lead: lead, in: passage)
    }
    if Lexicon.isFluff(heading.plain) { return nil }
    if let role = heading.role {
      guard passage.parentSubject != nil || role != .problem, role != .symptom else { return nil }
      return question(aboutRole: role, name: heading.plain, body: lead, in: passage)
    }
    let reading = HeadingReading(of: heading, first: first, lead: lead, in: passage)
    return reading.aspect ?? roleQuestion(heading, lead: lead, in: passage)
      ?? choiceQuestion(heading, in: passage) ?? reading.question
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
  fileprivate static func pointsAround(_ lead: String) -> Bool {
    pointers.begins(lead) && !Chatter.isLetsName(lead)
  }

  private static let pointers: PhraseSet = [
    "The following", "This section", "This document", "This page", "This guide", "This chapter",
    "In this", "Below", "Example", "E.g.", "As mentioned", "As it was", "As described", "As shown",
    "As stated", "As discussed", "Now that", "Now we", "Next,", "Let's", "Let’s", "Once you",
    "If you haven", "Finally,", "Lastly,", "I've", "I’ve", "I ", "I'm", "I’m", "My ", "We recently",
    "Recall ",
  ]

  fileprivate static func startsTask(_ lead: String) -> Bool { tasks.begins(lead) }

  private static let tasks: PhraseSet = [
    "You are given", "Say you have", "You have been given", "Write a function", "Write a program",
  ]

  private static let counted: WordSet = [
    "step", "part", "example", "option", "week", "day", "case", "exercise", "figure",
  ]
}

/// A heading that names no role, and what it may ask. Each reading gives its question or leaves the
/// heading to the next.
private struct HeadingReading {
  private let heading: Heading
  /// Its first two words, in lower case.
  private let first: String
  private let second: String
  private let lead: String
  private let passage: Passage
  private let level: Int
  /// How much less sure a question is whose text leans on what stands before it.
  private let leansBack: Double
  /// The same, and for texts that speak of the page, of a task or of an example.
  private let leans: Double

  init(of heading: Heading, first: String, lead: String, in passage: Passage) {
    self.heading = heading
    self.first = first
    second = heading.words.dropFirst().first?.lowercased() ?? ""
    self.lead = lead
    self.passage = passage
    level = heading.level
    leansBack = Phrasing.startsWithAnaphor(lead) ? 0.12 : 0
    // A task to be solved, and the steps of a worked example.
    let isWithinExample = passage.section.ancestors.contains { $0.isVague || $0.isExample }
    leans =
      leansBack + (Phrasing.pointsAround(lead) ? 0.12 : 0)
      + (isWithinExample || Phrasing.startsTask(lead) ? 0.2 : 0)
  }

  /// "Time complexity", "Limitations": a side of what stands around it; nil for the name of a thing.
  var aspect: Question? {
    let isComplexity = heading.lowered.hasSuffix(" complexity") && heading.words.count <= 4
    // In a glossary "Role" is a term, and no aspect of the glossary.
    let isTerm = Lexicon.generic.contains(passage.subject.lowered)
    guard isComplexity || Lexicon.aspects.contains(heading.lowered), !isTerm else { return nil }
    let aspect = heading.plain.asPhrase
    if let question = Phrasing.question(aboutAspect: aspect, in: passage, leans: leans) {
      return question
    }
    // "Extra space complexity" has one of its own name only where nothing stands around it.
    let subject =
      passage.subject == heading
      ? passage.parentSubject ?? passage.topic.escapedInline.bold : passage.subjectName
    return Question(
      text: "What \(Phrasing.isPlural(aspect) ? "are" : "is") the \(aspect) of \(subject)?",
      level: level, quality: 0.67 - leans)
  }

  /// What any other heading asks.
  var question: Question? {
    if Phrasing.isDeictic(heading.words) { return nil }
    if let rhetoric = Rhetoric(heading) { return rhetoric.question(in: passage, leans: leans) }
    if heading.isVague || heading.plain.hasPrefix("--") { return nil }
    if Lexicon.generic.contains(heading.lowered) { return generic }
    if let asked = authored ?? clause { return asked }
    if heading.isImperative {
      return Phrasing.orderQuestion(heading, lead: lead, level: level, leans: leans, in: passage)
    }
    return comparison ?? gerund ?? thing
  }

  /// "Overview" of what stands around it.
  private var generic: Question? {
    guard passage.subject != heading else { return nil }
    return Question(
      text: "\(passage.subjectName) — what is the \(heading.lowered)?", level: 1, quality: 0.5)
  }

  /// The author's own question.
  private var authored: Question? {
    guard heading.isQuestion, second != "to" else { return nil }
    // "It" is what the author's question asks about.
    return Question(
      text: heading.markdown.asQuestion, level: level, quality: 0.8 - leans + leansBack)
  }

  /// "Why X fails"
  private var clause: Question? {
    guard Lexicon.interrogatives.contains(first) else { return nil }
    let asked = Phrasing.clause(heading.markdown, first: first, second: second)
    return Question(
      text: Phrasing.withRival(asked, in: passage), level: level,
      quality: 0.8 - leans - Phrasing.doubt(ofClause: first, in: passage))
  }

  /// "A vs B"
  private var comparison: Question? {
    guard [" vs ", " vs. ", " versus "].contains(where: { heading.plain.contains($0) }) else {
      return nil
    }
    let names = Naming.subject(of: heading.markdown)
    return Question(
      text:
        "\(names): what is the difference\(passage.isRemainder ? ", in a sentence or two" : "")?",
      level: 3, quality: (passage.isRemainder ? 0.68 : 0.78) - leans)
  }

  /// "Choosing a timeout" is something to do, "Threading Model" and "String length" are things.
  private var gerund: Question? {
    let words = heading.words
    guard first.hasSuffix("ing"), first.dropLast(3).contains(where: { "aeiouy".contains($0) }),
      words.count > 2, first.count > 5, words[1].first?.isLowercase == true,
      case let verb = Lexicon.base(ofGerund: first), verb != nil || Lexicon.isDeciding(first)
    else { return nil }
    if let verb, Phrasing.instructs(passage, loosely: true) {
      let rest = heading.markdown.dropFirst(first.count).trimmed
      return Question(
        text: "How do you \(verb) \(rest)?", level: level,
        quality: (passage.isManual ? 0.62 : 0.68) - leans)
    }
    return Question(
      text: "What matters when \(Phrasing.lowercasedFirst(heading.markdown))?", level: level,
      quality: 0.66 - leans - (passage.isPlain ? 0.15 : 0))
  }

  /// The name of a thing; nil for "With TLS I receive an error", "Postgres is enough" and "Using the
  /// polynomial", which name nothing.
  private var thing: Question? {
    // What is said behind "that" only tells which thing is meant.
    let named = Array(heading.words.prefix { !Lexicon.relatives.contains(anyCase: $0) })
    let isPhrase = first.hasSuffix("ing") && heading.words.count > 1
    if !Phrasing.looksLikeNoun(named) || isPhrase && Lexicon.determiners.contains(second) {
      return nil
    }
    if lead.hasPrefix("where ") || lead.hasPrefix("Where ") { return nil }
    return Phrasing.nounQuestion(heading, lead: lead, level: level, leans: leans, in: passage)
  }
}
