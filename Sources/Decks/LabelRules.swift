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

  /// Labelled statements in bullets and paragraphs.
  static let label = CardRule(
    name: "label", summary: "a labelled statement: **Term** — text, or - **Label:** text"
  ) { passage in
    var drafts: [Draft] = []
    var rest: [MarkdownNode] = []
    var setting = ""
    var blocks = passage.blocks[...]
    while let block = blocks.popFirst() {
      var found: [Draft]
      switch block.kind {
      case EBB_PARAGRAPH where Label.title(block) != nil:
        let body = blocks.prefix { Label.title($0) == nil && $0.kind != EBB_THEMATIC_BREAK }
        let draft = titleDraft(block, body: Array(body), passage)
        let isWorthIt = draft.map { $0.quality >= passage.leastLabel } ?? false
        if isWorthIt { blocks = blocks.dropFirst(body.count) }
        found = draft.map { [$0] } ?? []
      case EBB_PARAGRAPH:
        if let which = whichDraft(block, over: blocks.first) {
          blocks = blocks.dropFirst()
          drafts.append(which)
          continue
        }
        found = paragraphDrafts(block, passage)
      case EBB_LIST: found = isLed(rest.last) ? [] : listDrafts(block, passage)
      default: found = []
      }
      let isWorthIt = found.contains { $0.quality >= passage.leastLabel }
      if isWorthIt, presumesSetting(block) {
        if setting.isEmpty { setting = takeSetting(from: &rest) }
        for index in found.indices where !setting.isEmpty {
          found[index].prompt = setting + "\n\n" + found[index].prompt
        }
      }
      // A block of which nothing is worth asking is left whole to the rules behind.
      if isWorthIt { drafts += found } else { rest.append(block) }
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
      let asked =
        parts.count == 2
        ? "What is the cause, and what is the fix?"
        : next.role == .fix ? Phrasing.cureQuestion : "What is the cause?"
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
    let asksCause = rest.contains { $0.role == .cause }
    let asksFix = rest.contains { $0.role == .fix }
    let question =
      asksCause && asksFix
      ? "What is the cause, and what is the fix?"
      : asksFix ? Phrasing.cureQuestion : "What is the cause?"
    return Draft(
      prompt: "**\(first.markdown):** \(first.body.asSentence.asOpening) \(question)",
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
    let members = Array(list.children)
    // Numbers count terms as well as steps.
    if list.isOrdered, !members.allSatisfy({ $0.first.map(Label.defines) == true }) { return [] }
    // Who is to do what.
    if members.contains(where: \.isTask) { return [] }
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
    if compares(labels.map(\.label), under: passage.section.heading), list.wordCount <= 130 {
      return []
    }
    let named = labels.filter { $0.label.role != nil || $0.label.isDefinition || $0.label.isCode }
    if passage.asksAsAWhole, named.count * 2 < labels.count, list.wordCount <= 220 { return [] }
    let aspects = labels.count { $0.label.isAspect || $0.label.role != nil }
    if labels.count > 2, aspects * 2 < labels.count {
      for index in labels.indices { labels[index].label.isAmongTerms = true }
    }
    let drafts = labels.compactMap {
      draft($0.label, line: $0.node.line, group: $0.node.line, passage: passage)
    }
    // Advice and remarks are points of what the heading names, not questions of their own.
    let sure = drafts.count { $0.quality > 0.645 || passage.language != .english }
    return sure * 2 < drafts.count && members.count <= 9 && passage.section.isLeaf ? [] : drafts
  }

  /// Under "A vs B" a bullet on A and one on B are one answer: what tells them apart.
  private static func compares(_ labels: [Label], under heading: Heading) -> Bool {
    let title = heading.plain.lowercased()
    guard (2...3).contains(labels.count), title.contains(" vs ") || title.contains(" vs. ") else {
      return false
    }
    return labels.allSatisfy {
      $0.role == nil
        && (Phrasing.sharesWord($0.plain, title) || Phrasing.sharesStem($0.plain, title))
    }
  }

  /// A line in bold type is the title of what follows it, up to the next.
  private static func titleDraft(
    _ title: MarkdownNode, body: [MarkdownNode], _ passage: Passage
  ) -> Draft? {
    guard let label = Label.title(title), !label.isFluff, !body.isEmpty,
      body.reduce(0, { $0 + proseWords($1) }) >= 6
    else { return nil }
    let heading = Heading(markdown: label.markdown, plain: label.plain)
    let lead = body[0].kind == EBB_PARAGRAPH ? MarkdownWriter.inline(of: body[0]) : ""
    let isProcedure =
      body.count == 1 && body[0].isOrdered && passage.language == .english
      && (3...12).contains(Array(body[0].children).count)
      && Phrasing.isProcedure(heading, lead: "")
    let question: Question?
    if let asked = whichQuestion(label.plain, over: body) {
      question = Question(text: asked, level: 3, quality: 0.74)
    } else if label.plain.hasSuffix("?") {
      question = Phrasing.question(about: label, in: passage)
    } else if let role = label.role, passage.language == .english {
      question = Phrasing.question(aboutRole: role, name: label.plain, in: passage)
    } else {
      question = Phrasing.question(about: heading, lead: lead, in: passage)
    }
    guard let question else { return nil }
    // "Where n is …" explains a formula that stood before it as an image.
    let goesOn = ["where", "or", "and", "which"].contains(
      lead.prefix { $0.isLetter }.lowercased())
    let points = isProcedure ? [] : KeyPoints.points(of: body)
    return Draft(
      kind: isProcedure ? .order : points.isEmpty ? .open : .points, prompt: question.text,
      answer: MarkdownWriter.blocks(body), points: points, level: question.level,
      quality: question.quality - (goesOn ? 0.2 : 0), line: title.line, group: title.line)
  }

  /// "When should you use **A**, and when **B**?" of the title "When to use which" over bullets that
  /// each name one; nil for any other title.
  static func whichQuestion(_ title: String, over body: [MarkdownNode]) -> String? {
    let words = title.lowercased().words
    guard words.count == 4, words[0] == "when", words[1] == "to", body.count == 1,
      let last = words.last?.withoutFinalMark, last == "which" || last == "what",
      body[0].kind == EBB_LIST
    else { return nil }
    let names = body[0].children.map { member in
      member.first.flatMap { Label.all(in: $0).first ?? Label.plain(in: $0) }?.markdown
    }
    let known = names.compactMap { $0?.plainBold }
    guard (2...4).contains(known.count), known.count == names.count else { return nil }
    return "When should you \(words[2]) \(known[0])"
      + known.dropFirst().map { ", and when \($0)" }.joined() + "?"
  }

  /// "When to use which:" in the middle of a text, and the list behind it.
  private static func whichDraft(_ lead: MarkdownNode, over list: MarkdownNode?) -> Draft? {
    guard let list, lead.wordCount == 4, case let text = MarkdownWriter.plain(of: lead),
      text.hasSuffix(":"), let asked = whichQuestion(String(text.dropLast()), over: [list])
    else { return nil }
    return Draft(
      prompt: asked, answer: MarkdownWriter.blocks([list]), level: 3, quality: 0.74,
      line: lead.line, group: lead.line)
  }

  private static func draft(_ label: Label, line: Int, group: Int, passage: Passage) -> Draft? {
    guard !label.isFluff, label.body.wordCount >= 3 || label.body.contains("`"),
      !label.body.hasSuffix(":"), label.plain.wordCount <= 10 || label.plain.hasSuffix("?")
    else { return nil }
    let question = Phrasing.question(about: label, in: passage)
    return Draft(
      prompt: question.text, answer: label.body.asOpening, level: question.level,
      quality: question.quality, line: line, group: group)
  }
}
