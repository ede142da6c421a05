import CMarkdown

extension CardRule {
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
    let sure = drafts.count {
      $0.quality > advice + Estimate.rounding || passage.language != .english
    }
    return sure * 2 < drafts.count && members.count <= 9 && passage.section.isLeaf ? [] : drafts
  }

  /// The quality of a label that advises; terms and their sides have a higher one.
  private static let advice = 0.64

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
