import Foundation

extension MemoryModel {
  /// The state of a card that was scheduled by SM-2 so far and has no usable log.
  ///
  /// It is the state after which FSRS would recall the card with probability `retention` (0...1,
  /// both ends excluded) at the end of its `interval` in days, at least 0, and would multiply the
  /// interval by about its `ease`, 1.3 or more, after good. Stability is not brought into range
  /// (FSRS specification 11).
  package func state(ease: Double, interval: Double, retention: Double = 0.9) -> MemoryState {
    let s = max(interval, 0.001) * factor / (pow(retention, -1 / w[20]) - 1)
    let gain = exp(w[8]) * pow(s, -w[9]) * (exp((1 - retention) * w[10]) - 1)
    let d = 11 - (ease - 1) / gain
    return MemoryState(stability: s, difficulty: min(max(d, 1), 10))
  }
}
