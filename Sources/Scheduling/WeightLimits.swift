import Foundation

/// Where the weights may go while they are trained, and how strongly each is held back (1.2, 1.3).
struct WeightLimits: Sendable {
  /// Whether answers on the same day change stability.
  let sameDay: Bool
  /// Number of steps after a lapse; more than one narrow w17 and w18.
  let relearningSteps: Int

  /// Brings the weights into their bounds.
  func clip(_ w: inout [Double]) {
    let ceiling = ceiling(w)
    for index in w.indices {
      var bounds = Parameters.bounds[index]
      if index == 17 || index == 18 { bounds = bounds.lowerBound...ceiling }
      if index == 19, sameDay { bounds = 0.01...bounds.upperBound }
      w[index] = min(max(w[index], bounds.lowerBound), bounds.upperBound)
    }
  }

  /// The highest w17 and w18: as many good answers as there are steps must not lift stability above
  /// what it was before the lapse.
  private func ceiling(_ w: [Double]) -> Double {
    guard relearningSteps > 1 else { return 2 }
    let room = -(log(w[11]) + log(pow(2, w[13]) - 1) + 0.3 * w[14]) / Double(relearningSteps)
    // An unclipped weight may leave no logarithm: `maximum` prefers the number.
    return min(2, Double.maximum(0.01, room).squareRoot())
  }

  /// How far each weight usually lies from the default, as one standard deviation.
  static let spread = [
    6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57,
    0.25, 1.03, 0.31, 0.32, 0.14, 0.27,
  ]
}
