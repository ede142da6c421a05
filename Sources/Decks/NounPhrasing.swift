import CMarkdown

/// What the first words of a text let its heading ask.
extension Phrasing {
  /// Whether the verb behind the title tells what it does: "Leases expire after …".
  private static func acts(behind title: String, _ lead: String) -> Bool {
    let behind = lead.dropFirst(title.count).drop { $0 == " " }
    let word = behind.prefix { $0 != " " }.lowercased()
    return Lexicon.isThirdPerson(word) && !defining.contains(word)
      || isPlural(title) && Lexicon.verbs.contains(word) || Lexicon.modals.contains(word)
      || word == "have" || word == "has"
  }

  private static let defining: WordSet = ["refers", "means", "describes", "consists"]

  /// Texts that begin so tell how to have something, not what it is.
  private static let setUps: WordSet = [
    "configure", "install", "enable", "declare", "deploy", "register", "set",
  ]

  /// Whether one of the words is a verb: "closures in a loop use their last value".
  static func hasVerb(_ words: ArraySlice<String>) -> Bool {
    words.indices.contains { index in
      let word = words[index].lowercased()
      if Lexicon.auxiliaries.contains(word) { return word != "not" }
      let base = Lexicon.isThirdPerson(word) ? Lexicon.base(ofThirdPerson: word) : word
      guard Lexicon.verbs.contains(base) else { return false }
      return !Lexicon.nounVerbs.contains(base)
        || index + 1 < words.endIndex && Lexicon.determiners.contains(words[index + 1].lowercased())
    }
  }

  static func nounQuestion(
    _ heading: Heading, lead: String, level: Int, leans: Double, in passage: Passage
  ) -> Question {
    let leadWords = Array(lead.prefix(160).words.prefix(12))
    let name = Naming.bold(heading.markdown)
    let plain = Naming.subject(of: heading.plain)
    let form = LeadForm(of: lead, name: plain)
    if let question = question(in: form, of: name, plain: plain, level: level, leans: leans) {
      return question
    }
    // What marks nothing that it teaches may go on from its heading to anything.
    let doubt = passage.isPlain && form == .other ? 0.2 : 0
    let lead = lead.hasPrefix("The ") ? String(lead.dropFirst(4)) : lead
    let opensWithTitle = lead.begins(anyCase: plain)
    // "interviewing.io" and its like are places to go to.
    let leans = leans + doubt + (plain.wordCount == 1 && plain.dropFirst().contains(".") ? 0.2 : 0)
    let shares = sharesWord(plain, lead)
    // "A URL that …" defines its title; "A producer never sends …" speaks of something else.
    let subjectWords = leadWords.prefix(8).prefix { !Lexicon.relatives.contains($0) }
    let speaks = subjectWords.contains {
      Lexicon.auxiliaries.contains($0) || $0 == "never" || $0.contains("**")
    }
    // "A partition divides the cluster" tells what it does.
    let tells = subjectWords.indices.contains { index in
      index > 1 && Lexicon.isThirdPerson(subjectWords[index]) && index + 1 < subjectWords.endIndex
        && Lexicon.determiners.contains(subjectWords[index + 1])
    }
    let defines =
      ["A", "An"].contains(leadWords.first) && !tells
      && (!speaks || sharesWord(plain, leadWords.prefix(6).joined(separator: " ")))
    let isSure = form == .definition || !passage.isPlain
    if isSure, opensWithTitle && !acts(behind: plain, lead) || defines {
      let verb = isPlural(plain) ? "are" : "is"
      return Question(text: "What \(verb) \(name)?", level: level, quality: 0.74 - leans)
    }
    if beginsWithVerb(leadWords) {
      return Question(text: "What does \(name) do?", level: level, quality: 0.7 - leans)
    }
    if let first = leadWords.first?.lowercased(), setUps.contains(first), leadWords.count > 2 {
      return Question(text: "How do you set up \(name)?", level: level, quality: 0.64 - leans)
    }
    let quality = (shares ? 0.66 : 0.58) - leans
    if let parent = passage.parentSubject, let ordinal = Naming.ordinal(of: heading.plain) {
      return Question(
        text: question(aboutNumbered: ordinal, name: name, of: parent), level: level,
        quality: quality, explains: true)
    }
    return Question(text: "Explain \(name).", level: level, quality: quality, explains: true)
  }

  /// "State 2: OPEN" and "Strategy 1: Locking" are numbered among others of what the heading above
  /// names.
  private static func question(
    aboutNumbered ordinal: String, name: String, of parent: String
  ) -> String {
    remedies.contains(ordinal)
      ? "\(parent.capitalizedFirst): how does the \(ordinal) \(name) work?"
      : "\(parent.capitalizedFirst): explain \(name)."
  }

  /// What is asked where the first sentence leaves no doubt; nil where it does.
  private static func question(
    in form: LeadForm, of name: String, plain: String, level: Int, leans: Double
  ) -> Question? {
    let isMany = isPlural(plain)
    switch form {
    case .purpose:
      return Question(
        text: "What \(isMany ? "are" : "is") \(name) used for?", level: level,
        quality: 0.72 - leans)
    case .action where !isMany:
      return Question(text: "What does \(name) do?", level: level, quality: 0.7 - leans)
    case .way(let clause):
      return Question(text: "How do you \(clause)?", level: level, quality: 0.68 - leans)
    case .definition, .action, .statement, .other: return nil
    }
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
          member.first.map { orders($0, loosely: loosely) } ?? false
        }
      default: return orders(block, loosely: loosely)
      }
    }
  }

  private static func orders(_ text: MarkdownNode, loosely: Bool) -> Bool {
    MarkdownWriter.sentences(of: text).contains { sentence in
      let first = sentence.firstWord.withoutFinalMark
      return Lexicon.verbs.contains(anyCase: first) || imperatives.contains(anyCase: first)
        || loosely && sentence.hasWord(in: addresses, anyCase: true)
    }
  }

  private static let imperatives = Lexicon.adviceOpenings.union(["be"])
  private static let addresses: WordSet = ["you", "your", "we", "must", "should"]
}
