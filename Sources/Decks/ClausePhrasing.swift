/// Questions made of headings that ask or instruct without being sentences.
extension Phrasing {
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
