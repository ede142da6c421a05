import CMarkdown

/// What sort of text a note is: study notes mark what they teach, manuals do not.
struct Profile {
  let language: Language
  /// Instructions and reference without questions and labels: only sure questions are asked.
  let isManual: Bool
  /// Prose that explains, without questions and labels.
  let isProse: Bool
  /// Tables and headings of identifiers: nothing but the author's own questions is asked.
  let isReference: Bool

  /// For whom the note was written.
  let style: Estimate.Style

  /// The name of the file alone says that the note is a log or a rule of some project.
  let isNamedReference: Bool

  /// What a manual or plain prose is about, where a name stands out.
  let product: String?

  /// Labels that three sections and more have, lower case.
  let repeatedLabels: Set<String>

  /// `isUntitled` tells that the topic is a word for some sort of page, such as "FAQ".
  init(of sections: [Section], note: Note, isUntitled: Bool = false) {
    language = Language(of: note.text)
    repeatedLabels = Self.repeatedLabels(of: sections)
    var cues = 0.0
    var codeHeadings = 0
    var tables = 0
    var codeBlocks = 0
    var orders = 0
    var headers: [String: Int] = [:]
    var most = 0
    for section in sections {
      if section.heading.isQuestion || section.heading.asks { cues += 1 }
      if section.level > 0, !section.heading.isEmpty, section.heading.isIdentifier {
        codeHeadings += 1
      }
      if section.heading.isImperative { orders += 1 }
      for block in section.blocks {
        switch block.kind {
        case EBB_CODE_BLOCK: codeBlocks += 1
        case EBB_PARAGRAPH: if block.first?.kind == EBB_STRONG { cues += 1 }
        case EBB_LIST:
          for member in block.children where member.first?.first?.kind == EBB_STRONG { cues += 1 }
        case EBB_TABLE:
          tables += 1
          let header = block.first.map { MarkdownWriter.plain(of: $0) } ?? ""
          headers[header, default: 0] += 1
          most = max(most, headers[header] ?? 0)
        default: break
        }
      }
    }
    let kilobytes = max(Double(note.text.count) / 1000, 1)
    let density = cues / kilobytes
    // What is shorter shows too little of its kind.
    let isLong = note.text.count >= 2000
    let isTabular = isLong && (codeHeadings >= 12 && codeHeadings * 3 > sections.count || most >= 5)
    let isLog = Self.isLogPath(note.path)
    isReference = density < 0.8 && (isTabular || isLog)
    isNamedReference = isReference && !isTabular
    let isPlain =
      (isLong || Self.isManualPath(note.path)) && density + 0.6 * Double(tables) / kilobytes < 0.6
    // Code beside every other heading, or headings that are code or orders, instruct.
    let instructs = (codeBlocks + orders + codeHeadings) * 2 >= sections.count
    isManual = isPlain && (instructs || Self.isManualPath(note.path)) || isReference
    isProse = isPlain && !isManual
    style =
      isLong && Self.addresses(in: note.text) >= Self.adviceDensity
      ? .advice : isPlain || isReference || language != .english ? .prose : .notes
    // "FAQ" and "Glossary" name no product either.
    product =
      (isPlain || isUntitled) && language == .english ? ProductName.find(in: note.text) : nil
  }

  /// "you" and "your" in a thousand bytes. Study notes were found to have at most two.
  private static let adviceDensity = 2.4

  private static func addresses(in text: [UInt8]) -> Double {
    var count = 0
    text.withUnsafeBufferPointer { text in
      var index = 1
      while index + 3 < text.count {
        if text[index] | 0x20 == UInt8(ascii: "y"), text[index + 1] == UInt8(ascii: "o"),
          text[index + 2] == UInt8(ascii: "u"), !text[index - 1].isASCIILetter,
          case let next = text[index + 3], !next.isASCIILetter || next == UInt8(ascii: "r")
        {
          count += 1
        }
        index += 1
      }
    }
    return Double(count) * 1000 / Double(max(text.count, 1000))
  }

  private static func repeatedLabels(of sections: [Section]) -> Set<String> {
    var counts: [String: Int] = [:]
    for section in sections where !section.isFurniture {
      var own: Set<String> = []
      for block in section.blocks {
        switch block.kind {
        case EBB_PARAGRAPH where block.first?.kind == EBB_STRONG: add(block.first, to: &own)
        case EBB_LIST:
          for member in block.children where member.first?.first?.kind == EBB_STRONG {
            add(member.first?.first, to: &own)
          }
        default: break
        }
      }
      for label in own { counts[label, default: 0] += 1 }
    }
    return Set(counts.filter { $0.value > 2 }.keys)
  }

  private static func add(_ strong: MarkdownNode?, to labels: inout Set<String>) {
    guard let strong, strong.wordCount <= 4 else { return }
    let plain = MarkdownWriter.plain(of: strong)
    labels.insert((plain.hasSuffix(":") ? String(plain.dropLast()) : plain).lowercased())
  }

  /// Change logs, upgrade guides and rules of a project, by the words of the file's name.
  private static func isLogPath(_ path: String) -> Bool {
    let file = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path[...].utf8
    guard let stem = file.split(separator: UInt8(ascii: ".")).first else { return false }
    return Substring(stem).lowercased() == "_index"
      || stem.split(whereSeparator: { "-_ ".utf8.contains($0) })
        .contains { logWords.contains(anyCase: Substring($0)) }
  }

  private static let logWords: WordSet = [
    "changelog", "contributing", "conduct", "license", "release", "releases", "upgrade", "upgrades",
    "upgrading", "benchmark", "benchmarks", "triage", "governance", "versioning", "reporting",
    "install", "installation", "installing", "maintainer", "maintainers", "issues", "prs",
    "roadmap", "migration",
  ]

  private static func isManualPath(_ path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/")).dropLast()
      .contains { manualFolders.contains(anyCase: Substring($0)) }
  }

  /// Folders in which manuals keep their pages.
  private static let manualFolders: WordSet = [
    "reference", "api", "op-guide", "dev-guide", "tutorials", "tutorial", "upgrades", "manual",
    "how-to", "howto", "cli", "commands", "triage", "benchmarks", "operators", "admin",
    "dev-internal", "internal", "internals", "maintainers", "maintaining", "contributing",
    "development", "community",
  ]

  /// How much less sure the questions of a rule are in such a text.
  func discount(rule: String) -> Double {
    switch rule {
    case "interview", "marked", "question", "listed-question", "highlight", "failure": return 0
    case "section": return isReference ? 0.3 : isManual ? 0.13 : isProse ? 0.07 : 0
    case "label": return isReference ? 0.3 : isManual ? 0.18 : isProse ? 0.08 : 0
    case "recognition": return isReference || isManual ? 0.3 : 0
    case "table": return isReference ? 0.3 : isManual ? 0.1 : 0
    default: return isReference ? 0.3 : 0
    }
  }
}

extension Heading {
  /// A question without its mark: "How pods get addresses".
  fileprivate var asks: Bool {
    guard let first = plain.utf8.first, "whWH".utf8.contains(first) else { return false }
    let word = plain.prefix { $0.isLetter }.lowercased()
    return Lexicon.interrogatives.contains(word)
  }

  /// Code, a path or a name such as `message_id`.
  fileprivate var isIdentifier: Bool {
    markdown.hasPrefix("`") || plain.contains("/") || plain.contains("_")
      || plain.contains(".proto") || plain.hasPrefix("--")
  }
}
