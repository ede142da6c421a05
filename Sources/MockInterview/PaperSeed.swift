import Foundation

/// All chance of a paper. Every name has its own number, so that a card that is added somewhere
/// cannot reshuffle the rest.
package struct PaperSeed: Hashable, Sendable {
  package let value: UInt64
  /// The state of FNV-1a after the seed and the stroke behind it.
  private let prefix: UInt64

  package init(_ value: UInt64) {
    self.value = value
    prefix = Self.hash("\(value)/".utf8, from: 0xcbf2_9ce4_8422_2325)
  }

  private init(_ value: UInt64, prefix: UInt64) {
    self.value = value
    self.prefix = prefix
  }

  /// The chance of all names that begin with a text: `within("a/").uniform("b")` is
  /// `uniform("a/b")`.
  func within(_ beginning: String) -> PaperSeed {
    PaperSeed(value, prefix: Self.hash(beginning.utf8, from: prefix))
  }

  /// A number strictly between 0 and 1 that belongs to a name: the top 53 bits of a mixed FNV-1a.
  package func uniform(_ name: String) -> Double {
    let mixed = Self.mix(Self.hash(name.utf8, from: prefix))
    return (Double(mixed >> 11) + 0.5) / 9_007_199_254_740_992
  }

  /// A place in a race of exponentials: the smallest of several wins in proportion to its weight.
  /// Without weight the race is never won.
  package func race(_ name: String, weight: Double) -> Double {
    weight > 0 ? -log(uniform(name)) / weight : .infinity
  }

  /// Members in an order that belongs to a name.
  func shuffled<Member>(_ members: [Member], as name: String) -> [Member] {
    members.indices.map { (key: uniform("\(name)/\($0)"), index: $0) }.sorted { $0.key < $1.key }
      .map { members[$0.index] }
  }

  private static func hash(_ bytes: some Sequence<UInt8>, from state: UInt64) -> UInt64 {
    bytes.reduce(state) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
