import Decks

/// Numbers the cards of a log in the order in which they are met.
///
/// A million answers name a hundred thousand cards. Names of at most sixteen bytes, which is what
/// cards have, are compared as two words and need no `String` for each answer.
struct CardNumbers {
  /// The cards, by number.
  private(set) var cards: [CardID] = []

  private var words: [(UInt64, UInt64)] = []
  /// By hash: a number and one more; 0 where nothing is. A power of two, at most half full.
  private var slots = [Int32](repeating: 0, count: 1 << 10)
  /// Names that are longer.
  private var others: [CardID: Int] = [:]

  /// The number of the card with this name, which is UTF-8.
  mutating func number(of name: UnsafeBufferPointer<UInt8>) -> Int {
    guard name.count <= 16 else { return number(ofLong: CardID(rawValue: Self.text(name))) }
    let (first, second) = Self.words(of: name)
    // Names of different lengths cannot be the same words: no name holds a zero byte.
    var slot = Self.slot(first, second, of: slots.count)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if words[number] == (first, second) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = add(CardID(rawValue: Self.text(name)), words: (first, second))
    slots[slot] = Int32(number + 1)
    if cards.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func number(ofLong card: CardID) -> Int {
    if let number = others[card] { return number }
    // No short name has these words, because none has a zero byte.
    let number = add(card, words: (0, UInt64.max))
    others[card] = number
    return number
  }

  private mutating func add(_ card: CardID, words pair: (UInt64, UInt64)) -> Int {
    cards.append(card)
    words.append(pair)
    return cards.count - 1
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for (number, pair) in words.enumerated() where pair != (0, UInt64.max) {
      var slot = Self.slot(pair.0, pair.1, of: slots.count)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number + 1)
    }
  }

  /// The bytes of a name of at most sixteen: the first eight of them, and the others.
  private static func words(of name: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64) {
    guard name.count >= 8 else { return (name.reduce(0) { $0 << 8 | UInt64($1) }, 0) }
    let bytes = UnsafeRawBufferPointer(name)
    let first = UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
    // The last eight bytes, without those that are among the first.
    let last = UInt64(
      bigEndian: bytes.loadUnaligned(fromByteOffset: name.count - 8, as: UInt64.self))
    return (first, name.count == 16 ? last : last & (1 << (8 * UInt64(name.count - 8)) - 1))
  }

  /// Where to look first: multiplied by odd numbers, the upper bits depend on all others.
  private static func slot(_ first: UInt64, _ second: UInt64, of count: Int) -> Int {
    let mixed = (first ^ first >> 29) &* 0x9E37_79B9_7F4A_7C15 &+ second &* 0xC2B2_AE3D_27D4_EB4F
    return Int(truncatingIfNeeded: (mixed ^ mixed >> 32) >> 7) & (count - 1)
  }

  private static func text(_ name: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: name, as: UTF8.self)
  }
}
