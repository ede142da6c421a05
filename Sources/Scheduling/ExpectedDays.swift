/// Cards carried through days to come by expected values instead of dice.
///
/// On its day a card is recalled with probability R, and its memory becomes
/// `R * next(good) + (1 - R) * next(again)`. Cards do not get in each other's way, so each is
/// carried to the end by itself.
struct ExpectedDays {
  /// A card at the beginning, and what is done about it. Days count from today, day 0.
  struct Card: Hashable {
    /// What is known of it today; nil if it was never seen.
    var memory: MemoryState?
    /// When it was answered last; for a card never seen, when it will be seen first, nil for never.
    var day: Int?
    /// A day on which it is reviewed even if it is not due.
    var early: Int?
  }

  private let parameters: Parameters
  private let model: ChosenModel
  private let days: Int

  /// Carries cards over so many days, at least 0, with reviews at the desired retention.
  init(_ parameters: Parameters, model choice: ModelChoice = .fsrs6, days: Int) {
    self.parameters = parameters
    self.days = days
    model = ChosenModel(choice, parameters)
  }

  /// Probability of recall on the last day without any review from now on.
  func recall(untouched card: Card) -> Double {
    guard let memory = card.memory, let day = card.day else { return 0 }
    return model.retrievability(of: memory, afterDays: Double(days - day))
  }

  /// Probability of recall on the last day with all reviews before it.
  ///
  /// Adds to `load` the answers of every day: one for a review, and two more for a lapse. The
  /// first sight of a card is not counted.
  func recall(reviewed card: Card, load: inout [Double]) -> Double {
    guard var day = card.day else { return 0 }
    var memory = card.memory ?? model.first(.good)
    while true {
      var next = max(day + model.wholeInterval(memory, parameters), 0)
      if let early = card.early, early > day { next = min(next, early) }
      guard next < days else { break }
      let elapsed = next - day
      let recall = model.retrievability(of: memory, afterDays: Double(elapsed))
      memory = mean(
        model.next(memory, rating: .good, elapsedDays: elapsed),
        model.next(memory, rating: .again, elapsedDays: elapsed), share: recall)
      load[next] += 1 + 2 * (1 - recall)
      day = next
    }
    return model.retrievability(of: memory, afterDays: Double(days - day))
  }

  private func mean(_ one: MemoryState, _ other: MemoryState, share: Double) -> MemoryState {
    func mean(_ one: Double, _ other: Double) -> Double { share * one + (1 - share) * other }
    return MemoryState(
      stability: mean(one.stability, other.stability),
      difficulty: mean(one.difficulty, other.difficulty),
      fast: one.fast.flatMap { fast in other.fast.map { mean(fast, $0) } })
  }
}
