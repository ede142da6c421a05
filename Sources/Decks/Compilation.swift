/// Cards and diagnostics: what compiling a note returns.
package struct Compilation: Sendable {
  package var topic: String
  package var cards: [Card]
  package var diagnostics: [Diagnostic]
  /// Sections that gave no card, with the reason.
  package var skipped: [Skipped]

  /// Blocks that gave no card in sections that gave some, with the reason.
  package var unasked: [Skipped] = []
  /// Leaf sections with more than 20 words of prose, and those of them that a card asks about.
  package var leafSections = 0
  package var askedSections = 0

  /// Where sections begin, in reading order, with their titles.
  package private(set) var sections: [(line: Int, title: String)] = []
  /// Questions that were found and are not asked.
  package private(set) var rejections: [Rejection] = []
  /// How the quality of each card came about.
  package private(set) var estimates: [CardID: Estimate] = [:]

  /// Questions of a lower estimate were left out.
  package let minimumQuality: Double

  /// A question that is not asked, with the reason.
  package struct Rejection: Hashable, Sendable {
    package let line: Int
    package let prompt: String
    /// The name of the rule that found it.
    package let rule: String
    package let estimate: Estimate
    package let reason: String
  }

  /// A section or block that gave no card.
  package struct Skipped: Hashable, Sendable {
    package let place: Place
    package let title: String
    package let reason: String
  }

  /// What each rule looks for, by its name.
  package static let summaries = Dictionary(
    uniqueKeysWithValues: CardRule.all.map { ($0.name, $0.summary) })

  /// Cards the compiler is less sure of are left out, unless it is told otherwise.
  package static let minimumQuality = 0.55

  /// Compiles one note. Pure: the same note gives the same cards, byte for byte.
  ///
  /// - Parameter minimumQuality: Questions of a lower estimate, 0...1, are left out and listed.
  package init(of note: Note, minimumQuality: Double = Compilation.minimumQuality) {
    self.minimumQuality = minimumQuality
    topic = ""
    cards = []
    diagnostics = note.remarks
    skipped = []
    if note.frontMatter.isOff { return }
    note.text.withUnsafeBufferPointer { bytes in
      MarkdownNode.parse(bytes) { document in
        let outline = Outline(document: document, note: note)
        topic = outline.topic
        var builder = CardBuilder(
          topic: outline.topic, path: note.path, tags: note.frontMatter.tags,
          profile: Profile(
            of: outline.sections, note: note,
            isUntitled: Lexicon.generic.contains(outline.topic.lowercased())),
          minimumQuality: minimumQuality)
        for (index, section) in outline.sections.enumerated() {
          builder.add(section)
          // A section may look back at the one before it, and no further.
          if index > 0 { outline.sections[index - 1].release() }
        }
        cards = builder.cards
        diagnostics += builder.diagnostics
        skipped = builder.skipped
        unasked = builder.unasked
        leafSections = builder.leafSections
        askedSections = builder.askedSections
        sections = builder.sections
        rejections = builder.rejections
        estimates = builder.estimates
      }
    }
    if cards.isEmpty {
      diagnostics.append(
        Diagnostic(
          .warning, note.text.isEmpty ? "the file is empty" : "no cards come from this note",
          at: Place(path: note.path, line: 0)))
    }
  }
}

/// Collects the cards of one note.
private struct CardBuilder {
  let topic: String
  let path: String
  let tags: [String]
  let profile: Profile
  let minimumQuality: Double
  var cards: [Card] = []
  var diagnostics: [Diagnostic] = []
  var skipped: [Compilation.Skipped] = []
  var unasked: [Compilation.Skipped] = []
  var leafSections = 0
  var askedSections = 0
  var sections: [(line: Int, title: String)] = []
  var rejections: [Compilation.Rejection] = []
  var estimates: [CardID: Estimate] = [:]
  private var acronyms: Set<String> = []
  private var seen: [CardID: Seen] = [:]
  /// Answers of questions that were asked before, with their lines.
  private var repeated: [Answered: Int] = [:]
  private let topicHeading: Heading

  /// Cards that ask the same.
  private struct Seen {
    let line: Int
    let answer: String
    var count = 1
    /// Where the first stands that is answered in another way.
    var otherLine: Int?
  }

  private struct Answered: Hashable {
    let question: CardID
    let answer: String
  }

  init(
    topic: String, path: String, tags: [String], profile: Profile, minimumQuality: Double
  ) {
    self.topic = topic
    topicHeading = Heading(markdown: topic.escapedInline, plain: topic)
    self.path = path
    self.tags = tags
    self.profile = profile
    self.minimumQuality = minimumQuality
  }

  mutating func add(_ section: Section) {
    sections.append(
      (section.line, section.heading.isEmpty ? topic : section.heading.plain))
    guard !section.blocks.isEmpty || section.heading.isQuestion else { return }
    if section.isFurniture {
      skip(section, "contents, sources and the like hold nothing to remember")
      return
    }
    if section.isOff {
      skip(section, "the author left it out")
      return
    }
    let before = cards.count
    var rejected: String?
    var passage = Passage(
      section: section, topic: topic, language: profile.language, topicHeading: topicHeading)
    passage.isManual = profile.isManual
    passage.isPlain = profile.isManual || profile.isProse
    passage.leastLabel = minimumQuality + profile.discount(rule: "label") - 0.000_1
    passage.acronyms = acronyms
    passage.repeatedLabels = profile.repeatedLabels
    for rule in CardRule.all where !passage.blocks.isEmpty || rule.name == "question" {
      if rule.isEnglish, profile.language != .english { continue }
      passage.taken = cards.count - before
      for var draft in rule.apply(&passage) {
        draft.prompt = draft.prompt.withPlainHighlights
        if draft.prompt.hasPrefix("the **") { draft.prompt = draft.prompt.capitalizedFirst }
        draft.answer = draft.answer.withPlainHighlights
        // What the author wrote as a card stays as it is.
        if rule.name != "marked", draft.choices.isEmpty, draft.blanks.isEmpty {
          draft.answer = draft.answer.polished
          draft.points = draft.points.map(\.polished)
        }
        var estimate = Estimate(
          wording: draft.quality, discount: profile.discount(rule: rule.name))
        draft.quality = estimate.quality
        var objection =
          Guard.objection(to: draft, least: minimumQuality) ?? repetition(of: draft, rule: rule)
        if objection == nil {
          estimate.judge(draft, of: rule, style: profile.style, in: profile.language)
          draft.quality = estimate.quality
          objection = Guard.doubt(of: draft, least: minimumQuality)
        }
        if objection != nil, profile.isNamedReference, estimate.isCutByDiscount(minimumQuality) {
          objection = "the file is named like a log or a rule of some project"
        }
        if let reason = objection {
          rejected = reason
          note(reason, title: section.heading.plain, line: draft.line)
          rejections.append(
            Compilation.Rejection(
              line: draft.line, prompt: draft.prompt, rule: rule.name, estimate: estimate,
              reason: reason))
        } else if let id = append(draft, rule: rule, section: section) {
          estimates[id] = estimate
        }
      }
    }
    acronyms = passage.acronyms
    noteUnasked(passage)
    if section.isLeaf, section.level > 0, passage.words > 20 {
      leafSections += 1
      if cards.count > before { askedSections += 1 }
    }
    for remark in passage.remarks {
      diagnostics.append(
        Diagnostic(.warning, remark.message, at: Place(path: path, line: remark.line)))
    }
    if cards.count == before, section.level > 0 {
      skip(section, rejected ?? "no rule found a question in it")
    }
  }

  /// Why a row that compares what another row of the note compares is not asked again.
  private func repetition(of draft: Draft, rule: CardRule) -> String? {
    guard rule.name == "table", draft.level == 3 else { return nil }
    let id = CardID(topic: topic, family: rule.family, prompt: draft.prompt, occurrence: 0)
    guard let first = seen[id] else { return nil }
    return (first.answer == draft.answer ? first.otherLine : first.line).map {
      "the same is asked in line \($0)"
    }
  }

  /// Makes a card of a draft and returns its identity; nil if there is one like it.
  private mutating func append(_ draft: Draft, rule: CardRule, section: Section) -> CardID? {
    // What letters stand for is the same under every topic.
    let scope = rule.name == "acronym" ? "" : topic
    let plain = CardID(topic: scope, family: rule.family, prompt: draft.prompt, occurrence: 0)
    var occurrence = 0
    if let first = seen[plain] {
      let answered = Answered(question: plain, answer: draft.answer)
      if let line = first.answer == draft.answer ? first.line : repeated[answered] {
        diagnostics.append(
          Diagnostic(
            .info, "the same question and answer stand in line \(line)",
            at: Place(path: path, line: draft.line)))
        return nil
      }
      occurrence = first.count
      seen[plain]?.count += 1
      if first.otherLine == nil { seen[plain]?.otherLine = draft.line }
      repeated[answered] = draft.line
    } else {
      seen[plain] = Seen(line: draft.line, answer: draft.answer)
    }
    let id =
      occurrence == 0
      ? plain
      : CardID(topic: scope, family: rule.family, prompt: draft.prompt, occurrence: occurrence)
    cards.append(
      Card(
        id: id, kind: draft.kind, topic: topic,
        trail: Trail.titles(
          around: section, of: draft, topic: topic, product: profile.product),
        prompt: draft.prompt.escapedAtLineStart, answer: draft.answer, points: draft.points,
        choices: draft.choices, blanks: draft.blanks, isGenerated: draft.isGenerated,
        tags: tags, interview: draft.interview, level: draft.level, rule: rule.name,
        quality: (draft.quality * 100).rounded() / 100,
        group: String(draft.group), place: Place(path: path, line: draft.line)))
    return id
  }

  private mutating func noteUnasked(_ passage: Passage) {
    let title = passage.section.heading.plain
    for block in passage.furniture {
      note("sources, remarks and links hold nothing to remember", title: title, line: block.line)
    }
    for block in passage.unasked + passage.blocks where block.isText {
      note("no rule found a question in it", title: title, line: block.line)
    }
  }

  private mutating func note(_ reason: String, title: String, line: Int) {
    unasked.append(
      Compilation.Skipped(
        place: Place(path: path, line: line), title: title.isEmpty ? topic : title, reason: reason))
  }

  private mutating func skip(_ section: Section, _ reason: String) {
    skipped.append(
      Compilation.Skipped(
        place: Place(path: path, line: section.line),
        title: section.heading.isEmpty ? topic : section.heading.plain, reason: reason))
  }
}

extension CardRule {
  /// Rules that may replace one another share a family, so that a better rule keeps the identity.
  var family: String { Self.family(ofRule: name) }

  static func family(ofRule name: String) -> String {
    switch name {
    case "interview", "question", "marked", "listed-question": "question"
    default: name
    }
  }
}
