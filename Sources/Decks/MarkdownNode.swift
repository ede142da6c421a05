import CMarkdown
import Foundation

/// One node of a parsed note: a view into cmark's tree, valid inside `MarkdownNode.parse` only.
struct MarkdownNode: Equatable {
  private let pointer: OpaquePointer

  private init(_ pointer: OpaquePointer) { self.pointer = pointer }

  /// Parses Markdown (CommonMark with GitHub's tables, strikethrough and task lists) and hands the
  /// document to `body`; the tree is gone when it returns.
  static func parse<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (MarkdownNode) throws -> Result
  ) rethrows -> Result? {
    let document = bytes.withMemoryRebound(to: CChar.self) {
      ebb_markdown_parse($0.baseAddress, $0.count)
    }
    guard let document else { return nil }
    defer { cmark_node_free(document) }
    return try body(MarkdownNode(document))
  }

  static func parse<Result>(_ text: String, _ body: (MarkdownNode) throws -> Result) rethrows
    -> Result?
  {
    var text = text
    return try text.withUTF8 { try parse($0, body) }
  }

  /// Gives the node and all below it back; nobody may look at them any more.
  func free() { cmark_node_free(pointer) }

  /// What is known of the node already.
  var memo: NodeMemo { NodeMemo.of(pointer) }

  var kind: ebb_node_kind { ebb_node_kind_of(pointer) }
  /// First line, from 1. cmark knows none for a paragraph that it splits from the head of a table,
  /// whose table keeps it, nor for one that was set apart, whose text does.
  var line: Int {
    let line = Int(cmark_node_get_start_line(pointer))
    if line > 0 { return line }
    if let line = first.map({ Int(cmark_node_get_start_line($0.pointer)) }), line > 0 {
      return line
    }
    return next?.line ?? 1
  }
  var next: MarkdownNode? { cmark_node_next(pointer).map(MarkdownNode.init) }
  var first: MarkdownNode? { cmark_node_first_child(pointer).map(MarkdownNode.init) }
  var lastChild: MarkdownNode? { cmark_node_last_child(pointer).map(MarkdownNode.init) }

  /// Makes of what stands behind this line break a paragraph behind a block.
  func move(behind block: MarkdownNode) {
    guard let paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH) else { return }
    cmark_node_insert_after(block.pointer, paragraph)
    while let node = next { cmark_node_append_child(paragraph, node.pointer) }
    cmark_node_unlink(pointer)
    free()
  }

  /// The text of a text, code or HTML node. Entities such as `&#27;` are read by cmark, behind the
  /// back of `Note.read`, so that commands to a terminal are blanked once more.
  var literal: String {
    withLiteral { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      return kind == EBB_CODE_BLOCK ? text : text.withoutControls
    }
  }

  /// The bytes of a text, code or HTML node where they lie, controls included.
  func withLiteral<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard let text = cmark_node_get_literal(pointer) else {
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
    let count = strlen(text)
    return text.withMemoryRebound(to: UInt8.self, capacity: count) {
      body(UnsafeBufferPointer(start: $0, count: count))
    }
  }

  /// Appends the literal as `literal` gives it, for nodes that are no code blocks.
  func appendLiteral(to text: inout [UInt8]) {
    withLiteral { bytes in
      if bytes.firstControl(from: 0) == nil {
        text.append(contentsOf: bytes)
      } else {
        text.append(contentsOf: literal.utf8)
      }
    }
  }

  /// Whether the bytes of a text node hold others, without making a string of them.
  func literalContains(_ text: StaticString) -> Bool {
    guard let literal = cmark_node_get_literal(pointer) else { return false }
    return strstr(literal, UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self))
      != nil
  }

  /// Whether one of the text nodes right below this one holds other bytes. A loop, because the
  /// optimizer of Swift 6.3.1 crashes where `contains(where:)` with this test is inlined.
  func childContains(_ text: StaticString) -> Bool {
    for child in children where child.literalContains(text) { return true }
    return false
  }

  /// Words below this node, as people count them.
  var wordCount: Int {
    let memo = memo
    if let words = memo.words { return words }
    var words = WordCounter()
    count(into: &words, depth: 0)
    memo.words = words.count
    return words.count
  }

  private func count(into words: inout WordCounter, depth: Int) {
    guard depth < 64 else { return }
    for child in children {
      switch child.kind {
      case EBB_TEXT, EBB_CODE: child.withLiteral { words.add($0) }
      case EBB_SOFT_BREAK, EBB_LINE_BREAK: words.add(0x20)
      case EBB_HTML_INLINE, EBB_IMAGE: break
      default: child.count(into: &words, depth: depth + 1)
      }
    }
  }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
  var isTask: Bool { ebb_node_is_task(pointer) != 0 }
  var isTicked: Bool { cmark_gfm_extensions_get_tasklist_item_checked(pointer) }
  var isHeaderRow: Bool { cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 }
  var fenceInfo: String {
    cmark_node_get_fence_info(pointer).map { String(cString: $0).withoutControls } ?? ""
  }
  var address: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }

  var children: Children { Children(next: first) }

  struct Children: Sequence, IteratorProtocol {
    fileprivate var upcoming: MarkdownNode?

    fileprivate init(next: MarkdownNode?) { upcoming = next }

    mutating func next() -> MarkdownNode? {
      defer { upcoming = upcoming?.next }
      return upcoming
    }

    // The optimizer of Swift 6.3.1 crashes where the library's versions of these are inlined into
    // a rule; plain loops, kept out of line, do not lead there.

    @inline(never) func contains(where isWanted: (MarkdownNode) -> Bool) -> Bool {
      for child in self where isWanted(child) { return true }
      return false
    }

    @inline(never) func allSatisfy(_ isWanted: (MarkdownNode) -> Bool) -> Bool {
      for child in self where !isWanted(child) { return false }
      return true
    }
  }
}
