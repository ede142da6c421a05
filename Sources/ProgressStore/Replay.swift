import Decks
import Foundation
import Scheduling

/// Rebuilds where cards stand from their answers.
///
/// An answer holds as it was given: its card is due when its key said, if it was given where the
/// replay says the card stood. Where an earlier answer was taken back or came from another machine
/// since, the rest is computed anew. What is known of the memory always follows from the ratings.
struct Replay {
  /// Where a card stands, and the study day of its last answer.
  private struct Standing {
    var schedule: Schedule
    var day: Day
  }

  private let scheduler: Scheduler
  private let model: MemoryModel
  private var standings: [CardID: Standing] = [:]

  init(by scheduler: Scheduler) {
    self.scheduler = scheduler
    model = MemoryModel(scheduler.parameters)
  }

  /// Where every answered card stands.
  var schedules: [CardID: Schedule] { standings.mapValues(\.schedule) }

  /// Number of answered cards.
  var count: Int { standings.count }

  /// Where a card stands.
  subscript(card: CardID) -> Schedule { standings[card]?.schedule ?? .new }

  /// Adds an answer that holds; answers come in the order of `Store.logOrder`.
  mutating func add(_ review: Review) {
    let day = scheduler.calendar.day(of: review.time)
    let standing = standings[review.card] ?? Standing(schedule: .new, day: day)
    var after: Schedule
    if standing.schedule.isSame(as: review.before) {
      after = review.after
      after.memory =
        standing.schedule.memory.map { memory in
          model.next(
            memory, rating: review.rating, elapsedDays: max(0, standing.day.distance(to: day)))
        } ?? model.first(review.rating)
    } else {
      let outlook = scheduler.outlook(of: standing.schedule, card: review.card, at: review.time)
      after = outlook[review.rating]
    }
    standings[review.card] = Standing(schedule: after, day: day)
  }
}

extension Schedule {
  /// Whether the card waits for the same, after the same answers, whatever is known of its memory.
  fileprivate func isSame(as other: Schedule) -> Bool {
    phase == other.phase && due == other.due && interval == other.interval
      && lastReview == other.lastReview && reviews == other.reviews && lapses == other.lapses
  }

  /// Whether two schedules are equal but for the last digits of the memory, which may come out
  /// differently on another processor.
  func agrees(with other: Schedule) -> Bool {
    func isNear(_ left: Double, _ right: Double) -> Bool {
      abs(left - right) <= 1e-9 * max(abs(left), abs(right))
    }
    guard isSame(as: other) else { return false }
    switch (memory, other.memory) {
    case (nil, nil): return true
    case (let left?, let right?):
      return isNear(left.stability, right.stability) && isNear(left.difficulty, right.difficulty)
    default: return false
    }
  }
}
