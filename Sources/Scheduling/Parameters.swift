import Foundation

/// FSRS-6 weights with the retention and the longest interval to schedule for.
package struct Parameters: Hashable, Sendable {
  /// The 21 weights w0...w20, each within its bounds.
  package let weights: [Double]

  /// Probability of recall at which a review is scheduled, 0.70...0.99.
  package let desiredRetention: Double

  /// Longest interval ever scheduled, in days, 1...36500.
  package let maximumInterval: Int

  /// FSRS-6 default weights, 90 % retention, intervals up to 36500 days.
  package static let standard = Parameters(clipped: defaults, retention: 0.9, maximum: 36500)

  /// Reads weights of FSRS-6 (21), FSRS-5 (19), FSRS-4.5 (17), or none for the defaults.
  ///
  /// Older sets are upgraded, then every weight is clipped to its bounds, as fsrs-rs 6.6
  /// does. Throws for any other count, for a weight that is not finite, for a
  /// retention outside 0.70...0.99 and for a maximum interval outside 1...36500 days.
  package init(
    weights: [Double], desiredRetention: Double = 0.9, maximumInterval: Int = 36500
  ) throws(ParametersError) {
    if let index = weights.firstIndex(where: { !$0.isFinite }) {
      throw .weightNotFinite(index: index)
    }
    guard (0.70...0.99).contains(desiredRetention) else {
      throw .desiredRetention(desiredRetention)
    }
    guard (1...36500).contains(maximumInterval) else {
      throw .maximumInterval(maximumInterval)
    }
    let upgraded = try Self.upgrade(weights)
    self.init(
      clipped: zip(upgraded, Self.bounds).map { min(max($0, $1.lowerBound), $1.upperBound) },
      retention: desiredRetention, maximum: maximumInterval)
  }

  /// The same retention and maximum interval with 21 other weights, clipped to their bounds; the
  /// weights must be finite.
  func with(weights: [Double]) -> Parameters {
    precondition(weights.count == 21 && weights.allSatisfy(\.isFinite), "21 numbers are needed")
    return Parameters(
      clipped: zip(weights, Self.bounds).map { min(max($0, $1.lowerBound), $1.upperBound) },
      retention: desiredRetention, maximum: maximumInterval)
  }

  /// The same weights and maximum interval for another retention, 0.70...0.99.
  func with(desiredRetention: Double) -> Parameters {
    precondition((0.70...0.99).contains(desiredRetention), "retention must be 0.70 to 0.99")
    return Parameters(clipped: weights, retention: desiredRetention, maximum: maximumInterval)
  }

  private init(clipped weights: [Double], retention: Double, maximum: Int) {
    self.weights = weights
    desiredRetention = retention
    maximumInterval = maximum
  }

  private static func upgrade(_ w: [Double]) throws(ParametersError) -> [Double] {
    switch w.count {
    case 0: return defaults
    case 21: return w
    case 19: return w + [0, 0.5]
    case 17:
      // FSRS-4.5 measured difficulty differently: w4, w5 and w6 are translated.
      var upgraded = w + [0, 0, 0, 0.5]
      upgraded[4] = w[4] + 2 * w[5]
      upgraded[5] = log(1 + 3 * w[5]) / 3
      upgraded[6] = w[6] + 0.5
      return upgraded
    default: throw .weightCount(w.count)
    }
  }

  private static let defaults = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ]

  /// Lowest and highest value of every weight when a set is loaded, as in fsrs-rs 6.6.
  package static let bounds: [ClosedRange<Double>] = [
    0.001...100, 0.001...100, 0.001...100, 0.001...100,  // w0...w3: first stability
    1...10, 0.001...4, 0.001...4, 0.001...0.75,  // w4...w7: difficulty
    0...4.5, 0...0.8, 0.001...3.5,  // w8...w10: success
    0.001...5, 0.001...0.25, 0.001...0.9, 0...4,  // w11...w14: lapse
    0...1, 1...6,  // w15, w16: hard, easy
    0...2, 0...2, 0...0.8,  // w17...w19: same day
    0.1...0.8,  // w20: decay
  ]
}
