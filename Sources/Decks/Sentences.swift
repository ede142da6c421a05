/// The sentences of a paragraph of canonical Markdown; code, brackets and quotes are never cut.
package struct Sentences {
  package private(set) var texts: [String] = []

  package init(of text: String) {
    text.withBytes { read($0) }
  }

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  private mutating func read(_ bytes: Bytes) {
    var start = 0
    var index = 0
    var depth = 0
    var isInCode = false
    var isInQuotes = false
    var isStrong = false
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "`"): isInCode.toggle()
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "*"):
        if !isInCode, index + 1 < bytes.count, bytes[index + 1] == byte {
          isStrong.toggle()
          index += 1
        }
      case UInt8(ascii: "("), UInt8(ascii: "["): if !isInCode { depth += 1 }
      case UInt8(ascii: ")"), UInt8(ascii: "]"): if !isInCode { depth = max(0, depth - 1) }
      case UInt8(ascii: "\""): if !isInCode { isInQuotes.toggle() }
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        guard !isInCode, depth == 0 else { break }
        let end = Self.end(behind: index, in: bytes, isInQuotes: &isInQuotes)
        guard let end, !isInQuotes, !Self.isAbbreviation(bytes, start..<index + 1) else { break }
        // Within bold type only where the bold type ends too.
        if isStrong {
          guard bytes[index + 1..<end].count(where: { $0 == UInt8(ascii: "*") }) >= 2 else { break }
          isStrong = false
        }
        add(bytes, start..<end)
        (start, index) = (end, end - 1)
      case 0xe3, 0xef:
        guard Self.isWideMark(bytes, index), !isInCode, depth == 0, !isStrong else { break }
        add(bytes, start..<index + 3)
        (start, index) = (index + 3, index + 2)
      default: break
      }
      index += 1
    }
    add(bytes, start..<bytes.count)
  }

  /// "。", "！" or "？", unless a quotation mark or bracket closes behind it.
  private static func isWideMark(_ bytes: Bytes, _ index: Int) -> Bool {
    guard index + 2 < bytes.count else { return false }
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xe3, 0x80, 0x82), (0xef, 0xbc, 0x81), (0xef, 0xbc, 0x9f): break
    default: return false
    }
    guard index + 5 < bytes.count else { return true }
    switch (bytes[index + 3], bytes[index + 4], bytes[index + 5]) {
    // ”, 」, 』, ）, ！ and ？: the sentence goes on to the last of them.
    case (0xe2, 0x80, 0x9d), (0xe3, 0x80, 0x8d), (0xe3, 0x80, 0x8f), (0xef, 0xbc, 0x89),
      (0xef, 0xbc, 0x81), (0xef, 0xbc, 0x9f):
      return false
    default: return true
    }
  }

  /// Sentences as one text: a blank between them, unless a script is written without.
  static func joined(_ sentences: [String]) -> String {
    var text = ""
    for sentence in sentences {
      if let last = text.last, !"。！？".contains(last) { text += " " }
      text += sentence
    }
    return text
  }

  private mutating func add(_ bytes: Bytes, _ range: Range<Int>) {
    let text = String(UnsafeBufferPointer(rebasing: bytes[range]).withoutBlanks)
    if !text.isEmpty { texts.append(text) }
  }

  /// Where the sentence ends whose mark is at `index`; nil in "1.5", "e.g. this", "a.b".
  private static func end(
    behind index: Int, in bytes: Bytes, isInQuotes: inout Bool
  ) -> Int? {
    var next = index + 1
    var quotes = isInQuotes
    while next < bytes.count, "*\")_".utf8.contains(bytes[next]) {
      if bytes[next] == UInt8(ascii: "\"") { quotes.toggle() }
      next += 1
    }
    if next == bytes.count { return nil }
    guard bytes[next] == 0x20, next + 1 < bytes.count else { return nil }
    let following = bytes[next + 1]
    guard !(0x61...0x7a).contains(following) else { return nil }
    isInQuotes = quotes
    return next
  }

  private static func isAbbreviation(_ bytes: Bytes, _ sentence: Range<Int>) -> Bool {
    var start = sentence.upperBound
    while start > sentence.lowerBound, bytes[start - 1] != 0x20,
      bytes[start - 1] != UInt8(ascii: "(")
    {
      start -= 1
    }
    let word = UnsafeBufferPointer(rebasing: bytes[start..<sentence.upperBound])
    return word.count == 2 && word[0].isASCIILetter || abbreviations.contains(anyCase: word)
  }

  private static let abbreviations: WordSet = [
    "e.g.", "i.e.", "vs.", "etc.", "cf.", "approx.", "no.", "dr.", "mr.", "st.",
  ]
}
