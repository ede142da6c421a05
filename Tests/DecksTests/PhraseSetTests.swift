import TestSupport
import Testing

@testable import Decks

struct PhraseSetTests {
  private let phrases: PhraseSet = ["a", "at ", "tide", "ti", "潮", "潮汐表", "[x"]

  @Test(arguments: [
    ("", false), ("A", true), ("bit", false), ("TIDE", true), ("t", false), ("tI", true),
    ("x潮", true), ("X[X", true), ("[y", false), ("{X", false), ("\u{1}", false),
  ])
  func aPhraseIsFoundInEitherCaseAndAtTheEnd(text: String, isFound: Bool) {
    #expect(phrases.isIn(text) == isFound)
  }

  @Test(arguments: [("tide", true), ("TIDE", false), ("潮汐", true), ("", false), ("[", false)])
  func aTextBeginsWithAPhraseByteByByte(text: String, begins: Bool) {
    #expect(phrases.begins(text) == begins)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func aSetFindsWhatOneOfItsPhrasesFindsAlone(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let letters = Array("abAB é潮`@[{ ")
    func text(_ lengths: ClosedRange<Int>) -> String {
      String(
        (0..<Int.random(in: lengths, using: &random)).map { _ in
          letters[Int.random(in: letters.indices, using: &random)]
        })
    }
    for _ in 0..<200 {
      let phrases = (0..<4).map { _ in text(1...4).lowercased() }
      let text = text(0...12)
      let isFound = phrases.contains { text.lowercased().contains($0) }
      #expect(PhraseSet(phrases).isIn(text) == isFound, "seed \(seed): \(phrases) in \(text)")
    }
  }
}
