import CMarkdown

/// Points of a text whose parts have titles in bold type.
extension KeyPoints {
  /// More words than this, and a title stands without what follows it.
  private static let longestTitled = 50

  /// Each title with what is first said under it, behind the sentence before the first title; nil
  /// where the text has fewer than two titles or more than eight, or where nothing follows one.
  static func titled(_ blocks: [MarkdownNode]) -> [String]? {
    var parts: [(title: String, body: [MarkdownNode])] = []
    var lead: [MarkdownNode] = []
    for block in blocks {
      if let title = title(block) {
        parts.append((title, []))
      } else if parts.isEmpty {
        lead.append(block)
      } else {
        parts[parts.count - 1].body.append(block)
      }
    }
    guard (2...8).contains(parts.count) else { return nil }
    var points: [String] = []
    if let opening = opening(lead) { points.append(opening) }
    for part in parts {
      guard let point = point(part.title, over: part.body) else { return nil }
      points.append(point.escapedAtLineStart)
    }
    return points
  }

  /// A paragraph in bold type from its first word to its last.
  static func title(_ block: MarkdownNode) -> String? {
    guard block.kind == EBB_PARAGRAPH, let strong = block.first, strong.kind == EBB_STRONG,
      strong.next == nil
        || strong.next?.next == nil && strong.next?.kind == EBB_TEXT
          && [":", "：", "。"].contains(strong.next?.literal.trimmed ?? "")
    else { return nil }
    let text = MarkdownWriter.inline(of: strong).withoutEmphasis
    guard (1...30).contains(text.wordCount), !text.hasSuffix("?"), !text.hasSuffix("？") else {
      return nil
    }
    return text.last == ":" || text.last == "：" ? text.dropLast().trimmed : text
  }

  /// A title that is a sentence says it all; a name needs what is said of it.
  private static func point(_ title: String, over body: [MarkdownNode]) -> String? {
    let isSentence = title.last.map { ".。!！".contains($0) } == true && title.wordCount > 3
    guard let said = opening(body) else { return isSentence ? title.bold : nil }
    let isShort = title.wordCount + said.wordCount <= longestTitled
    guard isShort || isSentence else { return nil }
    if !isShort { return title.bold }
    return isSentence ? "\(title.bold) \(said)" : "\(title.bold): \(said)"
  }

  /// The first sentence that says something, or the bullets of a short list.
  private static func opening(_ blocks: [MarkdownNode]) -> String? {
    for block in blocks {
      switch block.kind {
      case EBB_PARAGRAPH:
        let text = MarkdownWriter.inline(of: block).withoutAnswerLabel
        let said = Sentences(of: text).texts.first {
          !Chatter.holds($0) && !$0.hasSuffix(":") && !$0.hasSuffix("：")
        }
        if let said, said.wordCount <= longestTitled { return said }
      case EBB_LIST:
        var members: [String] = []
        for member in block.children {
          if let text = member.first, text.kind == EBB_PARAGRAPH {
            members.append(MarkdownWriter.inline(of: text).withoutFinalMark)
          }
        }
        let text = members.joined(separator: "; ")
        return text.wordCount <= longestTitled && !text.isEmpty ? text : nil
      default: continue
      }
    }
    return nil
  }
}
