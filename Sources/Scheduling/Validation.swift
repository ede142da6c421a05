import Foundation

extension Optimizer {
  /// Evaluates the fitting itself: divides the samples by time into six parts and, five times,
  /// predicts the next part with weights fitted to all parts before (O7b). All answers count the
  /// same. Nil for fewer than 6 samples; throws as `train` does.
  package func validate(_ log: TrainingLog) throws(OptimizerError) -> Evaluation? {
    let size = log.count / 6
    guard size > 0 else { return nil }
    var forecasts: [Evaluation.Forecast] = []
    for part in 1...5 {
      let known = log.samples[..<(part * size)]
      let unknown = log.samples[part * size..<(part == 5 ? log.count : (part + 1) * size)]
      let weights = try train(log.predicting(known)).weights
      let model = MemoryModel(Parameters.standard.with(weights: weights))
      let recalls = log.predicting(unknown).recalls(model)
      forecasts += unknown.map { sample in
        Evaluation.Forecast(
          recall: recalls[sample.last], isPass: log.isPass(sample), weight: 1,
          bin: Evaluation.Bin(sample, in: log))
      }
    }
    return Evaluation(forecasts)
  }

  /// Whether weights fitted to a log predict about as well as they do for most people, by Anki's
  /// limits (O6); nil for 300 samples or fewer, which say too little. Throws as `train` does.
  package func isHealthy(_ log: TrainingLog) throws(OptimizerError) -> Bool? {
    guard log.count > 300, let passRate = log.passRate, let evaluation = try validate(log) else {
      return nil
    }
    return evaluation.isHealthy(passRate: passRate, count: log.count)
  }
}

extension Evaluation {
  /// Whether this is the evaluation of a healthy log with this share of passes and so many samples.
  func isHealthy(passRate: Double, count: Int) -> Bool {
    let usualLoss = 0.623 * pow(4 * passRate * (1 - passRate), 0.738)
    let usualError =
      0.0135 / (pow(passRate, 0.504) - 1.14) + 0.176 / (pow(Double(count) / 1000, 0.825) + 2.22)
      + 0.101
    return logLoss / usualLoss <= 1.11 || rmseBins / usualError <= 1.53
  }
}
