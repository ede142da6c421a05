/// The answers to one card on one study day, drawn as somebody's habits say (O8).
///
/// A day begins with one answer; the card is then repeated, five times at most, until enough
/// answers in a row were good or one was easy. These are the rules of `Simulator`.
struct Practice: Sendable {
  let model: ChosenModel
  let habits: Habits
  /// How many steps a new card and a forgotten one pass through.
  let steps: Steps

  init(
    _ parameters: Parameters, model choice: ModelChoice = .fsrs6, habits: Habits,
    steps: Steps = Steps()
  ) {
    model = ChosenModel(choice, parameters)
    self.habits = habits
    self.steps = steps
  }

  /// What a day has made of a memory, and the seconds it took.
  typealias Outcome = (memory: MemoryState, seconds: Double)

  /// The first day of a new card.
  func learn(_ random: inout ChaChaGenerator) -> Outcome {
    let rating = random.rating(habits.first)
    let outcome = repeated(
      model.first(rating), after: rating, habits.learning, habits.seconds.learning,
      passes: rating > .hard ? steps.learning.count - 1 : steps.learning.count, &random)
    return (outcome.memory, outcome.seconds + habits.seconds.learning[rating.rawValue - 1])
  }

  /// A day of a card that had waited this many days; it is forgotten as likely as FSRS says.
  func review(
    _ memory: MemoryState, afterDays days: Int, _ random: inout ChaChaGenerator
  ) -> Outcome {
    let recall = model.retrievability(of: memory, afterDays: Double(days))
    let rating = random.unit() < recall ? random.rating(habits.passes) : .again
    let next = model.next(memory, rating: rating, elapsedDays: days)
    let seconds = habits.seconds.review[rating.rawValue - 1]
    guard rating == .again else { return (next, seconds) }
    let outcome = repeated(
      next, after: .again, habits.relearning, habits.seconds.relearning,
      passes: steps.relearning.count, &random)
    return (outcome.memory, seconds + outcome.seconds)
  }

  /// The rest of the steps of a card, this many days after its last answer: again if it waits
  /// for its first step, else good.
  func resume(
    _ memory: MemoryState, phase: Schedule.Phase, afterDays days: Int,
    _ random: inout ChaChaGenerator
  ) -> Outcome {
    switch phase {
    case .learning(let step):
      repeated(
        memory, after: step == 0 ? .again : .good, habits.learning, habits.seconds.learning,
        passes: max(steps.learning.count - step, 1), afterDays: days, &random)
    case .relearning(let step):
      repeated(
        memory, after: step == 0 ? .again : .good, habits.relearning, habits.seconds.relearning,
        passes: max(steps.relearning.count - step, 1), afterDays: days, &random)
    case .new, .review: (memory, 0)
    }
  }

  /// Seconds that the first day of a new card takes, the mean of 1000 draws.
  func meanFirstDay() -> Double {
    var random = ChaChaGenerator(seed: 0)
    return (0..<1000).reduce(0) { sum, _ in sum + learn(&random).seconds } / 1000
  }

  /// Seconds that an answer to a card seen before takes if it is recalled with this probability.
  func meanReview(recall: Double) -> Double {
    zip(habits.passes, habits.seconds.review).reduce((1 - recall) * habits.seconds.review[0]) {
      $0 + recall * $1.0 * $1.1
    }
  }

  private func repeated(
    _ memory: MemoryState, after first: Rating, _ ratings: [[Double]], _ costs: [Double],
    passes wanted: Int, afterDays days: Int = 0, _ random: inout ChaChaGenerator
  ) -> Outcome {
    var outcome: Outcome = (memory, 0)
    var elapsed = days
    var last = first
    var passes = 0
    for _ in 0..<5 where passes < wanted && last < .easy {
      last = random.rating(ratings[last.rawValue - 1])
      outcome.memory = model.next(outcome.memory, rating: last, elapsedDays: elapsed)
      outcome.seconds += costs[last.rawValue - 1]
      elapsed = 0
      if last == .again { passes = 0 } else if last > .hard { passes += 1 }
    }
    return outcome
  }
}
