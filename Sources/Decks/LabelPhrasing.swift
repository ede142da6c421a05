/// Questions that labelled statements answer.
extension Phrasing {
  /// The question for a labelled statement.
  static func question(about label: Label, in passage: Passage) -> Question {
    let leans = startsWithAnaphor(label.body) ? 0.1 : 0
    if let role = label.role { return question(aboutRole: role, name: label.plain, in: passage) }
    if label.plain.hasSuffix("?") {
      return Question(text: label.markdown, level: level(ofTitle: label.plain), quality: 0.82)
    }
    let name = label.isCode ? label.markdown : "**\(label.markdown)**"
    if label.isGeneric {
      return Question(
        text: "\(passage.subjectName): what about \(name.asPhrase)?", level: 2,
        quality: 0.56 - leans)
    }
    // Under a heading that asks something, a label is an aspect of the answer, not a term.
    if !label.isDefinition, !label.isCode,
      let asked = clauseQuestion(of: passage.section.heading)
    {
      return Question(
        text: "\(asked.withoutFinalMark) — what about \(name)?",
        level: level(ofTitle: passage.section.heading.plain), quality: 0.66 - leans)
    }
    let words = label.body.words
    let first = (words.first ?? "").lowercased().filter(\.isLetter)
    if let purpose = purpose(words, name) { return purpose }
    if Lexicon.isThirdPerson(first) {
      return Question(text: "What does \(name) do?", level: 2, quality: 0.74)
    }
    let labelWords = label.plain.words
    if !label.isDefinition, isImperative(labelWords) {
      return Question(
        text: "\(passage.subjectName): why, or how, would you \(lowercasedFirst(label.markdown))?",
        level: 2, quality: 0.64 - leans)
    }
    let isStatement =
      Lexicon.conditionals.contains(first) || Lexicon.verbs.contains(first)
      || !looksLikeNoun(labelWords)
    if isStatement {
      return Question(
        text: "\(passage.subjectName): explain “\(label.markdown)”.", level: 2,
        quality: 0.6 - leans)
    }
    let verb = isPlural(label.plain) && !label.isCode ? "are" : "is"
    return Question(text: "What \(verb) \(name)?", level: 1, quality: 0.72 - leans)
  }

  static func question(
    aboutRole role: LabelRole, name label: String, in passage: Passage
  ) -> Question {
    let isOwnTitle = passage.section.heading.plain == label && passage.term == nil
    let subject = isOwnTitle ? passage.parentSubject ?? passage.subjectName : passage.subjectName
    let name = label.lowercased().replacing("the ", with: "")
    switch role {
    case .symptom, .problem:
      return Question(text: "What is the \(name) with \(subject)?", level: 4, quality: 0.66)
    case .fix: return Question(text: "\(subject): what is the fix?", level: 4, quality: 0.64)
    case .cause: return Question(text: "\(subject): why?", level: 3, quality: 0.6)
    case .how: return Question(text: "How does \(subject) work?", level: 2, quality: 0.7)
    case .rule: return Question(text: "What is the \(name) for \(subject)?", level: 3, quality: 0.7)
    case .use where name == "used for":
      return Question(text: "What is \(subject) used for?", level: 2, quality: 0.72)
    case .use: return Question(text: "When should you use \(subject)?", level: 3, quality: 0.72)
    case .risk, .benefit:
      let verb = isPlural(name) ? "are" : "is"
      return Question(
        text: "What \(verb) the \(name) of \(subject)?", level: 3, quality: 0.72)
    case .definition: return Question(text: "What is \(subject)?", level: 1, quality: 0.68)
    }
  }

  /// What a heading that asks, explains or instructs would ask; nil for the name of a thing.
  private static func clauseQuestion(of heading: Heading) -> String? {
    let words = heading.plain.words
    guard let first = words.first?.lowercased() else { return nil }
    if heading.isQuestion { return heading.markdown.asQuestion }
    if ["why", "how", "when", "what", "which", "where", "who"].contains(first) {
      return clause(
        heading.markdown, first: first, second: words.dropFirst().first?.lowercased() ?? "")
    }
    return isImperative(words) ? "How do you \(lowercasedFirst(heading.markdown))?" : nil
  }

  private static func purpose(_ words: [String], _ name: String) -> Question? {
    guard words.count > 3 else { return nil }
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
