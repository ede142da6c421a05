import CMarkdown

/// What the first words of a text let its heading ask.
extension Phrasing {
  /// Whether the verb behind the title tells what it does: "Leases expire after …".
  private static func acts(behind title: String, _ lead: String) -> Bool {
    guard let word = lead.dropFirst(title.count).words.first?.lowercased() else { return false }
    return Lexicon.isThirdPerson(word)
      && !["refers", "means", "describes", "consists"].contains(word)
      || isPlural(title) && Lexicon.verbs.contains(word)
      || ["can", "could", "should", "must", "will", "would", "may", "have", "has"].contains(word)
  }

  /// Texts that begin so tell how to have something, not what it is.
  private static let setUps: Set<String> = [
    "configure", "install", "enable", "declare", "deploy", "register", "set",
  ]

  /// Whether one of the words is a verb: "closures in a loop use their last value".
  static func hasVerb(_ words: ArraySlice<String>) -> Bool {
    words.indices.contains { index in
      let word = words[index].lowercased()
      if auxiliaries.contains(word) { return word != "not" }
      let base = Lexicon.isThirdPerson(word) ? Lexicon.base(ofThirdPerson: word) : word
      guard Lexicon.verbs.contains(base) else { return false }
      return !Lexicon.nounVerbs.contains(base)
        || index + 1 < words.endIndex && determiners.contains(words[index + 1].lowercased())
    }
  }

  static func nounQuestion(
    _ heading: Heading, lead: String, level: Int, leans: Double
  ) -> Question {
    let leadWords = Array(lead.prefix(160).words.prefix(12))
    let name = Naming.bold(heading.markdown)
    let plain = Naming.subject(of: heading.plain)
    let lead = lead.hasPrefix("The ") ? String(lead.dropFirst(4)) : lead
    let opensWithTitle = lead.lowercased().hasPrefix(plain.lowercased())
    // "interviewing.io" and its like are places to go to.
    let leans = leans + (plain.wordCount == 1 && plain.dropFirst().contains(".") ? 0.2 : 0)
    let shares = sharesWord(plain, lead)
    // "A URL that …" defines its title; "A producer never sends …" speaks of something else.
    let relatives: Set<String> = ["that", "which", "who", "whose", "where"]
    let subjectWords = leadWords.prefix(8).prefix { !relatives.contains($0) }
    let speaks = subjectWords.contains {
      auxiliaries.contains($0) || $0 == "never" || $0.contains("**")
    }
    // "A partition divides the cluster" tells what it does.
    let tells = subjectWords.indices.contains { index in
      index > 1 && Lexicon.isThirdPerson(subjectWords[index]) && index + 1 < subjectWords.endIndex
        && determiners.contains(subjectWords[index + 1])
    }
    let defines =
      ["A", "An"].contains(leadWords.first) && !tells
      && (!speaks || sharesWord(plain, leadWords.prefix(6).joined(separator: " ")))
    if opensWithTitle && !acts(behind: plain, lead) || defines {
      let verb = isPlural(plain) ? "are" : "is"
      return Question(text: "What \(verb) \(name)?", level: level, quality: 0.74 - leans)
    }
    if beginsWithVerb(leadWords) {
      return Question(text: "What does \(name) do?", level: level, quality: 0.7 - leans)
    }
    if let first = leadWords.first?.lowercased(), setUps.contains(first), leadWords.count > 2 {
      return Question(text: "How do you set up \(name)?", level: level, quality: 0.64 - leans)
    }
    return Question(
      text: "Explain \(name).", level: level, quality: (shares ? 0.66 : 0.58) - leans,
      explains: true)
  }

  /// Whether a text gives orders: code or numbered steps, or sentences that begin with a verb;
  /// `loosely` also where it speaks to its reader.
  static func instructs(_ passage: Passage, loosely: Bool = false) -> Bool {
    passage.blocks.contains { block in
      switch block.kind {
      case EBB_CODE_BLOCK: return true
      case EBB_LIST where block.isOrdered: return true
      case EBB_LIST:
        return block.children.contains { member in
          member.first.map { orders(MarkdownWriter.plain(of: $0), loosely: loosely) } ?? false
        }
      default: return orders(MarkdownWriter.plain(of: block), loosely: loosely)
      }
    }
  }

  private static func orders(_ text: String, loosely: Bool) -> Bool {
    Sentences(of: text).texts.contains { sentence in
      let words = sentence.words.map { $0.lowercased() }
      guard let first = words.first?.withoutFinalMark else { return false }
      return Lexicon.verbs.contains(first)
        || ["do", "be", "always", "never", "don't"].contains(first)
        || loosely && words.contains { ["you", "your", "we", "must", "should"].contains($0) }
    }
  }
}
