// What the cells of a table hold: words, formulas, figures or money.

extension String {
  /// Whether it holds a letter or digit of any script.
  var holdsWord: Bool { utf8.contains { $0.isWordByte } }

  /// Whether four letters stand in a row somewhere: what has none is a formula or a number.
  var hasLongWord: Bool {
    withBytes { bytes in
      var run = 0
      for byte in bytes {
        run = byte.isASCIILetter || byte >= 0x80 ? run + 1 : 0
        if run >= 4 { return true }
      }
      return false
    }
  }

  /// With a capital first letter, unless it is a formula such as `n` or `n log n`.
  var asCellText: String {
    let word = utf8.prefix { $0 != 0x20 }
    let words = words.prefix(3)
    // "num = 1"
    if words.contains(where: { $0.utf8.last == UInt8(ascii: "=") }) { return self }
    // "log n"
    if words.dropFirst().contains(where: {
      $0.utf8.count == 1 && $0 != "a" && $0.utf8.first?.isDigit == false
    }) {
      return self
    }
    let isSmall = word.count <= 2 && !Self.smallWords.contains(anyCase: String(word) ?? "")
    return isSmall || word.contains(where: { $0 < 0x41 && !"-,".utf8.contains($0) })
      ? self : asOpening
  }

  private static let smallWords: WordSet = [
    "a", "an", "no", "in", "on", "of", "at", "by", "to", "as", "it", "is", "if", "or", "up", "so",
    "do", "be", "we",
  ]

  /// A row of a table of costs that names a measure, not an algorithm: "Space".
  var isMeasure: Bool {
    ["space", "memory", "time"].contains(withoutEmphasis.lowercased())
  }

  /// A word in quotation marks is not meant as it stands.
  var isQuoted: Bool { contains("\"") || contains("“") }

  /// A number, with or without a unit behind it.
  var isFigure: Bool {
    let text = withoutEmphasis.drop { "\\~+-−±<>≈ ".contains($0) }
    return text.utf8.first.map { (0x30...0x39).contains($0) } == true && text.wordCount <= 3
  }

  /// Nothing but digits and full stops.
  var isNumeric: Bool {
    utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
  }

  /// An amount with the sign of a currency.
  var isMoney: Bool {
    guard utf8.contains(where: { $0 == UInt8(ascii: "$") || $0 >= 0x80 }) else { return false }
    let text = withoutEmphasis.drop { $0 == "\\" || $0 == "~" || $0 == " " }
    guard let first = text.first, "$€£¥".contains(first) else { return false }
    return text.dropFirst().first?.isNumber == true
  }

  /// "Same", "as above": no answer by itself.
  var isUnchanged: Bool {
    utf8.count < 16
      && ["same", "as above", "ditto", "n/a", "none yet", "see above", "link"]
        .contains(lowercased())
  }
}

extension UInt8 {
  /// A letter or digit, or the first byte of a letter of another script.
  fileprivate var isWordByte: Bool {
    (0x30...0x39).contains(self) || (0x61...0x7a).contains(self | 0x20)
      || (0xc3...0xdb).contains(self) || (0xe3...0xed).contains(self)
  }
}
