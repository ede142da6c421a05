extension String {
  /// In lower case; the library is asked only where letters outside of ASCII may have another case,
  /// and nothing is copied where there is no capital.
  func lowercased() -> String {
    let folded: String?? = withBytes { bytes in
      var hasCapital = false
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          if byte.isCapital { hasCapital = true }
          index += 1
        } else if let length = bytes.lengthWithoutCase(at: index) {
          index += length
        } else {
          return nil
        }
      }
      guard hasCapital else { return .some(nil) }
      return String(unsafeUninitializedCapacity: bytes.count) { lower in
        for index in bytes.indices { lower.initializeElement(at: index, to: bytes[index].lowered) }
        return bytes.count
      }
    }
    guard let folded else { return self[...].lowercased() }
    return folded ?? self
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes of a scalar from a block in which none has another case: punctuation, arrows,
  /// drawings and emoji, kana and Han. nil for any other.
  fileprivate func lengthWithoutCase(at index: Int) -> Int? {
    let second = index + 1 < count ? self[index + 1] : 0
    let third = index + 2 < count ? self[index + 2] : 0
    switch self[index] {
    // U+0080...00BF
    case 0xc2: return 2
    case 0xe2:
      switch second {
      // U+2000...20FF, U+21C0...247F and U+2500...2BFF: numerals and letters in circles are between.
      case 0x80...0x83, 0x87...0x91, 0x94...0xaf: return 3
      // U+2190...21BF
      case 0x86: return third >= 0x90 ? 3 : nil
      default: return nil
      }
    // U+3000...9FFF
    case 0xe3...0xe9: return 3
    // U+F000...FFFF but the wide capitals, U+FF21...FF3A
    case 0xef: return second == 0xbc && (0xa1...0xba).contains(third) ? nil : 3
    // U+1F000...1FFFF
    case 0xf0: return second == 0x9f ? 4 : nil
    default: return nil
    }
  }
}
