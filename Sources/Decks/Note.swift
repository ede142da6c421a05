import Foundation

/// One Markdown file as its author wrote it, fit to be parsed: valid UTF-8 in which everything
/// that could reach a terminal as a command is blanked at equal length, so that lines stay lines.
package struct Note: Sendable {
  package let path: String
  package let text: [UInt8]
  package let frontMatter: FrontMatter
  /// Parts of the file that are not read as they were written.
  let remarks: [Diagnostic]

  /// Larger files are refused: no person wrote them as notes.
  package static let largest = 16 << 20

  /// - Returns: The note, or the diagnostic that says why the bytes are none.
  package static func read(_ bytes: [UInt8], path: String) -> Result<Note, Diagnostic> {
    let file = Place(path: path, line: 0)
    if bytes.count > largest { return .failure(tooLarge(bytes.count, at: file)) }
    if bytes.prefix(8192).contains(0) {
      return .failure(
        Diagnostic(.error, "this is a binary file, not a note; leave it out", at: file))
    }
    if let wrong = firstInvalidByte(in: bytes) {
      let line = bytes[..<wrong].count { $0 == 0x0a } + 1
      return .failure(
        Diagnostic(
          .error, "the text is not UTF-8 (byte \(wrong + 1)); convert it with iconv",
          at: Place(path: path, line: line)))
    }
    let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]
    var text = bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
    blankControls(&text)
    let frontMatter = FrontMatter.take(from: &text)
    if let objection = NoteLimits.objection(to: text, at: file) { return .failure(objection) }
    NoteRepairs.apply(to: &text)
    let remarks = NoteLimits.flatten(&text, path: path)
    return .success(Note(path: path, text: text, frontMatter: frontMatter, remarks: remarks))
  }

  /// What is said of a file of more than `largest` bytes, which need not be read to know it.
  package static func tooLarge(_ size: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error,
      "the file has \(size >> 20) MB, a note at most \(largest >> 20) MB; split it or leave it out",
      at: place)
  }

  private static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
    var decoded = String(decoding: bytes, as: UTF8.self)
    return decoded.withUTF8 { repaired in
      bytes.withUnsafeBufferPointer { original in
        guard let left = repaired.baseAddress, let right = original.baseAddress else { return nil }
        if repaired.count == original.count, memcmp(left, right, original.count) == 0 {
          return nil
        }
        return zip(repaired, original).enumerated().first { $0.element.0 != $0.element.1 }?.offset
          ?? min(repaired.count, original.count)
      }
    }
  }

  /// Blanks C0 but line ends and tabs, DEL, C1, bidirectional overrides, byte order marks.
  private static func blankControls(_ text: inout [UInt8]) {
    text.withUnsafeMutableBufferPointer { bytes in
      let text = UnsafeBufferPointer(bytes)
      var start = 0
      while let found = text.firstControl(from: start) {
        start = found.upperBound
        if !isLineEnd(UnsafeBufferPointer(rebasing: text[found])) {
          for index in found { bytes[index] = 0x20 }
        }
      }
    }
  }

  /// A tab, or an end of a line or paragraph: U+2028 and U+2029 are such as well.
  private static func isLineEnd(_ control: UnsafeBufferPointer<UInt8>) -> Bool {
    switch control[0] {
    case 0x0a, 0x09, 0x0d: true
    case 0xe2: control[1] == 0x80 && control[2] < 0xaa
    default: false
    }
  }
}

/// The lines between `---` at the very start of a note: `key: value`, no nesting.
package struct FrontMatter: Hashable, Sendable {
  package var title: String?
  /// `cards: off` leaves the whole note out.
  package var isOff = false
  /// Subjects across topics: `tags: [a, b]`, or a line each below `tags:`.
  package var tags: [String] = []

  /// Reads the front matter, if any, and blanks it in the text, so that lines keep their numbers.
  static func take(from text: inout [UInt8]) -> FrontMatter {
    var result = FrontMatter()
    guard text.starts(with: Array("---\n".utf8)) || text.starts(with: Array("---\r\n".utf8)) else {
      return result
    }
    guard let lines = lines(of: text) else { return result }
    var isBelowTags = false
    for line in lines.dropFirst() {
      if isBelowTags, let tag = Self.listed(line) {
        result.addTags(tag)
        continue
      }
      isBelowTags = false
      guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let key = line[..<colon].trimmed.lowercased()
      let value = line[line.utf8.index(after: colon)...].trimmed.trimmingMatchingQuotes
      switch key {
      case "title" where !value.isEmpty: result.title = value
      case "cards", "ebb": if value == "off" { result.isOff = true }
      case "tags", "tag":
        isBelowTags = value.isEmpty
        result.addTags(value)
      default: break
      }
    }
    var blanked = 0
    var index = 0
    while index < text.count, blanked <= lines.count {
      if text[index] == 0x0a { blanked += 1 } else { text[index] = 0x20 }
      index += 1
    }
    return result
  }

  /// The lines before the one that closes it, the first of which opens it; nil if none does.
  private static func lines(of text: [UInt8]) -> [String]? {
    var lines: [String] = []
    var rest = text.prefix(1 << 16)
    while !rest.isEmpty {
      // Bytes, not characters: a carriage return and a line feed are one character.
      let bytes = rest.prefix { $0 != 0x0a }
      rest = rest.dropFirst(bytes.count + 1)
      // What stands in one line of the file is told in one line: in titles of screens, in decks.
      let line = String(decoding: bytes.map { max($0, 0x20) }, as: UTF8.self)
      if !lines.isEmpty, ["---", "..."].contains(line.trimmed) { return lines }
      lines.append(line)
    }
    return nil
  }

  /// "sea" of a line `- sea`; nil for any other line.
  private static func listed(_ line: String) -> String? {
    let text = line.trimmed
    return text.hasPrefix("- ") ? String(text.dropFirst(2)) : nil
  }

  private mutating func addTags(_ text: String) {
    let bare = text.hasPrefix("[") && text.hasSuffix("]") ? text.dropFirst().dropLast() : text[...]
    for part in bare.split(separator: ",") {
      var tag = part.trimmed.trimmingMatchingQuotes
      if tag.hasPrefix("#") { tag.removeFirst() }
      if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
    }
  }
}

extension String {
  fileprivate var trimmingMatchingQuotes: String {
    guard count >= 2, let first, first == last, first == "\"" || first == "'" else { return self }
    return String(dropFirst().dropLast())
  }
}

extension Diagnostic: Error {}
