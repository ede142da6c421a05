import CMarkdown

/// Writes nodes as canonical Markdown: one line a paragraph, links as their text, images as
/// `[image: …]`, no HTML. Parsing what it wrote and writing it again gives the same text.
struct MarkdownWriter {
  private(set) var text = ""
  /// The marker of a list or quote was just written: the next block begins on its line.
  private var isBehindMarker = false
  /// The list that was written last, if nothing stands behind it: another one needs another mark.
  private var closedList: (indent: String, mark: Character)?

  /// Deeper nesting is left out rather than risk the stack on a hostile note.
  private static let deepest = 64
  /// Markdown takes no longer number for a list.
  private static let greatestNumber = 999_999_999

  static func inline(of node: MarkdownNode) -> String {
    let memo = node.memo
    if let known = memo.inline { return known }
    let text = InlineWriter.text(of: node.children)
    memo.inline = text
    return text
  }

  static func inlines(_ nodes: [MarkdownNode]) -> String { InlineWriter.text(of: nodes) }

  /// Text without any marks.
  static func plain(of node: MarkdownNode) -> String {
    let memo = node.memo
    if let known = memo.plain { return known }
    var bytes: [UInt8] = []
    appendPlain(of: node, to: &bytes, depth: 0)
    let text = bytes.withUnsafeBufferPointer { String($0.withoutBlanks) }
    memo.plain = text
    return text
  }

  /// The sentences of `plain`.
  static func sentences(of node: MarkdownNode) -> [String] {
    let memo = node.memo
    if let known = memo.sentences { return known }
    let sentences = Sentences(of: plain(of: node)).texts
    memo.sentences = sentences
    return sentences
  }

  static func blocks(_ nodes: some Sequence<MarkdownNode>) -> String {
    var writer = MarkdownWriter()
    for node in nodes { writer.writeBlock(node, indent: "", depth: 0) }
    return writer.text.trimmed
  }

  private static func appendPlain(of node: MarkdownNode, to text: inout [UInt8], depth: Int) {
    guard depth < deepest else { return }
    for child in node.children {
      switch child.kind {
      case EBB_TEXT, EBB_CODE: child.appendLiteral(to: &text)
      case EBB_SOFT_BREAK, EBB_LINE_BREAK: text.append(0x20)
      case EBB_HTML_INLINE, EBB_IMAGE: break
      default: appendPlain(of: child, to: &text, depth: depth + 1)
      }
    }
  }

  // MARK: Blocks

  private mutating func writeBlock(_ node: MarkdownNode, indent: String, depth: Int) {
    guard depth < Self.deepest else { return }
    switch node.kind {
    case EBB_PARAGRAPH:
      let paragraph = Self.inline(of: node)
      if !paragraph.isEmpty { open(indent, paragraph.escapedAtLineStart) }
    case EBB_HEADING:
      let title = InlineWriter.text(of: node.children, strong: true)
      if !title.isEmpty { open(indent, title.escapedAtLineStart) }
    case EBB_CODE_BLOCK: writeCode(node, indent: indent)
    case EBB_LIST:
      if !Self.isHollow(node, depth: depth) { writeList(node, indent: indent, depth: depth) }
    case EBB_TABLE: writeTable(node, indent: indent)
    case EBB_QUOTE where !Self.isHollow(node, depth: depth):
      open(indent, "> ")
      isBehindMarker = true
      for child in node.children { writeBlock(child, indent: indent + "> ", depth: depth + 1) }
      isBehindMarker = false
    default: break
    }
  }

  /// Whether nothing would be written of a block: `- - -` must not become a thematic break.
  private static func isHollow(_ node: MarkdownNode, depth: Int) -> Bool {
    guard depth < deepest else { return true }
    switch node.kind {
    case EBB_CODE_BLOCK, EBB_TABLE: return false
    case EBB_PARAGRAPH, EBB_HEADING: return inline(of: node).isEmpty
    case EBB_LIST, EBB_LIST_ITEM, EBB_QUOTE:
      let inner = node.kind == EBB_LIST ? depth : depth + 1
      return node.children.allSatisfy { isHollow($0, depth: inner) }
    default: return true
    }
  }

  /// Begins a block: a blank line before it, unless it is the first.
  private mutating func open(_ indent: String, _ line: String) {
    if isBehindMarker {
      isBehindMarker = false
    } else {
      if !text.isEmpty { text += "\n" + indent.withoutBlanksAtEnd + "\n" }
      text += indent
    }
    closedList = nil
    text += line
  }

  private mutating func writeCode(_ node: MarkdownNode, indent: String) {
    let body = node.literal
    let ticks = body.longestRun(of: UInt8(ascii: "`"))
    let fence = String(repeating: "`", count: max(3, ticks + 1))
    let language = node.fenceInfo.fenceLanguage
    open(indent, fence + language)
    if indent.isEmpty {
      // All lines as they are, but for the end of the last one.
      if !body.isEmpty { text += "\n" }
      text += body.last == "\n" ? body.dropLast() : body[...]
      text += "\n" + fence
      return
    }
    for line in body.split(separator: "\n", omittingEmptySubsequences: false).droppingLastBlank {
      text += "\n" + (line.isEmpty ? indent.withoutBlanksAtEnd : indent + line)
    }
    text += "\n" + indent + fence
  }

  private mutating func writeList(_ node: MarkdownNode, indent: String, depth: Int) {
    var mark: Character = node.isOrdered ? "." : "-"
    if let closedList, closedList.indent == indent, closedList.mark == mark {
      mark = node.isOrdered ? ")" : "*"
    }
    var number = node.listStart
    var isFirst = true
    for listItem in node.children {
      let marker = node.isOrdered ? "\(number)\(mark) " : "\(mark) "
      number = min(number + 1, Self.greatestNumber)
      let inner = indent + String(repeating: " ", count: marker.count)
      if isFirst { open(indent, marker) } else { text += "\n" + indent + marker }
      isFirst = false
      isBehindMarker = true
      for child in listItem.children { writeBlock(child, indent: inner, depth: depth + 1) }
      isBehindMarker = false
    }
    closedList = (indent, mark)
  }

  private mutating func writeTable(_ node: MarkdownNode, indent: String) {
    for row in node.children {
      let cells = row.children.map { Self.cell($0) }
      let line = "| " + cells.joined(separator: " | ") + " |"
      if row.isHeaderRow {
        open(indent, line)
        text += "\n" + indent + "|" + String(repeating: "---|", count: cells.count)
      } else {
        text += "\n" + indent + line
      }
    }
  }

  static func cell(_ node: MarkdownNode) -> String {
    inline(of: node).replacing("|", with: "\\|")
  }
}

extension String {
  /// The word that names the language of a code block.
  fileprivate var fenceLanguage: Substring {
    if utf8.allSatisfy({ $0.isASCIILetter }) { return self[...] }
    return prefix { $0.isLetter || $0.isNumber || "+-#._".contains($0) }
  }

  fileprivate var withoutBlanksAtEnd: Substring {
    var end = endIndex
    while end > startIndex, utf8[utf8.index(before: end)] == 0x20 { end = utf8.index(before: end) }
    return self[..<end]
  }
}
