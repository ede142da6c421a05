import Foundation

// Searches in UTF-8 text, eight bytes at a time where nearly all bytes are of no interest.

extension UnsafeBufferPointer<UInt8> {
  /// The first byte from a place on that JSON wants escaped; the count if there is none.
  func firstEscape(from start: Int) -> Int {
    var index = start
    while index + 8 <= count {
      let eight = EightBytes(self, at: index)
      if eight.haveControl || eight.have(0x22) || eight.have(0x5c) { break }
      index += 8
    }
    while index < count {
      let byte = self[index]
      if byte < 0x20 || byte == 0x22 || byte == 0x5c { break }
      index += 1
    }
    return index
  }

  /// The first control character, line end or bidirectional override from a place on.
  func firstControl(from start: Int) -> Range<Int>? {
    var index = start
    while index < count {
      if index + 8 <= count, EightBytes(self, at: index).arePrintable {
        index += 8
        continue
      }
      let end = Swift.min(index + 8, count)
      while index < end {
        let byte = self[index]
        if byte < 0x20 || byte == 0x7f { return index..<index + 1 }
        if byte >= 0xc2, let length = controlLength(at: index) { return index..<index + length }
        index += 1
      }
    }
    return nil
  }

  /// U+0080...9F, U+2028...202E, U+2066...2069 and U+FEFF.
  private func controlLength(at index: Int) -> Int? {
    let second = index + 1 < count ? self[index + 1] : 0
    let third = index + 2 < count ? self[index + 2] : 0
    switch self[index] {
    case 0xc2: return second < 0xa0 ? 2 : nil
    case 0xe2:
      let isOne =
        second == 0x80 && (0xa8...0xae).contains(third)
        || second == 0x81 && (0xa6...0xa9).contains(third)
      return isOne ? 3 : nil
    case 0xef: return second == 0xbb && third == 0xbf ? 3 : nil
    default: return nil
    }
  }

  /// Whether a byte is among them.
  func contains(_ byte: UInt8) -> Bool { firstIndex(of: byte) != nil }

  /// Where a byte first stands.
  func firstIndex(of byte: UInt8) -> Int? {
    guard let start = baseAddress, let found = memchr(start, Int32(byte), count) else {
      return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(start)
  }
}

extension String.UTF8View {
  // The versions for all sequences ask for each byte anew whether the text lies in one piece.

  func contains(where isWanted: (UInt8) -> Bool) -> Bool {
    String(self).withBytes { $0.contains(where: isWanted) }
  }

  func allSatisfy(_ isWanted: (UInt8) -> Bool) -> Bool {
    String(self).withBytes { $0.allSatisfy(isWanted) }
  }

  func count(where isWanted: (UInt8) -> Bool) -> Int {
    String(self).withBytes { $0.count(where: isWanted) }
  }

  func contains(_ byte: UInt8) -> Bool { String(self).withBytes { $0.contains(byte) } }

  func firstIndex(of byte: UInt8) -> Index? {
    String(self).withBytes { $0.firstIndex(of: byte) }.map { index(startIndex, offsetBy: $0) }
  }
}

/// Eight bytes of a text, looked at as one number.
private struct EightBytes {
  private let bits: UInt64

  init(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
    guard let start = text.baseAddress else {
      bits = 0
      return
    }
    bits = UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self)
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// Whether one of them is below 0x20.
  var haveControl: Bool { (bits &- Self.ones &* 0x20) & ~bits & Self.tops != 0 }

  /// Whether one of them is a certain byte.
  func have(_ byte: UInt8) -> Bool {
    let zeroed = bits ^ (Self.ones &* UInt64(byte))
    return (zeroed &- Self.ones) & ~zeroed & Self.tops != 0
  }

  /// Whether all of them are ASCII and no control characters.
  var arePrintable: Bool { bits & Self.tops == 0 && !haveControl && !have(0x7f) }
}
