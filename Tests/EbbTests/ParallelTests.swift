import TestSupport
import Testing

@testable import ebb

struct ParallelTests {
  @Test(arguments: [
    ([], []), ([5], [0..<1]), ([50], [0..<1]), ([4, 6], [0..<2]), ([4, 7], [0..<1, 1..<2]),
    ([1, 1, 50, 1, 1], [0..<2, 2..<3, 3..<5]), ([50, 50], [0..<1, 1..<2]),
  ])
  func manySmallFilesGoTogetherAndALargeOneByItself(sizes: [Int], batches: [Range<Int>]) {
    #expect(Parallel.batches(sizes, most: 10) == batches)
  }

  @Test func noFileIsForgottenAndNoBatchHoldsTooMuch() {
    for seed in UInt64(0)..<200 {
      var random = SeededGenerator(seed: seed)
      let sizes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Int.random(in: 1...15, using: &random)
      }
      let batches = Parallel.batches(sizes, most: 10)
      #expect(batches.flatMap { Array($0) } == Array(sizes.indices), "seed \(seed)")
      for batch in batches {
        let held = sizes[batch].reduce(0, +)
        #expect(!batch.isEmpty && (held <= 10 || batch.count == 1), "seed \(seed)")
      }
    }
  }

  @Test func resultsStandInTheOrderOfTheirNumbers() {
    #expect(Parallel.map(1_000) { $0 * $0 } == (0..<1_000).map { $0 * $0 })
  }
}
