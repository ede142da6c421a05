// Small tools for note text. They work on UTF-8 bytes where that is enough, because the compiler's
// time goes into strings.

extension StringProtocol {
  /// Words as people count them.
  var wordCount: Int {
    var words = WordCounter()
    for byte in utf8 { words.add(byte) }
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

  var count: Int { words + (ideographs + 1) / 2 }
}

extension String {
  /// With a first letter in upper case, unless it starts with code or a mark.
  var capitalizedFirst: String {
    guard let first, first.isLowercase else { return self }
    return first.uppercased() + dropFirst()
  }

  /// With a blank for each control character, line end and bidirectional override.
  var withoutControls: String {
    blanked { $0.isTerminalCommand || (0x2028...0x2029).contains($0.value) }
  }

  /// With a blank for what a terminal would obey or what turns text around; line ends and tabs stay,
  /// which code needs.
  var withoutCommands: String {
    blanked { $0.isTerminalCommand && $0 != "\n" && $0 != "\t" }
  }

  private func blanked(where isBlank: (Unicode.Scalar) -> Bool) -> String {
    let mayHoldOne = utf8.contains {
      $0 < 0x20 || $0 == 0x7f || $0 == 0xc2 || $0 == 0xe2 || $0 == 0xef
    }
    guard mayHoldOne, unicodeScalars.contains(where: isBlank) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { isBlank($0) ? " " : $0 }))
  }

  /// Marks that Markdown would read are escaped.
  var escapedInline: String {
    guard utf8.contains(where: { Self.marks.contains($0) }) else { return self }
    var result = ""
    result.reserveCapacity(utf8.count + 8)
    // Scalars, not characters: a mark with a combining accent is a mark to Markdown.
    var before: Unicode.Scalar = " "
    var rest = unicodeScalars[...]
    while let scalar = rest.popFirst() {
      let after = rest.first ?? " "
      switch scalar {
      case "\\", "`", "*", "[", "]", "<", "~":
        result.append("\\")
      case "_":
        if !before.isInWord || !after.isInWord { result.append("\\") }
      case "&":
        if after.properties.isAlphabetic || after == "#" { result.append("\\") }
      default: break
      }
      result.unicodeScalars.append(scalar)
      before = scalar
    }
    return result
  }

  private static let marks = ByteSet("\\`*[]<~_&")

  /// A paragraph that begins like a list, heading or quote would be read as one.
  var escapedAtLineStart: String {
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
