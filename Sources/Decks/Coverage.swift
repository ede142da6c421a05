import CMarkdown

/// What of a note its cards ask about.
package struct Coverage: Sendable {
  /// Parts of one sort, and those of them that a card asks about.
  package struct Count: Hashable, Sendable {
    package var all = 0
    package var asked = 0

    package init() {}

    package static func += (left: inout Count, right: Count) {
      left.all += right.all
      left.asked += right.asked
    }
  }

  /// Leaf sections with more than 20 words of prose.
  package var sections = Count()
  /// Rows of tables with more than one column.
  package var rows = Count()
  /// Statements with a label: "**Term** — text".
  package var definitions = Count()
  /// Numbered lists.
  package var lists = Count()

  package init() {}

  /// Letters and digits, lower case, one blank between words: how a card words a part of its note
  /// is its own business.
  private static func words(_ text: String) -> String {
    var result = " "
    for scalar in text.unicodeScalars {
      let isCounted = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isCounted {
        result += scalar.properties.lowercaseMapping
      } else if result.utf8.last != 0x20 {
        result += " "
      }
    }
    return result.utf8.last == 0x20 ? result : result + " "
  }

  /// Measures a compiled note. A row, a statement or a list counts as asked about where one card of
  /// its section holds its text: measured by what is on the cards, not by what the rules did.
  package init(of note: Note, compiled: Compilation) {
    sections.all = compiled.leafSections
    sections.asked = compiled.askedSections
    note.text.withUnsafeBufferPointer { bytes in
      MarkdownNode.parse(bytes) { document in
        let outline = Outline(document: document, note: note).sections
        var cards = compiled.cards.map {
          (line: $0.place.line, text: Self.words($0.prompt + "\n" + $0.substance))
        }
        cards.sort { $0.line < $1.line }
        for (index, section) in outline.enumerated() where !section.isFurniture && !section.isOff {
          let end = index + 1 < outline.count ? outline[index + 1].line : Int.max
          let texts = cards.filter { $0.line >= section.line && $0.line < end }.map(\.text)
          for block in section.blocks { count(block, texts: texts, depth: 0) }
        }
      }
    }
  }

  package static func += (left: inout Coverage, right: Coverage) {
    left.sections += right.sections
    left.rows += right.rows
    left.definitions += right.definitions
    left.lists += right.lists
  }

  private mutating func count(_ block: MarkdownNode, texts: [String], depth: Int) {
    guard depth < 8 else { return }
    switch block.kind {
    case EBB_TABLE: countRows(of: block, texts: texts)
    case EBB_PARAGRAPH:
      for label in Label.all(in: block) {
        definitions.all += 1
        if Self.holds(texts, all: [label.markdown, Self.start(of: label.body)]) {
          definitions.asked += 1
        }
      }
    case EBB_LIST:
      if block.isOrdered { countList(block, texts: texts) }
      for member in block.children {
        for inner in member.children { count(inner, texts: texts, depth: depth + 1) }
      }
    case EBB_QUOTE: for inner in block.children { count(inner, texts: texts, depth: depth + 1) }
    default: break
    }
  }

  private mutating func countRows(of table: MarkdownNode, texts: [String]) {
    for row in table.children where !row.isHeaderRow {
      let cells = row.children.map { MarkdownWriter.inline(of: $0) }
      guard cells.count > 1, let key = cells.first, !key.isEmpty,
        cells.dropFirst().contains(where: { !$0.isEmpty })
      else { continue }
      rows.all += 1
      if cells.dropFirst().contains(where: { !$0.isEmpty && Self.holds(texts, all: [key, $0]) }) {
        rows.asked += 1
      }
    }
  }

  private mutating func countList(_ list: MarkdownNode, texts: [String]) {
    let steps = list.children.compactMap {
      $0.first.map { Self.words(Self.start(of: MarkdownWriter.inline(of: $0))) }
    }
    .filter { $0 != " " }
    guard steps.count > 1 else { return }
    lists.all += 1
    // Half of its steps on one card, or each of them on some card.
    let isAsked = texts.contains { text in
      steps.count(where: { text.contains($0) }) * 2 >= steps.count
    }
    if isAsked || steps.allSatisfy({ step in texts.contains { $0.contains(step) } }) {
      lists.asked += 1
    }
  }

  private static func holds(_ texts: [String], all parts: [String]) -> Bool {
    let wanted = parts.map { words($0) }.filter { $0 != " " }
    return texts.contains { text in wanted.allSatisfy { text.contains($0) } }
  }

  /// The first words of a text: a card may end where the text goes on.
  private static func start(of text: String) -> String {
    text.words.prefix(5).joined(separator: " ")
  }
}
