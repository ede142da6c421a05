import CMarkdown

extension CardRule {
  /// What remains of a section once all other rules have taken theirs.
  static let section = CardRule(
    name: "section", summary: "the text of a section, asked for by its heading"
  ) { passage in
    guard let text = SectionText(in: passage) else { return [] }
    passage.isRemainder = text.isLeftover || !passage.section.isLeaf
    guard let question = question(of: text, in: passage),
      let (blocks, checklist) = answer(to: question, in: text, of: passage)
    else { return [] }
    let told = Chatter.removed(fromBlocks: blocks)
    guard told.wordCount >= 6 || passage.language != .english else { return [] }
    passage.blocks = []
    let points = checklist.texts
    let section = passage.section
    return [
      Draft(
        kind: points.isEmpty ? .open : .points,
        prompt: passage.language == .english
          ? Phrasing.withCure(question, of: section.heading, told: told) : question.text,
        answer: told, points: points, level: question.level,
        quality: question.quality - (checklist.isWhole ? 0 : 0.06)
          - doubt(of: question, over: text, in: passage),
        line: section.line, group: section.line)
    ]
  }

  /// The blocks of a section that its heading may ask for.
  private struct SectionText {
    let blocks: [MarkdownNode]
    /// Words of prose.
    let words: Int
    /// The first paragraph, Markdown, without what only leads to it; empty if there is none in
    /// front.
    let lead: String
    /// What other rules left over is seldom what the heading asks for.
    let isLeftover: Bool

    /// nil if the text does not answer its heading.
    init?(in passage: Passage) {
      let section = passage.section
      // The steps answer the heading; what is said around them does not.
      guard section.level > 0, !section.heading.isEmpty, !passage.hasSteps else { return nil }
      blocks = passage.blocks.filter(\.isText)
      words = blocks.reduce(0) { $0 + proseWords($1) }
      isLeftover = passage.taken > 0 || passage.blocks.count < passage.textBlocks
      guard let first = blocks.first(where: { $0.kind == EBB_PARAGRAPH }) ?? blocks.first,
        words >= 8
      else { return nil }
      let opening = first.kind == EBB_PARAGRAPH ? MarkdownWriter.inline(of: first) : ""
      lead = Chatter.removed(from: opening)
      if losesSubject(of: section.heading, told: opening) || onlyAnnounces { return nil }
      guard isLeftover else { return }
      let leansBack = Phrasing.startsWithAnaphor(lead) && !passage.asksAsAWhole
      if words < 12 || leansBack || lead.hasSuffix(":") { return nil }
      // "m is the length of the string" behind a list of complexities.
      if Lexicon.aspects.contains(section.heading.lowered) { return nil }
    }

    /// What names the subject goes with the sentence that leads over to it.
    private func losesSubject(of heading: Heading, told opening: String) -> Bool {
      guard lead.isEmpty != opening.isEmpty || lead.utf8.first != opening.utf8.first,
        let lost = Sentences(of: opening).texts.first
      else { return false }
      return lead.isEmpty || Phrasing.sharesWord(Naming.subject(of: heading.plain), lost)
    }

    /// Whether the text asks, quotes or announces, and says nothing itself.
    private var onlyAnnounces: Bool {
      blocks.contains { asksMore($0) } || blocks.allSatisfy { $0.kind == EBB_QUOTE }
        || blocks.count == 1 && lead.hasSuffix(":") || leadsOn(blocks)
    }
  }

  /// What the heading asks of its text; nil where the text does not answer it.
  private static func question(of text: SectionText, in passage: Passage) -> Question? {
    let heading = passage.section.heading
    let which = whichQuestion(heading.plain, over: text.blocks).map {
      Question(text: $0, level: 3, quality: 0.76)
    }
    guard
      let question = which ?? Phrasing.question(about: heading, lead: text.lead, in: passage)
    else { return nil }
    guard passage.language == .english else { return question }
    if question.explains,
      !explains(heading, lead: text.lead, words: text.words, isRemainder: passage.isRemainder)
    {
      return nil
    }
    // A question with sections of its own is answered by them.
    if passage.asksAsAWhole, !heading.isQuestion, !passage.section.isLeaf { return nil }
    return question
  }

  /// The blocks that answer a question, and their key points; nil for a long text without any.
  private static func answer(
    to question: Question, in text: SectionText, of passage: Passage
  ) -> (blocks: [MarkdownNode], checklist: KeyPoints.Checklist)? {
    let heading = passage.section.heading
    // A heading that asks something is answered by all of the text; a name by what defines it.
    let isAsked = passage.asksAsAWhole && text.words <= 150 && !heading.isImperative
    let checklist = KeyPoints.checklist(of: text.blocks, onlyStructure: !isAsked)
    if isAsked { return (text.blocks, checklist) }
    if checklist.texts.isEmpty, text.words > longestText {
      // Of an aspect, such as its complexity, the first paragraph is only the beginning.
      let isAspect = Lexicon.aspects.contains(heading.lowered)
      if let definition = definition(in: text.blocks, of: heading), !isAspect,
        !passage.isPlain || !question.explains
      {
        return ([definition], KeyPoints.Checklist())
      }
      if !checklist.isWhole || isAspect { return nil }
    }
    return text.words > 200 && !checklist.isWhole ? nil : (text.blocks, checklist)
  }

  /// How much less sure a question is for what its text is.
  private static func doubt(
    of question: Question, over text: SectionText, in passage: Passage
  ) -> Double {
    let blocks = text.blocks
    var doubt = doubt(ofLeadIn: question, in: passage)
    doubt += text.words > 400 ? 0.15 : text.words > 250 ? 0.06 : 0
    // Of what manuals explain under a bare name, readers found one in four worth keeping.
    if question.explains, passage.isManual { doubt += 0.02 }
    if fragments(blocks) { doubt += 0.1 }
    if passage.needsImages { doubt += 0.4 }
    if passage.isPlain, blocks.contains(where: { isSession($0) }) { doubt += 0.12 }
    if blocks.contains(where: { speaksOfAuthor($0) }) { doubt += 0.12 }
    if isShortProse(blocks, words: text.words) { doubt -= 0.02 }
    if text.isLeftover, text.words < 30 { doubt += 0.04 }
    return doubt
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
