/// What counts of a text when two versions of it are compared: its letters and digits, without
/// case, marks and emoji.
struct TextShape: Sendable {
  /// Equal for texts that differ in nothing that counts.
  let hash: UInt64
  /// The words in their order, hashed.
  let words: [UInt32]
  /// Every three neighbouring letters, hashed and sorted: they survive a mended word and, unlike
  /// the text, can be compared in one pass.
  private let triples: [UInt32]

  init(_ text: String) {
    var letters: [UInt32] = [Self.blank]
    letters.reserveCapacity(text.utf8.count + 2)
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        if byte.isASCIILetter {
          letters.append(UInt32(byte | 0x20))
        } else if (0x30...0x39).contains(byte) {
          letters.append(UInt32(byte))
        } else if letters.last != Self.blank {
          letters.append(Self.blank)
        }
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        for lower in scalar.properties.lowercaseMapping.unicodeScalars {
          letters.append(lower.value)
        }
      } else if letters.last != Self.blank {
        letters.append(Self.blank)
      }
    }
    if letters.last != Self.blank { letters.append(Self.blank) }

    var whole = StableHash()
    var word: UInt32 = 0
    var words: [UInt32] = []
    for letter in letters.dropFirst() {
      whole.combine(UInt8(truncatingIfNeeded: letter))
      whole.combine(UInt8(truncatingIfNeeded: letter >> 8))
      if letter == Self.blank {
        if word != 0 { words.append(word) }
        word = 0
      } else {
        word = Self.mixed(word, letter)
      }
    }
    hash = whole.value
    self.words = words
    triples = letters.indices.dropLast(2).map {
      Self.mixed(Self.mixed(letters[$0], letters[$0 + 1]), letters[$0 + 2])
    }.sorted()
  }

  /// How much two texts have in common, 0...1: the share of letter triples (Dice's coefficient).
  func likeness(to other: TextShape) -> Double {
    if hash == other.hash { return 1 }
    let all = triples.count + other.triples.count
    guard all > 0 else { return 1 }
    var (left, right, common) = (0, 0, 0)
    while left < triples.count, right < other.triples.count {
      if triples[left] == other.triples[right] {
        common += 1
        left += 1
        right += 1
      } else if triples[left] < other.triples[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return Double(2 * common) / Double(all)
  }

  private static let blank: UInt32 = 0x20

  private static func mixed(_ state: UInt32, _ value: UInt32) -> UInt32 {
    var mixed = (state ^ value) &* 0x9e37_79b1
    mixed ^= mixed >> 15
    return mixed &* 0x85eb_ca6b
  }
}
