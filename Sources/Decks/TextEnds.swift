import Foundation

// What stands at the ends of a text, by bytes. The library's versions of these take both texts apart
// into characters, even from the end.

extension String {
  /// Whether the bytes of the text begin with those of another.
  func hasPrefix(_ other: String) -> Bool {
    withBytes { text in other.withBytes { text.begins(with: $0) } }
  }

  /// Whether the bytes of the text end with those of another.
  func hasSuffix(_ other: String) -> Bool {
    withBytes { text in other.withBytes { text.ends(with: $0) } }
  }
}

extension Substring {
  /// Whether the bytes of the text begin with those of another.
  func hasPrefix(_ other: String) -> Bool {
    withBytes { text in other.withBytes { text.begins(with: $0) } }
  }

  /// Whether the bytes of the text end with those of another.
  func hasSuffix(_ other: String) -> Bool {
    withBytes { text in other.withBytes { text.ends(with: $0) } }
  }
}

extension StringProtocol where SubSequence == Substring {
  /// Without the last character, to which the library walks from the first.
  func dropLast() -> Substring { dropLast(1) }
}

extension String {
  /// Whether it begins with another text, both in lower case.
  func begins(anyCase other: String) -> Bool {
    let quick: Bool? = withBytes { text in
      other.withBytes { other in
        for index in other.indices {
          guard index < text.count else { return other[index] < 0x80 ? false : nil }
          if text[index] >= 0x80 || other[index] >= 0x80 { return nil }
          if text[index].lowered != other[index].lowered { return false }
        }
        return true
      }
    }
    return quick ?? lowercased().hasPrefix(other.lowercased())
  }

  /// Whether it ends in a text of ASCII in lower case.
  func ends(anyCase other: String) -> Bool {
    withBytes { text in
      other.withBytes { other in
        text.count >= other.count
          && zip(text.suffix(other.count), other).allSatisfy { $0.lowered == $1 }
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether other bytes stand at the beginning.
  func begins(with other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard other.count <= count else { return false }
    guard let start = baseAddress, let wanted = other.baseAddress else { return true }
    return memcmp(start, wanted, other.count) == 0
  }

  /// Whether other bytes stand at the end.
  func ends(with other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard other.count <= count else { return false }
    return UnsafeBufferPointer(rebasing: self[(count - other.count)...]).begins(with: other)
  }
}
