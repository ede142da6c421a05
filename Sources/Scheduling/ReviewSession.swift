import Decks
import Foundation

/// One sitting, as a value.
///
/// A sitting is a `Table` of cards, and before every answer the table is put on a pile: to undo is
/// to take the last table back. The arrays and dictionaries of a table share their storage until
/// they differ, so copies are cheap.
package struct ReviewSession: Sendable {
  /// Moment the sitting began.
  package let startedAt: Date
  /// Seconds a card on its steps may be shown early when nothing else is left.
  package let learnAhead: Int
  /// When the sitting takes no more cards; nil if it takes all.
  package let end: Date?
  /// Whether it is practice that leaves no trace: its answers are no reviews, a card that is missed
  /// comes again until it is known once.
  package let isPractice: Bool
  /// Which cards are forgotten so often that it is to be said.
  package var leechRule = LeechRule()
  /// The answers of this sitting that still hold, oldest first.
  package var log: [Review] { past.map(\.review) }

  private var scheduler: Scheduler
  private var table: Table
  private var past: [(table: Table, review: Review)] = []

  /// Begins a sitting with the cards of a queue; `learnAhead` in seconds, by default 20 minutes.
  /// After so many minutes, if any, an answer is the last one.
  package init(
    queue: ReviewQueue, startedAt: Date, learnAhead: Int = 1200, minutes: Int? = nil,
    isPractice: Bool = false
  ) {
    self.startedAt = startedAt
    self.learnAhead = learnAhead
    self.isPractice = isPractice
    end = minutes.map { startedAt + 60 * Double($0) }
    scheduler = queue.scheduler
    table = Table(queue: queue, now: startedAt)
    table.turnUp(learnAhead: learnAhead)
  }

  /// The card to answer; nil when none is left or the rest must wait until `nextLearning`.
  package var current: CardID? { table.current }

  /// Where the current card stands.
  package var currentSchedule: Schedule? { table.current.flatMap { table.schedules[$0] } }

  /// Answers given in this sitting and not taken back.
  package var answered: Int { past.count }

  /// Cards still to come, the current one and the waiting ones included.
  package var remaining: Int { (current == nil ? 0 : 1) + table.ahead.count + waiting }

  /// Of the cards still to come: those never answered.
  package var remainingNew: Int {
    let isNew = { (card: CardID) in self.table.schedules[card]?.phase == .new }
    return table.ahead.count(where: isNew) + (table.current.map(isNew) == true ? 1 : 0)
  }

  /// Cards on steps whose moment has not come.
  package var waiting: Int { table.waiting.count }

  /// When the next of the waiting cards is due.
  package var nextLearning: Date? { table.waiting.first?.due }

  /// Whether no card will come any more.
  package var isOver: Bool { remaining == 0 }

  /// What the sitting came to so far.
  package var summary: SittingSummary { SittingSummary(log) }

  /// How often the card answered last was forgotten, if this is the moment to call it a leech.
  package var leechLapses: Int? {
    guard let last = past.last?.review, leechRule.strikes(from: last.before, to: last.after) else {
      return nil
    }
    return last.after.lapses
  }

  /// Where the current card would stand after each rating; nil without a current card.
  package func outlook(at now: Date) -> Outlook? {
    guard let current, let currentSchedule else { return nil }
    return scheduler.outlook(of: currentSchedule, card: current, at: now)
  }

  /// Probability that the current card is recalled now, 0...1; nil if it was never answered.
  package func recall(at now: Date) -> Double? {
    currentSchedule.flatMap { scheduler.recall(of: $0, card: current, at: now) }
  }

  /// Probability that a card was recalled when this answer was given, 0...1; nil for a first one.
  package func recall(before answer: Review) -> Double? {
    scheduler.recall(of: answer.before, card: answer.card, at: answer.time)
  }

  /// Answers the current card, of which there must be one. It leaves, or returns when its step is
  /// due. In practice the review that is returned is not to be stored. `duration` in milliseconds,
  /// `sureness` 1...3.
  @discardableResult
  package mutating func grade(
    _ rating: Rating, at now: Date, duration: Int, sureness: Int? = nil
  ) -> Review {
    guard let card = current, let before = currentSchedule else {
      preconditionFailure("there is no card to grade")
    }
    // A clock that was set back must not put an answer before the one it follows.
    let time = isPractice ? now : max(now, before.lastReview.map { $0 + 0.001 } ?? now)
    let after = isPractice ? before : scheduler.outlook(of: before, card: card, at: time)[rating]
    let review = Review(
      card: card, time: time, rating: rating, duration: duration, before: before, after: after,
      sureness: sureness, offset: scheduler.calendar.offset(of: time))
    past.append((table, review))
    scheduler.balancer?.move(from: before, to: after)
    if isPractice {
      table.practise(missed: rating == .again, at: now)
    } else {
      table.answer(with: after, at: now)
    }
    if let end, now >= end { table.clear() }
    table.turnUp(learnAhead: learnAhead)
    return review
  }

  /// Puts the current card behind the others; the second time it leaves the sitting.
  package mutating func skip() {
    table.skip()
    table.turnUp(learnAhead: learnAhead)
  }

  /// Takes the current card out of the sitting.
  package mutating func bury() {
    table.bury()
    table.turnUp(learnAhead: learnAhead)
  }

  /// Takes back the last answer, with whatever was skipped or buried after it, and returns it: the
  /// sitting is what it was before. Nil if nothing was answered.
  @discardableResult
  package mutating func undo() -> Review? {
    guard let last = past.popLast() else { return nil }
    table = last.table
    scheduler.balancer?.move(from: last.review.after, to: last.review.before)
    return last.review
  }

  /// Tells the time, so that a waiting card can turn up; never replaces a current card.
  package mutating func advance(to now: Date) {
    table.now = max(table.now, now)
    table.turnUp(learnAhead: learnAhead)
  }
}

extension ReviewSession: Equatable {
  /// Whether two sittings show the same, hold the same answers, and would go on and undo alike.
  package static func == (lhs: ReviewSession, rhs: ReviewSession) -> Bool {
    lhs.startedAt == rhs.startedAt && lhs.learnAhead == rhs.learnAhead && lhs.end == rhs.end
      && lhs.table == rhs.table
      && lhs.past.elementsEqual(rhs.past) { $0.table == $1.table && $0.review == $1.review }
  }
}
