import CMarkdown

/// Lines at the margin right below a list. Markdown counts such a line to the last bullet; where
/// the bullet ends a sentence and the line begins another, its author meant a paragraph of its own.
enum ClosingLines {
  private typealias Bytes = UnsafeBufferPointer<UInt8>

  /// The numbers of such lines, from 1. Lines inside of code are found too: no list holds them.
  static func find(in text: UnsafeBufferPointer<UInt8>) -> Set<Int> {
    var found: Set<Int> = []
    var number = 1
    var start = 0
    var isListed = false
    var endsSentence = false
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0a) ?? text.count
      let line = Bytes(rebasing: text[start..<end])
      if let first = line.firstIndex(where: { !$0.isBlank }) {
        let bare = Bytes(rebasing: line[first...])
        if beginsBullet(bare) {
          isListed = true
        } else if isListed, endsSentence, first == 0, beginsSentence(bare) {
          found.insert(number)
          isListed = false
        }
        endsSentence = isListed && Self.endsSentence(bare)
      } else {
        isListed = false
      }
      number += 1
      start = end + 1
    }
    return found
  }

  /// `- `, `* `, `+ `, `1. ` or `2) `.
  private static func beginsBullet(_ line: Bytes) -> Bool {
    let digits = line.prefix { (0x30...0x39).contains($0) }.count
    let marks = digits == 0 ? "-*+".utf8 : ".)".utf8
    guard digits < 10, digits + 1 < line.count, marks.contains(line[digits]) else { return false }
    return line[digits + 1].isBlank
  }

  /// A capital, code, bold type or a quotation; headings, quotes, tables and HTML begin otherwise.
  private static func beginsSentence(_ line: Bytes) -> Bool {
    guard let first = line.first else { return false }
    switch first {
    case UInt8(ascii: "`"): return !line.starts(with: "```".utf8)
    case UInt8(ascii: "*"): return line.starts(with: "**".utf8) && line.contains { $0 > 0x40 }
    case UInt8(ascii: "\""): return true
    default: return first.isCapital || first >= 0x80
    }
  }

  private static func endsSentence(_ line: Bytes) -> Bool {
    let closers = "*\")_`".utf8
    guard let last = line.lastIndex(where: { !$0.isBlank && !closers.contains($0) }) else {
      return false
    }
    let text = line[...last]
    return ".!?".utf8.contains(line[last])
      || ["。", "！", "？"].contains { text.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }
}

extension MarkdownNode {
  /// Makes a paragraph behind its list of every closing line below this node.
  func setApart(closingLines lines: Set<Int>) {
    if lines.isEmpty { return }
    for block in children where block.kind == EBB_LIST {
      var list = block
      for _ in 0..<16 {
        guard let last = list.lastChild?.lastChild else { break }
        if last.kind == EBB_LIST {
          list = last
          continue
        }
        let close = last.children.first { node in
          node.kind == EBB_SOFT_BREAK && node.next.map { lines.contains($0.line) } == true
        }
        if last.kind == EBB_PARAGRAPH, let close { close.move(behind: block) }
        break
      }
    }
  }
}
