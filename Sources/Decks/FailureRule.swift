import CMarkdown

extension CardRule {
  /// `Symptom: … Cause: … Fix: …`, and problem with fix.
  static let failure = CardRule(
    name: "failure", summary: "a symptom or problem with its cause and fix", isEnglish: true
  ) { passage in
    if let draft = fixDraft(passage) {
      passage.blocks = []
      return [draft]
    }
    var drafts = troubleDrafts(&passage.blocks)
    if let draft = ownFixDraft(&passage) { drafts.append(draft) }
    let section = passage
    passage.blocks.removeAll { block in
      if let draft = remedyDraft(block, in: section) {
        drafts.append(draft)
        return true
      }
      let paragraphs: [MarkdownNode]
      switch block.kind {
      case EBB_PARAGRAPH: paragraphs = [block]
      case EBB_LIST: paragraphs = block.children.compactMap(\.first)
      default: return false
      }
      let found = paragraphs.map { failureDraft($0) }
      // A list is taken whole or not at all.
      guard !found.isEmpty, found.allSatisfy({ $0 != nil }) else { return false }
      drafts += found.compactMap { $0 }
      return true
    }
    return drafts
  }

  /// "**The problem:** …" and "**The fix:** …", each a paragraph, or a line in bold type with
  /// blocks behind it.
  private static func troubleDrafts(_ blocks: inout [MarkdownNode]) -> [Draft] {
    var drafts: [Draft] = []
    var index = 0
    while index < blocks.count {
      guard let trouble = part(in: blocks, at: index), let next = part(in: blocks, at: trouble.end),
        trouble.role == .problem || trouble.role == .symptom,
        next.role == .fix || next.role == .cause, (6...75).contains(trouble.body.wordCount),
        !trouble.body.contains("```"), !Phrasing.startsWithAnaphor(trouble.body)
      else {
        index += 1
        continue
      }
      var parts = [next]
      if next.role == .cause, let fix = part(in: blocks, at: next.end), fix.role == .fix {
        parts.append(fix)
      }
      let asked = Phrasing.troubleQuestion(answeredBy: parts.map(\.role))
      let answer =
        parts.count == 2
        ? parts.map { "**\($0.name):**\n\n\($0.body)" }.joined(separator: "\n\n") : next.body
      drafts.append(
        Draft(
          prompt: "**\(trouble.name):** \(trouble.body.asSentence.asOpening)\n\n\(asked)",
          answer: answer, level: 4, quality: 0.82, line: blocks[index].line,
          group: blocks[index].line))
      blocks.removeSubrange(index..<(parts.last?.end ?? next.end))
    }
    return drafts
  }

  struct Part {
    let role: LabelRole
    let name: String
    let body: String
    /// The index behind its last block.
    let end: Int
  }

  static func part(in blocks: [MarkdownNode], at index: Int) -> Part? {
    guard index < blocks.count, blocks[index].kind == EBB_PARAGRAPH else { return nil }
    if let label = Label.title(blocks[index]), let role = label.role {
      let body = blocks[(index + 1)...].prefix {
        Label.title($0) == nil && Label.all(in: $0).isEmpty && $0.kind != EBB_THEMATIC_BREAK
      }
      guard !body.isEmpty else { return nil }
      return Part(
        role: role, name: Naming.withoutGloss(label.markdown), body: MarkdownWriter.blocks(body),
        end: index + 1 + body.count)
    }
    let labels = Label.all(in: blocks[index])
    guard labels.count == 1, let role = labels[0].role, !labels[0].body.isEmpty,
      !labels[0].body.hasSuffix(":")
    else { return nil }
    let more = blocks[(index + 1)...].prefix { $0.kind == EBB_CODE_BLOCK }
    return Part(
      role: role, name: Naming.withoutGloss(labels[0].markdown),
      body: ([labels[0].body] + (more.isEmpty ? [] : [MarkdownWriter.blocks(more)]))
        .joined(separator: "\n\n"),
      end: index + 1 + more.count)
  }

  private static func failureDraft(_ paragraph: MarkdownNode) -> Draft? {
    guard paragraph.kind == EBB_PARAGRAPH else { return nil }
    let labels = Label.all(in: paragraph)
    guard labels.count >= 2, let first = labels.first, !first.body.isEmpty,
      first.role == .symptom || first.role == .problem
    else { return nil }
    let rest = labels.dropFirst()
    guard rest.allSatisfy({ $0.role == .cause || $0.role == .fix }) else { return nil }
    let question = Phrasing.troubleQuestion(answeredBy: rest.compactMap(\.role))
    return Draft(
      prompt: "**\(first.markdown):** \(first.body.asSentence.asOpening) \(question)",
      answer: rest.map { "**\($0.markdown):** \($0.body)" }.joined(separator: "\n\n"),
      level: 4, quality: 0.85, line: paragraph.line, group: paragraph.line)
  }
}
