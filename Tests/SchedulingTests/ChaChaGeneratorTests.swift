import Testing

@testable import Scheduling

struct ChaChaGeneratorTests {
  private struct Reference: Decodable {
    struct Seed: Decodable {
      let seed: UInt64
      let words: [UInt32]
      let unit: Double
    }
    let seeds: [Seed]
    let shuffles: [String: [[Int]]]
  }

  @Test func numbersAreThoseOfRust() throws {
    for row in try vectors("random.json", as: Reference.self).seeds {
      var random = ChaChaGenerator(seed: row.seed)
      #expect(row.words.map { _ in random.word() } == row.words, "seed \(row.seed)")
      random = ChaChaGenerator(seed: row.seed)
      #expect(random.unit() == row.unit, "seed \(row.seed)")
    }
  }

  @Test func shufflesAreThoseOfRust() throws {
    for (size, orders) in try vectors("random.json", as: Reference.self).shuffles {
      let count = try #require(Int(size))
      var random = ChaChaGenerator(seed: 2023)
      for order in orders {
        var numbers = Array(0..<count)
        random.shuffle(&numbers)
        #expect(numbers == order, "\(size) numbers")
      }
    }
  }

  @Test func aShuffleLosesNothing() {
    var random = ChaChaGenerator(seed: 7)
    for count in [0, 1, 2, 3, 50, 3000] {
      var numbers = Array(0..<count)
      random.shuffle(&numbers)
      #expect(numbers.sorted() == Array(0..<count))
    }
  }

  @Test func numbersBelowABoundAreAllReachedAndNoneBeyond() {
    var random = ChaChaGenerator(seed: 1)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<7000 { counts[Int(random.below(7))] += 1 }
    #expect(counts.allSatisfy { (800...1200).contains($0) })
    #expect((0..<100).allSatisfy { _ in random.below(1) == 0 })
  }
}
