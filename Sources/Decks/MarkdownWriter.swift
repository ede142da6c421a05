import CMarkdown

/// Writes nodes as canonical Markdown: one line a paragraph, links as their text, images as
/// `[image: …]`, no HTML. Parsing what it wrote and writing it again gives the same text.
struct MarkdownWriter {
  private(set) var text = ""
  /// A list marker was just written: the next block begins on its line.
  private var isBehindMarker = false

  /// Deeper nesting is left out rather than risk the stack on a hostile note.
  private static let deepest = 64

  static func inline(of node: MarkdownNode) -> String {
    var writer = MarkdownWriter()
    writer.writeInlines(of: node.first)
    return writer.text.trimmed
  }

  static func inlines(_ nodes: [MarkdownNode]) -> String {
    var writer = MarkdownWriter()
    for node in nodes { writer.writeInline(node, depth: 0) }
    return writer.text.trimmed
  }

  /// Text without any marks.
  static func plain(of node: MarkdownNode) -> String {
    var text = ""
    appendPlain(of: node, to: &text, depth: 0)
    return text.trimmed
  }

  static func blocks(_ nodes: some Sequence<MarkdownNode>) -> String {
    var writer = MarkdownWriter()
    for node in nodes { writer.writeBlock(node, indent: "", depth: 0) }
    return writer.text.trimmed
  }

  private static func appendPlain(of node: MarkdownNode, to text: inout String, depth: Int) {
    guard depth < deepest else { return }
    for child in node.children {
      switch child.kind {
      case EBB_TEXT, EBB_CODE: text += child.literal
      case EBB_SOFT_BREAK, EBB_LINE_BREAK: text += " "
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
      let title = Self.inline(of: node)
      if !title.isEmpty { open(indent, "**" + title.replacing("**", with: "") + "**") }
    case EBB_CODE_BLOCK: writeCode(node, indent: indent)
    case EBB_LIST: writeList(node, indent: indent, depth: depth)
    case EBB_TABLE: writeTable(node, indent: indent)
    case EBB_QUOTE:
      for child in node.children { writeBlock(child, indent: indent + "> ", depth: depth + 1) }
    default: break
    }
  }

  /// Begins a block: a blank line before it, unless it is the first.
  private mutating func open(_ indent: String, _ line: String) {
    if isBehindMarker {
      isBehindMarker = false
    } else {
      if !text.isEmpty { text += "\n" + (indent.hasPrefix(">") ? ">" : "") + "\n" }
      text += indent
    }
    text += line
  }

  private mutating func writeCode(_ node: MarkdownNode, indent: String) {
    let body = node.literal
    var fence = "```"
    while body.contains(fence) { fence += "`" }
    let language = node.fenceInfo.prefix { !$0.isWhitespace && $0 != "`" }
    open(indent, fence + language)
    for line in body.split(separator: "\n", omittingEmptySubsequences: false).droppingLastBlank {
      text += "\n" + (line.isEmpty && !indent.hasPrefix(">") ? "" : indent + line)
    }
    text += "\n" + indent + fence
  }

  private mutating func writeList(_ node: MarkdownNode, indent: String, depth: Int) {
    var number = node.listStart
    for listItem in node.children {
      let marker = node.isOrdered ? "\(number). " : "- "
      number += 1
      let inner = indent + String(repeating: " ", count: marker.count)
      if listItem == node.first { open(indent, marker) } else { text += "\n" + indent + marker }
      isBehindMarker = true
      for child in listItem.children { writeBlock(child, indent: inner, depth: depth + 1) }
      isBehindMarker = false
    }
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

  // MARK: Inlines

  private mutating func writeInlines(of node: MarkdownNode?, depth: Int = 0) {
    guard depth < Self.deepest else { return }
    var current = node
    while let node = current {
      writeInline(node, depth: depth)
      current = node.next
    }
  }

  private mutating func writeInline(_ node: MarkdownNode, depth: Int) {
    switch node.kind {
    case EBB_TEXT: text += node.literal.escapedInline
    case EBB_SOFT_BREAK, EBB_LINE_BREAK: if !text.hasSuffix(" ") { text += " " }
    case EBB_CODE: text += Self.codeSpan(node.literal)
    case EBB_STRONG: wrap(node, in: "**", depth: depth)
    case EBB_EMPHASIS: wrap(node, in: "*", depth: depth)
    case EBB_STRIKETHROUGH, EBB_LINK: writeInlines(of: node.first, depth: depth + 1)
    case EBB_IMAGE:
      let words = Self.plain(of: node)
      text += words.isEmpty ? "" : "\\[image: \(words.escapedInline)\\]"
    default: break
    }
  }

  private mutating func wrap(_ node: MarkdownNode, in mark: String, depth: Int) {
    var inside = MarkdownWriter()
    inside.writeInlines(of: node.first, depth: depth + 1)
    // A mark inside the same mark, or next to white space, would not be read back as one.
    let words = inside.text.trimmed.replacing("*", with: "")
    guard !words.isEmpty else { return }
    if inside.text.first == " " { text += " " }
    text += text.hasSuffix("*") ? words : mark + words + mark
    if inside.text.last == " " { text += " " }
  }

  static func codeSpan(_ code: String) -> String {
    guard code.contains("`") else { return "`" + code + "`" }
    var fence = "``"
    while code.contains(fence) { fence += "`" }
    return "\(fence) \(code) \(fence)"
  }
}
