import CMarkdown

/// A heading with the blocks under it, up to the next heading. A class, because a section goes
/// through many hands and is written by one.
final class Section {
  var heading: Heading
  /// 0 for what stands before the first heading, 7 for a `<details>`, else 1...6.
  var level: Int
  var line: Int
  var blocks: [MarkdownNode] = []
  /// What stood between a question and the heading "Answer" under it: code, options.
  var questionBlocks: [MarkdownNode] = []
  /// The letters in "Answer: B", "Answer: A, C".
  var answerMark: String?
  /// Questions that the author asks in comments, of the blocks in these lines.
  var questions: [(text: String, line: Int, block: Int)] = []
  /// The headings around this one, outermost first, without the topic.
  var ancestors: [Heading] = []
  var isLeaf = true
  /// The section of the same level right before this one, if it has no sections of its own.
  var before: (heading: Heading, blocks: [MarkdownNode])?
  /// The heading of the same level right behind this section.
  var next: Heading?
  /// What a heading such as "We chose: X" among the sections under this one names.
  var choice: String?
  /// What was chosen among the things that the heading around this section compares.
  var chosen: String?
  /// Furniture (contents, sources, licence…): neither it nor what is under it gives cards.
  var isFurniture = false
  /// The author left it out by a comment.
  var isOff = false

  init(heading: Heading, level: Int, line: Int, isOff: Bool = false) {
    self.heading = heading
    self.level = level
    self.line = line
    self.isOff = isOff
  }

  /// Gives its blocks back: a large note would else be held as a tree, with all that was found out
  /// about it, until its last card is made.
  func release() {
    before = nil
    for block in questionBlocks + blocks { block.free() }
    (questionBlocks, blocks) = ([], [])
  }
}

/// A note as sections in reading order, and the topic its cards are counted under.
struct Outline {
  let topic: String
  let sections: [Section]

  init(document: MarkdownNode, note: Note) {
    var reader = SectionReader()
    document.setApart(closingLines: note.text.withUnsafeBufferPointer(ClosingLines.find))
    for block in document.children { reader.read(block) }
    let sections = reader.sections
    let title = Self.title(of: sections)
    topic =
      note.frontMatter.title.map { Heading(markdown: $0, plain: $0).plain.withoutDocumentKind }
      ?? title.map { sections[$0].heading.withoutSuffix }
      ?? Self.topic(ofPath: note.path)
    Self.nest(sections, title: title)
    self.sections = sections
  }

  /// The index of the heading that names the whole note: the only heading of level 1, if early.
  private static func title(of sections: [Section]) -> Int? {
    let tops = sections.indices.filter { sections[$0].level == 1 }
    guard tops.count == 1, let index = tops.first, index <= 2 else { return nil }
    let words = sections[index].heading.plain.wordCount
    return words > 0 && words <= 10 ? index : nil
  }

  private static func nest(_ sections: [Section], title: Int?) {
    var open: [Section] = []
    var ancestors: [Heading] = []
    var parents: [(section: Section, parent: Section)] = []
    for (index, section) in sections.enumerated() where section.level > 0 {
      while let last = open.last, last.level >= section.level {
        open.removeLast()
        ancestors.removeLast()
      }
      if index > 0, case let before = sections[index - 1], before.level == section.level {
        section.before = (before.heading, before.blocks)
        before.next = section.heading
      }
      section.isFurniture = open.last?.isFurniture == true || section.heading.isFurniture
      if open.last?.isOff == true { section.isOff = true }
      section.ancestors = ancestors
      if let parent = open.last { parents.append((section, parent)) }
      if let name = Naming.choice(in: section.heading.markdown) { open.last?.choice = name }
      // Sources below a section do not divide it.
      if section.level < 7, !section.isFurniture { open.last?.isLeaf = false }
      if index == title {
        section.isLeaf =
          index + 1 == sections.count || sections[index + 1].level <= section.level
          || sections[index + 1].level == 7
      } else {
        open.append(section)
        ancestors.append(section.heading)
      }
    }
    // What is chosen may be told behind the sections that compare.
    for (section, parent) in parents { section.chosen = parent.choice }
    if let title {
      // The title is the topic, and the topic is shown anyway.
      sections[title].heading = Heading(markdown: "", plain: "")
    }
  }

  private static func topic(ofPath path: String) -> String {
    let parts = path.split(separator: "/").map { String($0) }
    var file = parts.last ?? path
    var stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    // A README is named after its folder.
    let isIndex = ["readme", "index", "_index"].contains(
      stem.lowercased().prefix { $0 != "-" && $0 != "." })
    if isIndex, parts.count > 1 {
      file = parts[parts.count - 2]
      stem = file
    }
    let words = stem.split { $0 == "_" || $0 == "-" || $0 == " " }
    let named = words.drop { $0.allSatisfy(\.isNumber) }
    return (named.isEmpty ? words[...] : named).joined(separator: " ").capitalizedFirst
  }
}

/// Sorts the blocks of a note into sections.
private struct SectionReader {
  var sections: [Section]
  /// The last of the sections.
  private var section = Section(heading: Heading(markdown: "", plain: ""), level: 0, line: 1)
  /// `<!-- ebb: skip -->` stood before the next block.
  private var skipsNext = false
  /// What `<!-- ebb: ask … -->` asks of the next block.
  private var nextQuestion: (text: String, line: Int)?
  /// Between `<!-- ebb: off -->` and `<!-- ebb: on -->`.
  private var isOff = false

  init() { sections = [section] }

  private mutating func open(_ heading: Heading, level: Int, line: Int, isOff: Bool) {
    section = Section(heading: heading, level: level, line: line, isOff: isOff)
    sections.append(section)
  }

  mutating func read(_ block: MarkdownNode) {
    switch block.kind {
    case EBB_HEADING: open(block)
    case EBB_HTML_BLOCK: read(html: block.literal, line: block.line)
    default: append(block)
    }
  }

  private mutating func open(_ block: MarkdownNode) {
    let plain = MarkdownWriter.plain(of: block)
    let mark = AnswerMark(heading: plain)
    if let mark, !section.questionBlocks.isEmpty, section.blocks.isEmpty,
      section.answerMark == nil
    {
      // "Answer: B" inside a fold titled "Answer".
      section.answerMark = mark.letters
      return
    }
    if let mark, takesAnswer { return beginAnswer(mark) }
    open(
      Heading(markdown: MarkdownWriter.inline(of: block), plain: plain),
      level: block.headingLevel, line: block.line, isOff: isOff || skipsNext)
    skipsNext = false
  }

  /// What stood under the question so far belongs to it.
  private func beginAnswer(_ mark: AnswerMark) {
    section.questionBlocks = section.blocks
    section.blocks = []
    section.answerMark = mark.letters
  }

  /// Whether the section at hand asks something that a heading "Answer" may answer.
  private var takesAnswer: Bool {
    section.level > 0 && section.questionBlocks.isEmpty
      && (section.heading.isQuestion || !section.blocks.isEmpty)
  }

  private mutating func append(_ block: MarkdownNode) {
    if skipsNext || isOff {
      skipsNext = false
      return
    }
    if let question = nextQuestion {
      section.questions.append((question.text, question.line, block.line))
      nextQuestion = nil
    }
    section.blocks.append(block)
  }

  private mutating func read(html: String, line: Int) {
    if html.contains("<!-- ebb: ") {
      if html.contains("ebb: skip") {
        // Right under a heading it speaks of the section, else of the block behind it.
        if section.level > 0, section.blocks.isEmpty {
          section.isOff = true
        } else {
          skipsNext = true
        }
      } else if let question = Self.question(in: html) {
        nextQuestion = (question, line)
      } else if html.contains("ebb: off") {
        isOff = true
      } else if html.contains("ebb: on") {
        isOff = false
      }
    }
    if section.level == 7, html.contains("</details>") {
      // What follows belongs to no question.
      open(Heading(markdown: "", plain: ""), level: 7, line: line, isOff: isOff)
    }
    let title = Self.summary(in: html) ?? ""
    if let mark = AnswerMark(heading: title), takesAnswer {
      beginAnswer(mark)
    } else if Self.names(title) {
      open(
        Heading(markdown: title.escapedInline, plain: title), level: 7, line: line, isOff: isOff)
    }
  }

  /// Whether the title of a fold asks or names something, rather than "Click to expand".
  private static func names(_ title: String) -> Bool {
    if title.hasSuffix("?") || title.hasSuffix("？") { return true }
    let words = title.lowercased().words
    guard (2...10).contains(words.count) else { return false }
    return !words.contains { ["click", "expand", "show", "hint", "answer", "toggle"].contains($0) }
      && AnswerMark(heading: title) == nil
  }

  /// The question in `<!-- ebb: ask Why is the sky blue? -->`.
  private static func question(in html: String) -> String? {
    guard let start = html.firstRange(of: "ebb: ask "),
      let end = html[start.upperBound...].firstRange(of: "-->")
    else { return nil }
    let text = html[start.upperBound..<end.lowerBound].trimmed
    return text.isEmpty ? nil : text
  }

  /// The text of `<summary>…</summary>`, without tags.
  private static func summary(in html: String) -> String? {
    guard let open = html.firstRange(of: "<summary>"),
      let close = html[open.upperBound...].firstRange(of: "</summary>")
    else { return nil }
    var text = ""
    var isTag = false
    for character in html[open.upperBound..<close.lowerBound] {
      switch character {
      case "<": isTag = true
      case ">": isTag = false
      default: if !isTag { text.append(character) }
      }
    }
    return text.trimmed
  }
}
