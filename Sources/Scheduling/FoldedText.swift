#if canImport(Darwin)
  import Foundation
#else
  // Foundation's normalisation pulls in ICU: 52 MB of a static binary.
  @_spi(_Unicode) import Swift
#endif

/// Text as it is searched: UTF-8 without case, accents and the marks of Markdown, every run of
/// white space as one blank.
enum FoldedText {
  static func bytes(of text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return bytes
  }

  /// Adds the folded text.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { source in
      var index = 0
      while index < source.count {
        let byte = source[index]
        if byte < 0x80 {
          index += 1
          append(ascii: byte, to: &bytes)
        } else {
          let length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
          let end = min(index + length, source.count)
          append(scalar: source[index..<end], to: &bytes)
          index = end
        }
      }
    }
  }

  private static func append(ascii byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case 0x41...0x5a: bytes.append(byte | 0x20)
    case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "\\"), 0x00...0x08, 0x0e...0x1f, 0x7f:
      break
    case 0x09...0x0d, 0x20: if bytes.last != 0x20 { bytes.append(0x20) }
    default: bytes.append(byte)
    }
  }

  private static func append(
    scalar source: Slice<UnsafeBufferPointer<UInt8>>, to bytes: inout [UInt8]
  ) {
    // Punctuation, signs, Han, kana and Hangul are the most of it and have no case or accent.
    if let first = source.first, source.count == 3, (0xe2...0xed).contains(first) {
      bytes.append(contentsOf: source)
      return
    }
    for scalar in decomposed(String(decoding: source, as: UTF8.self)) {
      if scalar.properties.generalCategory == .nonspacingMark { continue }
      bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
  }

  private static func decomposed(_ text: String) -> [Unicode.Scalar] {
    #if canImport(Darwin)
      Array(text.decomposedStringWithCanonicalMapping.unicodeScalars)
    #else
      Array(text._nfd)
    #endif
  }

  /// A name as it can be typed without quotes: letters and digits, `-` for all between them.
  static func slug(_ name: String) -> [UInt8] {
    var slug: [UInt8] = []
    for byte in bytes(of: name) {
      let counts =
        byte >= 0x80 || (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte)
      if counts {
        slug.append(byte)
      } else if !slug.isEmpty, slug.last != UInt8(ascii: "-") {
        slug.append(UInt8(ascii: "-"))
      }
    }
    if slug.last == UInt8(ascii: "-") { slug.removeLast() }
    return slug
  }
}

extension [UInt8] {
  /// Whether other bytes stand somewhere in these.
  func holds(_ other: [UInt8]) -> Bool {
    if other.isEmpty { return true }
    return withUnsafeBufferPointer { text in
      other.withUnsafeBufferPointer { text.firstOffset(of: $0, from: 0) != nil }
    }
  }
}
