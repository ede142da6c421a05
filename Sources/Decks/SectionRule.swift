import CMarkdown

extension CardRule {
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
    let opening = first.kind == EBB_PARAGRAPH ? MarkdownWriter.inline(of: first) : ""
    let lead = Chatter.removed(from: opening)
    // What names the subject goes with the sentence that leads over to it.
    if lead.isEmpty != opening.isEmpty || lead.utf8.first != opening.utf8.first,
      let lost = Sentences(of: opening).texts.first,
      lead.isEmpty || Phrasing.sharesWord(Naming.subject(of: section.heading.plain), lost)
    {
      return []
    }
    if blocks.contains(where: { asksMore($0) }) || blocks.allSatisfy({ $0.kind == EBB_QUOTE }) {
      return []
    }
    if blocks.count == 1, lead.hasSuffix(":") { return [] }
    if leadsOn(blocks) { return [] }
    // What other rules left over is seldom what the heading asks for.
    let isLeftover = passage.taken > 0 || passage.blocks.count < passage.textBlocks
    let leansBack = Phrasing.startsWithAnaphor(lead) && !passage.asksAsAWhole
    if isLeftover, prose < 12 || leansBack || lead.hasSuffix(":") {
      return []
    }
    // "m is the length of the string" behind a list of complexities.
    if isLeftover, Lexicon.aspects.contains(section.heading.lowered) { return [] }
    passage.isRemainder = isLeftover || !section.isLeaf
    let asked = whichQuestion(section.heading.plain, over: blocks).map {
      Question(text: $0, level: 3, quality: 0.76)
    }
    guard
      let question = asked ?? Phrasing.question(about: section.heading, lead: lead, in: passage)
    else { return [] }
    if question.explains, passage.language == .english,
      !explains(section.heading, lead: lead, words: prose, isRemainder: passage.isRemainder)
    {
      return []
    }
    // A heading that asks something is answered by all of the text; a name by what defines it.
    let isAsked =
      passage.asksAsAWhole && prose <= 150 && !section.heading.isImperative
    // A question with sections of its own is answered by them.
    if passage.asksAsAWhole, !section.heading.isQuestion, !section.isLeaf,
      passage.language == .english
    {
      return []
    }
    var answer = blocks
    var checklist = KeyPoints.checklist(of: blocks, onlyStructure: !isAsked)
    if !isAsked, checklist.texts.isEmpty, prose > longestText {
      // Of an aspect, such as its complexity, the first paragraph is only the beginning.
      let isAspect = Lexicon.aspects.contains(section.heading.lowered)
      if let definition = definition(in: blocks, of: section.heading), !isAspect,
        !passage.isPlain || !question.explains
      {
        answer = [definition]
        checklist = KeyPoints.Checklist()
      } else if !checklist.isWhole || isAspect {
        return []
      }
    }
    if !isAsked, !checklist.isWhole, prose > 200 { return [] }
    let text = Chatter.removed(fromBlocks: answer)
    guard text.wordCount >= 6 || passage.language != .english else { return [] }
    passage.blocks = []
    let points = checklist.texts
    return [
      Draft(
        kind: points.isEmpty ? .open : .points,
        prompt: passage.language == .english
          ? Phrasing.withCure(question, of: section.heading, told: text) : question.text,
        answer: text, points: points, level: question.level,
        quality: question.quality - (prose > 400 ? 0.15 : prose > 250 ? 0.06 : 0)
          - doubt(ofLeadIn: question, in: passage)
          - (checklist.isWhole ? 0 : 0.06)
          // Of what manuals explain under a bare name, readers found one in four worth keeping.
          - (question.explains && passage.isManual ? 0.02 : 0)
          - (fragments(blocks) ? 0.1 : 0) - (passage.needsImages ? 0.4 : 0)
          - (passage.isPlain && blocks.contains { isSession($0) } ? 0.12 : 0)
          - (blocks.contains { speaksOfAuthor($0) } ? 0.12 : 0)
          + (isShortProse(blocks, words: prose) ? 0.02 : 0)
          - (isLeftover && prose < 30 ? 0.04 : 0),
        line: section.line, group: section.line)
    ]
  }

  /// How much less sure a question is whose text stands above sections of its own: it may only
  /// introduce them.
  private static func doubt(ofLeadIn question: Question, in passage: Passage) -> Double {
    if passage.section.isLeaf { return 0 }
    guard passage.language == .english else { return 0.3 }
    let defines = question.text.hasPrefix("What is **") || question.text.hasPrefix("What are **")
    return passage.isPlain && !defines ? 0.2 : 0.12
  }

  /// A text of more words that its author did not structure is no answer to give.
  private static let longestText = 90

  /// The first paragraph of a long text, if it says by itself what the heading names.
  private static func definition(
    in blocks: [MarkdownNode], of heading: Heading
  ) -> MarkdownNode? {
    guard let first = blocks.first, first.kind == EBB_PARAGRAPH, !leadsOn([first]),
      (15...longestText).contains(first.wordCount)
    else { return nil }
    let text = MarkdownWriter.plain(of: first)
    guard let word = text.words.first?.lowercased(), !Lexicon.conditionals.contains(word),
      !Phrasing.startsWithAnaphor(text), !text.hasSuffix(":"), !text.hasSuffix("："),
      let opening = MarkdownWriter.sentences(of: first).first,
      Phrasing.sharesWord(Naming.subject(of: heading.plain), opening)
    else { return nil }
    return first
  }

  /// Whether a text may stand for what its heading names, though it is no definition: a lead-in
  /// to sub-sections or lists, an analogy or the origin of a name is not what was asked for.
  private static func explains(
    _ heading: Heading, lead: String, words: Int, isRemainder: Bool
  ) -> Bool {
    let sentences = Sentences(of: lead).texts
    guard let first = sentences.first else { return !isRemainder }
    if words <= 60, comparisons.begins(first) { return false }
    guard isRemainder else { return true }
    let opening = first.words.prefix(12).joined(separator: " ")
    let isConditional = Lexicon.conditionals.contains(first.words.first?.lowercased() ?? "")
    return words >= 25 && sentences.count >= 2 && !isConditional
      && Phrasing.sharesWord(Naming.subject(of: heading.plain), opening)
  }

  private static let comparisons: PhraseSet = ["Named after", "Think of", "Imagine", "Picture "]

  /// "I collated these notes", "we recommend this service": a person's story or advertisement.
  private static func speaksOfAuthor(_ block: MarkdownNode) -> Bool {
    guard block.kind == EBB_PARAGRAPH else { return false }
    let text = MarkdownWriter.plain(of: block)
    return text.hasWord(in: author) || recommendations.isIn(text)
  }

  private static let author: WordSet = ["I", "I've", "I’ve", "I'm", "I’m", "my", "My"]
  private static let recommendations: PhraseSet = ["we recommend"]

  /// Whether a text ends by asking or by announcing what comes after it.
  static func leadsOn(_ blocks: [MarkdownNode]) -> Bool {
    guard let block = blocks.last, block.kind == EBB_PARAGRAPH else { return false }
    guard let last = MarkdownWriter.sentences(of: block).last else { return false }
    if last.hasSuffix("?") || last.hasSuffix("？") { return true }
    return announcements.begins(last) && !Chatter.isLetsName(last)
      || last.ends(anyCase: "as follows.")
      || last.contains(" the following") && !last.contains(":")
  }

  private static let announcements: PhraseSet = [
    "Here are", "Here is", "Here's", "Here’s", "Let's", "Let’s", "Below ", "Now let",
  ]

  /// Commands to type: in a text that teaches nothing else they are to be looked up.
  private static func isSession(_ block: MarkdownNode) -> Bool {
    block.kind == EBB_CODE_BLOCK
      && shells.contains(block.fenceInfo)
  }

  private static let shells: WordSet = [
    "sh", "bash", "shell", "console", "zsh", "powershell", "shell-session",
  ]

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
}
