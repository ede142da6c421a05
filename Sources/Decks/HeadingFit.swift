import CMarkdown

/// Whether the text under a heading answers what the heading would ask.
extension Phrasing {
  /// "Rotate a password" asks how where the text tells how, and why where it gives the reason.
  static func orderQuestion(
    _ heading: Heading, lead: String, level: Int, leans: Double, in passage: Passage
  ) -> Question? {
    let words = heading.words
    // "Understand what they value": no way to do it, or of whom nobody can tell.
    if words.dropFirst().contains(where: { pronouns.contains(anyCase: $0.withoutFinalMark) }) {
      return nil
    }
    let order = lowercasedFirst(heading.markdown)
    let verb = words.first?.lowercased() ?? ""
    let tellsHow = instructs(passage)
    let givesReason = Causes.names(in: lead)
    if states.contains(verb) || !tellsHow && passage.isPlain {
      guard givesReason, !passage.isManual, !tellsHow else { return nil }
      return Question(text: "Why should you \(order)?", level: 3, quality: 0.68 - leans)
    }
    let doubt = tellsHow ? 0 : instructs(passage, loosely: true) ? 0.1 : 0.15
    // In a manual these are the orders of one program, to be looked up.
    return Question(
      text: "How do you \(order)?", level: level,
      quality: (passage.isManual ? 0.62 : 0.72) - leans - doubt)
  }

  /// How much less sure the question of a clause is: "Why …" over a text without a reason, "When …"
  /// without a condition.
  static func doubt(ofClause first: String, in passage: Passage) -> Double {
    guard passage.isPlain else { return 0 }
    let texts = passage.blocks.flatMap { Self.texts(of: $0) }
    let isListed = passage.blocks.contains { $0.kind == EBB_LIST || $0.kind == EBB_TABLE }
    switch first {
    case "why": return isListed || texts.contains { Causes.names(in: $0) } ? 0 : 0.3
    case "when":
      return isListed || texts.contains { conditions.isIn($0) } ? 0 : 0.3
    default: return 0
    }
  }

  private static func texts(of block: MarkdownNode) -> [String] {
    switch block.kind {
    case EBB_PARAGRAPH: return [MarkdownWriter.plain(of: block)]
    case EBB_LIST, EBB_LIST_ITEM, EBB_QUOTE: return block.children.flatMap { Self.texts(of: $0) }
    default: return []
    }
  }

  /// Verbs that name no way of doing something.
  private static let states: WordSet = [
    "know", "get", "understand", "keep", "remember", "have", "consider", "learn", "show", "stay",
    "live", "own", "lack", "need", "stop", "ignore", "focus", "practice", "practise",
  ]
  /// Words that stand for what the steps are done with.
  private static let pronouns = Lexicon.pronouns.union([
    "everything", "something", "me", "us", "their", "its", "first",
  ])
  private static let conditions: PhraseSet = [
    "when ", "if ", "whenever", "for ", "as soon as", "only ", "unless", "use ", "after ",
    "before ",
  ]
}
