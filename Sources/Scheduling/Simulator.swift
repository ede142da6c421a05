import Foundation

/// Plays through the days of somebody who learns a deck from its first card on (O8).
///
/// It follows the simulator of fsrs-rs 6.6, without fuzz, and takes a card's first day and every
/// lapse through their steps.
package struct Simulator: Sendable {
  /// What is learned, and how much of it on a day.
  package struct Plan: Hashable, Sendable {
    /// Cards of the deck, at least 0.
    package var cards: Int
    /// Days to play through, at least 0.
    package var days: Int
    /// New cards on a day, at least 1.
    package var newPerDay = 20
    /// Reviews on a day, at least 0; new cards do not count.
    package var reviewsPerDay = 9999
    /// Seconds after which no further card is begun on a day.
    package var secondsPerDay = Double.infinity
    /// Steps of a new card.
    package var learningSteps = 2
    /// Steps after a lapse.
    package var relearningSteps = 1
    /// Whether hard may weaken a memory on the same day. It does in the simulator of fsrs-rs, which
    /// costs a few percent more reviews; it does not in the scheduler, here or there.
    package var hardWeakens = false

    /// Plans so many cards and days with 20 new cards a day and no other limit.
    package init(cards: Int, days: Int) {
      self.cards = cards
      self.days = days
    }
  }

  /// Weights, desired retention and maximum interval.
  package let parameters: Parameters
  /// How the cards are answered.
  package let habits: Habits

  private let model: MemoryModel

  /// Makes a simulator.
  package init(_ parameters: Parameters = .standard, habits: Habits = Habits()) {
    self.parameters = parameters
    self.habits = habits
    model = MemoryModel(parameters)
  }

  /// Plays through a plan; the same seed always gives the same days.
  package func run(_ plan: Plan, seed: UInt64) -> Simulation {
    precondition(plan.newPerDay > 0, "without new cards nothing is learned")
    var random = ChaChaGenerator(seed: seed)
    var simulation = Simulation(days: Array(repeating: .init(), count: plan.days))
    var cards: [Known] = []
    var due = [[Int]](repeating: [], count: plan.days)
    var waiting = 0
    for day in 0..<plan.days {
      // A new card that found no place on its day comes before those of the next.
      waiting += min(plan.newPerDay, max(0, plan.cards - day * plan.newPerDay))
      let order = due[day].map { (Int(cards[$0].memory.difficulty * 100), $0) }.sorted { $0 < $1 }
      var load = Simulation.Load()
      for (_, index) in order {
        if load.reviews >= plan.reviewsPerDay || load.seconds > plan.secondsPerDay {
          if day + 1 < plan.days { due[day + 1].append(index) }
        } else {
          load.reviews += 1
          load.seconds += review(&cards[index], on: day, plan, &random)
          schedule(index, cards[index], into: &due)
        }
      }
      while waiting > 0, load.new < plan.newPerDay, load.seconds <= plan.secondsPerDay {
        waiting -= 1
        load.new += 1
        let (memory, seconds) = learn(plan, &random)
        load.seconds += seconds
        cards.append(Known(memory: memory, day: day))
        schedule(cards.count - 1, cards[cards.count - 1], into: &due)
      }
      due[day] = []
      simulation.days[day] = load
    }
    simulation.remembered = cards.reduce(0) { sum, card in
      sum
        + model.retrievability(of: card.memory, afterDays: Double(plan.days - 1 - card.day))
    }
    return simulation
  }

  /// What comes of a plan, the mean of several simulations.
  package struct Outcome: Hashable, Sendable {
    /// Cards seen for the first time.
    package let new: Double
    /// Cards that had waited days.
    package let reviews: Double
    /// Time for all answers, seconds.
    package let seconds: Double
    /// Time of the longest day, seconds.
    package let heaviest: Double
    /// Cards recalled on the last day: the sum of the probabilities.
    package let known: Double
    /// How many simulations it is the mean of.
    package let simulations: Int
  }

  /// Plays through a plan as often as a steady mean needs; equal plans have equal outcomes.
  package func outcome(of plan: Plan) -> Outcome {
    let runs = (0..<UInt64(Self.simulations(of: plan))).map { run(plan, seed: $0) }
    func mean(_ figure: (Simulation) -> Double) -> Double {
      runs.reduce(0) { $0 + figure($1) } / Double(runs.count)
    }
    return Outcome(
      new: mean { Double($0.new) }, reviews: mean { Double($0.reviews) }, seconds: mean(\.seconds),
      heaviest: mean(\.heaviest), known: mean(\.remembered), simulations: runs.count)
  }

  /// A card that was seen, and the day it was seen last.
  private struct Known {
    var memory: MemoryState
    var day: Int
  }

  private func schedule(_ index: Int, _ card: Known, into due: inout [[Int]]) {
    let days = model.interval(
      stability: card.memory.stability, retention: parameters.desiredRetention)
    let interval = min(max(Int(days.rounded()), 1), parameters.maximumInterval)
    if card.day + interval < due.count { due[card.day + interval].append(index) }
  }

  private func learn(
    _ plan: Plan, _ random: inout ChaChaGenerator
  ) -> (memory: MemoryState, seconds: Double) {
    let rating = random.rating(habits.first)
    let (memory, seconds) = repeated(
      model.first(rating), after: rating, habits.learning, habits.seconds.learning,
      steps: rating > .hard ? plan.learningSteps - 1 : plan.learningSteps, plan, &random)
    return (memory, seconds + habits.seconds.learning[rating.rawValue - 1])
  }

  /// Answers a card that had waited, and again until its steps are done; returns the seconds.
  private func review(
    _ card: inout Known, on day: Int, _ plan: Plan, _ random: inout ChaChaGenerator
  ) -> Double {
    let days = day - card.day
    let recall = model.retrievability(of: card.memory, afterDays: Double(days))
    let rating = random.unit() < recall ? random.rating(habits.passes) : .again
    card.memory = model.next(card.memory, rating: rating, elapsedDays: days)
    card.day = day
    let seconds = habits.seconds.review[rating.rawValue - 1]
    guard rating == .again else { return seconds }
    let (memory, more) = repeated(
      card.memory, after: .again, habits.relearning, habits.seconds.relearning,
      steps: plan.relearningSteps, plan, &random)
    card.memory = memory
    return seconds + more
  }

  /// The further answers of a day, five at most, until so many in a row were good or one easy.
  private func repeated(
    _ memory: MemoryState, after first: Rating, _ ratings: [[Double]], _ costs: [Double],
    steps: Int, _ plan: Plan, _ random: inout ChaChaGenerator
  ) -> (memory: MemoryState, seconds: Double) {
    var memory = memory
    var seconds = 0.0
    var last = first
    var passes = 0
    for _ in 0..<5 where passes < steps && last < .easy {
      last = random.rating(ratings[last.rawValue - 1])
      memory = sameDay(memory, last, plan)
      seconds += costs[last.rawValue - 1]
      if last == .again { passes = 0 } else if last > .hard { passes += 1 }
    }
    return (memory, seconds)
  }

  private func sameDay(_ memory: MemoryState, _ rating: Rating, _ plan: Plan) -> MemoryState {
    var next = model.next(memory, rating: rating, elapsedDays: 0)
    if plan.hardWeakens, rating == .hard {
      let w = parameters.weights
      let factor = exp(w[17] * (w[18] - 1)) * pow(memory.stability, -w[19])
      next.stability = min(max(memory.stability * factor, 0.001), 36500)
    }
    return next
  }
}

extension ChaChaGenerator {
  /// A rating, each as likely as its share of the sum.
  mutating func rating(_ shares: [Double]) -> Rating {
    var rest = unit() * shares.reduce(0, +)
    for (rating, share) in zip(Rating.allCases, shares) {
      if rest < share { return rating }
      rest -= share
    }
    return .good
  }
}
