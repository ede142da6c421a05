import CMarkdown

extension CardRule {
  /// An acronym that the note spells out, to be typed. The text is left to the other rules.
  static let acronym = CardRule(
    name: "acronym", summary: "an acronym with its words: TTL (time to live)", isEnglish: true
  ) { passage in
    guard !passage.isManual else { return [] }
    // What a heading or a label shows already is no question.
    lazy var titles = titles(around: passage)
    var drafts: [Draft] = []
    for block in passage.blocks {
      for text in texts(of: block, depth: 0) {
        let line = text.paragraph.line
        let labels = Label.all(in: text.paragraph).map(\.plain)
        for found in Acronym.all(in: text.plain)
        where passage.acronyms.count < mostAcronyms
          && !titles.contains(found.words.lowercased())
          && !labels.contains(where: { label in label.contains(found.words) })
          && passage.acronyms.insert(found.letters).inserted
        {
          drafts.append(
            Draft(
              kind: .typed, prompt: "What does **\(found.letters)** stand for?",
              answer: found.words.capitalizedFirst.escapedInline.escapedAtLineStart,
              blanks: [found.words], level: 1, quality: 0.7, line: line, group: line))
        }
      }
    }
    return drafts
  }

  /// The headings of a section and its topic, in lower case.
  private static func titles(around passage: Passage) -> String {
    let shown =
      ([passage.section.heading] + passage.section.ancestors).map(\.plain) + [passage.topic]
    return shown.joined(separator: "\n").lowercased()
  }

  /// More would fill a deck with abbreviations.
  private static let mostAcronyms = 6

  private static func texts(
    of block: MarkdownNode, depth: Int
  ) -> [(plain: String, paragraph: MarkdownNode)] {
    guard depth < 8 else { return [] }
    switch block.kind {
    case EBB_PARAGRAPH:
      let text = MarkdownWriter.plain(of: block)
      return text.utf8.contains(UInt8(ascii: "(")) ? [(text, block)] : []
    case EBB_LIST, EBB_LIST_ITEM:
      return block.children.flatMap { texts(of: $0, depth: depth + 1) }
    default: return []
    }
  }
}

/// An acronym and what it stands for.
struct Acronym: Hashable {
  let letters: String
  let words: String

  /// Those that a text spells out: "TTL (time to live)" and "time to live (TTL)".
  static func all(in text: String) -> [Acronym] {
    var found: [Acronym] = []
    var rest = text[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "(")),
      let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: ")"))
    {
      let behind = rest.index(after: close)
      defer { rest = rest[behind...] }
      guard mayEndInAcronym(rest[..<open]) || mayEndInAcronym(rest[..<close]) else { continue }
      let before = rest[..<open].trimmed
      let inside = rest[rest.index(after: open)..<close].trimmed
      if let acronym = Acronym(letters: before.words.last ?? "", words: inside)
        ?? Acronym(letters: inside, endOf: before)
      {
        found.append(acronym)
      }
    }
    return found
  }

  /// Whether the last word of a text may be an acronym: a quick look that lets most brackets go.
  private static func mayEndInAcronym(_ text: Substring) -> Bool {
    guard let last = text.utf8.last(where: { !$0.isBlank }) else { return false }
    return last.isCapital || last >= 0x80
  }

  /// nil unless the initials of all words are the letters.
  init?(letters: String, words: String) {
    guard Self.isAcronym(letters), Self.spells(words.words, letters) else { return nil }
    (self.letters, self.words) = (letters, words)
  }

  /// The last words of a text that spell the letters; small words between them may be left out.
  private init?(letters: String, endOf text: String) {
    guard Self.isAcronym(letters) else { return nil }
    let words = text.words
    let longest = min(words.count, letters.utf8.count + 2)
    guard longest >= 2 else { return nil }
    for count in 2...longest where Self.spells(Array(words.suffix(count)), letters) {
      (self.letters, self.words) = (letters, words.suffix(count).joined(separator: " "))
      return
    }
    return nil
  }

  /// Three letters and more: what two letters stand for is known or worth nothing.
  private static func isAcronym(_ text: String) -> Bool {
    (3...6).contains(text.utf8.count) && text.utf8.allSatisfy { (0x41...0x5a).contains($0) }
      && !known.contains(text)
  }

  private static func spells(_ words: [String], _ letters: String) -> Bool {
    guard let first = words.first, let last = words.last,
      !Lexicon.joints.contains(first.lowercased()),
      !Lexicon.joints.contains(last.lowercased()),
      words.allSatisfy({ $0.utf8.allSatisfy { $0.isASCIILetter || $0 == UInt8(ascii: "-") } })
    else { return false }
    let wanted = letters.utf8.map { $0 | 0x20 }
    func initials(_ parts: [Substring]) -> [UInt8] {
      parts.compactMap { $0.utf8.first.map { $0 | 0x20 } }
    }
    let parts = words.flatMap { $0.split(separator: "-") }
    return initials(parts) == wanted || initials(words.map { $0[...] }) == wanted
      || initials(parts.filter { !Lexicon.joints.contains($0.lowercased()) }) == wanted
  }

  /// Every reader of notes knows them.
  private static let known: WordSet = [
    "API", "URL", "HTTP", "HTTPS", "HTML", "CSS", "SQL", "JSON", "XML", "CPU", "RAM", "USA", "FAQ",
    "PDF", "GPU", "SSD", "HDD", "USB", "LAN", "WAN", "IDE", "SDK", "CLI", "GUI", "ASCII", "YAML",
    "CSV", "AWS", "IBM", "UTC", "MIT", "BSD", "AKA",
  ]
}
