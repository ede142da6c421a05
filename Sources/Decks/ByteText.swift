import Foundation

// Text as UTF-8 bytes. Swift compares strings by whole characters, which for ASCII marks and words
// gives the same answers at twenty times the cost; inside this module these stand in for it.

extension StringProtocol {
  /// The text as UTF-8 where it lies; a copy only of what Foundation bridges.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(utf8).withUnsafeBufferPointer(body)
  }
}

extension String {
  /// UTF-8 text from memory.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.init(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// Without white space at both ends.
  var trimmed: String {
    withBytes { $0.hasSolidEnds } ? self : String(self[...].withoutOuterBlanks)
  }
}

extension StringProtocol where SubSequence == Substring {
  /// Whether the bytes of the text hold those of another.
  func contains(_ other: String) -> Bool {
    withBytes { text in other.withBytes { text.offset(of: $0) } } != nil
  }

  /// Where another text first stands, by bytes.
  func firstRange(of other: String) -> Range<Index>? {
    guard let offset = withBytes({ text in other.withBytes { text.offset(of: $0) } }) else {
      return nil
    }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: other.utf8.count)
  }

  /// Without white space at both ends.
  var trimmed: String { String(self[...].withoutOuterBlanks) }

  /// The parts between blanks.
  var words: [String] {
    withBytes { bytes in
      var words: [String] = []
      words.reserveCapacity(bytes.count / 6 + 1)
      bytes.forEachWord { words.append(String(bytes, $0)) }
      return words
    }
  }
}

extension String {
  /// The first of the parts between blanks; empty if there is none.
  var firstWord: String {
    withBytes { String($0, $0.firstWord(countingTo: 1).range) }
  }

  /// Whether it has at least so many parts between blanks.
  func counts(atLeast parts: Int) -> Bool {
    withBytes { $0.firstWord(countingTo: parts).count == parts }
  }

  /// Whether one of the parts between blanks is among some words, as it stands or in lower case.
  func hasWord(in words: WordSet, anyCase: Bool = false) -> Bool {
    withBytes { bytes in
      var start = 0
      for index in 0...bytes.count where index == bytes.count || bytes[index] == 0x20 {
        let word = UnsafeBufferPointer(rebasing: bytes[start..<index])
        start = index + 1
        if word.isEmpty { continue }
        if anyCase ? words.contains(anyCase: word) : words.contains(bytes: word) { return true }
      }
      return false
    }
  }
}

extension Substring {
  fileprivate var withoutOuterBlanks: Substring {
    if withBytes({ $0.hasSolidEnds }) { return self }
    var view = self
    while let byte = view.utf8.first {
      if byte.isBlank {
        view = view[view.utf8.index(after: view.startIndex)...]
      } else if byte >= 0x80, view.first?.isWhitespace == true {
        view = view.dropFirst()
      } else {
        break
      }
    }
    while let byte = view.utf8.last {
      if byte.isBlank {
        view = view[..<view.utf8.index(before: view.endIndex)]
      } else if byte >= 0x80, view.last?.isWhitespace == true {
        view = view.dropLast()
      } else {
        break
      }
    }
    return view
  }
}

extension String {
  /// With another text wherever one stands, by bytes.
  func replacing(_ other: String, with replacement: String) -> String {
    guard var range = firstRange(of: other), !other.isEmpty else { return self }
    var result = ""
    var rest = self[...]
    while true {
      result += rest[..<range.lowerBound]
      result += replacement
      rest = rest[range.upperBound...]
      guard let next = rest.firstRange(of: other) else { break }
      range = next
    }
    return result + rest
  }

  /// Text from memory.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.init(decoding: bytes, as: UTF8.self) }
}

extension UnsafeBufferPointer<UInt8> {
  /// Without white space at both ends.
  var withoutBlanks: UnsafeBufferPointer<UInt8> {
    if hasSolidEnds { return self }
    if contains(where: { $0 >= 0x80 }) {
      // White space outside ASCII: found by characters, and as long in bytes.
      let text = String(self)
      let bare = text[...].withoutOuterBlanks
      let start = text.utf8.distance(from: text.startIndex, to: bare.startIndex)
      return UnsafeBufferPointer(rebasing: self[start..<start + bare.utf8.count])
    }
    var (start, end) = (0, count)
    while start < end, self[start].isBlank { start += 1 }
    while start < end, self[end - 1].isBlank { end -= 1 }
    return UnsafeBufferPointer(rebasing: self[start..<end])
  }

  /// Whether a look at few bytes shows that no white space stands at the ends, as it does for nearly
  /// all texts: they are ASCII, Han, or the punctuation of either.
  fileprivate var hasSolidEnds: Bool {
    guard let last else { return true }
    guard isSolid(at: 0) else { return false }
    if last < 0x80 { return isSolid(at: count - 1) }
    // The three bytes of one scalar, or none that is solid.
    return count >= 3 && self[count - 3] >= 0xe0 && isSolid(at: count - 3)
  }

  private func isSolid(at index: Int) -> Bool {
    let second = index + 1 < count ? self[index + 1] : 0
    let third = index + 2 < count ? self[index + 2] : 0
    switch self[index] {
    // ASCII, and U+4000...9FFF
    case 0x21...0x7e, 0xe4...0xe9: return true
    // U+2010...2027, dashes and quotes
    case 0xe2: return second == 0x80 && (0x90...0xa7).contains(third)
    // U+3001...3029, brackets and full stops
    case 0xe3: return second == 0x80 && (0x81...0xa9).contains(third)
    // U+FF00...FF3F, the same and others in full width
    case 0xef: return second == 0xbc
    default: return false
    }
  }

  /// Calls `body` with the places of the parts between blanks.
  @inline(__always)
  func forEachWord(_ body: (Range<Int>) -> Void) {
    var start = 0
    for index in indices where self[index] == 0x20 {
      if start < index { body(start..<index) }
      start = index + 1
    }
    if start < count { body(start..<count) }
  }

  /// The places of runs of letters and digits of ASCII.
  var asciiWords: [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    for index in 0...count
    where index == count || !self[index].isASCIILetter && !self[index].isDigit {
      if start < index { words.append(start..<index) }
      start = index + 1
    }
    return words
  }

  /// Whether all that stands outside of ASCII are dashes, quotes and arrows.
  var holdsWordsOfASCIIOnly: Bool {
    var index = 0
    while index < count {
      if self[index] < 0x80 {
        index += 1
      } else if let length = markLength(at: index) {
        index += length
      } else {
        return false
      }
    }
    return true
  }

  /// The bytes of a dash, quote or arrow, U+2010...203F and U+2190...21BF, none of which is a letter
  /// or a number; nil for any other.
  func markLength(at index: Int) -> Int? {
    guard self[index] == 0xe2, index + 2 < count,
      self[index + 1] == 0x80 && self[index + 2] >= 0x90
        || self[index + 1] == 0x86 && self[index + 2] >= 0x90
    else { return nil }
    return 3
  }

  /// The first part between blanks, and how many there are, counted up to `most`.
  func firstWord(countingTo most: Int = .max) -> (range: Range<Int>, count: Int) {
    var first = 0..<0
    var words = 0
    var start = 0
    for index in 0...count where index == count || self[index] == 0x20 {
      if start < index {
        if words == 0 { first = start..<index }
        words += 1
        if words == most { break }
      }
      start = index + 1
    }
    return (first, words)
  }

  /// Where other bytes first stand; 0 for none.
  func offset(of other: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = other.first, let wanted = other.baseAddress else { return 0 }
    guard let start = baseAddress else { return nil }
    var from = 0
    while from + other.count <= count {
      let room = count - from - other.count + 1
      guard let found = memchr(start + from, Int32(first), room) else { return nil }
      from = UnsafeRawPointer(found) - UnsafeRawPointer(start)
      if memcmp(found, wanted, other.count) == 0 { return from }
      from += 1
    }
    return nil
  }
}

extension UInt8 {
  /// A to Z, in either case.
  var isASCIILetter: Bool { (0x61...0x7a).contains(self | 0x20) }

  /// A to Z.
  @inline(__always) var isCapital: Bool { (0x41...0x5a).contains(self) }

  /// 0 to 9.
  @inline(__always) var isDigit: Bool { (0x30...0x39).contains(self) }

  /// a to z for A to Z, all others as they are.
  @inline(__always) var lowered: UInt8 { isCapital ? self | 0x20 : self }

  /// A blank or line end of ASCII.
  var isBlank: Bool { self == 0x20 || (0x09...0x0d).contains(self) }
}

/// A set of ASCII bytes that is asked by a shift.
struct ByteSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ members: String) {
    for byte in members.utf8 where byte < 0x80 {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }
  }

  func contains(_ byte: UInt8) -> Bool {
    byte < 64 ? low >> UInt64(byte) & 1 == 1 : byte < 128 && high >> UInt64(byte - 64) & 1 == 1
  }
}
