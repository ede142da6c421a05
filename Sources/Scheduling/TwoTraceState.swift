/// What FSRS-7 knows about one card in one memory. Neither stability alone is the time after which
/// recall has fallen to 90 %.
package struct TwoTraceState: Hashable, Codable, Sendable {
  /// Stability of the trace that lasts, days, 0.0001...36500.
  package var slow: Double
  /// Stability of the trace that fades within hours, days, 0.0001...36500.
  package var fast: Double
  /// How hard the card is to strengthen, 1 (easy)...10 (hard).
  package var difficulty: Double

  /// Makes a state from stabilities in days and a difficulty 1...10; none is checked here, the
  /// `TwoTraceModel` brings them into range before it computes with them.
  package init(slow: Double, fast: Double, difficulty: Double) {
    self.slow = slow
    self.fast = fast
    self.difficulty = difficulty
  }

  /// The same with every number in range.
  var clamped: TwoTraceState {
    TwoTraceState(
      slow: min(max(slow, 0.0001), 36500), fast: min(max(fast, 0.0001), 36500),
      difficulty: min(max(difficulty, 1), 10))
  }
}
