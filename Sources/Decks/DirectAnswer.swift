import CMarkdown

/// What of the text under a question answers it. A short text does as it stands; of a long one the
/// parts that its author set apart, the definition or the reasons that were asked for.
struct DirectAnswer {
  private(set) var blocks: [MarkdownNode]
  private(set) var points: [String] = []
  /// Nothing tells which sentences of the long text answer the question.
  private(set) var isLost = false
  private let form: AskedForm

  /// The text, Markdown, without what only leads through it.
  var text: String { Chatter.removed(fromBlocks: blocks) }

  /// Whether what is left of the text no longer begins with what the question wants defined.
  func losesDefinition(of question: String) -> Bool {
    guard form == .definition, let first = blocks.first, first.kind == EBB_PARAGRAPH,
      case let sentences = MarkdownWriter.sentences(of: first), let opening = sentences.first,
      Chatter.holds(opening)
    else { return false }
    let thing = AskedForm.thing(in: question)
    return !thing.isEmpty && text.lowercased().prefix(120).firstRange(of: thing) == nil
  }

  /// A text of at most so many words is an answer as a whole.
  private static let longest = 130
  /// Points made of single sentences answer for a text of at most so many words.
  private static let longestInSentences = 180

  init(to question: String, from blocks: [MarkdownNode]) {
    self.blocks = blocks
    form = AskedForm(question)
    let words = blocks.reduce(0) { $0 + CardRule.proseWords($1) }
    if let bullets = Self.bullets(of: blocks) {
      points = bullets
      return
    }
    guard words > Self.longest else {
      points = KeyPoints.checklist(of: blocks).texts
      return
    }
    if form == .definition, let found = Self.definition(for: question, in: blocks) {
      self.blocks = found
      return
    }
    if let titled = KeyPoints.titled(blocks) {
      points = titled
      return
    }
    if let list = Self.list(in: blocks), case let found = KeyPoints.checklist(of: list),
      found.texts.count >= 3, found.isWhole
    {
      points = found.texts
      return
    }
    let found = KeyPoints.checklist(of: blocks)
    // What is listed is set apart already; only prose can hide an answer.
    let prose = blocks.reduce(0) { $0 + ($1.kind == EBB_PARAGRAPH ? $1.wordCount : 0) }
    guard prose > Self.longest else {
      if found.isWhole { points = found.texts }
      return
    }
    points = found.texts
    isLost = found.texts.isEmpty || !found.isWhole || prose > Self.longestInSentences
    if form == .reason, !points.contains(where: { Causes.names(in: $0) }) {
      isLost = true
    }
  }

  /// The bullets of a text that is one list of three to nine, with or without a line before it,
  /// behind what that line says besides announcing them.
  private static func bullets(of blocks: [MarkdownNode]) -> [String]? {
    guard let list = blocks.last, list.kind == EBB_LIST, blocks.count <= 2,
      blocks.count == 1 || blocks[0].kind == EBB_PARAGRAPH && blocks[0].announces
    else { return nil }
    var texts: [String] = []
    for member in list.children {
      guard let text = member.first, text.kind == EBB_PARAGRAPH, text.next == nil else {
        return nil
      }
      texts.append(MarkdownWriter.inline(of: text).escapedAtLineStart)
    }
    guard (3...9).contains(texts.count) else { return nil }
    guard blocks.count == 2 else { return texts }
    let lead = MarkdownWriter.inline(of: blocks[0]).withoutAnswerLabel
    let said = Sentences(of: lead).texts.dropLast().filter { !Chatter.holds($0) }
    return said.isEmpty ? texts : [Sentences.joined(said).escapedAtLineStart] + texts
  }

  /// The paragraph that says what the thing asked for is, with the one behind it if both are short.
  private static func definition(
    for question: String, in blocks: [MarkdownNode]
  ) -> [MarkdownNode]? {
    for (index, block) in blocks.enumerated() where block.kind == EBB_PARAGRAPH {
      let text = MarkdownWriter.plain(of: block)
      guard let opening = Sentences(of: text).texts.first(where: { !Chatter.holds($0) }),
        !Phrasing.startsWithAnaphor(opening), AskedForm.defines(opening, question: question),
        text.wordCount <= longest, !text.hasSuffix(":"), !text.hasSuffix("：")
      else { continue }
      var found = [block]
      if index + 1 < blocks.count, blocks[index + 1].kind == EBB_PARAGRAPH,
        text.wordCount + blocks[index + 1].wordCount <= 80, !blocks[index + 1].announces
      {
        found.append(blocks[index + 1])
      }
      return found
    }
    return nil
  }

  /// The list that the first paragraph announces, alone: what stands behind it only adds to it.
  private static func list(in blocks: [MarkdownNode]) -> [MarkdownNode]? {
    guard let index = blocks.firstIndex(where: { $0.kind == EBB_LIST }), index <= 1,
      (3...9).contains(Array(blocks[index].children).count)
    else { return nil }
    if index == 1 {
      let lead = MarkdownWriter.plain(of: blocks[0])
      guard blocks[0].kind == EBB_PARAGRAPH, lead.hasSuffix(":") || lead.hasSuffix("：") else {
        return nil
      }
    }
    return Array(blocks[...index])
  }
}

/// What a question wants, as far as its words tell.
enum AskedForm {
  case definition
  case reason
  case other

  init(_ question: String) {
    let text = question.lowercased()
    let marks = text.unicodeScalars.count { $0 == "?" || $0 == "？" }
    if marks > 1 || text.contains(" and ") && marks == 1 && text.wordCount > 8 {
      self = .other
    } else if Self.reasons.isIn(text) || text.hasPrefix("why ") {
      self = .reason
    } else if Self.foreignOpenings.contains(where: { text.hasPrefix($0) })
      || Self.endings.contains(where: { text.withoutFinalMark.hasSuffix($0) })
      || Self.openings.contains(where: { text.begins(anyCase: $0) }) && text.wordCount <= 7
    {
      self = .definition
    } else {
      self = .other
    }
  }

  private static let reasons: PhraseSet = [
    "为什么", "为何", "为啥", "なぜ", "warum ", "pourquoi", "por qué", "perché",
  ]

  // What stands around the name of a thing in a question that wants it defined.
  private static let openings = ["What is ", "What are "]
  private static let foreignOpenings = ["什么是", "何为", "什么叫"]
  private static let endings = ["是什么", "とは何ですか", "とは"]

  /// What a question wants defined, in lower case.
  static func thing(in question: String) -> String {
    var name = question.withoutFinalMark[...]
    for opening in foreignOpenings + openings where name.hasPrefix(opening) {
      name = name.dropFirst(opening.count)
    }
    for ending in endings where name.hasSuffix(ending) { name = name.dropLast(ending.count) }
    var thing = name.trimmed.withoutEmphasis.lowercased()
    for article in ["a ", "an ", "the "] where thing.hasPrefix(article) {
      thing = String(thing.dropFirst(article.count))
    }
    return thing
  }

  /// Whether a sentence says what the thing asked for is: it begins with it and a copula follows.
  static func defines(_ sentence: String, question: String) -> Bool {
    let thing = thing(in: question)
    guard !thing.isEmpty, case let text = sentence.lowercased(),
      let found = text.firstRange(of: thing)
    else { return false }
    let before = text[..<found.lowerBound]
    let behind = text[found.upperBound...]
    return before.utf8.count <= 36
      && copulas.isIn(behind.prefix(60))
  }

  private static let copulas: PhraseSet = [
    " is ", " are ", " means ", " refers ", " describes ", " — ", "是", "指", "看作", "理解为", "称为",
    "定义为", "叫做",
    "とは", "は、", "です",
  ]
}

/// Words by which a sentence gives a reason.
enum Causes {
  static func names(in sentence: String) -> Bool {
    words.isIn(sentence)
  }

  private static let words: PhraseSet = [
    "because", "since ", "so that", "therefore", "otherwise", "in order to", " to avoid",
    " to prevent", "due to", "caused by", "causes", "results in", "leads to", "without ", " as ",
    " so ", "this means", "which means", "reason", "cannot", "can't", "would ", "thus", "hence",
    "因为", "由于", "因此", "所以", "原因", "导致", "为了", "从而", "否则", "以便", "造成", "使得", "引起", "这样",
    "ため", "ので", "から", "よって", "weil", "denn", "damit", "parce que", "porque", "perché",
  ]
}
