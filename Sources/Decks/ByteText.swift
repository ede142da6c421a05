import Foundation

// Text as UTF-8 bytes. Swift compares strings by whole characters, which for ASCII marks and words
// gives the same answers at twenty times the cost; inside this module these stand in for it.

extension StringProtocol where SubSequence == Substring {
  /// Whether the bytes of the text hold those of another.
  func contains(_ other: String) -> Bool { self[...].offset(of: other) != nil }

  /// Where another text first stands, by bytes.
  func firstRange(of other: String) -> Range<Index>? {
    guard let offset = self[...].offset(of: other) else { return nil }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: other.utf8.count)
  }

  /// Without white space at both ends.
  var trimmed: String { String(self[...].withoutOuterBlanks) }

  /// The parts between blanks.
  var words: [String] { self[...].utf8.split(separator: 0x20).map { String(Substring($0)) } }
}

extension Substring {
  fileprivate var withoutOuterBlanks: Substring {
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

  fileprivate func offset(of other: String) -> Int? {
    func search(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
      var wanted = other
      return wanted.withUTF8 { text.offset(of: $0) }
    }
    if let found = utf8.withContiguousStorageIfAvailable(search) { return found }
    return Array(utf8).withUnsafeBufferPointer(search)
  }
}

extension UnsafeBufferPointer<UInt8> {
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
