/// A card before it has an identity.
struct Draft {
  var kind: Card.Kind = .open
  var prompt: String
  var answer: String
  var points: [String] = []
  var choices: [Choice] = []
  var blanks: [String] = []
  var isGenerated = false
  var interview: InterviewQuestion?
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
  let language: Language
  var blocks: [MarkdownNode] = []
  /// Sources, remarks and links, which no rule sees.
  private(set) var furniture: [MarkdownNode] = []
  /// Blocks that a rule took without finding a question in them.
  var unasked: [MarkdownNode] = []
  /// Words of prose of a leaf section.
  private(set) var words = 0
  /// Blocks of text that the section had before any rule took some.
  private(set) var textBlocks = 0
  /// How many cards rules have made of the section so far.
  var taken = 0
  /// What the paragraph at hand has defined, as Markdown: the labels behind it are about this.
  var term: String?
  /// The note instructs rather than explains.
  var isManual = false
  /// The note marks nothing that it teaches: a manual or plain prose.
  var isPlain = false
  /// Figures or formulas of the section are images, without which its text is hard to follow.
  private(set) var needsImages = false
  /// Labels that many sections of the note have, lower case: they name sides of what a section
  /// is about.
  var repeatedLabels: Set<String> = []
  /// The quality that a label needs to be asked in such a note.
  var leastLabel = 0.0
  /// Acronyms that the note has spelled out so far.
  var acronyms: Set<String> = []
  /// Sub-sections or other rules have the rest of what the heading names.
  var isRemainder = false
  /// A numbered procedure answers the heading.
  var hasSteps = false
  /// Problems the rules met, with their lines.
  var remarks: [(line: Int, message: String)] = []

  /// The topic as a heading, where nothing else names a subject.
  private let topicHeading: Heading

  init(
    section: Section, topic: String, language: Language = .english, topicHeading: Heading? = nil
  ) {
    self.section = section
    self.topicHeading =
      topicHeading ?? Heading(markdown: topic.escapedInline, plain: topic)
    self.topic = topic
    self.language = language
    for block in section.blocks {
      if block.isFurniture {
        if let last = blocks.last, block.isImage, last.announces { needsImages = true }
        furniture.append(block)
      } else {
        if block.hasImageInText { needsImages = true }
        if block.isRow(partedFrom: blocks.last) {
          remarks.append(
            (block.line, "a blank line parts these rows from their table; take it out"))
        }
        blocks.append(block)
      }
    }
    textBlocks = blocks.count
    if section.isLeaf { words = blocks.reduce(0) { $0 + CardRule.proseWords($1) } }
  }

  /// The heading the section is about: its own, or the nearest around it with a subject.
  var subject: Heading {
    if section.heading.isSubject { return section.heading }
    return section.ancestors.last { $0.isSubject } ?? topicHeading
  }

  /// What to call the subject inside a question.
  var subjectName: String { term.map { "**\($0)**" } ?? subject.name }

  /// Whether the heading asks something that the text under it answers as a whole.
  var asksAsAWhole: Bool { section.heading.clauseQuestion != nil }

  /// The subject around this section, without its own heading; nil at the top.
  var parentSubject: String? {
    section.ancestors.last { $0.isSubject }?.name
  }

  /// What a label or heading such as "The Problem" speaks of, without marks.
  func roleSubject(isOwnTitle: Bool) -> String {
    guard isOwnTitle else { return subject.plain }
    return section.ancestors.last { $0.isSubject }?.plain ?? subject.plain
  }
}

/// One way a section yields cards.
struct CardRule: Sendable {
  /// Stable: it is stored with every card.
  let name: String
  /// What it looks for, for `ebb compile --explain`.
  let summary: String
  /// Its questions are in English and fit no note in another language.
  var isEnglish = false
  let apply: @Sendable (inout Passage) -> [Draft]

  /// In the order in which they are tried; the first to take a block has it.
  static let all: [CardRule] = [
    .interview, .marked, .questionHeading, .highlight, .number, .acronym, .listedQuestion, .failure,
    .prosAndCons, .codePair, .recognition, .table, .label, .steps, .section,
  ]
}
