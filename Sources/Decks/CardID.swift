/// Lasting identity of a card, independent of the name of its file and of edits to its answer.
///
/// 13 characters of Crockford's base 32 (no I, L, O, U), the text form of a 64-bit hash.
package struct CardID: RawRepresentable, Hashable, Comparable, Codable, Sendable {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  /// The identity of a card that asks `prompt` under `topic`, the `occurrence`-th (from 0) of its
  /// note that asks exactly this. Case, spaces, marks and emoji of the prompt do not count.
  package init(topic: String, family: String, prompt: String, occurrence: Int) {
    var hash = StableHash()
    hash.combine(normalized: topic)
    hash.combine(family)
    hash.combine(normalized: prompt)
    if occurrence > 0 { hash.combine(String(occurrence)) }
    self.init(rawValue: Self.text(of: hash.value))
  }

  /// The identity of the `number`-th card (from 1) whose words would give it this one.
  func next(_ number: Int) -> CardID {
    var hash = StableHash()
    hash.combine(rawValue)
    hash.combine(String(number))
    return CardID(rawValue: Self.text(of: hash.value))
  }

  /// A 64-bit hash of the identity, the same on every run and machine; seeds what must be
  /// random but repeatable for a card.
  package var hash: UInt64 {
    var hash = StableHash()
    hash.combine(rawValue)
    return hash.value
  }

  package static func < (left: CardID, right: CardID) -> Bool { left.rawValue < right.rawValue }

  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  private static func text(of value: UInt64) -> String {
    String(unsafeUninitializedCapacity: 13) { text in
      for index in 0..<13 {
        let digit = Int(truncatingIfNeeded: value >> UInt64(60 - 5 * index)) & 31
        text.initializeElement(at: index, to: alphabet[digit])
      }
      return 13
    }
  }
}

/// 64-bit FNV-1a with a final mix. Swift's own hashing differs from run to run, and identity must
/// not; this one is the same everywhere and for ever.
package struct StableHash: Sendable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  package init() {}

  package mutating func combine(_ text: String) {
    text.withBytes { for byte in $0 { combine(byte) } }
    combine(UInt8(0xff))
  }

  package mutating func combine(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// Letters and digits in lower case; everything between them counts as one space.
  package mutating func combine(normalized text: String) {
    if text.withBytes({ combine(common: $0) }) { return }
    var gap = false
    var started = false
    for scalar in text.unicodeScalars {
      let isCounted =
        scalar.isASCII
        ? UInt8(truncatingIfNeeded: scalar.value).isCounted
        : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      guard isCounted else {
        gap = true
        continue
      }
      if gap, started { combine(UInt8(0x20)) }
      gap = false
      started = true
      if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        combine(byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte)
      } else {
        for byte in scalar.properties.lowercaseMapping.utf8 { combine(byte) }
      }
    }
    combine(UInt8(0xff))
  }

  /// The same for text of ASCII with dashes, quotes and arrows; false for any other, and nothing is
  /// combined.
  private mutating func combine(common text: UnsafeBufferPointer<UInt8>) -> Bool {
    var hash = self
    var gap = false
    var started = false
    var index = 0
    while index < text.count {
      let byte = text[index]
      guard byte.isCounted else {
        gap = true
        guard byte >= 0x80 else {
          index += 1
          continue
        }
        guard let length = text.markLength(at: index) else { return false }
        index += length
        continue
      }
      index += 1
      if gap, started { hash.combine(UInt8(0x20)) }
      gap = false
      started = true
      hash.combine(byte.lowered)
    }
    hash.combine(UInt8(0xff))
    self = hash
    return true
  }

  /// The hash of all that was combined (final mix of MurmurHash3, so that all bits count).
  package var value: UInt64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 33)) &* 0xff51_afd7_ed55_8ccd
    mixed = (mixed ^ (mixed >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    return mixed ^ (mixed >> 33)
  }
}

extension UInt8 {
  /// A letter or digit of ASCII.
  fileprivate var isCounted: Bool { isASCIILetter || isDigit }
}
