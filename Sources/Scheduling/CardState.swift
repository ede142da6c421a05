import Decks
import Foundation

/// All that follows from the events of one card: where it stands, and its marks.
///
/// An answer holds as it was given: the card is due when its key said, if it was given where the
/// events before it lead. Where an earlier event was taken back or came from another machine since,
/// it is scheduled anew, on the study day it was given. What is known of the memory always follows
/// from the ratings.
///
/// By two ways a card can come to wait for the same, with another memory: a lapse leads to the same
/// step from anywhere. After an answer that was scheduled anew the next one therefore holds only if
/// it knew the memory as well. While all hold, the memory is not asked: weights fitted since change
/// it, and must not change what was given.
package struct CardState: Hashable, Sendable {
  /// Where the card stands.
  package private(set) var schedule: Schedule
  /// What was decided about it.
  package private(set) var marks: CardMarks
  /// Whether the card stands where its last answer left it for the one who gave it.
  private var isAsGiven = true

  /// A card that nothing happened to.
  package static let untouched = CardState(schedule: .new, marks: .none)

  /// Makes a state from its parts, as read back from a store.
  package init(schedule: Schedule, marks: CardMarks) {
    self.schedule = schedule
    self.marks = marks
  }

  /// Adds an answer that holds; events come in the order of the log.
  package mutating func add(_ review: Review, by scheduler: Scheduler) {
    let stamp = review.stamp(in: scheduler.calendar)
    if holdsAsGiven(from: review.before), review.after.lastDay != nil {
      addAsGiven(
        review.rating, to: review.card, at: stamp, leadingTo: review.after, by: scheduler)
    } else {
      addAnew(review.rating, to: review.card, at: stamp, by: scheduler)
    }
  }

  /// Whether an answer holds as it was given, if its card stood there.
  package func holdsAsGiven(from before: Schedule) -> Bool {
    isAsGiven ? schedule.isSame(as: before) : schedule.agrees(with: before)
  }

  /// Adds an answer that holds as it was given: only what is known of the memory is computed.
  package mutating func addAsGiven(
    _ rating: Rating, to card: CardID, at stamp: Stamp, leadingTo after: Schedule,
    by scheduler: Scheduler
  ) {
    let last = schedule.lastReview ?? stamp.time
    let lastDay = schedule.lastDay ?? scheduler.calendar.day(of: last)
    let memory = scheduler.memory(
      of: card, schedule.memory, after: rating,
      studyDays: max(0, lastDay.distance(to: stamp.day)),
      exactDays: stamp.time.timeIntervalSince(last) / 86400)
    schedule = after
    schedule.memory = memory
    isAsGiven = true
  }

  /// Adds an answer that does not hold as it was given: the card is scheduled anew.
  package mutating func addAnew(
    _ rating: Rating, to card: CardID, at stamp: Stamp, by scheduler: Scheduler
  ) {
    isAsGiven = false
    let answer = scheduler.answer(to: schedule, card: card, at: stamp, only: rating)
    schedule = answer.schedule(after: rating)
  }

  /// Adds a mark that holds, given on this study day.
  package mutating func add(_ mark: CardMark, on day: Day) {
    marks.add(mark)
    switch mark {
    case .reset:
      schedule = .new
      isAsGiven = true
    case .due(let due, let interval):
      if schedule.phase != .review || schedule.interval == 0 {
        schedule.interval = max(1, day.distance(to: due))
      }
      schedule.phase = .review
      schedule.due = .day(due)
      if let interval { schedule.interval = interval }
    case .bury, .unbury, .suspend, .unsuspend, .flag, .memo: break
    }
  }
}

extension Schedule {
  /// Whether the card waits for the same, after the same answers, whatever is known of its memory.
  fileprivate func isSame(as other: Schedule) -> Bool {
    phase == other.phase && due == other.due && interval == other.interval
      && lastReview == other.lastReview && lastDay == other.lastDay && reviews == other.reviews
      && lapses == other.lapses
  }

  /// Whether two schedules are equal but for the last digits of the memory, which may come out
  /// differently on another processor.
  package func agrees(with other: Schedule) -> Bool {
    func isNear(_ left: Double, _ right: Double) -> Bool {
      abs(left - right) <= 1e-9 * max(abs(left), abs(right))
    }
    guard isSame(as: other) else { return false }
    switch (memory, other.memory) {
    case (nil, nil): return true
    case (let left?, let right?):
      return isNear(left.stability, right.stability) && isNear(left.difficulty, right.difficulty)
        && isNear(left.fast ?? 0, right.fast ?? 0) && (left.fast == nil) == (right.fast == nil)
    default: return false
    }
  }
}
