import Foundation

/// Seconds that cards are expected to cost in days to come, by dynamic programming over stability,
/// difficulty and time: Anki's figures for choosing a desired retention (O9).
package struct Workload: Sendable {
  private let model: MemoryModel
  private let parameters: Parameters
  private let habits: Habits
  private let days: Int
  private let grid = WorkloadGrid()
  /// Expected seconds from each day on, for a card due on it: a value for every grid point.
  private let costs: [[Double]]

  /// Looks so many days ahead (at least 0) with these weights and this desired retention.
  package init(_ parameters: Parameters, habits: Habits = Habits(), days: Int = 365) {
    self.parameters = parameters
    self.habits = habits
    self.days = days
    model = MemoryModel(parameters)
    costs = Self.costs(parameters, model, habits, grid, days: days)
  }

  /// Expected seconds for a new card that is learned on this day, 0 for today.
  package func seconds(newOn day: Int) -> Double {
    guard day < days else { return 0 }
    return Rating.allCases.reduce(0) { sum, rating in
      let index = rating.rawValue - 1
      let memory = model.first(rating)
      let next = day + Self.interval(memory.stability, parameters, model)
      return sum
        + habits.first[index]
        * (habits.seconds.learning[index] + seconds(memory, dueOn: next))
    }
  }

  /// Expected seconds for a card of this memory that is due on this day, 0 for today or earlier.
  package func seconds(_ memory: MemoryState, dueOn day: Int) -> Double {
    guard day < days else { return 0 }
    return grid.spot(memory).value(in: costs[max(day, 0)])
  }

  /// Expected seconds for all of these cards; those never seen are learned so many on a day.
  package func seconds(for cards: [Standing], newPerDay: Int) -> Double {
    var sum = 0.0
    var unseen = 0
    for card in cards {
      if let memory = card.memory {
        sum += seconds(memory, dueOn: card.daysUntilDue)
      } else if newPerDay > 0 {
        sum += seconds(newOn: unseen / newPerDay)
        unseen += 1
      }
    }
    return sum
  }

  private static func costs(
    _ parameters: Parameters, _ model: MemoryModel, _ habits: Habits, _ grid: WorkloadGrid,
    days: Int
  ) -> [[Double]] {
    let turns = grid.points.map { Turn($0, parameters, model, habits, grid) }
    var costs = [[Double]](repeating: [], count: max(days, 0))
    for day in costs.indices.reversed() {
      costs[day] = turns.map { turn in
        turn.next.reduce(turn.seconds) { sum, next in
          let due = day + next.interval
          return due < days ? sum + next.chance * next.spot.value(in: costs[due]) : sum
        }
      }
    }
    return costs
  }

  private static func interval(
    _ stability: Double, _ parameters: Parameters, _ model: MemoryModel
  ) -> Int {
    let days = model.interval(stability: stability, retention: parameters.desiredRetention)
    return min(max(Int(days.rounded()), 1), parameters.maximumInterval)
  }

  /// What an answer to a card costs when it is due, and where the card stands then.
  private struct Turn {
    let seconds: Double
    let next: [(chance: Double, interval: Int, spot: WorkloadGrid.Spot)]

    init(
      _ memory: MemoryState, _ parameters: Parameters, _ model: MemoryModel, _ habits: Habits,
      _ grid: WorkloadGrid
    ) {
      let waited = Workload.interval(memory.stability, parameters, model)
      let recall = model.retrievability(of: memory, afterDays: Double(waited))
      next = Rating.allCases.map { rating in
        let after = model.next(memory, rating: rating, elapsedDays: waited)
        return (
          rating == .again ? 1 - recall : recall * habits.passes[rating.rawValue - 1],
          Workload.interval(after.stability, parameters, model), grid.spot(after)
        )
      }
      seconds = zip(next, habits.seconds.review).reduce(0) { $0 + $1.0.chance * $1.1 }
    }
  }
}
