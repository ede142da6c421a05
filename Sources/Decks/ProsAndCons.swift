import CMarkdown

extension CardRule {
  /// Advantages and disadvantages that stand beside each other are one question.
  static let prosAndCons = CardRule(
    name: "pros-cons", summary: "advantages beside disadvantages, each with a label",
    isEnglish: true
  ) { passage in
    let subject = passage.subjectName
    // Under the topic alone it is the topic that is judged.
    guard passage.section.level > 0 else { return [] }
    var drafts: [Draft] = []
    var index = 0
    while index < passage.blocks.count {
      let block = passage.blocks[index]
      if let found = listed(in: block, subject: subject) ?? told(in: block, subject: subject) {
        drafts.append(found)
        passage.blocks.remove(at: index)
        continue
      }
      guard let first = side(in: passage.blocks, at: index), isSide(first.role),
        let second = side(in: passage.blocks, at: first.end), isSide(second.role),
        second.role != first.role,
        let draft = draft(first, second, of: subject, line: passage.blocks[index].line)
      else {
        index += 1
        continue
      }
      drafts.append(draft)
      passage.blocks.removeSubrange(index..<second.end)
    }
    return drafts
  }

  private static func isSide(_ role: LabelRole) -> Bool { role == .benefit || role == .risk }

  /// "**Pros:** …", or "Pros:" without any mark over a list.
  private static func side(in blocks: [MarkdownNode], at index: Int) -> Part? {
    if let part = part(in: blocks, at: index) { return part }
    guard index + 1 < blocks.count, blocks[index].kind == EBB_PARAGRAPH,
      blocks[index + 1].kind == EBB_LIST, let label = bareLabel(blocks[index]),
      let role = label.role
    else { return nil }
    return Part(
      role: role, name: label.markdown, body: MarkdownWriter.blocks([blocks[index + 1]]),
      end: index + 2)
  }

  /// A list of two bullets, one for each side.
  private static func listed(in block: MarkdownNode, subject: String) -> Draft? {
    guard block.kind == EBB_LIST, case let members = Array(block.children), members.count == 2
    else {
      return nil
    }
    let sides = members.compactMap { member -> Part? in
      guard let head = member.first, head.kind == EBB_PARAGRAPH,
        let label = Label.title(head) ?? Label.all(in: head).first ?? Label.plain(in: head)
          ?? bareLabel(head),
        let role = label.role, isSide(role)
      else { return nil }
      let below = MarkdownWriter.blocks(member.children.dropFirst())
      let body = [label.body, below].filter { !$0.isEmpty }.joined(separator: "\n\n")
      return body.isEmpty
        ? nil : Part(role: role, name: Naming.withoutGloss(label.markdown), body: body, end: 0)
    }
    guard sides.count == 2, sides[0].role != sides[1].role else { return nil }
    return draft(sides[0], sides[1], of: subject, line: block.line)
  }

  /// Both sides in one paragraph.
  private static func told(in block: MarkdownNode, subject: String) -> Draft? {
    guard block.kind == EBB_PARAGRAPH, case let labels = Label.all(in: block), labels.count == 2
    else { return nil }
    let sides = labels.compactMap { label -> Part? in
      guard let role = label.role, isSide(role), !label.body.isEmpty else { return nil }
      return Part(role: role, name: label.markdown, body: label.body, end: 0)
    }
    guard sides.count == 2, sides[0].role != sides[1].role else { return nil }
    return draft(sides[0], sides[1], of: subject, line: block.line)
  }

  /// "Advantages" without any mark, over bullets of its own.
  private static func bareLabel(_ paragraph: MarkdownNode) -> Label? {
    let plain = MarkdownWriter.plain(of: paragraph)
    guard plain.wordCount <= 3 else { return nil }
    let name = plain.hasSuffix(":") ? plain.dropLast().trimmed : plain
    return Label(plain: name, markdown: name.escapedInline, body: "", isCode: false)
  }

  /// nil if the two sides are too much for one answer.
  private static func draft(
    _ first: Part, _ second: Part, of subject: String, line: Int
  ) -> Draft? {
    let answer = [first, second].map { side in
      let isList = side.body.hasPrefix("- ") || side.body.hasPrefix("* ")
      return "**\(side.name.capitalizedFirst)**" + (isList ? "\n\n" : ": ") + side.body
    }.joined(separator: "\n\n").asCanonicalMarkdown
    guard answer.wordCount <= 110, Guard.lines(of: answer) <= 14 else { return nil }
    return Draft(
      prompt: "What speaks for and what against \(subject)?", answer: answer, level: 3,
      quality: 0.78, line: line, group: line)
  }
}
