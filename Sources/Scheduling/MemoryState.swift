/// What FSRS knows about one card in one memory.
package struct MemoryState: Hashable, Codable, Sendable {
  /// Days after which recall has fallen to 90 %, 0.001...36500; by FSRS-7 the stability of the
  /// trace that lasts.
  package var stability: Double

  /// How hard the card is to strengthen, 1 (easy)...10 (hard).
  package var difficulty: Double

  /// Stability in days of the trace that fades within hours; nil by FSRS-6, which has none.
  package var fast: Double?

  /// Makes a state from a stability in days and a difficulty 1...10; neither is checked here, the
  /// `MemoryModel` brings both into range before it computes with them.
  package init(stability: Double, difficulty: Double, fast: Double? = nil) {
    self.stability = stability
    self.difficulty = difficulty
    self.fast = fast
  }
}
