import CMarkdown

// Blocks that hold nothing to remember, wherever they stand.

extension MarkdownNode {
  /// A paragraph that says when it was checked or where it is from, an image, a list of links.
  var isFurniture: Bool {
    let memo = memo
    if let known = memo.isFurniture { return known }
    let isFurniture = findsFurniture
    memo.isFurniture = isFurniture
    return isFurniture
  }

  private var findsFurniture: Bool {
    switch kind {
    case EBB_PARAGRAPH: return isOnlyLinks || isRemark
    case EBB_LIST:
      var counts = (links: 0, all: 0)
      countLinks(&counts, depth: 0)
      return counts.links * 10 >= counts.all * 6 && counts.links > 0
    case EBB_QUOTE: return children.allSatisfy(\.isFurniture)
    default: return false
    }
  }

  /// Counts the bullets that have none below them, and those of them that are links.
  private func countLinks(_ counts: inout (links: Int, all: Int), depth: Int) {
    guard depth < 16 else { return }
    for member in children {
      var isLeaf = true
      for block in member.children where block.kind == EBB_LIST {
        isLeaf = false
        block.countLinks(&counts, depth: depth + 1)
      }
      guard isLeaf, let text = member.first else { continue }
      counts.all += 1
      if text.kind == EBB_PARAGRAPH, text.isMostlyLinks { counts.links += 1 }
    }
  }

  /// Something that a rule could have asked about.
  var isText: Bool {
    switch kind {
    case EBB_PARAGRAPH, EBB_LIST, EBB_TABLE, EBB_CODE_BLOCK, EBB_QUOTE: true
    default: false
    }
  }

  /// Nothing but links and images, and at least one.
  var isOnlyLinks: Bool {
    var links = 0
    for child in children {
      switch child.kind {
      case EBB_LINK, EBB_IMAGE: links += 1
      case EBB_SOFT_BREAK, EBB_LINE_BREAK, EBB_HTML_INLINE: break
      case EBB_TEXT:
        if child.withLiteral({ $0.contains { $0 | 0x20 > 0x60 } }) { return false }
      default: return false
      }
    }
    return links > 0
  }

  /// At least seven words of ten are inside links.
  private var isMostlyLinks: Bool {
    guard children.contains(where: { $0.kind == EBB_LINK || $0.kind == EBB_IMAGE }) else {
      return false
    }
    var links = 0
    var all = 0
    for child in children {
      let words = child.kind == EBB_TEXT ? child.wordCountOfText : max(child.wordCount, 1)
      all += words
      if child.kind == EBB_LINK || child.kind == EBB_IMAGE { links += words }
    }
    return links > 0 && links * 10 >= all * 7
  }

  private var wordCountOfText: Int {
    withLiteral { bytes in
      var words = WordCounter()
      words.add(bytes)
      return words.count
    }
  }

  /// "Checked: 2026-11", "Source: …", "Back to top".
  private var isRemark: Bool {
    var head = first
    if head?.kind == EBB_STRONG || head?.kind == EBB_EMPHASIS { head = head?.first }
    guard let head, head.kind == EBB_TEXT else { return false }
    // "*Note: this page …*": a word to the reader about the page.
    if first?.kind == EBB_EMPHASIS, first?.next == nil { return true }
    return head.withLiteral { text in
      guard text.count < 400, let colon = text.firstIndex(of: UInt8(ascii: ":")) else {
        return false
      }
      return Self.remarks.contains(anyCase: UnsafeBufferPointer(rebasing: text[..<colon]))
    }
  }

  private static let remarks: WordSet = [
    "checked", "source", "sources", "reference", "references", "last updated", "updated", "scope",
    "read more", "further reading", "credit", "credits", "image source", "author", "tags", "see",
    "see also", "related", "date", "version", "last modified", "status", "prerequisites",
  ]
}

extension String {
  /// Without "The Senior Answer:" in front and the quotation marks around what was said.
  var withoutAnswerLabel: String {
    var text = self[...]
    if text.utf8.first == UInt8(ascii: "*"), let colon = text.firstRange(of: ":**"),
      text[..<colon.lowerBound].utf8.count < 40
    {
      let label = text[..<colon.lowerBound].lowercased()
      if label.hasSuffix("answer") || label.hasSuffix("response") {
        text = text[colon.upperBound...]
      }
    }
    let trimmed = text.trimmed
    let marks = trimmed.utf8.count { $0 == UInt8(ascii: "\"") }
    if marks % 2 == 1 || marks == 2 {
      if trimmed.hasPrefix("\""), marks == 1 || trimmed.hasSuffix("\"") {
        return String(trimmed.dropFirst().dropLast(marks == 2 ? 1 : 0))
      }
      if marks == 1, trimmed.hasSuffix("\"") { return String(trimmed.dropLast()) }
    }
    return trimmed
  }
}

extension MarkdownNode {
  /// Images and nothing else.
  var isImage: Bool {
    kind == EBB_PARAGRAPH
      && children.allSatisfy { $0.kind == EBB_IMAGE || $0.kind == EBB_SOFT_BREAK }
  }

  /// Whether a paragraph reads like more rows of the table before it: "| a | b |".
  func isRow(partedFrom table: MarkdownNode?) -> Bool {
    guard kind == EBB_PARAGRAPH, table?.kind == EBB_TABLE, let first, let lastChild,
      first.kind == EBB_TEXT,
      lastChild.kind == EBB_TEXT
    else { return false }
    return first.literal.hasPrefix("|") && lastChild.literal.hasSuffix("|")
  }

  /// A paragraph whose sentence goes on in what follows: "The distance is", "As in:".
  var announces: Bool {
    guard kind == EBB_PARAGRAPH, case let plain = MarkdownWriter.plain(of: self),
      let byte = plain.utf8.last
    else { return false }
    if byte < 0x80 { return byte.isASCIILetter || byte == 0x3a || byte == 0x2c }
    guard let last = plain.last else { return false }
    return last.isLetter || last == "：" || last == "，"
  }

  /// An image between words, or behind words that go on in it, stands for some of them.
  var hasImageInText: Bool {
    guard kind == EBB_PARAGRAPH else { return false }
    var words = false
    var goesOn = false
    var afterImage = false
    for child in children {
      switch child.kind {
      case EBB_IMAGE: afterImage = words
      case EBB_HTML_INLINE where child.literalContains("<img"): afterImage = words
      case EBB_TEXT:
        let hasWords = child.withLiteral { $0.contains { $0.isASCIILetter } }
        if afterImage, hasWords { return true }
        words = words || hasWords
        goesOn = child.withLiteral { $0.last { !$0.isBlank }?.isASCIILetter ?? false }
      case EBB_SOFT_BREAK, EBB_LINE_BREAK: (words, afterImage) = (false, false)
      default: words = true
      }
    }
    return afterImage && goesOn
  }
}
