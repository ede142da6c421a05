import CMarkdown

extension CardRule {
  /// Questions as the bullets of a list, or as the title of a quote, with their answers behind
  /// them.
  static let listedQuestion = CardRule(
    name: "listed-question", summary: "a bullet or quote that asks something and answers it"
  ) { passage in
    var drafts: [Draft] = []
    passage.blocks.removeAll { block in
      switch block.kind {
      case EBB_LIST:
        let members = Array(block.children)
        let found = members.compactMap { answered(Array($0.children), line: $0.line) }
        guard !found.isEmpty, found.count * 2 >= members.count else { return false }
        drafts += found
        return true
      case EBB_QUOTE:
        guard let found = answered(Array(block.children), line: block.line) else { return false }
        drafts.append(found)
        return true
      default: return false
      }
    }
    return drafts
  }

  /// The card of blocks whose first begins with a question.
  private static func answered(_ blocks: [MarkdownNode], line: Int) -> Draft? {
    guard let first = blocks.first, first.kind == EBB_PARAGRAPH, let head = first.first else {
      return nil
    }
    var answer = Array(blocks.dropFirst()).filter { !$0.isFurniture }
    let question: Heading
    var opening = ""
    if head.kind == EBB_STRONG, head.next != nil, case let plain = MarkdownWriter.plain(of: head),
      plain.hasSuffix("?") || plain.hasSuffix("？")
    {
      question = Heading(markdown: MarkdownWriter.inline(of: head), plain: plain)
      opening = MarkdownWriter.inlines(Array(first.children.dropFirst())).withoutLeadingMark
    } else {
      let plain = MarkdownWriter.plain(of: first)
      guard plain.hasSuffix("?") || plain.hasSuffix("？"), !answer.isEmpty else { return nil }
      question = Heading(markdown: MarkdownWriter.inline(of: first), plain: plain)
    }
    if answer.contains(where: { $0.kind == EBB_LIST && asksMore($0) }) { answer = [] }
    let body = [opening.escapedAtLineStart, MarkdownWriter.blocks(answer).withoutAnswerLabel]
      .filter { !$0.isEmpty }.joined(separator: "\n\n").asCanonicalMarkdown
    guard !body.isEmpty, question.plain.wordCount >= 3,
      !Phrasing.startsWithAnaphor(question.plain)
    else { return nil }
    let points = opening.isEmpty ? KeyPoints.points(of: answer) : []
    return Draft(
      kind: points.isEmpty ? .open : .points, prompt: question.markdown.withoutOuterQuotes,
      answer: body, points: points, level: Phrasing.level(ofTitle: question.plain), quality: 0.84,
      line: line, group: line)
  }

  /// Sentences with a ==highlight==, each highlight a blank. The text is left to other rules.
  static let highlight = CardRule(
    name: "highlight", summary: "a sentence with a ==highlight== to fill in"
  ) { passage in highlights(in: passage) }

  private static func highlights(in passage: Passage) -> [Draft] {
    var drafts: [Draft] = []
    for block in passage.blocks {
      if block.kind == EBB_PARAGRAPH {
        drafts += highlights(in: block)
      } else if block.kind == EBB_LIST {
        for member in block.children {
          guard let first = member.first, first.kind == EBB_PARAGRAPH else { continue }
          drafts += highlights(in: first)
        }
      }
    }
    return drafts
  }

  private static func highlights(in paragraph: MarkdownNode) -> [Draft] {
    guard paragraph.childContains("==") else { return [] }
    let sentences = Sentences(of: MarkdownWriter.inline(of: paragraph)).texts
    return sentences.flatMap { sentence -> [Draft] in
      guard sentence.wordCount >= 5, !Phrasing.startsWithAnaphor(sentence) else { return [] }
      return Cloze(highlighted: sentence)?.drafts(line: paragraph.line, quality: 0.74) ?? []
    }
  }
}

extension String {
  /// Without the dash, arrow or colon between a question and its answer.
  fileprivate var withoutLeadingMark: String {
    for mark in ["—", "–", ":", "->", "→", "\\-", "-"] where hasPrefix(mark) {
      return dropFirst(mark.count).trimmed
    }
    return self
  }

  /// Highlights as bold type, for cards that show them rather than ask for them.
  var withPlainHighlights: String {
    guard contains("==") else { return self }
    return Cloze(highlighted: self, longest: .max)?.filled ?? self
  }
}
