import Foundation

/// FSRS-7: a memory of two traces, one that fades within hours and one that lasts.
///
/// It needs no rule of its own for answers on the same day, and its state cannot be converted
/// from that of FSRS-6: it is replayed from the log. The formulas are those of fsrs-rs and
/// srs-benchmark of September 2026 (FSRS specification F7). Letters:
///
/// | letter | meaning                                                      |
/// |--------|--------------------------------------------------------------|
/// | s, f   | stability of the slow and of the fast trace, days            |
/// | d      | difficulty, 1...10                                           |
/// | r, q   | probability of recall, and of recall by the fast trace alone |
/// | t      | days since the last answer, with their fraction              |
/// | g      | grade, 1 again...4 easy                                      |
/// | w      | the 34 weights                                               |
package struct TwoTraceModel: Sendable {
  private let w: [Double]

  /// Makes the model for a set of weights.
  package init(_ weights: TwoTraceWeights = .standard) { w = weights.values }

  /// Probability of recall, 0...1, this many days (at least 0) after the last answer.
  package func retrievability(of state: TwoTraceState, afterDays t: Double) -> Double {
    TwoTraceCurve(state, w).recall(afterDays: t)
  }

  /// State after the very first answer to a card.
  package func first(_ rating: Rating) -> TwoTraceState {
    let s = w[rating.rawValue - 1]
    return TwoTraceState(slow: s, fast: 0.8 * s, difficulty: firstDifficulty(rating)).clamped
  }

  /// State after a later answer, this many days (at least 0, with their fraction) after the one
  /// before.
  package func next(
    _ state: TwoTraceState, rating: Rating, elapsedDays t: Double
  ) -> TwoTraceState {
    let old = state.clamped
    let curve = TwoTraceCurve(old, w)
    let r = curve.recall(afterDays: t)
    let q = curve.fastRecall(afterDays: t)
    let slow = trace(7, old.slow, old.difficulty, r, rating)
    let fast = trace(15, old.fast, old.difficulty, q, rating)
    return TwoTraceState(
      slow: slow, fast: rating == .again ? min(fast, 0.8 * slow) : fast,
      difficulty: nextDifficulty(old.difficulty, r, rating)
    ).clamped
  }

  /// Days, with their fraction, after which recall has fallen to this retention (0...1, both ends
  /// excluded), at most 36500; 0 from 0.9999. It can be seconds, so a shortest interval is needed.
  package func interval(_ state: TwoTraceState, retention: Double) -> Double {
    guard retention < 0.9999 else { return 0 }
    let curve = TwoTraceCurve(state.clamped, w)
    guard curve.recall(afterDays: 36500) < retention else { return 36500 }
    // Halves the range of log t until no number lies between its ends.
    var low = log(1e-12)
    var high = log(36500.0)
    while case let middle = low + (high - low) / 2, middle > low, middle < high {
      if curve.recall(afterDays: exp(middle)) > retention { low = middle } else { high = middle }
    }
    return exp(high)
  }

  /// Stability of one trace after an answer; its weights begin at k, x is its stability before.
  private func trace(
    _ k: Int, _ x: Double, _ d: Double, _ r: Double, _ rating: Rating
  ) -> Double {
    let relearned = w[k + 3] * (pow(x + 1, w[k + 4]) - 1) * exp((1 - r) * w[k + 5])
    let lapse = min(x, relearned)
    if rating == .again { return lapse }
    let penalty = rating == .hard ? w[k + 6] : 1
    let bonus = rating == .easy ? w[k + 7] : 1
    let gain =
      exp(w[k] - 1.5) * (11 - d) * pow(x, -w[k + 1]) * (exp((1 - r) * w[k + 2]) - 1)
    return max(lapse, x * (1 + gain * penalty * bonus))
  }

  private func nextDifficulty(_ d: Double, _ r: Double, _ rating: Rating) -> Double {
    let step = -w[6] * Double(rating.rawValue - 3) * (rating == .again ? r + 0.1 : 1)
    return 0.01 * firstDifficulty(.easy) + 0.99 * (d + (10 - d) * step / 9)
  }

  private func firstDifficulty(_ rating: Rating) -> Double {
    w[4] - exp(w[5] * Double(rating.rawValue - 1)) + 1
  }
}
