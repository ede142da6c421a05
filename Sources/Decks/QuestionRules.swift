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
    return [
      Draft(
        kind: .points, prompt: passage.section.heading.markdown.asQuestion,
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
    let blocks = passage.blocks.filter { $0.kind != EBB_THEMATIC_BREAK }
    guard !blocks.isEmpty else {
      if passage.section.isLeaf, passage.section.blocks.isEmpty, given.isEmpty {
        passage.remarks.append((passage.section.line, "the question has no answer under it"))
      }
      return []
    }
    // Under a question with parts of its own stands an introduction, not the answer.
    guard passage.section.isLeaf || !given.isEmpty else { return [] }
    defer { passage.blocks = [] }
    let heading = passage.section.heading
    var prompt = heading.markdown.withoutOuterQuotes.asQuestion
    // "What's the output?" asks nothing without the code that the first block shows.
    var answers = blocks[...]
    if given.isEmpty, blocks.count > 1, Phrasing.asksAboutCode(heading.plain),
      blocks[0].kind == EBB_CODE_BLOCK
    {
      prompt += "\n\n" + MarkdownWriter.blocks([answers.removeFirst()])
    }
    if !given.isEmpty { prompt += "\n\n" + MarkdownWriter.blocks(given) }
    var answer = MarkdownWriter.blocks(answers).withoutAnswerLabel
    if let mark = passage.section.answerMark { answer = "**\(mark)**\n\n" + answer }
    let points = given.isEmpty ? KeyPoints.points(of: Array(answers)) : []
    return [
      Draft(
        kind: points.isEmpty ? .open : .points, prompt: prompt, answer: answer, points: points,
        level: Phrasing.level(ofTitle: heading.plain),
        quality: heading.plain.wordCount < 3 && given.isEmpty ? 0.7 : 0.88,
        line: passage.section.line, group: passage.section.line)
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
        passage.remarks += pairs.unanswered.map { ($0, noAnswer) }
        guard let open = pairs.open else { continue }
        // The answer is the next paragraph, or the blocks up to the next question.
        if let next = blocks.first, next.kind == EBB_PARAGRAPH,
          let answer = MarkedPairs.answer(in: next)
        {
          blocks.removeFirst()
          drafts.append(MarkedPairs.draft(prompt: open.prompt, answer: answer, line: open.line))
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

  private static let noAnswer = "the question has no `A:` after it"
}
