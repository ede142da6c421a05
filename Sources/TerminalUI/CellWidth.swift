#if canImport(Darwin)
  import Foundation
#else
  // Foundation's normalisation pulls in ICU: 52 MB of a static binary.
  @_spi(_Unicode) import Swift
#endif

/// How many cells a grapheme cluster takes, and what stands in for one that cannot be trusted.
///
/// Terminals, their fonts and ncurses measure joined emoji, flags, selectors and bare marks
/// differently. Such a cluster is replaced by a form that all of them agree on, so that the width
/// counted here is the width on the screen.
package enum CellWidth {
  /// The cells a cluster takes once it is displayable: 1 or 2.
  package static func of(_ cluster: Character) -> Int {
    if isPlain(cluster) { return 1 }
    return isWide(displayable(cluster)) ? 2 : 1
  }

  /// The cells a text takes, line breaks counted as the blanks they are shown as.
  package static func of(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// The cluster itself if every terminal shows it alike, else a form that they do: NFC, the base
  /// without selectors and modifiers, a blank or `?`. The result never holds a control character,
  /// a bidi control or anything of no width. Doing it twice changes nothing.
  package static func displayable(_ cluster: Character) -> Character {
    if isPlain(cluster) { return cluster }
    var scalars = Array(cluster.unicodeScalars)
    if scalars.count > 1 { scalars = composed(cluster) }
    guard let base = scalars.first else { return unknown }
    let shownBase = displayable(base)
    let rest = scalars.dropFirst()
    guard !rest.isEmpty, shownBase == Character(base) else { return shownBase }
    // Joined, toned, tagged and keycap emoji keep their first part.
    if rest.contains(where: changesPresentation) { return shownBase }
    // ncurses keeps a base and four marks in a cell; more are a drawing, not a letter.
    guard rest.count <= 4, rest.allSatisfy(isMark) else { return unknown }
    return Character(String(String.UnicodeScalarView(scalars)))
  }

  private static let unknown: Character = "?"

  /// The scalars of a cluster in NFC.
  private static func composed(_ cluster: Character) -> [Unicode.Scalar] {
    #if canImport(Darwin)
      Array(String(cluster).precomposedStringWithCanonicalMapping.unicodeScalars)
    #else
      Array(String(cluster)._nfc)
    #endif
  }

  /// Printable ASCII and the narrow letters next to it, which are most of any text.
  private static func isPlain(_ cluster: Character) -> Bool {
    var scalars = cluster.unicodeScalars.makeIterator()
    guard let scalar = scalars.next(), scalars.next() == nil else { return false }
    switch scalar.value {
    case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x400...0x482, 0x2500...0x259F: return true
    default: return false
    }
  }

  private static func displayable(_ scalar: Unicode.Scalar) -> Character {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x200B, 0x2028, 0x2029: return " "
    case 0x3000: return Character(scalar)
    case 0xAD: return "-"
    // Flag letters and skin tones join what stands before them, whichever cell it is in.
    case 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF: return unknown
    // Vowels and finals of Hangul take no cell of their own.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return unknown
    // Made wide by Unicode 16; systems disagree.
    case 0x2630...0x2637, 0x268A...0x268F, 0x4DC0...0x4DFF, 0x1D300...0x1D376: return unknown
    default: break
    }
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint { return unknown }
    switch properties.generalCategory {
    case .spaceSeparator: return " "
    case .control, .format, .surrogate, .privateUse, .unassigned: return unknown
    case .lineSeparator, .paragraphSeparator: return unknown
    case .nonspacingMark, .enclosingMark, .spacingMark: return unknown
    default: return Character(scalar)
    }
  }

  /// Selectors, joiner, keycap, skin tones and tags: what turns a character into an emoji image.
  private static func changesPresentation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200D, 0x20E3, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF, 0xE0000...0xE01EF: return true
    default: return false
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return properties.generalCategory == .nonspacingMark
      && !properties.isDefaultIgnorableCodePoint
  }

  private static func isWide(_ cluster: Character) -> Bool {
    guard let value = cluster.unicodeScalars.first?.value, value >= 0x1100 else { return false }
    var low = 0
    var high = wide.count
    while low < high {
      let middle = (low + high) / 2
      if wide[middle].upperBound < value {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < wide.count && wide[low].contains(value)
  }

  /// East Asian Wide and Fullwidth, emoji presentation included: EastAsianWidth.txt of Unicode 15.1
  /// with the emoji of 16, gaps of unassigned code points closed.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
    0x23F3...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F,
    0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5,
    0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA, 0x26F2...0x26F3, 0x26F5...0x26F5,
    0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B, 0x2728...0x2728,
    0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
    0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55,
    0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4C6, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAD9, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1F004...0x1F004,
    0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F320,
    0x1F32D...0x1F335, 0x1F337...0x1F37C, 0x1F37E...0x1F393, 0x1F3A0...0x1F3CA,
    0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E,
    0x1F440...0x1F440, 0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F54B...0x1F54E,
    0x1F550...0x1F567, 0x1F57A...0x1F57A, 0x1F595...0x1F596, 0x1F5A4...0x1F5A4,
    0x1F5FB...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2,
    0x1F6D5...0x1F6DF, 0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7F0,
    0x1F90C...0x1F93A, 0x1F93C...0x1F945, 0x1F947...0x1F9FF, 0x1FA70...0x1FAFF,
    0x20000...0x2FA1D, 0x30000...0x323AF,
  ]
}
