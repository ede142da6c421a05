/// Writes JSON objects, one a line, keys in the order given. Foundation's encoder orders keys
/// anew and is several times slower than parsing the notes.
struct JSONLine {
  private var bytes: [UInt8] = []
  private var isFirst = true

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func begin() {
    bytes.append(UInt8(ascii: "{"))
    isFirst = true
  }

  mutating func end() {
    bytes.append(UInt8(ascii: "}"))
    isFirst = false
  }

  mutating func endLine() {
    end()
    bytes.append(0x0a)
  }

  mutating func add(_ key: String, _ value: String) {
    name(key)
    string(value)
  }

  mutating func add(_ key: String, _ value: Int) {
    name(key)
    bytes.append(contentsOf: String(value).utf8)
  }

  mutating func add(_ key: String, hundredths: Int) {
    name(key)
    let fraction = hundredths % 100
    bytes.append(contentsOf: "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)".utf8)
  }

  mutating func add(_ key: String, _ values: [String]) {
    name(key)
    bytes.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      string(value)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  mutating func add(_ key: String, _ value: Bool) {
    name(key)
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// An object whose members `write` adds.
  mutating func add(_ key: String, _ write: (inout JSONLine) -> Void) {
    name(key)
    begin()
    write(&self)
    end()
  }

  /// A list of objects; `write` adds the members of one.
  mutating func add<Element>(
    _ key: String, each elements: [Element], _ write: (inout JSONLine, Element) -> Void
  ) {
    name(key)
    bytes.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      begin()
      write(&self, element)
      end()
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func name(_ key: String) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    string(key)
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
      case 0x0a: bytes.append(contentsOf: #"\n"#.utf8)
      case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
      case ..<0x20: bytes.append(contentsOf: #"\u00"#.utf8 + Self.hex(byte))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func hex(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
