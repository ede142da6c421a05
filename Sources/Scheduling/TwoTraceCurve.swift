import Foundation

/// How recall falls after one answer by FSRS-7: a mixture of a fast and a slow power law (F7.3).
struct TwoTraceCurve {
  private let fastDecay: Double
  private let fastRate: Double
  private let slowDecay: Double
  private let slowRate: Double
  private let fastShare: Double

  init(_ state: TwoTraceState, _ w: [Double]) {
    let shift = state.difficulty - 5
    fastDecay = -min(max(w[23] * pow(state.fast, w[33] - 0.3), 0.01), 0.95)
    fastRate = (exp(min(log(w[25]) / fastDecay, 60)) - 1) / state.fast
    slowDecay = -min(max(w[24], 0.01), 0.95)
    slowRate = (pow(w[26], 1 / slowDecay) - 1) * exp(shift * (w[32] - 0.3)) / state.slow
    let fast = w[27] * pow(state.fast, -w[29])
    let slow = w[28] * pow(state.slow, w[30]) * exp(shift * (w[31] - 0.5))
    fastShare = fast / (fast + slow)
  }

  /// Recall, within 1e-5 of 0...1.
  func recall(afterDays t: Double) -> Double {
    let slow = pow(1 + slowRate * max(t, 0), slowDecay)
    let mixed = slow + fastShare * (fastRecall(afterDays: t) - slow)
    return mixed * (1 - 2e-5) + 1e-5
  }

  /// Recall by the fast trace alone, 0...1.
  func fastRecall(afterDays t: Double) -> Double { pow(1 + fastRate * max(t, 0), fastDecay) }
}
