import CMarkdown

// Troubles whose cure, or whose setting, stands apart from them.

extension CardRule {
  /// A section "The Fix" right behind a section that tells of a trouble: the trouble is asked with
  /// it, because nobody knows a fix of what.
  static func fixDraft(_ passage: Passage) -> Draft? {
    let section = passage.section
    guard section.isLeaf, let before = section.before, Phrasing.isCure(section.heading.plain),
      tellsOfTrouble(before.heading), isPlainText(before.blocks),
      (6...90).contains(before.blocks.reduce(0) { $0 + proseWords($1) }),
      let opening = before.blocks.first.map({ MarkdownWriter.plain(of: $0) }),
      !Phrasing.startsWithAnaphor(opening)
    else { return nil }
    let blocks = passage.blocks.filter(\.isText)
    let words = blocks.reduce(0) { $0 + proseWords($1) }
    guard (8...150).contains(words), !blocks.contains(where: { $0.kind == EBB_TABLE }),
      !leadsOn(blocks)
    else { return nil }
    let answer = MarkdownWriter.blocks(blocks)
    guard !answer.hasSuffix(":") else { return nil }
    let title = Naming.subject(of: before.heading.markdown)
    let isNamed =
      Lexicon.role(of: title) == nil && !before.heading.plain.lowercased().contains(" without ")
    // A task has a solution, a trouble a fix.
    let solves = section.heading.plain.lowercased().words.contains { $0.hasPrefix("solution") }
    let points = KeyPoints.points(of: blocks)
    return Draft(
      kind: points.isEmpty ? .open : .points,
      prompt: (isNamed ? "**\(title)**\n\n" : "") + MarkdownWriter.blocks(before.blocks)
        + (solves ? "\n\nHow do you solve this?" : "\n\n" + Phrasing.cureQuestion),
      answer: answer, points: points, level: 4, quality: 0.8, line: section.line,
      group: section.line)
  }

  /// "The Danger: Long Tasks", told in plain text, and "**The Fix:** …" behind it: the text is asked
  /// with its fix, and stays for the question of what the danger is.
  static func ownFixDraft(_ passage: inout Passage) -> Draft? {
    guard tellsOfTrouble(passage.section.heading),
      let index = passage.blocks.indices.first(where: {
        part(in: passage.blocks, at: $0)?.role == .fix
      }), let fix = part(in: passage.blocks, at: index),
      case let told = Array(passage.blocks[..<index]), isPlainText(told),
      (6...90).contains(told.reduce(0) { $0 + proseWords($1) }), fix.body.wordCount >= 4,
      let opening = told.first, !opening.hasLabel,
      !Phrasing.startsWithAnaphor(MarkdownWriter.plain(of: opening))
    else { return nil }
    let title = Naming.subject(of: passage.section.heading.markdown)
    let isNamed = Lexicon.role(of: title) == nil
    let line = passage.blocks[index].line
    passage.blocks.removeSubrange(index..<fix.end)
    return Draft(
      prompt: (isNamed ? "**\(title.withoutEmphasis)**\n\n" : "") + MarkdownWriter.blocks(told)
        + "\n\n" + Phrasing.cureQuestion,
      answer: fix.body.asOpening, level: 4, quality: 0.8, line: line, group: line)
  }

  /// "- **The Trap:** …" and "- **The Bulkhead:** …" under "The Bulkhead Pattern".
  static func remedyDraft(_ list: MarkdownNode, in passage: Passage) -> Draft? {
    guard list.kind == EBB_LIST else { return nil }
    var labels: [Label] = []
    for member in list.children {
      guard let text = member.first, text.kind == EBB_PARAGRAPH, text.next == nil else {
        return nil
      }
      let found = Label.all(in: text)
      guard found.count == 1, labels.count < 2 else { return nil }
      labels += found
    }
    guard labels.count == 2, labels[0].role == .problem || labels[0].role == .symptom,
      labels[1].role == nil, !Phrasing.namesTrouble(passage.subject.plain),
      Phrasing.isPart(labels[1].plain, of: passage.subject.plain),
      (6...90).contains(labels[0].body.wordCount), labels[1].body.wordCount >= 6,
      !Phrasing.startsWithAnaphor(labels[0].body)
    else { return nil }
    let verb = Phrasing.isPlural(passage.subject.plain) ? "do" : "does"
    return Draft(
      prompt: "**\(labels[0].markdown):** \(labels[0].body.asSentence.asOpening)\n\n"
        + "How \(verb) \(passage.subjectName) prevent this?",
      answer: labels[1].body.asOpening, level: 4, quality: 0.84, line: list.line,
      group: list.line)
  }

  /// "**Without a broker:** …" and "**With a broker:** …" go on from what was told before them.
  static func presumesSetting(_ block: MarkdownNode) -> Bool {
    guard block.kind == EBB_PARAGRAPH, let label = Label.all(in: block).first else { return false }
    return ["with", "without"].contains(label.plain.words.first?.lowercased() ?? "")
  }

  /// What was told before: it goes into the question, and no other question is made of it.
  static func takeSetting(from blocks: inout [MarkdownNode]) -> String {
    let words = blocks.reduce(0) { $0 + proseWords($1) }
    guard (6...90).contains(words), isPlainText(blocks) else { return "" }
    defer { blocks = [] }
    return MarkdownWriter.blocks(blocks)
  }

  private static func isPlainText(_ blocks: [MarkdownNode]) -> Bool {
    !blocks.isEmpty && blocks.allSatisfy { $0.kind == EBB_PARAGRAPH || $0.kind == EBB_LIST }
  }

  private static func tellsOfTrouble(_ heading: Heading) -> Bool {
    if let role = Lexicon.role(of: heading.plain) { return role == .problem || role == .symptom }
    if Phrasing.namesTrouble(heading.plain) { return true }
    guard let colon = heading.plain.firstRange(of: ": ") else { return false }
    return Lexicon.role(of: heading.plain[..<colon.lowerBound].trimmed) == .problem
  }
}

extension MarkdownNode {
  /// Whether a paragraph begins with a label.
  fileprivate var hasLabel: Bool {
    kind == EBB_PARAGRAPH && (Label.title(self) != nil || !Label.all(in: self).isEmpty)
  }
}
