/// The text of a settings file: where a mistake stands, and how a value is replaced without
/// touching comments and order.
struct SettingsText {
  private(set) var text: String
  private var outline: SettingsOutline
  private var bytes: [UInt8] { Array(text.utf8) }
  private var assignments: [SettingsOutline.Assignment] { outline.assignments }
  private var tables: [SettingsOutline.Table] { outline.tables }

  init(_ text: String) {
    self.text = text
    outline = SettingsOutline(Array(text.utf8))
  }

  /// The line on which a name is given a value, or its nearest table is opened; 1 if neither is.
  func line(of name: SettingName) -> Int {
    var parts = name.parts[...]
    while !parts.isEmpty {
      let sought = SettingName(Array(parts))
      if let assignment = assignments.last(where: { $0.name == sought }) { return assignment.line }
      if let table = tables.last(where: { $0.name == sought }) { return table.line }
      // A table that only its own tables name, such as `[deck.redis]` for `deck`.
      if let inside = assignments.first(where: { $0.name.parts.starts(with: parts) }) {
        return inside.line
      }
      parts = parts.dropLast()
    }
    return 1
  }

  // MARK: Changing

  /// Gives a name a value: where it stands, at the end of its table, or in a new table.
  mutating func set(_ name: SettingName, to literal: String) {
    if let assignment = assignments.last(where: { $0.name == name }) {
      replace(assignment.value, by: literal)
    } else if let last = name.parts.last {
      let table = SettingName(name.parts.dropLast())
      let row = "\(SettingName.written(last)) = \(literal)\n"
      if let end = tables.last(where: { $0.name == table })?.end {
        insert(row, at: end)
      } else {
        let gap = bytes.isEmpty ? "" : "\n"
        insert(gap + "[\(table)]\n" + row, at: bytes.count)
      }
    }
  }

  /// Takes the line of a name out.
  /// - Returns: Whether it stood there on lines of its own.
  mutating func remove(_ name: SettingName) -> Bool {
    guard let assignment = assignments.last(where: { $0.name == name }), !assignment.isInline
    else { return false }
    let newline = UInt8(ascii: "\n")
    let start = startOfLine(assignment.line)
    let end = bytes[assignment.value.upperBound...].firstIndex(of: newline).map { $0 + 1 }
    replace(start..<(end ?? bytes.count), by: "")
    return true
  }

  private func startOfLine(_ wanted: Int) -> Int {
    var line = 1
    for (index, byte) in bytes.enumerated() {
      if line == wanted { return index }
      if byte == UInt8(ascii: "\n") { line += 1 }
    }
    return bytes.count
  }

  private mutating func insert(_ row: String, at end: Int) {
    let isLineBegun = end > 0 && bytes[end - 1] != UInt8(ascii: "\n")
    replace(end..<end, by: (isLineBegun ? "\n" : "") + row)
  }

  private mutating func replace(_ range: Range<Int>, by text: String) {
    var changed = bytes
    changed.replaceSubrange(range, with: Array(text.utf8))
    self = SettingsText(String(decoding: changed, as: UTF8.self))
  }
}
