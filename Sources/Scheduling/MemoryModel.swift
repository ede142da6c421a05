import Foundation

/// FSRS-6: how a memory fades with time and changes with every answer.
///
/// The formulas are those of fsrs-rs 6.6, in `Double`. The letters are theirs:
///
/// | letter | meaning                                     |
/// |--------|---------------------------------------------|
/// | s      | stability, days                             |
/// | d      | difficulty, 1...10                          |
/// | r      | retrievability, the probability of recall   |
/// | t      | days since the last answer                  |
/// | g      | grade, 1 again...4 easy                     |
/// | w      | the 21 weights                              |
package struct MemoryModel: Sendable {
  let w: [Double]
  let factor: Double

  /// Makes the model for a set of weights.
  package init(_ parameters: Parameters) {
    w = parameters.weights
    factor = pow(0.9, -1 / w[20]) - 1
  }

  /// Probability of recall, 0...1, this many days (at least 0, may be fractional) after the last
  /// answer: `(1 + F*t/s)^-w20`.
  package func retrievability(of state: MemoryState, afterDays t: Double) -> Double {
    pow(1 + factor * max(t, 0) / Self.stability(state.stability), -w[20])
  }

  /// State after the very first answer to a card.
  package func first(_ rating: Rating) -> MemoryState {
    MemoryState(
      stability: Self.stability(w[rating.rawValue - 1]),
      difficulty: Self.difficulty(firstDifficulty(rating)))
  }

  /// State after a later answer, given whole study days since the one before; 0 or less means the
  /// same day, where time plays no part.
  package func next(_ state: MemoryState, rating: Rating, elapsedDays: Int) -> MemoryState {
    let s = Self.stability(state.stability)
    let d = Self.difficulty(state.difficulty)
    let stability: Double
    if elapsedDays <= 0 {
      stability = sameDay(s, rating)
    } else {
      let r = pow(1 + factor * Double(elapsedDays) / s, -w[20])
      stability = rating == .again ? forgotten(s, d, r) : remembered(s, d, r, rating)
    }
    return MemoryState(
      stability: Self.stability(stability), difficulty: nextDifficulty(d, rating))
  }

  /// Days after which a memory of this stability has fallen to this retention (0...1, both ends
  /// excluded); unrounded: `s/F * (retention^(-1/w20) - 1)`.
  package func interval(stability: Double, retention: Double) -> Double {
    stability / factor * (pow(retention, -1 / w[20]) - 1)
  }

  private func sameDay(_ s: Double, _ rating: Rating) -> Double {
    let g = Double(rating.rawValue)
    let k = exp(w[17] * (g - 3 + w[18])) * pow(s, -w[19])
    return s * (rating == .again ? k : max(k, 1))
  }

  private func forgotten(_ s: Double, _ d: Double, _ r: Double) -> Double {
    let relearned = w[11] * pow(d, -w[12]) * (pow(s + 1, w[13]) - 1) * exp((1 - r) * w[14])
    return min(relearned, s / exp(w[17] * w[18]))
  }

  private func remembered(_ s: Double, _ d: Double, _ r: Double, _ rating: Rating) -> Double {
    let penalty = rating == .hard ? w[15] : 1
    let bonus = rating == .easy ? w[16] : 1
    let gain = exp(w[8]) * (11 - d) * pow(s, -w[9]) * (exp((1 - r) * w[10]) - 1)
    return s * (1 + gain * penalty * bonus)
  }

  private func nextDifficulty(_ d: Double, _ rating: Rating) -> Double {
    let step = -w[6] * Double(rating.rawValue - 3)
    let damped = d + (10 - d) / 9 * step
    // The target of the mean reversion is not clamped: with the defaults it is negative.
    return Self.difficulty(w[7] * firstDifficulty(.easy) + (1 - w[7]) * damped)
  }

  private func firstDifficulty(_ rating: Rating) -> Double {
    w[4] - exp(w[5] * Double(rating.rawValue - 1)) + 1
  }

  private static func stability(_ s: Double) -> Double { min(max(s, 0.001), 36500) }
  private static func difficulty(_ d: Double) -> Double { min(max(d, 1), 10) }
}
