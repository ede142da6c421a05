import CMarkdown

/// Cards written as such in a paragraph or list.
struct MarkedPairs {
  var drafts: [Draft] = []
  /// A question still waiting for its answer.
  var open: (prompt: String, line: Int)?
  /// Lines of questions that another question follows at once.
  var unanswered: [Int] = []

  /// nil if the paragraph holds no marked card.
  init?(paragraph: MarkdownNode) {
    guard Self.mayHoldCard(paragraph) else { return nil }
    let lines = Self.lines(of: paragraph)
    if lines.first?.text.hasPrefix("Q: ") == true {
      readQuestions(lines)
    } else if let divider = lines.firstIndex(where: { $0.text == "?" || $0.text == "??" }) {
      guard divider > 0, divider + 1 < lines.count else { return nil }
      add(
        front: lines[..<divider].map(\.text).joined(separator: " "),
        back: lines[(divider + 1)...].map(\.text).joined(separator: " "),
        bothWays: lines[divider].text == "??", line: lines[0].line)
    } else {
      for line in lines {
        guard let card = Self.sides(of: line.text) else { return nil }
        add(front: card.front, back: card.back, bothWays: card.bothWays, line: line.line)
      }
    }
  }

  private mutating func add(front: String, back: String, bothWays: Bool, line: Int) {
    drafts.append(Self.draft(prompt: front, answer: back, line: line))
    if bothWays { drafts.append(Self.draft(prompt: back, answer: front, line: line)) }
  }

  /// nil unless every bullet is `front :: back`, or the bullets are `Q:` and `A:` in turn.
  init?(list: MarkdownNode) {
    guard let first = list.first?.first, Self.mayHoldCard(first) else { return nil }
    let lines = Self.onlyParagraphs(of: list).flatMap { Self.lines(of: $0) }
    if lines.first?.text.hasPrefix("Q: ") == true {
      readQuestions(lines)
      return
    }
    for point in list.children {
      guard let text = point.first, text.kind == EBB_PARAGRAPH, text.next == nil,
        let card = Self.sides(of: MarkdownWriter.inline(of: text))
      else { return nil }
      add(front: card.front, back: card.back, bothWays: card.bothWays, line: point.line)
    }
    if drafts.isEmpty { return nil }
  }

  /// A quick look, because nearly all paragraphs hold none.
  private static func mayHoldCard(_ paragraph: MarkdownNode) -> Bool {
    paragraph.firstLeaf.literalContains("Q") || holdsDivider(paragraph, depth: 0)
  }

  /// Whether a text below a node holds a divider of two sides or is one.
  private static func holdsDivider(_ node: MarkdownNode, depth: Int) -> Bool {
    guard depth < 64 else { return false }
    for child in node.children {
      if child.first != nil {
        if holdsDivider(child, depth: depth + 1) { return true }
      } else if child.kind == EBB_TEXT, child.withLiteral({ $0.isDivider }) {
        return true
      }
    }
    return false
  }

  /// The paragraphs of a list whose bullets hold one each; none if a bullet holds more.
  private static func onlyParagraphs(of list: MarkdownNode) -> [MarkdownNode] {
    var paragraphs: [MarkdownNode] = []
    for point in list.children {
      guard let first = point.first, first.next == nil, first.kind == EBB_PARAGRAPH else {
        return []
      }
      paragraphs.append(first)
    }
    return paragraphs
  }

  static func answer(in paragraph: MarkdownNode) -> String? {
    let text = MarkdownWriter.inline(of: paragraph).withPlainMark
    return text.hasPrefix("A: ") ? text.dropFirst(3).trimmed : nil
  }

  static func draft(prompt: String, answer: String, line: Int) -> Draft {
    Draft(
      prompt: prompt.asCanonicalMarkdown, answer: answer.asCanonicalMarkdown,
      level: Phrasing.level(ofTitle: prompt), quality: 0.98,
      line: line, group: line)
  }

  private mutating func readQuestions(_ lines: [(text: String, line: Int)]) {
    var prompt = ""
    var answer: String?
    var start = 0
    func finish(_ pairs: inout MarkedPairs) {
      if let answer, !answer.isEmpty, !prompt.isEmpty {
        pairs.drafts.append(Self.draft(prompt: prompt, answer: answer, line: start))
      } else if start > 0 {
        pairs.unanswered.append(start)
      }
    }
    for (text, line) in lines {
      if text.hasPrefix("Q: ") {
        finish(&self)
        (prompt, answer, start) = (text.dropFirst(3).trimmed, nil, line)
      } else if text.hasPrefix("A: ") || text == "A:" {
        answer = text.dropFirst(2).trimmed
      } else if let soFar = answer {
        answer = soFar + " " + text
      } else {
        prompt += " " + text
      }
    }
    if answer == nil { open = (prompt, start) } else { finish(&self) }
  }

  /// The sides of `front :: back`, or `front ::: back` for both ways; code such as `std::vector`
  /// has no blanks around its colons.
  private static func sides(
    of text: String
  ) -> (front: String, back: String, bothWays: Bool)? {
    let both = text.firstRangeOutsideCode(of: " ::: ")
    guard let separator = both ?? text.firstRangeOutsideCode(of: " :: ") else { return nil }
    let front = text[..<separator.lowerBound].trimmed
    let back = text[separator.upperBound...].trimmed
    return front.isEmpty || back.isEmpty ? nil : (front, back, both != nil)
  }

  /// The source lines of a paragraph as Markdown, with their numbers.
  private static func lines(of paragraph: MarkdownNode) -> [(text: String, line: Int)] {
    var lines: [[MarkdownNode]] = [[]]
    for child in paragraph.children {
      if child.kind == EBB_SOFT_BREAK || child.kind == EBB_LINE_BREAK {
        lines.append([])
      } else {
        lines[lines.count - 1].append(child)
      }
    }
    return lines.enumerated().map {
      (MarkdownWriter.inlines($1).withPlainMark, paragraph.line + $0)
    }
  }
}

extension String {
  /// With `Q: ` in front where the author wrote `**Q:**` or `Question:`, and `A: ` likewise.
  fileprivate var withPlainMark: String {
    for (mark, plain) in Self.marks where hasPrefix(mark) {
      let rest = String(dropFirst(mark.count))
      // "**Q: What is it?** text": the bold type ends behind the question.
      guard mark.hasPrefix("**"), !mark.hasSuffix("** ") else { return plain + rest }
      guard let end = rest.firstRange(of: "**") else { return self }
      return plain + String(rest[..<end.lowerBound]) + String(rest[end.upperBound...])
    }
    return self
  }

  private static let marks = [
    ("**Q:** ", "Q: "), ("**Q**: ", "Q: "), ("**Q: ", "Q: "), ("Question: ", "Q: "),
    ("**Question:** ", "Q: "), ("**Question**: ", "Q: "), ("**A:** ", "A: "), ("**A**: ", "A: "),
    ("**A: ", "A: "),
  ]

}

extension UnsafeBufferPointer<UInt8> {
  /// `?` or `??`, the line that divides a question from its answer, or text with `::` in it.
  fileprivate var isDivider: Bool {
    if count <= 2, !isEmpty, allSatisfy({ $0 == UInt8(ascii: "?") }) { return true }
    var index = 1
    while index < count {
      if self[index] != UInt8(ascii: ":") {
        index += 2
      } else if self[index - 1] == UInt8(ascii: ":")
        || index + 1 < count && self[index + 1] == UInt8(ascii: ":")
      {
        return true
      } else {
        index += 2
      }
    }
    return false
  }
}

extension MarkdownNode {
  /// The first node below this one that has none below it.
  fileprivate var firstLeaf: MarkdownNode {
    var node = self
    while let first = node.first { node = first }
    return node
  }
}
