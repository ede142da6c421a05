/// Questions that labelled statements answer.
extension Phrasing {
  /// The question for a labelled statement.
  static func question(about label: Label, in passage: Passage) -> Question {
    let leans = startsWithAnaphor(label.body) ? 0.1 : 0
    if language(passage) != .english { return foreignQuestion(about: label, in: passage) }
    if let role = label.role {
      // "Concept: if the mole is open, …" tells a story and defines nothing.
      if role == .definition, let first = label.body.words.first?.lowercased(),
        Lexicon.conditionals.contains(first)
      {
        return Question(
          text: "Why do you need \(passage.subjectName)?", level: 3, quality: 0.64)
      }
      return question(aboutRole: role, name: label.plain, body: label.body, in: passage)
    }
    if label.plain.hasSuffix("?") {
      let heading = Heading(markdown: label.markdown, plain: label.plain)
      // "Why it?" asks of what stands around it.
      let leansBack = startsWithAnaphor(heading.plain) || heading.plain.wordCount < 3
      return Question(
        text: heading.markdown, level: level(ofTitle: heading.plain),
        quality: leansBack ? 0.5 : 0.82)
    }
    let name = label.isCode ? label.markdown : Naming.bold(label.markdown)
    // One letter is a variable of some formula, code with blanks a line of some program.
    if !label.isDefinition,
      label.plain.utf8.count < 2 || label.isCode && label.plain.contains(" ")
    {
      return Question(text: "What is \(name)?", level: 1, quality: 0.5)
    }
    // "The Real Trade-off", "The Rule for Financial Systems" promise something of their subject.
    if label.plain.hasPrefix("The "), !label.isCode, !label.isDefinition, !label.isAmongTerms,
      let rhetoric = Rhetoric(Heading(markdown: label.markdown, plain: label.plain))
    {
      return question(promised: rhetoric, by: label, in: passage, leans: leans)
    }
    let aspect = label.plain.asPhrase
    let verb = isPlural(aspect) ? "are" : "is"
    if passage.repeatedLabels.contains(label.plain.lowercased()), !label.isCode,
      looksLikeNoun(label.plain.words), !label.plain.words.contains(where: { $0.contains(".") })
    {
      return Question(
        text: "What \(verb) the \(aspect) of \(passage.subjectName)?", level: 2,
        quality: 0.68 - leans)
    }
    if label.isAspect, !label.isAmongTerms {
      return Question(
        text: Lexicon.aspects.contains(aspect.lowercased())
          ? "What \(verb) the \(aspect) of \(passage.subjectName)?"
          : "What is notable about the \(aspect) of \(passage.subjectName)?",
        level: 2,
        // Before the first section stands what the note is for.
        quality: (passage.section.level < 2 && passage.term == nil ? 0.5 : 0.62) - leans)
    }
    if let grade = gradeQuestion(label, in: passage) { return grade }
    if namesNothing(label) { return Question(text: "What is \(name)?", level: 1, quality: 0.5) }
    if let side = sideQuestion(label, in: passage) { return side }
    // Under a heading that asks something, a label is an aspect of the answer, not a term.
    if !label.isDefinition, !label.isCode,
      let asked = clauseQuestion(of: passage.section.heading)
    {
      return Question(
        text: "\(asked) Answer for \(name).",
        level: level(ofTitle: passage.section.heading.plain), quality: 0.66 - leans)
    }
    let words = label.body.words
    let first = (words.first ?? "").lowercased().filter(\.isLetter)
    // A command does what is said of it, in whatever form.
    if label.isCode, label.plain.contains(" ") {
      let acts = Lexicon.verbs.contains(first) || Lexicon.isThirdPerson(first)
      return Question(
        text: "What does \(name) \(acts ? "do" : "show")?", level: 2, quality: 0.7 - leans)
    }
    if let purpose = purpose(words, name) { return purpose }
    if beginsWithVerb(words) {
      return Question(text: "What does \(name) do?", level: 2, quality: 0.74)
    }
    let labelWords = label.plain.words
    if let first = labelWords.first?.lowercased(), first == "without" || first == "with",
      (2...6).contains(labelWords.count),
      !passage.asksAsAWhole
    {
      return Question(
        text: "What happens **\(lowercasedFirst(label.markdown))**?", level: 3,
        quality: 0.66 - leans)
    }
    if !label.isDefinition, isImperative(labelWords) {
      let advice = lowercasedFirst(label.markdown)
      let asked = tellsHow(label.body) ? "how do you \(advice)?" : "why \(advice)?"
      return Question(
        text: isVague(passage.subject.plain)
          ? asked.capitalizedFirst : "\(passage.subjectName): \(asked)",
        level: 2, quality: 0.64 - leans)
    }
    if Lexicon.verbs.contains(first), !Lexicon.nounVerbs.contains(first), looksLikeNoun(labelWords),
      !label.isDefinition
    {
      return Question(text: "\(name): what is recommended?", level: 3, quality: 0.64 - leans)
    }
    // "**ILM** — index lifecycle management": behind a dash the word is a noun if it may be one.
    let isOrder =
      Lexicon.verbs.contains(first)
      && !(label.isDefinition && Lexicon.nounVerbs.contains(first))
    let isStatement =
      Lexicon.conditionals.contains(first) || isOrder || !looksLikeNoun(labelWords)
    if isStatement {
      return Question(
        text: "What is meant by “\(label.markdown)” (\(passage.subjectName))?", level: 2,
        quality: (label.plain.hasPrefix("The ") ? 0.5 : 0.6) - leans)
    }
    // Under "The limits of X" a label names one of them; its text says why, not what it is.
    if !label.isDefinition, namesTroubles(passage.section.heading.plain) {
      return Question(
        text: trouble(listedUnder: passage.section.heading).map {
          "What is the \($0) with \(name)?"
        }
          ?? "Explain \(name).",
        level: 3, quality: 0.68 - leans)
    }
    if !label.isCode, words.count > 2, first.hasSuffix("ed"), first.utf8.count > 4,
      ["with", "by", "in", "from", "on", "to", "into", "of"].contains(words[1].lowercased())
    {
      return Question(text: "What characterizes \(name)?", level: 1, quality: 0.68 - leans)
    }
    // A sentence about something else tells of the term without saying what it is.
    if !label.isCode, !label.isDefinition, LeadForm(of: label.body, name: label.plain) == .other,
      LeadForm.mainVerb(in: words) != nil
    {
      return Question(text: "Explain \(name).", level: 2, quality: 0.66 - leans)
    }
    let copula = isPlural(Naming.subject(of: label.plain)) && !label.isCode ? "are" : "is"
    return Question(text: "What \(copula) \(name)?", level: 1, quality: 0.72 - leans)
  }

  static func question(
    aboutRole role: LabelRole, name label: String, body: String = "", in passage: Passage
  ) -> Question {
    let isOwnTitle = passage.section.heading.plain == label && passage.term == nil
    // "How to stop a stampede" asks; its labels speak of just that.
    let own = passage.section.heading
    let isClause = passage.term == nil && !isOwnTitle && clauseQuestion(of: own) != nil
    let subject =
      isOwnTitle
      ? passage.parentSubject ?? passage.subjectName
      : isClause ? own.markdown.withoutFinalMark.bold : passage.subjectName
    let name = Naming.withoutGloss(label).lowercased().replacing("the ", with: "")
      .replacing("(s)", with: "s")
    if isClause {
      // "Why it cannot be done: what is the fix?" asks for the fix of a reason.
      if role == .fix || role == .problem || role == .symptom {
        return Question(text: "\(subject): what is the \(name)?", level: 4, quality: 0.5)
      }
      let asked = role == .cause ? "why" : "what \(isPlural(name) ? "are" : "is") the \(name)"
      return Question(text: "\(subject): \(asked)?", level: 3, quality: 0.66)
    }
    // With no heading but the topic it is anybody's guess what the label is about.
    if passage.term == nil, passage.subject.plain == passage.topic, passage.section.level < 2 {
      return Question(text: "What is the \(name) for \(subject)?", level: 3, quality: 0.5)
    }
    switch role {
    case .symptom, .problem:
      return troubleQuestion(
        name, with: subject, plain: passage.term ?? passage.roleSubject(isOwnTitle: isOwnTitle),
        body: body, isOwnTitle: isOwnTitle, in: passage)
    case .fix where name == "solution" && namesRemedy(passage.subject.plain):
      return Question(text: "What does \(subject) do?", level: 3, quality: 0.66)
    case .fix where name == "solution":
      return Question(text: "What is the solution to \(subject)?", level: 4, quality: 0.64)
    case .fix:
      // A fix of what, only a trouble's name can tell.
      let isTrouble = namesTrouble(
        passage.term ?? passage.roleSubject(isOwnTitle: isOwnTitle))
      return Question(
        text: "\(subject): what is the fix?", level: 4, quality: isTrouble ? 0.64 : 0.5)
    case .cause: return Question(text: "\(subject): why?", level: 3, quality: 0.6)
    case .how: return Question(text: "How does \(subject) work?", level: 2, quality: 0.7)
    case .rule: return Question(text: "What is the \(name) for \(subject)?", level: 3, quality: 0.7)
    case .use where name == "used for":
      return Question(text: "What is \(subject) used for?", level: 2, quality: 0.72)
    case .use where name.hasPrefix("use case"):
      return Question(text: "What are the use cases of \(subject)?", level: 2, quality: 0.6)
    case .use: return Question(text: "When should you use \(subject)?", level: 3, quality: 0.72)
    case .risk, .benefit:
      let verb = isPlural(name) ? "are" : "is"
      return Question(
        text: "What \(verb) the \(name) of \(subject)?", level: 3, quality: 0.72)
    case .definition: return Question(text: "What is \(subject)?", level: 1, quality: 0.68)
    }
  }

  /// A promise is kept by its subject, which only a label that names it tells.
  private static func question(
    promised rhetoric: Rhetoric, by label: Label, in passage: Passage, leans: Double
  ) -> Question {
    guard !rhetoric.complement.isEmpty else {
      return Question(
        text: "What is the \(rhetoric.noun) of \(passage.subjectName)?", level: 3, quality: 0.5)
    }
    let verb = isPlural(rhetoric.noun) ? "are" : "is"
    return Question(
      text: "\(passage.subjectName): what \(verb) the \(rhetoric.noun) \(rhetoric.complement)?",
      level: 3, quality: 0.62 - leans)
  }

  static func clauseQuestion(of heading: Heading) -> String? { heading.clauseQuestion }

  /// What a heading that asks, explains or instructs would ask; nil for the name of a thing.
  static func askedClause(of heading: Heading) -> String? {
    let words = heading.words
    guard let first = words.first?.lowercased() else { return nil }
    if heading.isQuestion { return heading.markdown.asQuestion }
    if Lexicon.interrogatives.contains(first) {
      return clause(
        heading.markdown, first: first, second: words.dropFirst().first?.lowercased() ?? "")
    }
    return heading.isImperative ? "How do you \(lowercasedFirst(heading.markdown))?" : nil
  }

  private static func language(_ passage: Passage) -> Language { passage.language }

  /// In a note that is not in English only names are asked for.
  private static func foreignQuestion(about label: Label, in passage: Passage) -> Question {
    let name = label.isCode ? label.markdown : "**\(label.markdown)**"
    let isAspect =
      label.role != nil || label.isGeneric || label.plain.wordCount > 5
      || saysWhatWeDo.contains(label.body.words.first?.lowercased() ?? "")
    return Question(
      text: passage.language.definitionQuestion(name) ?? name, level: 1,
      quality: passage.language == .other || isAspect ? 0.5 : 0.62)
  }

  /// Whether what stands behind an order says how to carry it out: by orders of its own.
  private static func tellsHow(_ body: String) -> Bool {
    let first = body.firstWord.lowercased()
    return first == "by" || first == "with" || Lexicon.verbs.contains(first)
  }

  /// A text that begins with them tells what people do and defines nothing.
  private static let saysWhatWeDo: WordSet = [
    "wir", "ich", "es", "man", "sie", "künftig", "nous", "je", "il", "elle", "on", "ils", "noi",
    "nosotros", "se", "nós", "eu", "io", "мы", "я", "они", "он", "она",
  ]

  /// "The Circuit Breaker Pattern" is a solution and has none.
  static func namesRemedy(_ title: String) -> Bool {
    title.lowercased().split { !$0.isLetter }.contains { remedies.contains(String($0)) }
  }

  static let remedies = Naming.kinds.union(["architecture", "method", "design", "solution", "fix"])

  static func namesTroubles(_ title: String) -> Bool {
    listed.isIn(title)
  }

  /// "pitfall" of the heading "Pitfalls"; nil for a heading that lists other things.
  private static func trouble(listedUnder heading: Heading) -> String? {
    heading.words.lazy.map { $0.lowercased() }.first { troublesInLists.contains($0) }
      .map { String($0.dropLast()) }
  }

  private static let troublesInLists: WordSet = [
    "gotchas", "pitfalls", "traps", "mistakes", "dangers", "problems", "caveats", "footguns",
  ]

  /// Under "The weaknesses of X" a label names one: why it is one is what its text says.
  private static func sideQuestion(_ label: Label, in passage: Passage) -> Question? {
    let title = passage.section.heading.markdown
    let subject = Naming.withoutRole(title)
    guard subject != title, !label.isCode, label.plain.wordCount <= 6, passage.term == nil,
      let kind = title.dropLast(subject.count).trimmed.words.dropLast().last?.lowercased(),
      let role = Lexicon.role(of: kind), [.risk, .benefit, .problem].contains(role)
    else { return nil }
    let side =
      kind.hasSuffix("sses")
      ? String(kind.dropLast(2))
      : kind.hasSuffix("s") && !kind.hasSuffix("ss") ? String(kind.dropLast()) : kind
    let article = "aeio".contains(side.first ?? "x") ? "an" : "a"
    return Question(
      text: "How is “\(label.markdown)” \(article) \(side) of \(Naming.bold(subject))?",
      level: 3, quality: 0.7 - (startsWithAnaphor(label.body) ? 0.1 : 0))
  }

  /// "Common: …" in a list of algorithms asks which algorithms are common; elsewhere a label that
  /// ranks asks nothing. nil for a label that does not rank.
  private static func gradeQuestion(_ label: Label, in passage: Passage) -> Question? {
    let grade = label.plain.lowercased()
    guard label.role == nil, Lexicon.grades.contains(grade) else { return nil }
    let kind = passage.section.heading.plain.asPhrase
    let names = label.body.words
    let lists =
      label.body.contains(", ") && names.count <= 24
      && !names.contains { Lexicon.auxiliaries.contains($0.lowercased()) }
    let isAdjective = Lexicon.gradesOfThings.contains(grade)
    guard lists, isAdjective, isPlural(kind), looksLikeNoun(kind.words), kind.wordCount <= 4 else {
      return Question(text: label.markdown, level: 1, quality: 0.4)
    }
    return Question(text: "Which \(kind) are \(grade)?", level: 2, quality: 0.66)
  }

  /// A label that begins a sentence rather than names what the sentence is about: "**Using the
  /// chart:** 5, 7 and 9 fathoms", "**Design a dock** is a similar task", "**Number:** where n is…".
  private static func namesNothing(_ label: Label) -> Bool {
    let words = label.plain.words
    let body = label.body.words
    guard let first = words.first?.lowercased(), let next = body.first?.lowercased() else {
      return false
    }
    if first.hasSuffix("ing"), words.count > 2, Lexicon.determiners.contains(words[1].lowercased())
    {
      return !beginsWithVerb(body)
    }
    if label.isDefinition, Lexicon.verbs.contains(first), Lexicon.auxiliaries.contains(next) {
      return true
    }
    if ["where", "or", "and", "which", "who", "whose", "you", "your", "we", "our", "i", "my"]
      .contains(next)
    {
      return true
    }
    // "**Base cases**: `fib(0) = 0`" is an instance.
    if !label.isCode, !label.isDefinition, isPlural(label.plain), label.body.hasPrefix("`"),
      label.body.wordCount <= 8
    {
      return true
    }
    // A sum worked out for somebody's numbers.
    let isFigure = next.utf8.first.map { (0x30...0x39).contains($0) } == true
    return isFigure && label.body.contains(" = ")
  }

  private static let listed: PhraseSet = [
    "weakness", "limit", "risk", "drawback", "disadvantage", "problem", "danger", "pitfall",
    "mistake", "trap", "pattern", "challenge", "benefit", "advantage", "reason", "rule",
    "practice", "gotcha", "caveat", "footgun",
  ]

  private static let purposes: WordSet = [
    "used", "useful", "designed", "intended", "meant", "ideal", "best", "good", "perfect",
    "suitable",
  ]

  private static func purpose(_ words: [String], _ name: String) -> Question? {
    guard words.count > 3 else { return nil }
    guard purposes.contains(anyCase: words[0]) else { return nil }
    let first = words[0].lowercased()
    let second = words[1].lowercased()
    if ["used", "useful", "designed", "intended", "meant"].contains(first),
      ["for", "to", "when"].contains(second)
    {
      return Question(text: "What is \(name) used for?", level: 2, quality: 0.74)
    }
    if ["ideal", "best", "good", "perfect", "suitable"].contains(first), second == "for" {
      return Question(text: "When should you use \(name)?", level: 3, quality: 0.74)
    }
    return nil
  }
}
