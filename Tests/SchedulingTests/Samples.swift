import Decks
import Foundation
import Scheduling
import TestSupport

/// 2026-11-24 10:00 UTC, a Tuesday; study day 2026-11-24.
let morning = Date(timeIntervalSince1970: 1_795_514_400)
let today = Day(year: 2026, month: 11, day: 24)
let utc = StudyCalendar.fixed()

func card(_ name: String) -> CardID { CardID(rawValue: name) }

/// A card in review, last answered so many days ago.
func inReview(
  stability: Double = 10, difficulty: Double = 5, daysAgo: Int = 10, interval: Int = 10,
  dueIn days: Int = 0
) -> Schedule {
  Schedule(
    phase: .review, memory: MemoryState(stability: stability, difficulty: difficulty),
    due: .day(today.advanced(by: days)), interval: interval,
    lastReview: morning - Double(daysAgo * 86400), reviews: 4, lapses: 0)
}

/// A card on its second learning step, due so many seconds after `morning`.
func onSteps(dueIn seconds: Int) -> Schedule {
  Schedule(
    phase: .learning(step: 1), memory: MemoryState(stability: 2, difficulty: 5),
    due: .moment(morning + Double(seconds)), interval: 0, lastReview: morning - 600, reviews: 1,
    lapses: 0)
}

/// A candidate whose topic and group may be left out.
func candidate(
  _ name: String, _ schedule: Schedule, topic: String = "Redis", position: Int = 0,
  group: String? = nil
) -> ReviewQueue.Candidate {
  ReviewQueue.Candidate(
    card: card(name), topic: topic, schedule: schedule, position: position, group: group)
}

extension SeededGenerator {
  /// Weights within their bounds; a better first rating never gives a weaker memory.
  mutating func parameters() throws -> Parameters {
    let wide = Bool.random(using: &self)
    var weights = zip(Parameters.standard.weights, Parameters.bounds).map { weight, bounds in
      wide
        ? Double.random(in: bounds, using: &self)
        : weight * Double.random(in: 0.7...1.4, using: &self)
    }
    weights[0..<4].sort()
    return try Parameters(
      weights: weights, desiredRetention: Double.random(in: 0.7...0.99, using: &self),
      maximumInterval: [36500, 365, 30, 3, 1].randomElement(using: &self) ?? 36500)
  }

  /// Ascending steps of at most eight hours, or none.
  mutating func steps() -> [Int] {
    (0..<Int.random(in: 0...3, using: &self))
      .map { _ in Int.random(in: 1...28800, using: &self) }
      .sorted()
  }

  mutating func scheduler() throws -> Scheduler {
    Scheduler(
      parameters: try parameters(), steps: Steps(learning: steps(), relearning: steps()),
      calendar: [utc, berlin].randomElement(using: &self) ?? utc,
      fuzz: Bool.random(using: &self))
  }

  mutating func rating() -> Rating {
    [.again, .hard, .good, .good, .good, .easy].randomElement(using: &self) ?? .good
  }

  /// Seconds between two answers: within minutes, within a day, or days.
  mutating func gap() -> Double {
    let longest = [900, 40000, 864_000, 20_000_000].randomElement(using: &self) ?? 900
    return Double(Int.random(in: 1...longest, using: &self))
      + Double.random(in: 0..<1, using: &self)
  }
}
