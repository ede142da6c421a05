import CMarkdown

/// Markdown as values that can be laid out: what a screen needs to draw a prompt or an answer.
package struct RichText: Hashable, Sendable {
  package var blocks: [Block]

  /// A run of text in one style.
  package struct Span: Hashable, Sendable {
    /// How a span is drawn.
    package enum Style: Hashable, Sendable {
      case plain
      case strong
      case emphasis
      case code
    }

    package var text: String
    package var style: Style

    package init(_ text: String, _ style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  package indirect enum Block: Hashable, Sendable {
    case paragraph([Span])
    /// Language (may be empty) and lines.
    case code(language: String, lines: [String])
    /// `start` is nil for bullets.
    case list(start: Int?, members: [[Block]])
    case table(header: [[Span]], rows: [[[Span]]])
    case quote([Block])
  }

  package init(blocks: [Block]) { self.blocks = blocks }

  package init(markdown: String) {
    blocks = MarkdownNode.parse(markdown) { Self.blocks(of: $0, depth: 0) } ?? []
  }

  private static func blocks(of node: MarkdownNode, depth: Int) -> [Block] {
    guard depth < 64 else { return [] }
    return node.children.compactMap { child in
      switch child.kind {
      case EBB_PARAGRAPH, EBB_HEADING: return .paragraph(spans(of: child))
      case EBB_CODE_BLOCK:
        let lines = child.literal.split(separator: "\n", omittingEmptySubsequences: false)
        return .code(
          language: child.fenceInfo, lines: lines.droppingLastBlank.map { String($0) })
      case EBB_LIST:
        return .list(
          start: child.isOrdered ? child.listStart : nil,
          members: child.children.map { blocks(of: $0, depth: depth + 1) })
      case EBB_TABLE:
        let rows = child.children.map { row in row.children.map { spans(of: $0) } }
        return .table(header: rows.first ?? [], rows: Array(rows.dropFirst()))
      case EBB_QUOTE: return .quote(blocks(of: child, depth: depth + 1))
      default: return nil
      }
    }
  }

  private static func spans(of node: MarkdownNode) -> [Span] {
    var spans: [Span] = []
    append(node, style: .plain, to: &spans, depth: 0)
    return spans
  }

  private static func append(
    _ node: MarkdownNode, style: Span.Style, to spans: inout [Span], depth: Int
  ) {
    guard depth < 64 else { return }
    for child in node.children {
      switch child.kind {
      case EBB_TEXT: add(child.literal, style, to: &spans)
      case EBB_SOFT_BREAK, EBB_LINE_BREAK: add(" ", style, to: &spans)
      case EBB_CODE: add(child.literal, .code, to: &spans)
      case EBB_STRONG: append(child, style: .strong, to: &spans, depth: depth + 1)
      case EBB_EMPHASIS: append(child, style: .emphasis, to: &spans, depth: depth + 1)
      case EBB_HTML_INLINE: break
      default: append(child, style: style, to: &spans, depth: depth + 1)
      }
    }
  }

  private static func add(_ text: String, _ style: Span.Style, to spans: inout [Span]) {
    if let last = spans.last, last.style == style, style != .code {
      spans[spans.count - 1].text += text
    } else {
      spans.append(Span(text, style))
    }
  }
}
