import CMarkdown

extension CardRule {
  /// A question heading whose parts are labelled `Rubric:`, `Answer:` and so on.
  static let interview = CardRule(
    name: "interview", summary: "an interview question with a rubric and a model answer"
  ) { passage in
    guard passage.section.heading.isQuestion, passage.blocks.contains(where: InterviewParts.begins)
    else { return [] }
    let parts = InterviewParts(blocks: passage.blocks)
    // Without a rubric the labels must say that it is one.
    guard !parts.rubric.isEmpty || !parts.question.isEmpty && !parts.answer.isEmpty else {
      return []
    }
    defer { passage.blocks = [] }
    return [
      Draft(
        kind: parts.rubric.isEmpty ? .open : .points,
        prompt: passage.section.heading.markdown.asQuestion,
        answer: parts.answer.joined(separator: "\n\n").trimmed, points: parts.rubric,
        interview: parts.question, level: parts.level, quality: 0.92,
        line: passage.section.line, group: passage.section.line)
    ]
  }

  /// A heading that is a question; the answer is what stands under it.
  static let questionHeading = CardRule(
    name: "question", summary: "a heading that asks a question, answered by the text under it"
  ) { passage in
    let given = passage.section.questionBlocks
    guard passage.section.heading.isQuestion || !given.isEmpty else { return [] }
    var blocks = passage.blocks.filter { $0.kind != EBB_THEMATIC_BREAK }
    // A pair of bad and good code behind the answer is a card of its own.
    var pair: [MarkdownNode] = []
    if given.isEmpty, let start = blocks.firstIndex(where: marksBadCode),
      blocks[..<start].reduce(0, { $0 + proseWords($1) }) >= 8
    {
      pair = Array(blocks[start...])
      blocks.removeSubrange(start...)
    }
    guard !blocks.isEmpty else {
      if passage.section.isLeaf, passage.section.blocks.isEmpty, given.isEmpty {
        passage.remarks.append((passage.section.line, "the question has no answer under it"))
      }
      return []
    }
    // Under a question with parts of its own stands an introduction, not the answer.
    guard passage.section.isLeaf || !given.isEmpty else { return [] }
    let heading = passage.section.heading
    if let draft = choiceDraft(passage, blocks: blocks) {
      passage.blocks = []
      return [draft]
    }
    // Rows are questions of their own, where text beside the table answers the heading.
    let tables = blocks.filter { $0.kind == EBB_TABLE }
    let text = blocks.filter { $0.kind != EBB_TABLE }
    let isAnswered =
      given.isEmpty && !tables.isEmpty && text.reduce(0) { $0 + proseWords($1) } >= 12
      && !leadsOn(text) && !text.contains { leadsToMore($0) }
    passage.blocks = (isAnswered ? tables : []) + pair
    var prompt = Phrasing.withSubject(heading.markdown.withoutOuterQuotes.asQuestion, in: passage)
    // "What's the output?" asks nothing without the code that the first block shows.
    var answers = isAnswered ? text[...] : blocks[...]
    if given.isEmpty, blocks.count > 1, Phrasing.asksAboutCode(heading.plain),
      blocks[0].kind == EBB_CODE_BLOCK
    {
      prompt += "\n\n" + MarkdownWriter.blocks([answers.removeFirst()])
    }
    if !given.isEmpty { prompt += "\n\n" + MarkdownWriter.blocks(given) }
    let direct = given.isEmpty ? DirectAnswer(to: heading.plain, from: Array(answers)) : nil
    var answer = (direct?.text ?? MarkdownWriter.blocks(answers)).withoutAnswerLabel
    if let mark = passage.section.answerMark { answer = "**\(mark)**\n\n" + answer }
    // "What went wrong?", answered with the cure as well.
    if passage.language == .english, Phrasing.tellsCure(answer),
      !Phrasing.asksForCure(heading.plain)
    {
      prompt += " And what is the fix?"
    }
    let points = direct?.points ?? []
    return [
      Draft(
        kind: points.isEmpty ? .open : .points, prompt: prompt, answer: answer, points: points,
        level: Phrasing.level(ofTitle: heading.plain),
        quality: direct?.isLost == true || direct?.losesDefinition(of: heading.plain) == true
          || leadsElsewhere(blocks)
          ? 0.5 : heading.plain.wordCount < 3 && given.isEmpty ? 0.7 : 0.88,
        line: passage.section.line, group: passage.section.line)
    ]
  }

  /// Whether a paragraph ends with a colon: what comes after it belongs to the answer.
  private static func leadsToMore(_ block: MarkdownNode) -> Bool {
    guard block.kind == EBB_PARAGRAPH, block.next?.kind == EBB_TABLE || block.next == nil else {
      return false
    }
    let text = MarkdownWriter.plain(of: block)
    return text.hasSuffix(":") || text.hasSuffix("：")
  }

  /// "Try the tool that measures it", where most of what is said is a link: the answer is there.
  private static func leadsElsewhere(_ blocks: [MarkdownNode]) -> Bool {
    guard blocks.count == 1, blocks[0].kind == EBB_PARAGRAPH, blocks[0].wordCount <= 20 else {
      return false
    }
    var linked = 0
    for child in blocks[0].children where child.kind == EBB_LINK { linked += child.wordCount }
    return linked * 10 >= blocks[0].wordCount * 3
  }

  /// A question with options: a task list with ticks, or lettered ones and "Answer: B".
  private static func choiceDraft(_ passage: Passage, blocks: [MarkdownNode]) -> Draft? {
    let section = passage.section
    let before: [MarkdownNode]
    let options: Options
    let after: [MarkdownNode]
    if let mark = section.answerMark, let list = section.questionBlocks.last,
      let found = Options(lettered: list, right: mark)
    {
      (before, options, after) = (Array(section.questionBlocks.dropLast()), found, blocks)
    } else if let index = blocks.firstIndex(where: { Options(tasks: $0) != nil }),
      let found = Options(tasks: blocks[index])
    {
      (before, options, after) = (Array(blocks[..<index]), found, Array(blocks[(index + 1)...]))
    } else if let index = blocks.firstIndex(where: { AnswerMark(paragraph: $0) != nil }), index > 0,
      let mark = AnswerMark(paragraph: blocks[index])?.letters,
      let found = Options(lettered: blocks[index - 1], right: mark)
    {
      (before, options, after) = (
        Array(blocks[..<(index - 1)]), found, Array(blocks[(index + 1)...])
      )
    } else {
      return nil
    }
    guard options.areAnswered else { return nil }
    let prompt =
      [section.heading.markdown.withoutOuterQuotes.asQuestion]
      + (before.isEmpty ? [] : [MarkdownWriter.blocks(before)])
    let answer = [options.answer] + (after.isEmpty ? [] : [MarkdownWriter.blocks(after)])
    return Draft(
      kind: .choice, prompt: prompt.joined(separator: "\n\n"),
      answer: answer.joined(separator: "\n\n").trimmed, choices: options.choices,
      level: Phrasing.level(ofTitle: section.heading.plain), quality: 0.95, line: section.line,
      group: section.line)
  }

  /// `Q: … A: …` paragraphs and `front :: back` lines, which their authors wrote as cards.
  static let marked = CardRule(
    name: "marked", summary: "Q: and A: paragraphs, and front :: back lines"
  ) { passage in
    var drafts: [Draft] = []
    var rest: [MarkdownNode] = []
    var blocks = passage.blocks[...]
    while let block = blocks.popFirst() {
      if let asked = passage.section.questions.first(where: { $0.block == block.line }) {
        drafts.append(
          MarkedPairs.draft(
            prompt: asked.text, answer: MarkdownWriter.blocks([block]), line: asked.line))
      } else if let found = clozes(in: block) {
        drafts += found
      } else if block.kind == EBB_PARAGRAPH, let pairs = MarkedPairs(paragraph: block) {
        drafts += pairs.drafts
        passage.remarks += pairs.unanswered.map { ($0, noAnswer) }
        guard let open = pairs.open else { continue }
        // The answer is the next paragraph, or the blocks up to the next question.
        if let next = blocks.first, next.kind == EBB_PARAGRAPH,
          let answer = MarkedPairs.answer(in: next)
        {
          blocks.removeFirst()
          // A list or code right behind it belongs to it.
          let more = blocks.prefix { $0.kind == EBB_LIST || $0.kind == EBB_CODE_BLOCK }
          blocks = blocks.dropFirst(more.count)
          var draft = MarkedPairs.draft(prompt: open.prompt, answer: answer, line: open.line)
          if !more.isEmpty {
            draft.answer =
              (draft.answer + "\n\n" + MarkdownWriter.blocks(more))
              .asCanonicalMarkdown
          }
          drafts.append(draft)
        } else if Label.title(block) != nil || !Label.all(in: block).isEmpty {
          // "**Q: Why?** Because." is a label that asks.
          rest.append(block)
        } else {
          passage.remarks.append((open.line, noAnswer))
        }
      } else if block.kind == EBB_LIST, let pairs = MarkedPairs(list: block) {
        drafts += pairs.drafts
        let lines = pairs.unanswered + (pairs.open.map { [$0.line] } ?? [])
        passage.remarks += lines.map { ($0, noAnswer) }
      } else {
        rest.append(block)
      }
    }
    passage.blocks = rest
    return drafts
  }

  /// The cards of a paragraph or list with `{{c1::gaps}}`; nil if it has none.
  private static func clozes(in block: MarkdownNode) -> [Draft]? {
    var drafts: [Draft] = []
    switch block.kind {
    case EBB_PARAGRAPH:
      guard block.childContains("{{c") else { return nil }
      return Cloze(numbered: MarkdownWriter.inline(of: block))?
        .drafts(line: block.line, quality: 0.98)
    case EBB_LIST:
      for member in block.children {
        if let text = member.first, let found = clozes(in: text) { drafts += found }
      }
      return drafts.isEmpty ? nil : drafts
    default: return nil
    }
  }

  private static let noAnswer = "the question has no `A:` after it"
}
