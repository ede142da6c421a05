import CMarkdown

/// Questions that a numbered procedure answers.
extension Phrasing {
  /// Whether the heading or the lead says that order matters.
  static func isProcedure(_ heading: Heading, lead: String, over list: MarkdownNode? = nil) -> Bool
  {
    if let list, isOrder(heading, over: list) { return true }
    let asksWhen = ["when", "why", "where"].contains(heading.words.first?.lowercased() ?? "")
    if asksWhen, !lead.contains("step") { return false }
    // A text speaks of orders and processes for many reasons.
    return cues.isIn(heading.plain) || announcements.isIn(lead) || heading.isImperative
  }

  private static let cues: PhraseSet = [
    "how ", "step", "flow", "procedure", "lifecycle", "life cycle", "sequence", " order",
    "phases", "process", "runbook", "recipe", "checklist", "path of", "what happens",
  ]

  private static let announcements: PhraseSet = [
    "step", "procedure", "in this order", "workflow", "the flow", "as follows",
  ]

  /// "Triage a crash loop" names a thing or tells what to do: steps that are orders decide.
  static func isOrder(_ heading: Heading, over list: MarkdownNode) -> Bool {
    let words = heading.words
    guard words.count > 1, let first = words.first?.lowercased(), Lexicon.verbs.contains(first),
      words[1].lowercased() != "of"
    else { return false }
    var orders = 0
    var members = 0
    for member in list.children {
      members += 1
      let start = member.first.map { MarkdownWriter.plain(of: $0).firstWord } ?? ""
      if Lexicon.verbs.contains(anyCase: start) { orders += 1 }
    }
    return orders * 2 > members
  }

  static func stepsQuestion(
    passage: Passage, lead: String, count: Int, over list: MarkdownNode
  ) -> String {
    let heading = passage.section.heading
    let words = heading.words
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
    // "How It Works" does not say what.
    if Lexicon.role(of: heading.plain) == .how {
      let subject = passage.parentSubject ?? passage.subjectName
      let verb = isPlural(subject.withoutEmphasis) ? "do" : "does"
      return "How \(verb) \(subject) work, step by step? (\(count) steps)"
    }
    if heading.isQuestion { return heading.markdown.asQuestion + " (\(count) steps)" }
    if words.first?.lowercased() == "how", words.dropFirst().first?.lowercased() == "to" {
      return "How do you \(heading.markdown.dropFirst(6).trimmed)? (\(count) steps)"
    }
    if heading.isImperative || isOrder(heading, over: list) {
      return "How do you \(lowercasedFirst(heading.markdown))? (\(count) steps)"
    }
    if words.first?.lowercased() == "how" {
      return "Describe step by step \(lowercasedFirst(heading.markdown)). (\(count) steps)"
    }
    // "Phases of mitosis" are no thing to be described, but a row of things.
    if let first = words.first?.lowercased(), words.count > 2, words[1] == "of",
      ["phases", "steps", "stages"].contains(first)
    {
      return "What are the \(lowercasedFirst(heading.markdown)), in order? (\(count) steps)"
    }
    return "Describe step by step: \(passage.subjectName). (\(count) steps)"
  }
}
