/// The 34 weights of FSRS-7, each within its bounds (F7.2).
package struct TwoTraceWeights: Hashable, Sendable {
  /// Why weights cannot be used for FSRS-7.
  package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The number of weights is not 34; 35 and 36 belong to drafts.
    case count(Int)
    /// The weight at this index is infinite or not a number.
    case notFinite(index: Int)

    /// One sentence that says what was refused.
    package var description: String {
      switch self {
      case .count(let count): "\(count) FSRS-7 weights were given; it has 34."
      case .notFinite(let index): "FSRS-7 weight number \(index) is not a finite number."
      }
    }
  }

  /// w0...w33.
  package let values: [Double]

  /// The defaults.
  package static let standard = TwoTraceWeights(clipped: [
    0.1104, 2.2395, 3.9221, 11.7841, 6.1686, 0.6457, 3.6807,
    1.9795, 0, 1.3826, 0.7024, 0.5999, 0.8146, 0.6398, 1,
    1.3207, 0.6707, 3.8668, 0.4416, 0.0934, 1.8631, 0.6162, 1.0869,
    0.1567, 0.0801, 0.2421, 0.9464, 0.1433, 0.7145, 0, 0.5667, 0.3734, 0.5333, 0.3048,
  ])

  /// Reads 34 weights and clips each to its bounds; the first four never fall and w26 is at least
  /// w25. Throws for another count and for a weight that is not finite.
  package init(_ values: [Double]) throws(Failure) {
    guard values.count == 34 else { throw .count(values.count) }
    if let index = values.firstIndex(where: { !$0.isFinite }) { throw .notFinite(index: index) }
    var clipped = zip(values, Self.bounds).map { min(max($0, $1.lowerBound), $1.upperBound) }
    for index in 1...3 { clipped[index] = max(clipped[index], clipped[index - 1]) }
    clipped[26] = max(clipped[26], clipped[25])
    self.init(clipped: clipped)
  }

  private init(clipped: [Double]) { values = clipped }

  /// Lowest and highest value of every weight.
  package static let bounds: [ClosedRange<Double>] = [
    0.0001...50, 0.0001...100, 0.0001...100, 0.0001...100,  // w0...w3: first stability
    1...10, 0.001...4, 0.1...4,  // w4...w6: difficulty
    0...4, 0...1.2, 0.3...3, 0.01...1.5, 0.1...1, 0...3.5, 0...1, 1...7,  // w7...w14: slow
    0...4, 0...2, 0.5...6, 0.001...1.5, 0.001...1, 0...5, 0...1, 1...7,  // w15...w22: fast
    0.01...0.25, 0.01...0.95, 0.2...0.85, 0.5...0.99,  // w23...w26: decay and base
    0.01...1, 0.1...1, 0...0.9, 0.1...1.1,  // w27...w30: mixture
    0...1, 0...0.6, 0...0.6,  // w31...w33: difficulty, decay
  ]
}
