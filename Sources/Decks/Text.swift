// Small tools for note text. They work on UTF-8 bytes where that is enough, because the compiler's
// time goes into strings.

extension StringProtocol {
  /// Words as people count them.
  var wordCount: Int {
    var words = WordCounter()
    withBytes { words.add($0) }
    return words.count
  }
}

/// Counts words byte by byte: runs between white space, and two characters a word in scripts that
/// are written without it.
struct WordCounter {
  private var words = 0
  private var ideographs = 0
  private var isInside = false

  mutating func add(_ byte: UInt8) {
    // The first byte of U+3000...U+DFFF: Han, kana, Hangul.
    if (0xe3...0xed).contains(byte) {
      ideographs += 1
      isInside = true
      return
    }
    let isBlank = byte.isBlank
    if !isBlank, !isInside { words += 1 }
    isInside = !isBlank
  }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    var counter = self
    for byte in bytes { counter.add(byte) }
    self = counter
  }

  var count: Int { words + (ideographs + 1) / 2 }
}

extension String {
  /// With a first letter in upper case, unless it starts with code or a mark.
  package var capitalizedFirst: String {
    let bytes = utf8
    guard let byte = bytes.first else { return self }
    if byte < 0x80, bytes.count == 1 || bytes[bytes.index(after: bytes.startIndex)] < 0x80 {
      guard byte.isASCIILetter, !byte.isCapital else { return self }
      return withBytes { bytes in
        String(unsafeUninitializedCapacity: bytes.count) { result in
          _ = result.initialize(from: bytes)
          result[0] = byte & 0xdf
          return bytes.count
        }
      }
    }
    guard let first, first.isLowercase else { return self }
    return first.uppercased() + dropFirst()
  }

  /// With a capital first letter, unless its first word is a name with a letter, digit or mark inside
  /// that keeps it small: `p99`, `pgBouncer`, `pool_size`.
  var asOpening: String {
    let isName = utf8.prefix { $0 != 0x20 && $0 != 0x2d }
      .contains { $0.isDigit || $0.isCapital || $0 == 0x5f }
    return isName && utf8.first?.isCapital == false ? self : capitalizedFirst
  }

  /// With a blank for each control character, line end and bidirectional override.
  var withoutControls: String {
    withBytes { bytes in
      guard var next = bytes.firstControl(from: 0) else { return self }
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      var start = 0
      while true {
        result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<next.lowerBound]))
        result.append(0x20)
        start = next.upperBound
        guard let following = bytes.firstControl(from: start) else { break }
        next = following
      }
      result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
      return String(decoding: result, as: UTF8.self)
    }
  }

  /// With a blank for what a terminal would obey or what turns text around; line ends and tabs stay,
  /// which code needs.
  var withoutCommands: String {
    guard withBytes({ $0.firstControl(from: 0) }) != nil else { return self }
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isTerminalCommand && scalar != "\n" && scalar != "\t"
    }
    guard unicodeScalars.contains(where: isBlank) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { isBlank($0) ? " " : $0 }))
  }

  /// Marks that Markdown would read are escaped.
  var escapedInline: String {
    withBytes { bytes in
      let marks = Self.markdownMarks
      guard bytes.contains(where: { marks.contains($0) }) else { return self }
      var result: [UInt8] = []
      bytes.appendEscaped(to: &result)
      return String(decoding: result, as: UTF8.self)
    }
  }

  static let markdownMarks = ByteSet("\\`*[]<~_&")

  /// A paragraph that begins like a list, heading or quote would be read as one.
  var escapedAtLineStart: String {
    guard let first = utf8.first, !first.isASCIILetter, first < 0x80 else { return self }
    func ends(_ rest: Substring.UTF8View) -> Bool { rest.first.map { $0 == 0x20 } ?? true }
    let bytes = self[...].utf8
    switch bytes.first {
    case UInt8(ascii: ">"), UInt8(ascii: "|"): return "\\" + self
    case UInt8(ascii: "#"):
      return ends(bytes.drop { $0 == UInt8(ascii: "#") }) ? "\\" + self : self
    case UInt8(ascii: "-"), UInt8(ascii: "+"):
      let isRule = bytes.allSatisfy { $0 == UInt8(ascii: "-") || $0 == 0x20 }
      return isRule || ends(bytes.dropFirst()) ? "\\" + self : self
    default:
      let rest = bytes.drop { (0x30...0x39).contains($0) }
      guard rest.startIndex > bytes.startIndex, let mark = rest.first,
        mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"), ends(rest.dropFirst())
      else { return self }
      return self[..<rest.startIndex] + "\\" + self[rest.startIndex...]
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Appends the text with the marks that Markdown would read escaped.
  func appendEscaped(to result: inout [UInt8]) {
    result.reserveCapacity(result.count + count + 8)
    var start = 0
    let marks = String.markdownMarks
    for index in indices where marks.contains(self[index]) {
      switch self[index] {
      // Scalars, not characters: a mark with a combining accent is a mark to Markdown.
      case UInt8(ascii: "_"):
        if isWord(before: index), isWord(at: index + 1) { continue }
      case UInt8(ascii: "&"):
        guard index + 1 < count, self[index + 1] == UInt8(ascii: "#") || isLetter(at: index + 1)
        else { continue }
      default: break
      }
      result.append(contentsOf: UnsafeBufferPointer(rebasing: self[start..<index]))
      result.append(UInt8(ascii: "\\"))
      start = index
    }
    result.append(contentsOf: UnsafeBufferPointer(rebasing: self[start...]))
  }

  private func isLetter(at index: Int) -> Bool {
    if self[index] < 0x80 { return self[index].isASCIILetter }
    return scalar(at: index)?.properties.isAlphabetic == true
  }

  private func isWord(at index: Int) -> Bool {
    guard index < count else { return false }
    if self[index] < 0x80 { return self[index].isASCIILetter || self[index].isDigit }
    return scalar(at: index)?.isInWord == true
  }

  private func isWord(before index: Int) -> Bool {
    var start = index - 1
    while start > 0, self[start] & 0xc0 == 0x80 { start -= 1 }
    return start >= 0 && isWord(at: start)
  }

  private func scalar(at index: Int) -> Unicode.Scalar? {
    String(self, index..<Swift.min(index + 4, count)).unicodeScalars.first
  }
}

extension Unicode.Scalar {
  fileprivate var isInWord: Bool { properties.isAlphabetic || properties.numericType != nil }
}

extension Array where Element: StringProtocol {
  /// Without the empty last line that a final line feed leaves.
  var droppingLastBlank: ArraySlice<Element> {
    last?.isEmpty == true ? dropLast() : self[...]
  }
}

extension Unicode.Scalar {
  /// A control character, a bidirectional override or a byte order mark.
  fileprivate var isTerminalCommand: Bool {
    switch value {
    case ..<0x20, 0x7f...0x9f, 0x202a...0x202e, 0x2066...0x2069, 0xfeff: true
    default: false
    }
  }
}
