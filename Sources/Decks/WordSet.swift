/// A closed list of words that a text is looked up in without being copied: Swift's own sets hash
/// every text with a random seed and want it in lower case first.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
  /// All words, one behind the other.
  private var bytes: [UInt8] = []
  /// Where the words of the table stand, hashed by their bytes; an empty range is a free place.
  private var places: [Range<Int32>]
  private let longest: Int
  private let holdsEmpty: Bool

  init(_ words: [String]) {
    holdsEmpty = words.contains("")
    longest = words.map(\.utf8.count).max() ?? 0
    var size = 16
    while size < words.count * 3 { size *= 2 }
    places = Array(repeating: 0..<0, count: size)
    for word in words where !word.isEmpty && !contains(word) {
      var place = word.withBytes { Self.hash($0) } & (size - 1)
      while !places[place].isEmpty { place = (place + 1) & (size - 1) }
      let start = Int32(bytes.count)
      bytes.append(contentsOf: word.utf8)
      places[place] = start..<Int32(bytes.count)
    }
  }

  init(arrayLiteral words: String...) { self.init(words) }

  /// The words of a text, parted by blanks and line ends.
  init(_ text: String) { self.init(text.split(whereSeparator: \.isWhitespace).map { String($0) }) }

  /// All words, in the order in which they were given.
  var words: [String] {
    let filled = places.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
    return (holdsEmpty ? [""] : [])
      + filled.map {
        String(decoding: bytes[Int($0.lowerBound)..<Int($0.upperBound)], as: UTF8.self)
      }
  }

  /// These words and those of another list.
  func union(_ others: WordSet) -> WordSet { WordSet(words + others.words) }

  /// Whether a text is one of the words, byte by byte.
  func contains(_ text: some StringProtocol) -> Bool { text.withBytes { contains(bytes: $0) } }

  /// Whether a text in lower case is one of the words.
  func contains(anyCase text: some StringProtocol) -> Bool {
    text.withBytes { contains(anyCase: $0) }
  }

  /// Whether UTF-8 text in lower case is one of the words.
  func contains(anyCase text: UnsafeBufferPointer<UInt8>) -> Bool {
    if text.isEmpty { return holdsEmpty }
    guard text.count <= longest + 4 else { return false }
    var needsFolding = false
    for byte in text {
      if byte >= 0x80 {
        return contains(String(decoding: text, as: UTF8.self).lowercased())
      }
      if byte.isCapital { needsFolding = true }
    }
    guard needsFolding else { return contains(bytes: text) }
    guard text.count <= longest else { return false }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { folded in
      for index in text.indices { folded[index] = text[index].lowered }
      return contains(bytes: UnsafeBufferPointer(folded))
    }
  }

  /// Whether UTF-8 text is one of the words.
  func contains(bytes text: UnsafeBufferPointer<UInt8>) -> Bool {
    if text.isEmpty { return holdsEmpty }
    guard text.count <= longest else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      places.withUnsafeBufferPointer { places in
        var place = Self.hash(text) & (places.count - 1)
        while !places[place].isEmpty {
          let range = Int(places[place].lowerBound)..<Int(places[place].upperBound)
          if range.count == text.count, bytes.equals(text, at: range.lowerBound) { return true }
          place = (place + 1) & (places.count - 1)
        }
        return false
      }
    }
  }

  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 0x811c_9dc5
    for byte in text { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return Int(hash ^ hash >> 15)
  }
}

/// Phrases that are looked for all at once, in one pass over a text.
struct PhraseSet: Sendable, ExpressibleByArrayLiteral {
  /// The phrases by their first bytes.
  private var buckets: [[[UInt8]]] = [[]]
  /// Which bucket a byte begins; 0 for none.
  private var bucket = [UInt8](repeating: 0, count: 256)
  /// By the first byte in either case, what may follow.
  private var tails = [Tail](repeating: Tail(), count: 256)

  /// Which bytes may stand second and third: a bit each for their lowest five bits, in which the
  /// two cases of a letter are the same.
  private struct Tail {
    var seconds: UInt32 = 0
    var thirds: UInt32 = 0

    mutating func add(_ phrase: [UInt8]) {
      seconds |= phrase.count > 1 ? Self.bit(phrase[1]) : .max
      thirds |= phrase.count > 2 ? Self.bit(phrase[2]) : .max
    }

    static func bit(_ byte: UInt8) -> UInt32 { 1 << UInt32(byte & 31) }
  }

  init(_ phrases: [String]) {
    for phrase in phrases.map({ Array($0.utf8) }) {
      guard let first = phrase.first else { continue }
      if bucket[Int(first)] == 0 {
        bucket[Int(first)] = UInt8(buckets.count)
        buckets.append([])
      }
      buckets[Int(bucket[Int(first)])].append(phrase)
      tails[Int(first)].add(phrase)
      if first.isASCIILetter { tails[Int(first & 0xdf)].add(phrase) }
    }
  }

  init(arrayLiteral phrases: String...) { self.init(phrases) }

  /// Whether a text holds one of the phrases, letters of ASCII in either case; the phrases are to
  /// be in lower case.
  func isIn(_ text: some StringProtocol) -> Bool {
    text.withBytes { bytes in
      tails.withUnsafeBufferPointer { tails in
        for index in bytes.indices {
          let tail = tails[Int(bytes[index])]
          if tail.seconds == 0 { continue }
          let second = index + 1 < bytes.count ? bytes[index + 1] : 0
          if tail.seconds & Tail.bit(second) == 0 { continue }
          let third = index + 2 < bytes.count ? bytes[index + 2] : 0
          if tail.thirds & Tail.bit(third) == 0 { continue }
          if begins(UnsafeBufferPointer(rebasing: bytes[index...])) { return true }
        }
        return false
      }
    }
  }

  /// Whether one of the phrases stands at the beginning, letters of ASCII in either case.
  private func begins(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for phrase in buckets[Int(bucket[Int(bytes[0].lowered)])] where phrase.count <= bytes.count {
      var length = 0
      while length < phrase.count, bytes[length].lowered == phrase[length] { length += 1 }
      if length == phrase.count { return true }
    }
    return false
  }

  /// Whether a text begins with one of the phrases, byte by byte.
  func begins(_ text: some StringProtocol) -> Bool {
    text.withBytes { bytes in
      guard let first = bytes.first, case let bucket = Int(bucket[Int(first)]), bucket != 0 else {
        return false
      }
      return buckets[bucket].contains { phrase in
        phrase.count <= bytes.count && bytes.equals(phrase, at: 0)
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether other bytes, for which there is room, stand at a place.
  fileprivate func equals(_ other: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    for index in other.indices where self[start + index] != other[index] { return false }
    return true
  }

  fileprivate func equals(_ other: [UInt8], at start: Int) -> Bool {
    other.withUnsafeBufferPointer { equals($0, at: start) }
  }
}
