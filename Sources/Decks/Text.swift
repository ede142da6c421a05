// Small tools for note text. They work on UTF-8 bytes where that is enough, because the compiler's
// time goes into strings.

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    var view = self[...]
    while let first = view.first, first.isWhitespace { view = view.dropFirst() }
    while let last = view.last, last.isWhitespace { view = view.dropLast() }
    return String(view)
  }

  /// Words as people count them: runs between white space.
  var wordCount: Int {
    var count = 0
    var inside = false
    for byte in utf8 {
      let blank = byte == 0x20 || (byte >= 0x09 && byte <= 0x0d)
      if !blank, !inside { count += 1 }
      inside = !blank
    }
    return count
  }
}

extension String {
  /// With a first letter in upper case, unless it starts with code or a mark.
  var capitalizedFirst: String {
    guard let first, first.isLowercase else { return self }
    return first.uppercased() + dropFirst()
  }

  /// Marks that Markdown would read are escaped.
  var escapedInline: String {
    guard utf8.contains(where: { Self.marks.contains($0) }) else { return self }
    var result = ""
    result.reserveCapacity(utf8.count + 8)
    let characters = Array(self)
    for (index, character) in characters.enumerated() {
      switch character {
      case "\\", "`", "*", "[", "]", "<", "~":
        result.append("\\")
      case "_":
        let before = index > 0 ? characters[index - 1] : " "
        let after = index + 1 < characters.count ? characters[index + 1] : " "
        let inWord = (before.isLetter || before.isNumber) && (after.isLetter || after.isNumber)
        if !inWord { result.append("\\") }
      case "&":
        let after = index + 1 < characters.count ? characters[index + 1] : " "
        if after.isLetter || after == "#" { result.append("\\") }
      default: break
      }
      result.append(character)
    }
    return result
  }

  private static let marks = Set("\\`*[]<~_&".utf8)

  /// A paragraph that begins like a list, heading or quote would be read as one.
  var escapedAtLineStart: String {
    guard let first else { return self }
    switch first {
    case "#", "+", ">", "=": return "\\" + self
    case "-": return "\\" + self
    case "|": return "\\" + self
    default:
      guard first.isNumber else { return self }
      let digits = prefix { $0.isNumber }
      let rest = dropFirst(digits.count)
      guard let mark = rest.first, mark == "." || mark == ")" else { return self }
      return digits + "\\" + rest
    }
  }
}

extension Array where Element: StringProtocol {
  /// Without the empty last line that a final line feed leaves.
  var droppingLastBlank: ArraySlice<Element> {
    last?.isEmpty == true ? dropLast() : self[...]
  }
}
