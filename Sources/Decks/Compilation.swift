/// Cards and diagnostics: what compiling a note returns.
package struct Compilation: Sendable {
  package var topic: String
  package var cards: [Card]
  package var diagnostics: [Diagnostic]
  /// Sections that gave no card, with the reason.
  package var skipped: [Skipped]

  /// A section that gave no card.
  package struct Skipped: Hashable, Sendable {
    package let place: Place
    package let title: String
    package let reason: String
  }

  /// Cards the compiler is less sure of are left out.
  package static let minimumQuality = 0.55

  /// Compiles one note. Pure: the same note gives the same cards, byte for byte.
  package init(of note: Note) {
    topic = ""
    cards = []
    diagnostics = []
    skipped = []
    if note.frontMatter.isOff { return }
    note.text.withUnsafeBufferPointer { bytes in
      MarkdownNode.parse(bytes) { document in
        let outline = Outline(document: document, note: note)
        topic = outline.topic
        var builder = CardBuilder(topic: outline.topic, path: note.path)
        for section in outline.sections { builder.add(section) }
        cards = builder.cards
        diagnostics = builder.diagnostics
        skipped = builder.skipped
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
  var cards: [Card] = []
  var diagnostics: [Diagnostic] = []
  var skipped: [Compilation.Skipped] = []
  private var occurrences: [CardID: Int] = [:]
  private var seen: [CardID: [(line: Int, answer: String)]] = [:]

  init(topic: String, path: String) {
    self.topic = topic
    self.path = path
  }

  mutating func add(_ section: Section) {
    guard !section.blocks.isEmpty || section.heading.isQuestion else { return }
    if section.isFurniture {
      skip(section, "contents, sources and the like hold nothing to remember")
      return
    }
    let before = cards.count
    var rejected: String?
    var passage = Passage(section: section, topic: topic)
    for rule in CardRule.all where !passage.blocks.isEmpty || rule.name == "question" {
      for draft in rule.apply(&passage) {
        if let reason = Guard.objection(to: draft) {
          rejected = reason
        } else {
          append(draft, rule: rule, section: section)
        }
      }
    }
    for remark in passage.remarks {
      diagnostics.append(
        Diagnostic(.warning, remark.message, at: Place(path: path, line: remark.line)))
    }
    if cards.count == before, section.level > 0 {
      skip(section, rejected ?? "no rule found a question in it")
    }
  }

  private mutating func append(_ draft: Draft, rule: CardRule, section: Section) {
    let plain = CardID(topic: topic, family: rule.family, prompt: draft.prompt, occurrence: 0)
    if let earlier = seen[plain]?.first(where: { $0.answer == draft.answer }) {
      diagnostics.append(
        Diagnostic(
          .info, "the same question and answer stand in line \(earlier.line)",
          at: Place(path: path, line: draft.line)))
      return
    }
    let occurrence = occurrences[plain, default: 0]
    occurrences[plain] = occurrence + 1
    seen[plain, default: []].append((draft.line, draft.answer))
    cards.append(
      Card(
        id: occurrence == 0
          ? plain
          : CardID(
            topic: topic, family: rule.family, prompt: draft.prompt, occurrence: occurrence),
        kind: draft.kind, topic: topic, trail: trail(of: section, draft: draft),
        prompt: draft.prompt.escapedAtLineStart, answer: draft.answer, points: draft.points,
        level: draft.level,
        rule: rule.name, quality: (draft.quality * 100).rounded() / 100,
        group: String(draft.group), place: Place(path: path, line: draft.line)))
  }

  /// The headings around a card. A heading that the question itself repeats is left out.
  private func trail(of section: Section, draft: Draft) -> [String] {
    let own = section.heading.isEmpty ? [] : [section.heading]
    let prompt = draft.prompt.lowercased()
    return (section.ancestors + own)
      .filter { !$0.isEmpty && !prompt.contains($0.markdown.lowercased()) }
      .map(\.plain)
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
  var family: String {
    switch name {
    case "interview", "question", "marked": return "question"
    default: return name
    }
  }
}

/// What must not be asked.
enum Guard {
  /// Why a draft is no good card; nil if it may pass.
  static func objection(to draft: Draft) -> String? {
    if draft.quality + 0.000_1 < Compilation.minimumQuality {
      return "the best question is too uncertain (\(Int((draft.quality * 100).rounded())) of 100)"
    }
    if draft.answer.isEmpty && draft.points.isEmpty { return "the answer is empty" }
    let answer = draft.answer.trimmed
    let lowered = answer.lowercased()
    if ["todo", "tbd", "soon", "...", "…", "n/a"].contains(lowered) || lowered.hasPrefix("todo") {
      return "the answer is still to be written"
    }
    if answer.hasSuffix(":") { return "the answer only introduces something" }
    if answer.hasPrefix("http"), !answer.contains(" ") { return "the answer is only a link" }
    if answer.wordCount <= 1, !answer.contains("`"), !answer.contains(where: \.isNumber),
      draft.kind == .open, draft.quality < 0.7
    {
      return "the answer says too little"
    }
    return nil
  }
}
