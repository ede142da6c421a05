@testable import ProgressStore
import TestSupport
import Testing

struct VoidingTests {
  private func identity(_ number: Int) -> LogEvent.Identity {
    LogEvent.Identity(device: "d", number: number)
  }

  private func void(_ reverts: [(Int, of: Int)]) -> [Int] {
    Voiding.targets(
      of: reverts.map { Voiding.Revert(identity: identity($0.0), target: identity($0.of)) }
    ).map(\.number).sorted()
  }

  @Test func anEventHoldsUnlessARevertOfItHolds() {
    #expect(void([]) == [])
    #expect(void([(2, of: 1)]) == [1])
    // Done again, and undone again.
    #expect(void([(2, of: 1), (3, of: 2)]) == [2])
    #expect(void([(2, of: 1), (3, of: 2), (4, of: 3)]) == [1, 3])
    // Taken back twice, done again once: it takes both reverts back.
    #expect(void([(2, of: 1), (3, of: 1), (4, of: 2)]) == [1, 2])
    #expect(void([(2, of: 1), (3, of: 1), (4, of: 2), (5, of: 3)]) == [2, 3])
  }

  @Test func revertsInACircleDoNotHold() {
    #expect(void([(2, of: 3), (3, of: 2)]) == [])
    #expect(void([(2, of: 2)]) == [])
    #expect(void([(2, of: 3), (3, of: 2), (4, of: 2)]) == [2])
  }

  @Test func theOrderOfTheRevertsDoesNotMatter() {
    var generator = SeededGenerator(seed: 5)
    for trial in 0..<300 {
      let reverts = (2...12).map { ($0, of: Int.random(in: 1...12, using: &generator)) }
      #expect(void(reverts) == void(reverts.shuffled(using: &generator)), "trial \(trial)")
    }
  }
}
