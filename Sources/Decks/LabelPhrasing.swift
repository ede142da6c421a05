extension Phrasing {
  /// The question that a labelled statement answers.
  static func question(about label: Label, in passage: Passage) -> Question {
    LabelReading(of: label, in: passage).question
  }
}

/// A labelled statement and what it may answer. Each reading gives its question or leaves the
/// label to the next. A class, so that words are found once.
final class LabelReading {
  let label: Label
  let passage: Passage
  /// How much less sure a question is whose answer leans on what stands before it.
  let leans: Double
  /// What a question calls the label.
  private(set) lazy var name = label.isCode ? label.markdown : Naming.bold(label.markdown)
  private(set) lazy var words = label.plain.words
  private(set) lazy var body = label.body.words
  /// The letters of the first word behind the label, in lower case.
  private(set) lazy var opening = (body.first ?? "").lowercased().filter(\.isLetter)
  /// The label in the middle of a sentence.
  private lazy var phrase = label.plain.asPhrase

  init(of label: Label, in passage: Passage) {
    self.label = label
    self.passage = passage
    leans = Phrasing.startsWithAnaphor(label.body) ? 0.1 : 0
  }

  /// The first that fits, from what the author said most clearly to what nothing speaks against.
  var question: Question {
    guard passage.language == .english else { return foreign }
    let asked = role ?? authored ?? fragment ?? promise ?? sharedSide ?? aspect ?? grade ?? nothing
    if let asked { return asked }
    let told = memberOfSide ?? partOfAnswer ?? command ?? purpose ?? deed ?? circumstance
    return told ?? advice ?? recommendation ?? statement ?? memberOfList ?? trait ?? remark
      ?? definition
  }

  /// In a note that is not in English only names are asked for.
  private var foreign: Question {
    let name = label.isCode ? label.markdown : "**\(label.markdown)**"
    let isAspect =
      label.role != nil || label.isGeneric || label.plain.wordCount > 5
      || Self.saysWhatWeDo.contains(body.first?.lowercased() ?? "")
    return Question(
      text: passage.language.definitionQuestion(name) ?? name, level: 1,
      quality: passage.language == .other || isAspect ? 0.5 : 0.62)
  }

  /// A text that begins with them tells what people do and defines nothing.
  private static let saysWhatWeDo: WordSet = [
    "wir", "ich", "es", "man", "sie", "künftig", "nous", "je", "il", "elle", "on", "ils", "noi",
    "nosotros", "se", "nós", "eu", "io", "мы", "я", "они", "он", "она",
  ]

  /// "Fix: …", "Rule of thumb: …"
  private var role: Question? {
    guard let role = label.role else { return nil }
    // "Concept: if the mole is open, …" tells a story and defines nothing.
    if role == .definition, let first = body.first?.lowercased(),
      Lexicon.conditionals.contains(first)
    {
      return Question(text: "Why do you need \(passage.subjectName)?", level: 3, quality: 0.64)
    }
    return Phrasing.question(
      aboutRole: role, name: label.plain, body: label.body, in: passage)
  }

  /// The author's own question.
  private var authored: Question? {
    guard label.plain.hasSuffix("?") else { return nil }
    let heading = Heading(markdown: label.markdown, plain: label.plain)
    // "Why it?" asks of what stands around it.
    let leansBack = Phrasing.startsWithAnaphor(heading.plain) || heading.plain.wordCount < 3
    return Question(
      text: heading.markdown, level: Phrasing.level(ofTitle: heading.plain),
      quality: leansBack ? 0.5 : 0.82)
  }

  /// One letter is a variable of some formula, code with blanks a line of some program.
  private var fragment: Question? {
    guard !label.isDefinition,
      label.plain.utf8.count < 2 || label.isCode && label.plain.contains(" ")
    else { return nil }
    return Question(text: "What is \(name)?", level: 1, quality: 0.5)
  }

  /// "The Real Trade-off", "The Rule for Financial Systems": a promise is kept by its subject, which
  /// only a label that names it tells.
  private var promise: Question? {
    guard label.plain.hasPrefix("The "), !label.isCode, !label.isDefinition, !label.isAmongTerms,
      let rhetoric = Rhetoric(Heading(markdown: label.markdown, plain: label.plain))
    else { return nil }
    guard !rhetoric.complement.isEmpty else {
      return Question(
        text: "What is the \(rhetoric.noun) of \(passage.subjectName)?", level: 3, quality: 0.5)
    }
    let verb = Phrasing.isPlural(rhetoric.noun) ? "are" : "is"
    return Question(
      text: "\(passage.subjectName): what \(verb) the \(rhetoric.noun) \(rhetoric.complement)?",
      level: 3, quality: 0.62 - leans)
  }

  /// "What is the price of **X**?"
  private var sideOfSubject: String {
    "What \(Phrasing.isPlural(phrase) ? "are" : "is") the \(phrase) of \(passage.subjectName)?"
  }

  /// A label that many sections of the note have.
  private var sharedSide: Question? {
    guard passage.repeatedLabels.contains(label.plain.lowercased()), !label.isCode,
      Phrasing.looksLikeNoun(words), !words.contains(where: { $0.contains(".") })
    else { return nil }
    return Question(text: sideOfSubject, level: 2, quality: 0.68 - leans)
  }

  /// "Complexity", "Storage": a side that most things have.
  private var aspect: Question? {
    guard label.isAspect, !label.isAmongTerms else { return nil }
    return Question(
      text: Lexicon.aspects.contains(phrase.lowercased())
        ? sideOfSubject : "What is notable about the \(phrase) of \(passage.subjectName)?",
      level: 2,
      // Before the first section stands what the note is for.
      quality: (passage.section.level < 2 && passage.term == nil ? 0.5 : 0.62) - leans)
  }

  /// "Common: …" in a list of algorithms asks which algorithms are common; elsewhere a label that
  /// ranks asks nothing. nil for a label that does not rank.
  private var grade: Question? {
    let grade = label.plain.lowercased()
    guard Lexicon.grades.contains(grade) else { return nil }
    let kind = passage.section.heading.plain.asPhrase
    let lists =
      label.body.contains(", ") && body.count <= 24
      && !body.contains { Lexicon.auxiliaries.contains($0.lowercased()) }
    guard lists, Lexicon.gradesOfThings.contains(grade), Phrasing.isPlural(kind),
      Phrasing.looksLikeNoun(kind.words), kind.wordCount <= 4
    else {
      return Question(text: label.markdown, level: 1, quality: 0.4)
    }
    return Question(text: "Which \(kind) are \(grade)?", level: 2, quality: 0.66)
  }

  private var nothing: Question? {
    namesNothing ? Question(text: "What is \(name)?", level: 1, quality: 0.5) : nil
  }

  /// Whether the label begins a sentence rather than names what the sentence is about: "**Using the
  /// chart:** 5, 7 and 9 fathoms", "**Design a dock** is a similar task", "**Number:** where n is…".
  private var namesNothing: Bool {
    guard let first = words.first?.lowercased(), let next = body.first?.lowercased() else {
      return false
    }
    if first.hasSuffix("ing"), words.count > 2,
      Lexicon.determiners.contains(words[1].lowercased())
    {
      return !Phrasing.beginsWithVerb(body)
    }
    if label.isDefinition, Lexicon.verbs.contains(first), Lexicon.auxiliaries.contains(next) {
      return true
    }
    if Self.continuations.contains(next) { return true }
    // "**Base cases**: `fib(0) = 0`" is an instance.
    if !label.isCode, !label.isDefinition, Phrasing.isPlural(label.plain),
      label.body.hasPrefix("`"), label.body.wordCount <= 8
    {
      return true
    }
    // A sum worked out for somebody's numbers.
    return next.utf8.first?.isDigit == true && label.body.contains(" = ")
  }

  /// A text that begins with them goes on with its label, or speaks to the reader.
  private static let continuations: WordSet = [
    "where", "or", "and", "which", "who", "whose", "you", "your", "we", "our", "i", "my",
  ]

  /// Under "The weaknesses of X" a label names one: why it is one is what its text says.
  private var memberOfSide: Question? {
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
      level: 3, quality: 0.7 - leans)
  }

  /// Under a heading that asks something, a label is an aspect of the answer, not a term.
  private var partOfAnswer: Question? {
    let heading = passage.section.heading
    guard !label.isDefinition, !label.isCode, let asked = heading.clauseQuestion else { return nil }
    return Question(
      text: "\(asked) Answer for \(name).", level: Phrasing.level(ofTitle: heading.plain),
      quality: 0.66 - leans)
  }

  /// Under "The limits of X" a label names one of them; its text says why, not what it is.
  private var memberOfList: Question? {
    let heading = passage.section.heading
    guard !label.isDefinition, Self.listed.isIn(heading.plain) else { return nil }
    let listed = heading.words.lazy.map { $0.lowercased() }.first { Self.troubles.contains($0) }
    return Question(
      text: listed.map { "What is the \($0.dropLast()) with \(name)?" } ?? "Explain \(name).",
      level: 3, quality: 0.68 - leans)
  }

  /// What headings list, troubles or not.
  private static let listed: PhraseSet = [
    "weakness", "limit", "risk", "drawback", "disadvantage", "problem", "danger", "pitfall",
    "mistake", "trap", "pattern", "challenge", "benefit", "advantage", "reason", "rule",
    "practice", "gotcha", "caveat", "footgun",
  ]
  private static let troubles: WordSet = [
    "gotchas", "pitfalls", "traps", "mistakes", "dangers", "problems", "caveats", "footguns",
  ]
}
