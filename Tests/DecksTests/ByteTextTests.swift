import TestSupport
import Testing

@testable import Decks

struct ByteTextTests {
  /// Pieces of texts: white space of all sorts, and what a quick look might take for it.
  private static let pieces = [
    " ", "\t", "\n", "\u{85}", "\u{a0}", "\u{2003}", "\u{2028}", "\u{3000}", "a", "B", "7", ".",
    "\u{7f}", "é", "e\u{301}", "—", "”", "潮", "。", "、", "「", "ア", "゛", "？", "한", "я", "🌊", "👩‍🚀", "₂",
  ]

  private func texts(seed: UInt64) -> [String] {
    var random = SeededGenerator(seed: seed)
    return (0..<400).map { _ in
      (0..<Int.random(in: 0...6, using: &random)).map { _ in
        Self.pieces[Int.random(in: Self.pieces.indices, using: &random)]
      }.joined()
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func trimmingTakesAllWhiteSpaceFromBothEndsAndNothingElse(seed: UInt64) {
    for text in texts(seed: seed) {
      let kept = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
      #expect(text.trimmed == String(kept), "seed \(seed)")
      #expect(text[...].trimmed == String(kept), "seed \(seed)")
      let bytes = text.withBytes { String($0.withoutBlanks) }
      #expect(bytes == String(kept), "seed \(seed)")
    }
  }

  @Test(arguments: [
    ("high tide", "high", true, false), ("high tide", "tide", false, true),
    ("tide", "", true, true),
    ("", "", true, true), ("", "a", false, false), ("ti", "tide", false, false),
    ("潮汐。", "。", false, true), ("潮汐。", "潮", true, false),
  ])
  func aTextBeginsAndEndsWithTheBytesOfAnother(
    text: String, other: String, begins: Bool, ends: Bool
  ) {
    #expect(text.hasPrefix(other) == begins)
    #expect(text.hasSuffix(other) == ends)
    #expect(text[...].hasPrefix(other) == begins)
    #expect(text[...].hasSuffix(other) == ends)
  }
}
