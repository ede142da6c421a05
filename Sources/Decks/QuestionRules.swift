import CMarkdown

extension CardRule {
  /// A question heading whose parts are labelled `Rubric:`, `Answer:` and so on.
  static let interview = CardRule(
    name: "interview", summary: "an interview question with a rubric and a model answer"
  ) { passage in
    guard passage.section.heading.isQuestion else { return [] }
    let parts = InterviewParts(blocks: passage.blocks)
    guard !parts.rubric.isEmpty else { return [] }
    defer { passage.blocks = [] }
    var answer = MarkdownWriter.blocks(parts.answer)
    if let followUp = parts.followUp { answer += "\n\n**Follow-up:** \(followUp)" }
    return [
      Draft(
        kind: .points, prompt: passage.section.heading.markdown.asQuestion,
        answer: answer.trimmed, points: parts.rubric, level: parts.level, quality: 0.92,
        line: passage.section.line, group: passage.section.line)
    ]
  }

  /// A heading that is a question; the answer is what stands under it.
  static let questionHeading = CardRule(
    name: "question", summary: "a heading that asks a question, answered by the text under it"
  ) { passage in
    guard passage.section.heading.isQuestion else { return [] }
    let blocks = passage.blocks.filter { $0.kind != EBB_THEMATIC_BREAK }
    guard !blocks.isEmpty else {
      if passage.section.isLeaf, passage.section.blocks.isEmpty {
        passage.remarks.append((passage.section.line, "the question has no answer under it"))
      }
      return []
    }
    // Under a question with parts of its own stands an introduction, not the answer.
    guard passage.section.isLeaf else { return [] }
    defer { passage.blocks = [] }
    let heading = passage.section.heading
    return [
      Draft(
        prompt: heading.markdown.asQuestion, answer: MarkdownWriter.blocks(blocks),
        level: Phrasing.level(ofTitle: heading.plain), quality: 0.88, line: passage.section.line,
        group: passage.section.line)
    ]
  }

  /// `Q: … A: …` paragraphs and `front :: back` lines, which their authors wrote as cards.
  static let marked = CardRule(
    name: "marked", summary: "Q: and A: paragraphs, and front :: back lines"
  ) { passage in
    var drafts: [Draft] = []
    var rest: [MarkdownNode] = []
    var blocks = passage.blocks[...]
    while let block = blocks.popFirst() {
      if block.kind == EBB_PARAGRAPH, let pairs = MarkedPairs(paragraph: block) {
        drafts += pairs.drafts
        guard let open = pairs.open else { continue }
        // The answer is the next paragraph, or the blocks up to the next question.
        if let next = blocks.first, next.kind == EBB_PARAGRAPH,
          let answer = MarkedPairs.answer(in: next)
        {
          blocks.removeFirst()
          drafts.append(MarkedPairs.draft(prompt: open.prompt, answer: answer, line: open.line))
        } else {
          passage.remarks.append((open.line, "the question has no `A:` after it"))
        }
      } else if block.kind == EBB_LIST, let pairs = MarkedPairs(list: block) {
        drafts += pairs.drafts
      } else {
        rest.append(block)
      }
    }
    passage.blocks = rest
    return drafts
  }
}

/// The labelled parts of an interview question.
private struct InterviewParts {
  var level = 3
  var rubric: [String] = []
  var answer: [MarkdownNode] = []
  var followUp: String?

  init(blocks: [MarkdownNode]) {
    var part = ""
    for block in blocks {
      if block.kind == EBB_PARAGRAPH, let (name, rest) = Self.part(of: block) {
        part = name
        switch name {
        case "level":
          level = ["junior": 1, "mid": 2, "senior": 3, "staff": 4][rest.lowercased()] ?? 3
        case "follow-up": followUp = rest
        default: if !rest.isEmpty { answer.append(block) }
        }
      } else if part == "rubric", block.kind == EBB_LIST {
        rubric += block.children.compactMap { point in
          point.first.map { MarkdownWriter.inline(of: $0) }
        }
      } else if part == "answer" {
        answer.append(block)
      }
    }
  }

  private static let names: Set<String> = [
    "level", "rubric", "red flags", "follow-up", "answer", "model answer",
  ]

  private static func part(of paragraph: MarkdownNode) -> (name: String, rest: String)? {
    let text = MarkdownWriter.plain(of: paragraph)
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let name = text[..<colon].lowercased()
    guard names.contains(name) else { return nil }
    return (
      name == "model answer" ? "answer" : name, text[text.index(after: colon)...].trimmed
    )
  }
}

/// Cards written as such in a paragraph or list.
private struct MarkedPairs {
  var drafts: [Draft] = []
  /// A question still waiting for its answer.
  var open: (prompt: String, line: Int)?

  /// nil if the paragraph holds no marked card.
  init?(paragraph: MarkdownNode) {
    var lines: [String] = [""]
    for line in Self.lines(of: paragraph) { lines.append(line) }
    lines.removeFirst()
    guard let first = lines.first else { return nil }
    if first.hasPrefix("Q: ") {
      readQuestions(lines, line: paragraph.line)
    } else if let card = Self.sides(of: first) {
      drafts.append(Self.draft(prompt: card.front, answer: card.back, line: paragraph.line))
      for (offset, line) in lines.dropFirst().enumerated() {
        guard let card = Self.sides(of: line) else { return nil }
        drafts.append(
          Self.draft(prompt: card.front, answer: card.back, line: paragraph.line + offset + 1))
      }
    } else {
      return nil
    }
  }

  /// nil unless every bullet is `front :: back`.
  init?(list: MarkdownNode) {
    for point in list.children {
      guard let text = point.first, text.kind == EBB_PARAGRAPH, text.next == nil,
        let card = Self.sides(of: MarkdownWriter.inline(of: text))
      else { return nil }
      drafts.append(Self.draft(prompt: card.front, answer: card.back, line: point.line))
    }
    if drafts.isEmpty { return nil }
  }

  static func answer(in paragraph: MarkdownNode) -> String? {
    let text = MarkdownWriter.inline(of: paragraph)
    return text.hasPrefix("A: ") ? text.dropFirst(3).trimmed : nil
  }

  static func draft(prompt: String, answer: String, line: Int) -> Draft {
    Draft(
      prompt: prompt, answer: answer, level: Phrasing.level(ofTitle: prompt), quality: 0.98,
      line: line, group: line)
  }

  private mutating func readQuestions(_ lines: [String], line: Int) {
    var prompt = ""
    var answer: String?
    var start = line
    func finish(_ drafts: inout [Draft]) {
      if let answer, !answer.isEmpty, !prompt.isEmpty {
        drafts.append(Self.draft(prompt: prompt, answer: answer, line: start))
      }
    }
    for (offset, text) in lines.enumerated() {
      if text.hasPrefix("Q: ") {
        finish(&drafts)
        (prompt, answer, start) = (text.dropFirst(3).trimmed, nil, line + offset)
      } else if text.hasPrefix("A: ") {
        answer = text.dropFirst(3).trimmed
      } else if let soFar = answer {
        answer = soFar + " " + text
      } else {
        prompt += " " + text
      }
    }
    if answer == nil { open = (prompt, start) } else { finish(&drafts) }
  }

  /// The sides of `front :: back`; code such as `std::vector` has no blanks around its colons.
  private static func sides(of text: String) -> (front: String, back: String)? {
    guard let separator = text.firstRange(of: " :: ") else { return nil }
    let front = text[..<separator.lowerBound].trimmed
    let back = text[separator.upperBound...].trimmed
    let isInCode = front.count { $0 == "`" } % 2 == 1
    return front.isEmpty || back.isEmpty || isInCode ? nil : (front, back)
  }

  /// The source lines of a paragraph, as Markdown.
  private static func lines(of paragraph: MarkdownNode) -> [String] {
    var lines: [[MarkdownNode]] = [[]]
    for child in paragraph.children {
      if child.kind == EBB_SOFT_BREAK || child.kind == EBB_LINE_BREAK {
        lines.append([])
      } else {
        lines[lines.count - 1].append(child)
      }
    }
    return lines.map { MarkdownWriter.inlines($0) }
  }
}
