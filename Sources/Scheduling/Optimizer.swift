/// Fits the weights of FSRS-6 to a log, as fsrs-rs 6.6 and Anki 26.9 do (O1 to O6).
package struct Optimizer: Sendable {
  /// How to fit.
  package struct Options: Hashable, Sendable {
    /// How often every sample is learned from, at least 0.
    package var epochs = 8
    /// Most predictions in one step, at least 1.
    package var batchSize = 512
    /// Whether the answers to a card are learned from together: several times faster, a little
    /// less exact on logs of 100,000 reviews.
    package var byCard = true
    /// Seed of the order in which batches are learned from.
    package var seed: UInt64 = 2023
    /// Length of the first step, positive.
    package var rate = 0.04
    /// How strongly the weights are held where they started, 0 for not at all.
    package var inertia = 1.0
    /// Whether new answers count more than old ones.
    package var recency = true
    /// Whether answers on the same day may change stability; without, w17...w19 become 0.
    package var sameDay = true
    /// Number of steps after a lapse, at least 0.
    package var relearningSteps = 1

    /// What Anki 26.9 does: 8 epochs, the answers to a card together.
    package init() {}

    /// What fsrs-rs 6.6 does by itself: 5 epochs, every sample alone.
    package static let plain: Options = {
      var options = Options()
      options.epochs = 5
      options.byCard = false
      return options
    }()
  }

  /// How to fit.
  package let options: Options

  /// Makes an optimizer.
  package init(_ options: Options = Options()) {
    precondition(options.epochs >= 0, "a training cannot have fewer than no epochs")
    precondition(options.batchSize > 0, "a batch holds at least one prediction")
    self.options = options
  }

  /// Fits weights to a log: the defaults for fewer than 8 samples, only first stabilities for fewer
  /// than 64. The same log and options always give the same weights.
  ///
  /// Throws if no first rating has enough answers that are alike, or a weight does not stay finite.
  package func train(_ log: TrainingLog) throws(OptimizerError) -> TrainingResult {
    let filter = OutlierFilter(log)
    let count = filter.training.count
    let defaults = Parameters.standard.weights
    guard count >= 8 else {
      return TrainingResult(weights: defaults, extent: .nothing, samples: count)
    }
    let stabilities = FirstStabilities(filter, in: log)
    guard let first = stabilities.smoothed else { throw .notEnoughReviews }
    var start = first + defaults[4...]
    guard count >= 64, filter.training.contains(where: { !$0.isFirstSpaced }) else {
      return TrainingResult(weights: start, extent: .firstStabilities, samples: count)
    }

    if !options.sameDay { start.replaceSubrange(17...19, with: [0, 0, 0]) }
    var training = Training(log, samples: filter.training, from: start, options: options)
    for _ in 0..<options.epochs { training.epoch() }
    if let index = training.weights.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(index: index)
    }
    let trained = stabilities.smoothed(trained: Array(training.weights[..<4])) ?? first
    return TrainingResult(
      weights: trained + training.weights[4...], extent: .everything, samples: count)
  }
}
