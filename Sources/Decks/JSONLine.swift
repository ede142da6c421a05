/// Writes JSON objects, one a line, keys in the order given. Foundation's encoder orders keys
/// anew and is several times slower than parsing the notes.
struct JSONLine {
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

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
    bytes.append(contentsOf: String(hundredths / 100).utf8)
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(fraction / 10))
    bytes.append(UInt8(ascii: "0") + UInt8(fraction % 10))
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
    bytes.append(UInt8(ascii: "\""))
    key.withBytes { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    text.withBytes { text in
      var start = 0
      while true {
        let end = text.firstEscape(from: start)
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
        guard end < text.count else { break }
        escape(text[end])
        start = end + 1
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
    case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
    case 0x0a: bytes.append(contentsOf: #"\n"#.utf8)
    case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
    default: bytes.append(contentsOf: #"\u00"#.utf8 + Self.hex(byte))
    }
  }

  private static func hex(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
