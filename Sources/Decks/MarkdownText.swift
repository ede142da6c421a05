// Markdown text that `MarkdownWriter` wrote, cut and joined without breaking its marks.

extension String {
  /// The text as the deck keeps it: what a cut through the middle of a mark has left is escaped.
  var asCanonicalMarkdown: String {
    MarkdownNode.parse(escapedAtLineStart) { MarkdownWriter.blocks($0.children) } ?? ""
  }

  /// Without bold and italic type; code and escaped asterisks stay.
  var withoutEmphasis: String {
    guard utf8.contains(UInt8(ascii: "*")) else { return self }
    return withBytes { bytes in
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      for part in bytes.parts {
        for byte in bytes[part.range] where part.isLiteral || byte != UInt8(ascii: "*") {
          result.append(byte)
        }
      }
      return result.withUnsafeBufferPointer { String($0.withoutBlanks) }
    }
  }

  /// In bold type, unless it holds code, which stands out by itself.
  var plainBold: String { utf8.contains(UInt8(ascii: "`")) ? self : bold }

  /// In bold type, code included.
  var bold: String { "**" + withoutEmphasis + "**" }

  /// Where a separator stands first, code left aside.
  func firstRangeOutsideCode(of separator: String) -> Range<Index>? {
    // Most texts do not hold it at all, and few that do hold code.
    guard let first = firstRange(of: separator) else { return nil }
    guard utf8.contains(where: { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "\\") }) else {
      return first
    }
    let offset = withBytes { text in
      separator.withBytes { separator in
        text.parts.firstNonNil { part in
          part.isLiteral
            ? nil
            : UnsafeBufferPointer(rebasing: text[part.range]).offset(of: separator)
              .map { part.range.lowerBound + $0 }
        }
      }
    }
    guard let offset else { return nil }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: separator.utf8.count)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Code spans and escapes, in which nothing is a mark, and what stands between them.
  fileprivate var parts: [(range: Range<Int>, isLiteral: Bool)] {
    var parts: [(range: Range<Int>, isLiteral: Bool)] = []
    var start = 0
    var index = 0
    while index < count {
      let end: Int
      switch self[index] {
      case UInt8(ascii: "\\"): end = endOfScalar(at: index + 1)
      case UInt8(ascii: "`"): end = endOfCode(at: index)
      default:
        index += 1
        continue
      }
      if start < index { parts.append((start..<index, false)) }
      parts.append((index..<end, true))
      (start, index) = (end, end)
    }
    if start < count { parts.append((start..<count, false)) }
    return parts
  }

  private func endOfScalar(at start: Int) -> Int {
    var end = Swift.min(start + 1, count)
    while end < count, self[end] & 0xc0 == 0x80 { end += 1 }
    return end
  }

  /// Behind the run of backticks that closes the one here; behind this one if none does.
  private func endOfCode(at start: Int) -> Int {
    let opening = endOfTicks(at: start)
    var index = opening
    while index < count {
      guard self[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let end = endOfTicks(at: index)
      if end - index == opening - start { return end }
      index = end
    }
    return opening
  }

  private func endOfTicks(at start: Int) -> Int {
    var end = start
    while end < count, self[end] == UInt8(ascii: "`") { end += 1 }
    return end
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
