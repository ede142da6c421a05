/// A card before it has an identity.
struct Draft {
  var kind: Card.Kind = .open
  var prompt: String
  var answer: String
  var points: [String] = []
  var level: Int
  var quality: Double
  var line: Int
  /// Cards with the same key come from one passage.
  var group: Int
}

/// A section while rules look at it: each rule takes the blocks it understands, later rules see
/// the rest.
struct Passage {
  let section: Section
  let topic: String
  var blocks: [MarkdownNode]
  /// What the paragraph at hand has defined, as Markdown: the labels behind it are about this.
  var term: String?
  /// Problems the rules met, with their lines.
  var remarks: [(line: Int, message: String)] = []

  init(section: Section, topic: String) {
    self.section = section
    self.topic = topic
    blocks = section.blocks
  }

  /// The heading the section is about: its own, or the nearest around it with a subject.
  var subject: Heading {
    let around = [section.heading] + section.ancestors.reversed()
    return around.first { Self.isSubject($0) }
      ?? Heading(markdown: topic.escapedInline, plain: topic)
  }

  /// What to call the subject inside a question.
  var subjectName: String { term.map { "**\($0)**" } ?? Self.name(subject) }

  /// The subject around this section, without its own heading; nil at the top.
  var parentSubject: String? {
    section.ancestors.last { Self.isSubject($0) }.map { Self.name($0) }
  }

  private static func name(_ heading: Heading) -> String {
    heading.markdown.bold
  }

  private static func isSubject(_ heading: Heading) -> Bool {
    let words = heading.plain.words
    guard let first = words.first?.lowercased(), !heading.isQuestion else { return false }
    if Lexicon.generic.contains(heading.plain.lowercased()) { return false }
    if Lexicon.role(of: heading.plain) != nil { return false }
    let asks = ["why", "how", "when", "what", "which", "where", "who"].contains(first)
    return !asks && !Phrasing.isImperative(words) && Phrasing.looksLikeNoun(words)
  }
}

/// One way a section yields cards.
struct CardRule: Sendable {
  /// Stable: it is stored with every card.
  let name: String
  /// What it looks for, for `ebb compile --explain`.
  let summary: String
  let apply: @Sendable (inout Passage) -> [Draft]

  /// In the order in which they are tried; the first to take a block has it.
  static let all: [CardRule] = [
    .interview, .marked, .questionHeading, .failure, .codePair, .table, .label, .steps, .section,
  ]
}
