import Decks
import TestSupport
import Testing

@testable import ProgressStore

struct CardNumbersTests {
  @Test func everyNameHasOneNumberInTheOrderInWhichItIsMet() {
    for seed in 0..<20 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      // Few letters and lengths around the limit of sixteen bytes, so that many are nearly equal.
      let names = (0..<3_000).map { _ in
        String(
          (0..<Int.random(in: 0...18, using: &random)).map { _ in
            ["a", "b", "é"].randomElement(using: &random) ?? "a"
          }.joined())
      }
      var numbers = CardNumbers()
      var known: [String: Int] = [:]
      for name in names {
        let number = Array(name.utf8).withUnsafeBufferPointer { numbers.number(of: $0) }
        #expect(number == known[name] ?? known.count, "seed \(seed): \(name)")
        known[name] = number
      }
      #expect(numbers.cards.count == known.count, "seed \(seed)")
      for (number, card) in numbers.cards.enumerated() {
        #expect(known[card.rawValue] == number, "seed \(seed)")
      }
    }
  }
}
