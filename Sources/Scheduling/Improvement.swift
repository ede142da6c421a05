/// Newly fitted weights beside the ones in use, and which of them to keep (O6).
package struct Improvement: Hashable, Sendable {
  /// How well the parameters in use predict the log.
  package let before: Evaluation
  /// How well the fitted weights do.
  package let after: Evaluation
  /// The fitted weights.
  package let result: TrainingResult
  /// Whether the fitted weights should replace those in use.
  package let isBetter: Bool
  /// The parameters to go on with: the fitted weights if they are better, else those in use.
  package let parameters: Parameters
}

extension Optimizer {
  /// Fits weights to a log and compares them with the parameters in use, on the whole log. Those in
  /// use are kept unless the others predict better, as Anki does. Nil if the log holds nothing to
  /// predict; throws as `train` does.
  package func improve(
    _ current: Parameters, on log: TrainingLog
  ) throws(OptimizerError) -> Improvement? {
    guard let before = Evaluation(current, on: log) else { return nil }
    let result = try train(log)
    let fitted = current.with(weights: result.weights)
    guard let after = Evaluation(fitted, on: log) else { return nil }
    let isBetter = after.logLoss < before.logLoss || !isSettled(MemoryModel(current))
    return Improvement(
      before: before, after: after, result: result, isBetter: isBetter,
      parameters: isBetter ? fitted : current)
  }

  /// Whether all steps after a lapse together leave a memory weaker than it was.
  private func isSettled(_ model: MemoryModel) -> Bool {
    guard options.relearningSteps > 1 else { return true }
    let known = MemoryState(stability: 1, difficulty: 1)
    var state = model.next(known, rating: .again, elapsedDays: 2)
    for _ in 0..<options.relearningSteps {
      state = model.next(state, rating: .good, elapsedDays: 0)
    }
    return state.stability < known.stability
  }
}
