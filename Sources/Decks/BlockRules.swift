import CMarkdown

extension CardRule {
  /// Two code blocks marked bad and good.
  static let codePair = CardRule(
    name: "code-pair", summary: "code marked Bad followed by code marked Good",
    isEnglish: true
  ) { passage in
    var drafts: [Draft] = []
    var rest: [MarkdownNode] = []
    var blocks = passage.blocks[...]
    while let block = blocks.popFirst() {
      guard mark(of: block) == .bad, let bad = blocks.first, bad.kind == EBB_CODE_BLOCK,
        let goodMark = blocks.dropFirst().firstIndex(where: { mark(of: $0) == .good }),
        goodMark + 1 < blocks.endIndex, blocks[goodMark + 1].kind == EBB_CODE_BLOCK
      else {
        rest.append(block)
        continue
      }
      // What stands behind the good code explains the difference, down to the next pair.
      let explanation = blocks[(goodMark + 2)...].prefix {
        $0.kind == EBB_LIST || $0.kind == EBB_CODE_BLOCK
          || $0.kind == EBB_PARAGRAPH
            && mark(of: $0) == nil
      }
      // What is wrong is said between the two, behind them or before them; under a heading that only
      // names a situation it is what the code is for that is said before.
      let between = blocks[(blocks.startIndex + 1)..<goodMark].filter {
        $0.isText && $0.kind != EBB_CODE_BLOCK && !isOutputLabel($0)
      }
      let before = rest.last.flatMap { isBrief($0) ? $0 : nil }
      // Bullets behind the good code are the reason; the line before the pair then answers the
      // heading or, under a heading that asks nothing, says when the code runs.
      let told = explanation.filter { $0.kind == EBB_LIST }
      let heading = passage.section.heading
      let isPurpose =
        !heading.isEmpty && (heading.onlyNames || !told.isEmpty && heading.clauseQuestion == nil)
      let isReason = between.isEmpty && told.isEmpty && !isPurpose
      let reason = isReason ? before.map { [$0] } ?? [] : between
      if isPurpose, before != nil { rest.removeLast() }
      let answer =
        reason + told + [blocks[goodMark + 1]] + explanation.filter { $0.kind != EBB_LIST }
      let purpose = isPurpose ? before.map { MarkdownWriter.blocks([$0]) + "\n\n" } ?? "" : ""
      drafts.append(
        Draft(
          kind: .code,
          prompt: purpose
            + "What is wrong with this \(Phrasing.codeName(ofFence: bad.fenceInfo)), "
            + "and how would you write it?\n\n"
            + MarkdownWriter.blocks([bad]),
          answer: MarkdownWriter.blocks(answer), level: 4, quality: 0.82, line: bad.line,
          group: bad.line))
      blocks = blocks[(goodMark + 2 + explanation.count)...]
    }
    passage.blocks = rest
    return drafts
  }

  /// A numbered procedure.
  static let steps = CardRule(
    name: "steps", summary: "a numbered list of 3 to 12 steps", isEnglish: true
  ) { passage in
    var drafts: [Draft] = []
    var rest: [MarkdownNode] = []
    for block in passage.blocks {
      let count = block.kind == EBB_LIST && block.isOrdered ? Array(block.children).count : 0
      let lead = rest.last.flatMap { $0.kind == EBB_PARAGRAPH ? $0 : nil }
      let leadText = lead.map { MarkdownWriter.inline(of: $0) } ?? ""
      guard (3...12).contains(count), !isPlan(block, in: passage),
        Phrasing.isProcedure(passage.section.heading, lead: leadText, over: block)
      else {
        rest.append(block)
        continue
      }
      drafts.append(
        Draft(
          kind: .order,
          prompt: Phrasing.stepsQuestion(
            passage: passage, lead: leadText, count: count, over: block),
          answer: MarkdownWriter.blocks([block]), level: 2,
          quality: 0.76 - (count > 9 || proseWords(block) > 180 ? 0.22 : 0), line: block.line,
          group: block.line))
      if leadText.hasSuffix(":") { rest.removeLast() }
      passage.hasSteps = true
    }
    passage.blocks = rest
    return drafts
  }

  /// A few words a step before the first section of a text: what the text will go through.
  private static func isPlan(_ list: MarkdownNode, in passage: Passage) -> Bool {
    passage.isPlain && passage.section.level < 2
      && list.children.allSatisfy { proseWords($0) <= 12 }
  }

  /// A list of questions answers none.
  static func asksMore(_ block: MarkdownNode) -> Bool {
    guard block.kind == EBB_LIST else { return false }
    var asked = 0
    var members = 0
    for member in block.children {
      members += 1
      guard let text = member.first, case let plain = MarkdownWriter.plain(of: text) else {
        continue
      }
      if plain.hasSuffix("?") || plain.hasSuffix("？") { asked += 1 }
    }
    return asked * 2 > members
  }

  private enum CodeMark {
    case bad
    case good
  }

  /// Whether a block announces code that is not to be written so.
  static func marksBadCode(_ block: MarkdownNode) -> Bool {
    mark(of: block) == .bad && block.next?.kind == EBB_CODE_BLOCK
  }

  private static func mark(of block: MarkdownNode) -> CodeMark? {
    guard block.kind == EBB_PARAGRAPH, block.wordCount < 60 else { return nil }
    let plain = MarkdownWriter.plain(of: block)
    guard plain.utf8.count < 60 else { return nil }
    let text = plain.lowercased()
    let word = text.drop { !$0.isLetter }.prefix { $0.isLetter }
    switch word {
    case "bad", "wrong", "don't", "avoid", "before": return .bad
    case "good", "right", "do", "better", "after", "correct": return .good
    default: return nil
    }
  }

  /// A paragraph of a sentence or two that does not lead on to something else.
  private static func isBrief(_ block: MarkdownNode) -> Bool {
    block.kind == EBB_PARAGRAPH && (4...60).contains(block.wordCount) && !leadsOn([block])
      && Label.title(block) == nil && Label.all(in: block).isEmpty
  }

  /// "Output:" over what the code prints.
  private static func isOutputLabel(_ block: MarkdownNode) -> Bool {
    block.kind == EBB_PARAGRAPH && block.wordCount <= 3
      && MarkdownWriter.plain(of: block).hasSuffix(":")
  }

  static func proseWords(_ block: MarkdownNode) -> Int {
    switch block.kind {
    case EBB_PARAGRAPH: return block.wordCount
    case EBB_LIST, EBB_LIST_ITEM, EBB_QUOTE:
      return block.children.reduce(0) { $0 + proseWords($1) }
    default: return 0
    }
  }
}

extension Heading {
  /// "A slow report" names a situation; "Why reports are slow" and "Reading twice" tell what is
  /// wrong with it.
  var onlyNames: Bool { clauseQuestion == nil && !plain.firstWord.hasSuffix("ing") }
}
