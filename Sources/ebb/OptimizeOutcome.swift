import Scheduling

/// `ebb.optimize/1`: what fitting gained.
struct OptimizeOutcome: Encodable {
  struct Figures: Encodable {
    let log_loss: Double
    let rmse_bins: Double
    let auc: Double?

    init(_ evaluation: Evaluation) {
      log_loss = evaluation.logLoss
      rmse_bins = evaluation.rmseBins
      auc = evaluation.auc
    }
  }

  let schema = "ebb.optimize/1"
  let answers: Int
  let trained: Int
  let before: Figures
  let after: Figures
  let better: Bool
  let stored: Bool
  let fitted: [Double]
  let weights: [Double]

  init(_ improvement: Improvement, isStored: Bool) {
    answers = improvement.before.count
    trained = improvement.result.samples
    before = Figures(improvement.before)
    after = Figures(improvement.after)
    better = improvement.isBetter
    stored = isStored
    fitted = improvement.result.weights
    weights = improvement.parameters.weights
  }

  /// The same for people.
  static func text(_ improvement: Improvement, isStored: Bool, isOwn: Bool) -> String {
    func figures(_ evaluation: Evaluation) -> String {
      "log loss \(rounded(evaluation.logLoss)), RMSE(bins) \(rounded(evaluation.rmseBins))"
    }
    var lines = [
      "answers to predict: \(improvement.before.count)",
      (isOwn ? "weights in use:     " : "standard weights:   ") + figures(improvement.before),
      "fitted weights:     \(figures(improvement.after))",
    ]
    if improvement.isBetter {
      lines.append(improvement.parameters.weights.map(rounded).joined(separator: ", "))
      if isStored {
        lines.append("They are in use from now on; `ebb reschedule` says what they would move.")
      }
    } else {
      lines.append("The \(isOwn ? "weights in use" : "standard weights") are better: keep them.")
    }
    return lines.joined(separator: "\n")
  }

  /// Four decimals.
  private static func rounded(_ number: Double) -> String {
    let scaled = Int((abs(number) * 10_000).rounded())
    let decimals = String(scaled % 10_000)
    let sign = number < 0 && scaled > 0 ? "-" : ""
    return "\(sign)\(scaled / 10_000)." + String(repeating: "0", count: 4 - decimals.count)
      + decimals
  }
}
