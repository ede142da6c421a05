import Testing

@testable import Decks

struct LowerCaseTests {
  /// The library's answer, which the shorter way is to equal.
  private func library(_ text: String) -> String { text[...].lowercased() }

  @Test func everyLetterHasTheLowerCaseThatUnicodeGivesIt() {
    // The basic plane, and that of emoji; all others are left to the library.
    for value in [UInt32](0...0xffff) + [UInt32](0x1f000...0x1ffff) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "A\(Character(scalar))B"
      if text.lowercased() != library(text) {
        Issue.record("U+\(String(value, radix: 16)) in lower case is \(text.lowercased())")
      }
    }
  }

  @Test(arguments: [
    "", "low tide", "Low TIDE", "Ebbe — und Flut", "ÄQUATOR", "“Tide”, 潮汐 and Ｆ", "İ", "ΣΑΣ",
    "🌊 Wave",
    "e\u{301}É",
  ])
  func aTextInLowerCaseIsWhatTheLibrarySays(text: String) {
    #expect(text.lowercased() == library(text))
  }
}
