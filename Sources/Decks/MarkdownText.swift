// Markdown text that `MarkdownWriter` wrote, cut and joined without breaking its marks.

extension String {
  /// The text as the deck keeps it: what a cut through the middle of a mark has left is escaped.
  var asCanonicalMarkdown: String {
    MarkdownNode.parse(escapedAtLineStart) { MarkdownWriter.blocks($0.children) } ?? ""
  }

  /// Without bold and italic type; code and escaped asterisks stay.
  var withoutEmphasis: String {
    guard utf8.contains(UInt8(ascii: "*")) else { return self }
    var result = ""
    for part in parts {
      result += part.isLiteral ? String(part.text) : part.text.filter { $0 != "*" }
    }
    return result.trimmed
  }

  /// In bold type, unless it holds code, which stands out by itself.
  var plainBold: String { utf8.contains(UInt8(ascii: "`")) ? self : bold }

  /// In bold type, code included.
  var bold: String { "**" + withoutEmphasis + "**" }

  /// Where a separator stands first, code left aside.
  func firstRangeOutsideCode(of separator: String) -> Range<Index>? {
    guard utf8.contains(where: { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "\\") }) else {
      return firstRange(of: separator)
    }
    for part in parts where !part.isLiteral {
      if let range = part.text.firstRange(of: separator) { return range }
    }
    return nil
  }

  /// Code spans and escapes, in which nothing is a mark, and what stands between them.
  private var parts: [(text: Substring, isLiteral: Bool)] {
    var parts: [(text: Substring, isLiteral: Bool)] = []
    var start = startIndex
    var index = startIndex
    func close(at end: Index, _ parts: inout [(text: Substring, isLiteral: Bool)]) {
      if start < index { parts.append((self[start..<index], false)) }
      parts.append((self[index..<end], true))
      (start, index) = (end, end)
    }
    while index < endIndex {
      switch utf8[index] {
      case UInt8(ascii: "\\"):
        let escaped = utf8.index(after: index)
        close(at: escaped < endIndex ? unicodeScalars.index(after: escaped) : escaped, &parts)
      case UInt8(ascii: "`"): close(at: endOfCode(at: index), &parts)
      default: index = utf8.index(after: index)
      }
    }
    if start < endIndex { parts.append((self[start...], false)) }
    return parts
  }

  /// Behind the run of backticks that closes the one here; behind this one if none does.
  private func endOfCode(at start: Index) -> Index {
    let tick = UInt8(ascii: "`")
    let opening = utf8[start...].prefix { $0 == tick }
    var rest = utf8[opening.endIndex...]
    while let next = rest.firstIndex(of: tick) {
      let run = utf8[next...].prefix { $0 == tick }
      if run.count == opening.count { return run.endIndex }
      rest = utf8[run.endIndex...]
    }
    return opening.endIndex
  }
}

extension Sequence {
  /// The first result of `transform` that is not nil.
  func firstNonNil<Result>(_ transform: (Element) -> Result?) -> Result? {
    for element in self {
      if let result = transform(element) { return result }
    }
    return nil
  }
}
