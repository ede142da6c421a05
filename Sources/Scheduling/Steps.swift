/// The short delays a card passes through before its interval is counted in days.
package struct Steps: Hashable, Sendable {
  /// Delays of a new card, in seconds, each at least 1; empty to graduate at once.
  package let learning: [Int]

  /// Delays of a forgotten card, in seconds, each at least 1; empty to stay in review.
  package let relearning: [Int]

  /// Whether a memory that would not last half a day after the last step is seen again the same
  /// day, as it is without steps; needs weights that let an answer on the same day strengthen it.
  package let shortTerm: Bool

  /// Makes steps from delays in seconds; by default 1 and 10 minutes, and 10 minutes.
  package init(
    learning: [Int] = [60, 600], relearning: [Int] = [600], shortTerm: Bool = false
  ) {
    precondition(
      (learning + relearning).allSatisfy { $0 >= 1 }, "a step must last at least a second")
    self.learning = learning
    self.relearning = relearning
    self.shortTerm = shortTerm
  }

  /// Seconds to wait after Hard at this index of a list of steps that is not empty, as in Anki:
  /// at the first step half-way to the second, or half as long again if there is no second.
  static func hardDelay(_ steps: [Int], at index: Int) -> Int {
    guard index == 0 else { return steps[index] }
    let first = steps[0]
    let delay = steps.count > 1 ? (first + steps[1]) / 2 : min(first * 3 / 2, first + 86400)
    return delay > 86400 ? Int((Double(delay) / 86400).rounded()) * 86400 : delay
  }
}
