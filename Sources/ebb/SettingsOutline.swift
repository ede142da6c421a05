/// The outline of a TOML text: where each name is given its value.
///
/// Only the outline is followed, because the parser does not tell where its values stood. Of a text
/// that is no TOML, what stands before the first mistake is right.
struct SettingsOutline {
  /// One `key = value`.
  struct Assignment: Hashable {
    let name: SettingName
    /// The line of the key, from 1.
    let line: Int
    /// The bytes of the value, without blanks and comment around it.
    let value: Range<Int>
    /// Whether it stands in an inline table.
    let isInline: Bool
  }

  /// The header of a table, and where what belongs to it ends.
  struct Table: Hashable {
    let name: SettingName
    let line: Int
    fileprivate(set) var end: Int
  }

  /// What is no TOML and would end the parser of it, and the program with it.
  struct Fault: Hashable {
    /// Where it stands, from 1.
    let line: Int
    /// Where the assignment or header around it begins, from 1.
    let statement: Int
    let words: String
  }

  private(set) var assignments: [Assignment] = []
  private(set) var tables: [Table] = []
  /// The first of its kind.
  private(set) var fault: Fault?

  private let bytes: [UInt8]
  private var place = 0
  private var line = 1
  private var depth = 0
  /// The line where the assignment that is read begins.
  private var statement = 1

  /// How deep values may stand in values; the parser refuses more.
  private static let deepest = 256

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { place = 3 }
    scan()
  }

  /// Reads a name as TOML writes it; nil if the text is none.
  static func name(_ text: String) -> SettingName? {
    var outline = SettingsOutline(name: text)
    let parts = outline.key()
    return outline.current == nil && !parts.isEmpty && !parts.contains("")
      ? SettingName(parts) : nil
  }

  private init(name: String) { bytes = Array(name.utf8) }

  static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private var current: UInt8? { place < bytes.count ? bytes[place] : nil }

  private func isAt(_ text: StaticString) -> Bool {
    place + text.utf8CodeUnitCount <= bytes.count
      && (0..<text.utf8CodeUnitCount).allSatisfy { bytes[place + $0] == text.utf8Start[$0] }
  }

  private mutating func step(_ count: Int = 1) {
    for _ in 0..<count where place < bytes.count {
      if bytes[place] == UInt8(ascii: "\n") { line += 1 }
      place += 1
    }
  }

  private mutating func scan() {
    var table: [String] = []
    var isFirst = true
    while place < bytes.count {
      skipBlanks(lines: true)
      guard let current else { break }
      if current == UInt8(ascii: "[") {
        let start = line
        step(isAt("[[") ? 2 : 1)
        table = key()
        if table.isEmpty, fault == nil {
          fault = Fault(
            line: start, statement: start,
            words: "a table needs a name: letters, digits, - and _, or a text in quotes")
        }
        skipLine()
        isFirst = false
        tables.append(Table(name: SettingName(table), line: start, end: place))
      } else {
        assignment(in: table, isInline: false)
        skipLine()
        if !isFirst, let last = tables.indices.last { tables[last].end = place }
      }
    }
  }

  private mutating func assignment(in table: [String], isInline: Bool) {
    let start = line
    if !isInline { statement = start }
    let parts = key()
    guard !parts.isEmpty, current == UInt8(ascii: "=") else { return }
    step()
    skipBlanks(lines: false)
    let first = place
    value(of: table + parts)
    var end = place
    while end > first, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    assignments.append(
      Assignment(
        name: SettingName(table + parts), line: start, value: first..<end, isInline: isInline))
  }

  /// Parts of a key with the dots and blanks between them.
  private mutating func key() -> [String] {
    var parts: [String] = []
    while true {
      skipBlanks(lines: false)
      // A dot promises another part.
      guard let current else { return parts.isEmpty ? [] : parts + [""] }
      let start = place
      if current == UInt8(ascii: "\"") || current == UInt8(ascii: "'") {
        string(quote: current)
        let inside = bytes[min(start + 1, place)..<max(place - 1, min(start + 1, place))]
        parts.append(Self.unescaped(Array(inside), isBasic: current == UInt8(ascii: "\"")))
      } else {
        while let byte = self.current, Self.isBare(byte) { step() }
        guard place > start else { return parts.isEmpty ? [] : parts + [""] }
        parts.append(String(decoding: bytes[start..<place], as: UTF8.self))
      }
      skipBlanks(lines: false)
      guard self.current == UInt8(ascii: ".") else { return parts }
      step()
    }
  }

  private mutating func value(of name: [String]) {
    guard depth < Self.deepest else { return }
    depth += 1
    defer { depth -= 1 }
    switch current {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): string(quote: current ?? 0)
    case UInt8(ascii: "["):
      step()
      while let byte = current, byte != UInt8(ascii: "]") {
        let before = place
        skipBlanks(lines: true)
        if current == UInt8(ascii: ",") {
          step()
        } else {
          lookForFault()
          value(of: name)
        }
        if place == before { step() }
      }
      step()
    case UInt8(ascii: "{"):
      step()
      while let byte = current, byte != UInt8(ascii: "}") {
        let before = place
        skipBlanks(lines: true)
        if current == UInt8(ascii: ",") {
          step()
        } else if current != UInt8(ascii: "}") {
          assignment(in: name, isInline: true)
        }
        if place == before { step() }
      }
      step()
    default:
      while let byte = current, !Self.endsValue(byte) { step() }
    }
  }

  /// In an array the parser takes for the beginning of a value what it says cannot begin one.
  private mutating func lookForFault() {
    let isBrace = current == UInt8(ascii: "}")
    guard fault == nil, isBrace || isAt("\u{85}") || isAt("\u{2028}") || isAt("\u{2029}") else {
      return
    }
    fault = Fault(
      line: line, statement: statement,
      words: isBrace
        ? "a value cannot begin with }; take it away, or put { before it"
        : "a line separator of Unicode (U+0085, U+2028, U+2029) ends no line here; take it away")
  }

  private static func endsValue(_ byte: UInt8) -> Bool {
    [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "#"), 0x0a, 0x0d]
      .contains(byte)
  }

  private mutating func string(quote: UInt8) {
    let isBasic = quote == UInt8(ascii: "\"")
    let isLong = isAt("\"\"\"") || isAt("'''")
    step(isLong ? 3 : 1)
    while let byte = current {
      if isBasic, byte == UInt8(ascii: "\\") {
        step(2)
      } else if byte == quote, !isLong {
        step()
        return
      } else if byte == quote, isAt("\"\"\"") || isAt("'''") {
        step(3)
        // Up to two quotes may stand before the three that end it.
        while current == quote { step() }
        return
      } else {
        step()
      }
    }
  }

  private mutating func skipBlanks(lines: Bool) {
    while let byte = current {
      switch byte {
      case 0x20, 0x09: step()
      case 0x0a, 0x0d:
        guard lines else { return }
        step()
      case UInt8(ascii: "#"):
        guard lines else { return }
        skipLine()
      default: return
      }
    }
  }

  private mutating func skipLine() {
    while let byte = current, byte != 0x0a { step() }
    step()
  }

  private static func unescaped(_ bytes: [UInt8], isBasic: Bool) -> String {
    guard isBasic, bytes.contains(UInt8(ascii: "\\")) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var text = ""
    var rest = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let mark = rest.popFirst() else {
        text.unicodeScalars.append(scalar)
        continue
      }
      switch mark {
      case "n": text += "\n"
      case "t": text += "\t"
      case "r": text += "\r"
      case "b": text += "\u{8}"
      case "f": text += "\u{C}"
      case "u", "U":
        let count = mark == "u" ? 4 : 8
        let digits = String(rest.prefix(count).map(Character.init))
        rest = rest.dropFirst(count)
        if let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) {
          text.unicodeScalars.append(scalar)
        }
      default: text.unicodeScalars.append(mark)
      }
    }
    return text
  }
}
