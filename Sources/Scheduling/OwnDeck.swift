/// One simulation of a forecast: one's own cards, day after day.
struct OwnDeck {
  /// A card that was seen, with the day it was seen last; today is day 0.
  private struct Seen {
    var memory: MemoryState
    var day: Int
    var phase: Schedule.Phase
  }

  private let routine: Forecast.Routine
  private let parameters: Parameters
  private let practice: Practice
  private var random: ChaChaGenerator
  private var cards: [Seen] = []
  private var unseen = 0
  /// The cards due on each day, by their place in `cards`.
  private var due: [[Int]]

  init(
    _ standings: [Standing], days: Int, routine: Forecast.Routine, parameters: Parameters,
    model: ModelChoice, seed: UInt64
  ) {
    self.routine = routine
    self.parameters = parameters
    practice = Practice(
      parameters, model: model, habits: routine.habits, steps: routine.steps)
    random = ChaChaGenerator(seed: seed)
    due = [[Int]](repeating: [], count: days)
    cards.reserveCapacity(standings.count)
    for standing in standings {
      if let memory = standing.memory {
        if standing.daysUntilDue < days { due[standing.daysUntilDue].append(cards.count) }
        cards.append(
          Seen(memory: memory, day: -standing.daysSinceAnswer, phase: standing.phase))
      } else {
        unseen += 1
      }
    }
  }

  /// Plays the next day; days are played in order from 0.
  mutating func play(_ day: Int) -> Forecast.Load {
    var load = Forecast.Load()
    let waiting = due[day]
    due[day] = []
    let reviews = waiting.filter { cards[$0].phase == .review }
    for index in waiting where cards[index].phase != .review {
      let card = cards[index]
      let outcome = practice.resume(
        card.memory, phase: card.phase, afterDays: day - card.day, &random)
      put(outcome, at: index, on: day, &load)
    }
    review(reviews, on: day, &load)
    learn(on: day, &load)
    load.known = cards.reduce(0) { sum, card in
      sum + practice.model.retrievability(of: card.memory, afterDays: Double(day - card.day))
    }
    return load
  }

  private mutating func review(_ waiting: [Int], on day: Int, _ load: inout Forecast.Load) {
    let order =
      waiting
      .map { index in
        let card = cards[index]
        return (
          practice.model.retrievability(of: card.memory, afterDays: Double(day - card.day)), index
        )
      }
      .sorted { $0 < $1 }
    let done = day == 0 ? routine.reviewsToday : 0
    let limit = max(routine.limits.reviewsPerDay - done, 0)
    for (_, index) in order.prefix(limit) {
      let card = cards[index]
      let outcome = practice.review(card.memory, afterDays: day - card.day, &random)
      put(outcome, at: index, on: day, &load)
      load.reviews += 1
    }
    if day + 1 < due.count { due[day + 1] += order.dropFirst(limit).map(\.1) }
  }

  private mutating func learn(on day: Int, _ load: inout Forecast.Load) {
    let done = day == 0 ? routine.newToday : 0
    let count = min(unseen, max(routine.limits.newPerDay - done, 0))
    for _ in 0..<count {
      let outcome = practice.learn(&random)
      cards.append(Seen(memory: outcome.memory, day: day, phase: .review))
      put(outcome, at: cards.count - 1, on: day, &load)
    }
    unseen -= count
    load.new += Double(count)
  }

  /// Notes what a day has made of a card, what it took, and when the card comes back.
  private mutating func put(
    _ outcome: Practice.Outcome, at index: Int, on day: Int, _ load: inout Forecast.Load
  ) {
    cards[index] = Seen(memory: outcome.memory, day: day, phase: .review)
    load.seconds += outcome.seconds
    let next = day + practice.model.wholeInterval(outcome.memory, parameters)
    if next < due.count { due[next].append(index) }
  }
}
