import Foundation

/// What a prediction costs: minus the logarithm of the probability given to what happened. No
/// prediction is taken for surer than 1e-7 (O5).
struct CrossEntropy {
  let loss: Double
  /// How the loss changes with the predicted recall; 0 where that is taken for less sure.
  let slope: Double

  init(recall: Double, isPass: Bool) {
    let sure = min(max(recall, Self.least), 1 - Self.least)
    loss = isPass ? -log(sure) : -log(1 - sure)
    slope = sure != recall ? 0 : isPass ? -1 / sure : 1 / (1 - sure)
  }

  private static let least = 1e-7
}
