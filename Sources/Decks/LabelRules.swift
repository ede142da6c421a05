import CMarkdown

extension CardRule {
  /// `Symptom: … Cause: … Fix: …`, and problem with fix.
  static let failure = CardRule(
    name: "failure", summary: "a symptom or problem with its cause and fix", isEnglish: true
  ) { passage in
    var drafts: [Draft] = []
    passage.blocks.removeAll { block in
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

  /// Labelled statements in bullets and paragraphs.
  static let label = CardRule(
    name: "label", summary: "a labelled statement: **Term** — text, or - **Label:** text"
  ) { passage in
    var drafts: [Draft] = []
    var rest: [MarkdownNode] = []
    for block in passage.blocks {
      let found: [Draft]
      switch block.kind {
      case EBB_PARAGRAPH: found = paragraphDrafts(block, passage)
      case EBB_LIST: found = isLed(rest.last) ? [] : listDrafts(block, passage)
      default: found = []
      }
      if found.isEmpty { rest.append(block) } else { drafts += found }
    }
    passage.blocks = rest
    return drafts
  }

  /// Whether the paragraph before a list says what its bullets are, and not just how many kinds
  /// there are: then they make sense together only.
  private static func isLed(_ block: MarkdownNode?) -> Bool {
    guard let block, block.kind == EBB_PARAGRAPH else { return false }
    let text = MarkdownWriter.plain(of: block)
    guard text.hasSuffix(":") || text.hasSuffix("：") else { return false }
    let words = text.lowercased().words
    return !words.contains { word in kinds.contains { word.hasPrefix($0) } }
  }

  private static let kinds = [
    "type", "kind", "strateg", "pattern", "component", "concept", "term", "level", "state",
    "part", "model", "mode", "principle", "option", "class", "layer", "role", "algorithm",
  ]

  private static func failureDraft(_ paragraph: MarkdownNode) -> Draft? {
    guard paragraph.kind == EBB_PARAGRAPH else { return nil }
    let labels = Label.all(in: paragraph)
    guard labels.count >= 2, let first = labels.first, !first.body.isEmpty,
      first.role == .symptom || first.role == .problem
    else { return nil }
    let rest = labels.dropFirst()
    guard rest.allSatisfy({ $0.role == .cause || $0.role == .fix }) else { return nil }
    let asksCause = rest.contains { $0.role == .cause }
    let asksFix = rest.contains { $0.role == .fix }
    let question =
      asksCause && asksFix
      ? "What is the cause, and what is the fix?"
      : asksFix ? "How do you fix or prevent this?" : "What is the cause?"
    return Draft(
      prompt: "**\(first.markdown):** \(first.body.asSentence.capitalizedFirst) \(question)",
      answer: rest.map { "**\($0.markdown):** \($0.body)" }.joined(separator: "\n\n"),
      level: 4, quality: 0.85, line: paragraph.line, group: paragraph.line)
  }

  private static func paragraphDrafts(_ block: MarkdownNode, _ passage: Passage) -> [Draft] {
    let labels = Label.all(in: block)
    // Under a heading that asks something, a label is a part of its answer.
    if passage.asksAsAWhole, labels.allSatisfy({ $0.role == nil && !$0.isDefinition }) { return [] }
    var passage = passage
    // Several labels in one paragraph are one passage.
    return labels.compactMap { label in
      defer { if label.isDefinition, label.role == nil { passage.term = label.markdown } }
      return draft(label, line: block.line, group: block.line, passage: passage)
    }
  }

  private static func listDrafts(_ list: MarkdownNode, _ passage: Passage) -> [Draft] {
    guard !list.isOrdered else { return [] }
    let members = Array(list.children)
    var labels: [(label: Label, node: MarkdownNode)] = []
    for member in members {
      guard let paragraph = member.first, paragraph.kind == EBB_PARAGRAPH else { continue }
      let marked = Label.all(in: paragraph)
      guard marked.count <= 1, var label = marked.first ?? Label.plain(in: paragraph) else {
        continue
      }
      let more = MarkdownWriter.blocks(member.children.dropFirst())
      if !more.isEmpty { label.body = (label.body + "\n\n" + more).trimmed }
      labels.append((label, member))
    }
    guard members.count >= 1, labels.count * 10 >= members.count * 7 else { return [] }
    let named = labels.filter { $0.label.role != nil || $0.label.isDefinition || $0.label.isCode }
    if passage.asksAsAWhole, named.count * 2 < labels.count, list.wordCount <= 220 { return [] }
    let drafts = labels.compactMap {
      draft($0.label, line: $0.node.line, group: $0.node.line, passage: passage)
    }
    // Advice and remarks are points of what the heading names, not questions of their own.
    let sure = drafts.count { $0.quality > 0.645 || passage.language != .english }
    return sure * 2 < drafts.count && members.count <= 9 && passage.section.isLeaf ? [] : drafts
  }

  private static func draft(_ label: Label, line: Int, group: Int, passage: Passage) -> Draft? {
    guard !label.isFluff, label.body.wordCount >= 3 || label.body.contains("`"),
      !label.body.hasSuffix(":"), label.plain.wordCount <= 10
    else { return nil }
    let question = Phrasing.question(about: label, in: passage)
    return Draft(
      prompt: question.text, answer: label.body.capitalizedFirst, level: question.level,
      quality: question.quality, line: line, group: group)
  }
}
