// Text of a note in the form that a question or an answer wants it in.

extension String {
  /// With a question mark, unless it ends in one or is an instruction.
  var asQuestion: String {
    if let byte = utf8.last, byte < 0x80 {
      if "?.!".utf8.contains(byte) || hasSuffix("?\"") { return self }
    } else if let last, "？。！".contains(last) {
      return self
    }
    let first = prefix { $0.isLetter }.lowercased()
    return self + (Self.questionOpenings.contains(first) ? "?" : ".")
  }

  private static let questionOpenings = Lexicon.interrogatives.union([
    "is", "are", "does", "do", "can", "should", "must",
  ])

  /// Without quotation marks around all of it.
  var withoutOuterQuotes: String {
    guard utf8.count > 2, utf8.count(where: { $0 == UInt8(ascii: "\"") }) == 2,
      utf8.first == UInt8(ascii: "\""), utf8.last == UInt8(ascii: "\"")
    else { return self }
    return String(dropFirst().dropLast())
  }

  /// With a full stop, unless it ends in one.
  var asSentence: String {
    guard let byte = utf8.last else { return self }
    if byte < 0x80 { return ".!?".utf8.contains(byte) ? self : self + "." }
    guard let last else { return self }
    return "…。！？".contains(last) ? self : self + "."
  }

  /// A header inside a sentence: lower case unless it is an acronym or code.
  var asPhrase: String {
    let bare = withoutEmphasis
    if let byte = bare.utf8.first, byte < 0x80, !byte.isCapital { return bare }
    if let phrase = bare.withTitleCaseUndone { return phrase }
    guard bare.first?.isUppercase == true else { return bare }
    let word = bare.prefix { !$0.isWhitespace }
    if word.dropFirst().contains(where: \.isUppercase) || word.count == 1 { return bare }
    // Title Case is undone unless a later word is an acronym.
    let isTitleCase = bare.isTitleCase
    return bare.split(separator: " ").enumerated().map { index, part in
      part.dropFirst().contains(where: \.isUppercase) || index > 0 && !isTitleCase
        ? String(part) : part.lowercased()
    }.joined(separator: " ")
  }

  /// Whether no word but the first shows that its capitals are those of names: "Key of a Redis hash
  /// field" has "hash" in small letters, "Key Of A Field" and "Field of Redis" have none such.
  private var isTitleCase: Bool {
    !words.dropFirst().contains { word in
      word.utf8.count >= 4 && word.first?.isLowercase == true && !Self.linkWords.contains(word)
    }
  }

  /// Words that stay small in a title.
  private static let linkWords: WordSet = [
    "with", "from", "into", "over", "than", "that", "when", "your", "without", "between", "under",
    "after", "before", "versus",
  ]

  /// `asPhrase` of ASCII that begins with a capital; nil for any other text.
  private var withTitleCaseUndone: String? {
    withBytes { bytes in
      guard let first = bytes.first, first.isCapital, bytes.allSatisfy({ $0 < 0x80 }) else {
        return nil
      }
      let word = bytes.prefix { !$0.isBlank }.dropFirst()
      if word.isEmpty || word.contains(where: { $0.isCapital }) { return self }
      // A name has a capital to keep only behind another word.
      let isTitleCase =
        !bytes[word.endIndex...].contains { $0.isCapital } || String(bytes).isTitleCase
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      bytes.forEachWord { word in
        let isKept =
          !result.isEmpty && !isTitleCase
          || bytes[word.lowerBound + 1..<word.upperBound].contains { $0.isCapital }
        if !result.isEmpty { result.append(0x20) }
        for byte in bytes[word] { result.append(isKept ? byte : byte.lowered) }
      }
      return String(decoding: result, as: UTF8.self)
    }
  }

  /// Without the full stop or question mark at its end.
  var withoutFinalMark: String {
    if let byte = utf8.last, byte < 0x80 {
      return byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") ? String(dropLast()) : self
    }
    return last.map { ".?？".contains($0) } == true ? String(dropLast()) : self
  }
}
