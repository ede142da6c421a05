/// Weights fitted to a log.
package struct TrainingResult: Hashable, Sendable {
  /// How much of the weights comes from the log.
  package enum Extent: Hashable, Sendable {
    /// Nothing: fewer than 8 samples; the weights are the defaults.
    case nothing
    /// The first four weights: fewer than 64 samples, or only first intervals.
    case firstStabilities
    /// All weights.
    case everything
  }

  /// The 21 weights, each within its bounds.
  package let weights: [Double]
  /// How much of them comes from the log.
  package let extent: Extent
  /// Number of samples the weights were fitted to, outliers left out.
  package let samples: Int
}
