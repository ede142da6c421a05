import Foundation
import Scheduling
import Testing

/// Answers all four buttons of cards that Anki 26.9.3 answered, and compares.
struct AnkiButtonsTests {
  private let calendar = StudyCalendar.fixed()
  private let today = Day(year: 2026, month: 11, day: 24)

  private struct Button: Decodable {
    let phase: String
    let remaining: Int
    let delay: Int
  }

  private struct Card: Decodable {
    let phase: String
    let learning: [Int]
    let relearning: [Int]
    let remaining: Int
    let interval: Int
    let days: Int
    let memory: [Double]?
    let retention: Double
    let maximum: Int
    let w17: Double
    let chance: Double
    let answers: [Button]
  }

  @Test func fourButtonsOf650CardsAreThoseOfAnki() throws {
    try compareButtons(in: "buttons.json", count: 650, shortTerm: false)
  }

  @Test func fourButtonsOf350CardsWithTheShortTermOptionAreThoseOfAnki() throws {
    try compareButtons(in: "buttons_short_term.json", count: 350, shortTerm: true)
  }

  private func compareButtons(in file: String, count: Int, shortTerm: Bool) throws {
    let cards = try vectors(file, as: [Card].self)
    #expect(cards.count == count)
    for (number, card) in cards.enumerated() {
      var weights = Parameters.standard.weights
      weights[17] = card.w17
      let scheduler = Scheduler(
        parameters: try Parameters(
          weights: weights, desiredRetention: card.retention, maximumInterval: card.maximum),
        steps: Steps(
          learning: card.learning, relearning: card.relearning, shortTerm: shortTerm),
        calendar: calendar)
      let before = schedule(of: card)
      let outlook = scheduler.outlook(
        of: before, at: calendar.start(of: today), chance: card.chance)
      for (rating, button) in zip(Rating.allCases, card.answers) {
        let after = outlook[rating]
        let steps = button.phase == "learn" ? card.learning : card.relearning
        #expect(
          after.phase == phase(button.phase, steps: steps, remaining: button.remaining),
          "card \(number), \(rating)")
        // Anki computes a delay from a 32-bit stability and cuts off the fraction, where there is
        // no step to take.
        let slack = (steps.isEmpty || shortTerm) && button.phase != "review" ? 1.0 : 0
        #expect(
          apart(after.due, due(button)).map { $0 <= slack } ?? false, "card \(number), \(rating)")
      }
    }
  }

  private func schedule(of card: Card) -> Schedule {
    let steps = card.phase == "relearn" ? card.relearning : card.learning
    let memory = card.memory.map { MemoryState(stability: $0[0], difficulty: $0[1]) }
    return Schedule(
      phase: phase(card.phase, steps: steps, remaining: card.remaining), memory: memory,
      due: .day(today), interval: card.interval,
      lastReview: memory.map { _ in calendar.start(of: today.advanced(by: -card.days)) },
      reviews: memory == nil ? 0 : 1, lapses: 0)
  }

  private func phase(_ name: String, steps: [Int], remaining: Int) -> Schedule.Phase {
    let step = min(max(steps.count - remaining, 0), max(steps.count - 1, 0))
    return switch name {
    case "new": .new
    case "learn": .learning(step: step)
    case "relearn": .relearning(step: step)
    default: .review
    }
  }

  /// Seconds between two moments, 0 for the same day; nil for anything else.
  private func apart(_ one: Schedule.Due, _ other: Schedule.Due) -> Double? {
    switch (one, other) {
    case (.moment(let one), .moment(let other)): abs(one.timeIntervalSince(other))
    default: one == other ? 0 : nil
    }
  }

  private func due(_ button: Button) -> Schedule.Due {
    if button.phase == "review" { return .day(today.advanced(by: button.delay)) }
    return button.delay < 86400
      ? .moment(calendar.start(of: today) + Double(button.delay))
      : .day(today.advanced(by: button.delay / 86400))
  }

  private struct Reviewed: Decodable {
    let memory: [Double]
    let interval: Int
    let days: Int
    let chance: Double
    let exact: [Double]
    let answers: [Int]
  }

  @Test func intervalsOf300ReviewsAreThoseOfAnki() throws {
    let scheduler = Scheduler(calendar: calendar)
    let model = MemoryModel(.standard)
    let cards = try vectors("reviews.json", as: [Reviewed].self)
    #expect(cards.count == 300)
    for (number, card) in cards.enumerated() {
      let memory = MemoryState(stability: card.memory[0], difficulty: card.memory[1])
      let before = Schedule(
        phase: .review, memory: memory, due: .day(today), interval: card.interval,
        lastReview: calendar.start(of: today.advanced(by: -card.days)), reviews: 1, lapses: 0)
      let outlook = scheduler.outlook(
        of: before, at: calendar.start(of: today), chance: card.chance)
      for rating in Rating.allCases {
        let index = rating.rawValue - 1
        #expect(outlook[rating].interval == card.answers[index], "card \(number), \(rating)")
        let next = model.next(memory, rating: rating, elapsedDays: card.days)
        let days = model.interval(stability: next.stability, retention: 0.9)
        #expect(agree(days, card.exact[index], within: 1e-4), "card \(number), \(rating)")
      }
    }
  }
}
