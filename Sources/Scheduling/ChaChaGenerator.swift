/// The random numbers of Rust's `StdRng`, from which fsrs-rs draws: ChaCha with 12 rounds, its key
/// expanded from a 64-bit seed (FSRS specification R). Equal seeds give equal numbers everywhere.
struct ChaChaGenerator: Sendable {
  private let key: [UInt32]
  private var block: [UInt32] = []
  private var used = 0
  private var counter: UInt64 = 0

  init(seed: UInt64) {
    var state = seed
    key = (0..<8).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 11_634_580_027_462_260_723
      let word = UInt32(truncatingIfNeeded: ((state >> 18) ^ state) >> 27)
      let turn = UInt32(state >> 59)
      return (word >> turn) | (word << ((32 - turn) & 31))
    }
  }

  /// The next 32 bits.
  mutating func word() -> UInt32 {
    if used == block.count { refill() }
    used += 1
    return block[used - 1]
  }

  /// The next number in 0..<1, a multiple of 2^-23.
  mutating func unit() -> Double { Double(word() >> 9) * 0x1p-23 }

  /// The next whole number in 0..<bound; the bound is positive.
  mutating func below(_ bound: UInt32) -> UInt32 {
    let product = word().multipliedFullWidth(by: bound)
    guard product.low > 0 &- bound else { return product.high }
    let more = word().multipliedFullWidth(by: bound).high
    return product.high + (product.low.addingReportingOverflow(more).overflow ? 1 : 0)
  }

  /// Puts the numbers into a random order, each order equally likely.
  mutating func shuffle(_ numbers: inout [Int]) {
    var chunk: UInt32 = 0
    var factors = 1
    for index in numbers.indices {
      let size = UInt32(index + 1)
      if factors == 0 {
        // One draw serves as many places as their number of orders fits into 32 bits.
        var bound = size
        factors = 1
        while case let (next, overflow) = bound.multipliedReportingOverflow(
          by: size + UInt32(factors)), !overflow
        {
          bound = next
          factors += 1
        }
        chunk = below(bound)
      }
      factors -= 1
      numbers.swapAt(index, Int(factors == 0 ? chunk : chunk % size))
      chunk /= size
    }
  }

  private mutating func refill() {
    let input: [UInt32] =
      [0x6170_7865, 0x3320_646E, 0x7962_2D32, 0x6B20_6574] + key
      + [UInt32(truncatingIfNeeded: counter), UInt32(counter >> 32), 0, 0]
    var x = input
    for _ in 0..<6 {
      for column in 0..<4 { Self.quarter(&x, column, column + 4, column + 8, column + 12) }
      for column in 0..<4 {
        Self.quarter(
          &x, column, 4 + (column + 1) % 4, 8 + (column + 2) % 4, 12 + (column + 3) % 4)
      }
    }
    block = zip(x, input).map { $0 &+ $1 }
    used = 0
    counter += 1
  }

  private static func quarter(_ x: inout [UInt32], _ a: Int, _ b: Int, _ c: Int, _ d: Int) {
    func mix(_ i: Int, _ j: Int, into k: Int, turn: UInt32) {
      x[i] &+= x[j]
      let bits = x[k] ^ x[i]
      x[k] = (bits << turn) | (bits >> (32 - turn))
    }
    mix(a, b, into: d, turn: 16)
    mix(c, d, into: b, turn: 12)
    mix(a, b, into: d, turn: 8)
    mix(c, d, into: b, turn: 7)
  }
}
