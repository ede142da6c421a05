import Foundation

/// The formulas of `MemoryModel` with their exact derivatives: it goes through the answers to a
/// card, then back again, and says how the loss changes with every weight.
///
/// Letters as in `MemoryModel`; `dX` is the derivative of the loss by X. A minimum, a maximum or
/// a clamp passes on the derivative of the branch taken, a clamp also when the value lies exactly
/// on the bound (O5).
struct MemoryGradient {
  /// What a turn leaves behind for the way back.
  struct Trace {
    /// State before the turn.
    var s = 0.0
    var d = 0.0
    /// Recall at the turn, and `1 + F*t/s`; 1 on the same day.
    var r = 1.0
    var u = 1.0
    var logS = 0.0
    /// Gain without w15, w16 (pass); stability relearned (lapse); factor k (same day).
    var gain = 0.0
    /// `exp((1-r)*w10)` (pass); `(s+1)^w13` (lapse).
    var power = 0.0
    /// Whether the minimum or maximum of the branch took its other side.
    var isCut = false
    /// Whether the new stability and difficulty lay within their bounds.
    var passesS = true
    var passesD = true
  }

  private let w: [Double]
  private let factor: Double
  private let factorSlope: Double
  private let expW8: Double
  private let cap: Double
  private let reversion: Double
  private let expW5: [Double]

  init(_ w: [Double]) {
    self.w = w
    let base = pow(0.9, -1 / w[20])
    factor = base - 1
    factorSlope = base * log(0.9) / (w[20] * w[20])
    expW8 = exp(w[8])
    cap = exp(-w[17] * w[18])
    expW5 = (0..<4).map { exp(w[5] * Double($0)) }
    reversion = w[4] - expW5[3] + 1
  }

  /// State after the first answer.
  func first(_ rating: Rating) -> (s: Double, d: Double, passesD: Bool) {
    let d = w[4] - expW5[rating.rawValue - 1] + 1
    return (w[rating.rawValue - 1], min(max(d, 1), 10), (1...10).contains(d))
  }

  /// The way back through the first answer.
  func first(_ rating: Rating, dS: Double, dD: Double, into gradient: inout [Double]) {
    gradient[rating.rawValue - 1] += dS
    gradient[4] += dD
    gradient[5] -= dD * Double(rating.rawValue - 1) * expW5[rating.rawValue - 1]
  }

  /// Notes the state before a turn and the recall at it.
  func recall(s: Double, d: Double, days: Double, into trace: inout Trace) {
    trace.s = s
    trace.d = d
    guard days > 0 else { return }
    trace.u = 1 + factor * days / s
    trace.r = exp(-w[20] * log(trace.u))
  }

  /// The way back through the recall at a turn; returns its part of the derivative by s.
  func recall(
    dR: Double, days: Double, trace: Trace, into gradient: inout [Double]
  ) -> Double {
    let share = dR * trace.r
    let ratio = days / (trace.s * trace.u)
    gradient[20] -= share * (log(trace.u) + w[20] * ratio * factorSlope)
    return share * w[20] * factor * ratio / trace.s
  }

  /// State after a turn whose recall is noted.
  func next(_ rating: Rating, days: Double, _ trace: inout Trace) -> (s: Double, d: Double) {
    let s = trace.s
    trace.logS = log(s)
    let stability: Double
    if days <= 0 {
      let g = Double(rating.rawValue)
      trace.gain = exp(w[17] * (g - 3 + w[18]) - w[19] * trace.logS)
      trace.isCut = rating > .again && trace.gain < 1
      stability = trace.isCut ? s : s * trace.gain
    } else if rating == .again {
      trace.power = exp(w[13] * log(s + 1))
      let relearned =
        w[11] * exp((1 - trace.r) * w[14] - w[12] * log(trace.d)) * (trace.power - 1)
      trace.gain = relearned
      trace.isCut = relearned > s * cap
      stability = trace.isCut ? s * cap : relearned
    } else {
      trace.power = exp((1 - trace.r) * w[10])
      trace.gain = expW8 * (11 - trace.d) * exp(-w[9] * trace.logS)
      stability = s * (1 + trace.gain * (trace.power - 1) * grading(rating))
    }
    let step = -w[6] * Double(rating.rawValue - 3)
    let damped = trace.d + (10 - trace.d) / 9 * step
    let d = w[7] * reversion + (1 - w[7]) * damped
    trace.passesS = (0.001...36500).contains(stability)
    trace.passesD = (1...10).contains(d)
    return (min(max(stability, 0.001), 36500), min(max(d, 1), 10))
  }

  /// The way back through a turn: the derivatives by the state before it and by its recall.
  func next(
    _ rating: Rating, days: Double, trace: Trace, dS: Double, dD: Double,
    into gradient: inout [Double]
  ) -> (dS: Double, dD: Double, dR: Double) {
    var back = (dS: 0.0, dD: 0.0, dR: 0.0)
    if trace.passesS {
      if days <= 0 {
        back.dS = sameDay(rating, trace, dS, &gradient)
      } else if rating == .again {
        back = forgotten(trace, dS, &gradient)
      } else {
        back = remembered(rating, trace, dS, &gradient)
      }
    }
    if trace.passesD {
      let g = Double(rating.rawValue - 3)
      let slope = -g * (10 - trace.d) / 9
      gradient[4] += dD * w[7]
      gradient[5] -= dD * w[7] * 3 * expW5[3]
      gradient[6] += dD * (1 - w[7]) * slope
      gradient[7] += dD * (reversion - trace.d - w[6] * slope)
      back.dD += dD * (1 - w[7]) * (1 + w[6] * g / 9)
    }
    return back
  }

  private func sameDay(
    _ rating: Rating, _ trace: Trace, _ dS: Double, _ gradient: inout [Double]
  ) -> Double {
    guard !trace.isCut else { return dS }
    let share = dS * trace.s * trace.gain
    gradient[17] += share * (Double(rating.rawValue - 3) + w[18])
    gradient[18] += share * w[17]
    gradient[19] -= share * trace.logS
    return dS * trace.gain * (1 - w[19])
  }

  private func forgotten(
    _ trace: Trace, _ dS: Double, _ gradient: inout [Double]
  ) -> (dS: Double, dD: Double, dR: Double) {
    guard !trace.isCut else {
      gradient[17] -= dS * trace.s * cap * w[18]
      gradient[18] -= dS * trace.s * cap * w[17]
      return (dS * cap, 0, 0)
    }
    let share = dS * trace.gain
    let scaled = share / (trace.power - 1) * trace.power
    gradient[11] += share / w[11]
    gradient[12] -= share * log(trace.d)
    gradient[13] += scaled * log(trace.s + 1)
    gradient[14] += share * (1 - trace.r)
    return (scaled * w[13] / (trace.s + 1), -share * w[12] / trace.d, -share * w[14])
  }

  private func remembered(
    _ rating: Rating, _ trace: Trace, _ dS: Double, _ gradient: inout [Double]
  ) -> (dS: Double, dD: Double, dR: Double) {
    let graded = trace.gain * grading(rating)
    let growth = graded * (trace.power - 1)
    let share = dS * trace.s * growth
    let slope = dS * trace.s * graded * trace.power
    gradient[8] += share
    gradient[9] -= share * trace.logS
    gradient[10] += slope * (1 - trace.r)
    if rating == .hard { gradient[15] += dS * trace.s * trace.gain * (trace.power - 1) }
    if rating == .easy { gradient[16] += dS * trace.s * trace.gain * (trace.power - 1) }
    return (dS * (1 + growth) - dS * w[9] * growth, -share / (11 - trace.d), -slope * w[10])
  }

  private func grading(_ rating: Rating) -> Double {
    rating == .hard ? w[15] : rating == .easy ? w[16] : 1
  }
}
