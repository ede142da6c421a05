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
      let answer = [blocks[goodMark + 1]] + explanation
      let language = Phrasing.languageName(ofFence: bad.fenceInfo).map { $0 + " " } ?? ""
      drafts.append(
        Draft(
          kind: .code,
          prompt: "What is wrong with this \(language)code, and how would you write it?\n\n"
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
        Phrasing.isProcedure(passage.section.heading, lead: leadText)
      else {
        rest.append(block)
        continue
      }
      drafts.append(
        Draft(
          kind: .order,
          prompt: Phrasing.stepsQuestion(passage: passage, lead: leadText, count: count),
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

  /// What remains of a section once all other rules have taken theirs.
  static let section = CardRule(
    name: "section", summary: "the text of a section, asked for by its heading"
  ) { passage in
    let section = passage.section
    // The steps answer the heading; what is said around them does not.
    guard section.level > 0, !section.heading.isEmpty, !passage.hasSteps else { return [] }
    let blocks = passage.blocks.filter { block in
      switch block.kind {
      case EBB_PARAGRAPH, EBB_LIST, EBB_CODE_BLOCK, EBB_QUOTE, EBB_TABLE: return true
      default: return false
      }
    }
    guard let first = blocks.first(where: { $0.kind == EBB_PARAGRAPH }) ?? blocks.first else {
      return []
    }
    let prose = blocks.reduce(0) { $0 + proseWords($1) }
    guard prose >= 8 else { return [] }
    let lead = first.kind == EBB_PARAGRAPH ? MarkdownWriter.inline(of: first) : ""
    if blocks.contains(where: { asksMore($0) }) || blocks.allSatisfy({ $0.kind == EBB_QUOTE }) {
      return []
    }
    if blocks.count == 1, lead.hasSuffix(":") { return [] }
    // What other rules left over is seldom what the heading asks for.
    let isLeftover = passage.taken > 0
    if isLeftover, prose < 12 || Phrasing.startsWithAnaphor(lead) || lead.hasSuffix(":") {
      return []
    }
    // "m is the length of the string" behind a list of complexities.
    if isLeftover, Lexicon.aspects.contains(section.heading.plain.lowercased()) { return [] }
    guard let question = Phrasing.question(about: section.heading, lead: lead, in: passage) else {
      return []
    }
    passage.blocks = []
    let points = KeyPoints.points(of: blocks)
    return [
      Draft(
        kind: points.isEmpty ? .open : .points, prompt: question.text,
        answer: MarkdownWriter.blocks(blocks), points: points, level: question.level,
        quality: question.quality - (prose > 400 ? 0.15 : prose > 250 ? 0.06 : 0)
          - (section.isLeaf ? 0 : passage.language == .english ? 0.12 : 0.3)
          - (fragments(blocks) ? 0.1 : 0) - (passage.needsImages ? 0.2 : 0)
          - (passage.isPlain && blocks.contains { isSession($0) } ? 0.12 : 0)
          + (isShortProse(blocks, words: prose) ? 0.02 : 0)
          - (isLeftover && prose < 30 ? 0.04 : 0),
        line: section.line, group: section.line)
    ]
  }

  /// Commands to type: in a text that teaches nothing else they are to be looked up.
  private static func isSession(_ block: MarkdownNode) -> Bool {
    block.kind == EBB_CODE_BLOCK
      && ["sh", "bash", "shell", "console", "zsh", "powershell", "shell-session"]
        .contains(block.fenceInfo)
  }

  /// A paragraph or two: what an explanation looks like.
  private static func isShortProse(_ blocks: [MarkdownNode], words: Int) -> Bool {
    (12...120).contains(words) && blocks.allSatisfy { $0.kind == EBB_PARAGRAPH }
  }

  /// Nothing but bullets of a few words each: a plan of what could be said.
  private static func fragments(_ blocks: [MarkdownNode]) -> Bool {
    guard blocks.allSatisfy({ $0.kind == EBB_LIST }) else { return false }
    let members = blocks.flatMap { Array($0.children) }
    return members.count { ($0.first?.wordCount ?? 0) <= 6 } * 2 > members.count
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

  private static func mark(of block: MarkdownNode) -> CodeMark? {
    guard block.kind == EBB_PARAGRAPH else { return nil }
    let text = MarkdownWriter.plain(of: block).lowercased()
    guard text.utf8.count < 60 else { return nil }
    let word = text.drop { !$0.isLetter }.prefix { $0.isLetter }
    switch word {
    case "bad", "wrong", "don't", "avoid", "before": return .bad
    case "good", "right", "do", "better", "after", "correct": return .good
    default: return nil
    }
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
