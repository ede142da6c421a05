// What stood around an answer in its note and says nothing on a card.

extension String {
  /// Without the label that only says that an answer follows, quotation marks around all of it or
  /// left of a quotation that was cut, and remarks such as "(see below)".
  var polished: String {
    var text = self
    if text.utf8.first == UInt8(ascii: "*") { text = text.withoutAnnouncement }
    if text.utf8.contains(UInt8(ascii: "\"")) { text = text.withoutStrayQuote }
    if text.utf8.contains(UInt8(ascii: "(")) { text = text.withoutPointers }
    return text
  }

  /// "**The Senior One-Liner:** …" is one line; that a senior says it is no part of it.
  private var withoutAnnouncement: String {
    guard hasPrefix("**"), case let rest = dropFirst(2), let end = rest.firstRange(of: "**"),
      case let label = String(rest[..<end.lowerBound]), label.utf8.count < 40
    else { return self }
    var body = rest[end.upperBound...]
    let hasColon = label.hasSuffix(":") || body.hasPrefix(":")
    if body.hasPrefix(":") { body = body.dropFirst() }
    let name = label.hasSuffix(":") ? String(label.dropLast()) : label
    guard hasColon, Lexicon.announces(name), !body.trimmed.isEmpty else { return self }
    return body.trimmed.escapedAtLineStart
  }

  /// A quotation that runs over several paragraphs or points leaves one mark in the first and one
  /// in the last.
  private var withoutStrayQuote: String {
    guard !contains("`") || !utf8.contains(UInt8(ascii: "\n")) else { return self }
    let marks = utf8.count { $0 == UInt8(ascii: "\"") }
    if marks == 2, utf8.first == UInt8(ascii: "\""), utf8.last == UInt8(ascii: "\"") {
      return dropFirst().dropLast().trimmed.escapedAtLineStart
    }
    if marks % 2 == 0, isQuotedAsAWhole { return dropFirst().dropLast().trimmed.escapedAtLineStart }
    guard marks % 2 == 1 else { return self }
    if utf8.first == UInt8(ascii: "\"") { return dropFirst().trimmed.escapedAtLineStart }
    if utf8.last == UInt8(ascii: "\"") { return String(dropLast()) }
    return self
  }

  /// Whether the first mark is closed by the last: the one behind it opens another quotation.
  private var isQuotedAsAWhole: Bool {
    let mark = UInt8(ascii: "\"")
    guard utf8.count > 2, utf8.first == mark, utf8.last == mark,
      let second = utf8.dropFirst().firstIndex(of: mark), second > startIndex
    else { return false }
    return [0x20, 0x0a, 0x28].contains(utf8[utf8.index(before: second)])
  }

  /// Nothing is below or above on a card.
  private var withoutPointers: String {
    var text = self
    for opening in Self.pointers {
      while let start = text.firstRangeOutsideCode(of: opening),
        let close = text[start.upperBound...].firstIndex(of: ")")
      {
        let inside = text[start.upperBound..<close]
        let words = inside.lowercased().split { !$0.isLetter }
        guard words.count <= 5, words.contains(where: { Self.places.contains(String($0)) }) else {
          break
        }
        text.removeSubrange(start.lowerBound...close)
      }
    }
    return text
  }

  private static let pointers = [" (see ", " (as shown ", " (as described ", " (shown "]

  private static let places: WordSet = [
    "below", "above", "section", "question", "figure", "next", "previous", "chapter", "earlier",
    "later", "here", "table", "diagram", "example",
  ]
}
