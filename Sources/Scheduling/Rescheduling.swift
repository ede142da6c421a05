import Decks
import Foundation

/// What other parameters, another retention or another model would change: for every card the
/// schedule before and after (FSRS specification 10).
///
/// It is only a value. Looking at it is the preview, storing `schedules` does it, and storing those
/// of `reversed` takes it back. It is no answer, so nothing of it enters the log.
package struct Rescheduling: Hashable, Sendable {
  /// One card that would stand differently.
  package struct Change: Hashable, Sendable {
    /// The card.
    package let card: CardID
    /// Where it stands.
    package let before: Schedule
    /// Where it would stand.
    package let after: Schedule

    /// Whether it would be due at another time.
    package var moves: Bool { before.due != after.due }
  }

  /// How many cards are due, before and after.
  package struct Due: Hashable, Sendable {
    /// As things stand.
    package let before: Int
    /// As they would stand.
    package let after: Int
  }

  /// The cards that change, ordered by their identity.
  package let changes: [Change]

  private let others: [Schedule]

  /// Replays the log with a scheduler that has the new parameters.
  ///
  /// `schedules` says where the cards stand now. Every card with answers in the log gets a new
  /// memory. If due dates are to move too, so does every card in review that is not `suspended`,
  /// as if its last answer had been scheduled by the new parameters, except where those allow the
  /// present interval. A card moves to a day before today only if all days they allow are past.
  /// What was answered before a card was made new again, at one of `resets`, counts for nothing.
  package init(
    _ schedules: [CardID: Schedule], log: some Sequence<Review>, resets: [CardID: Date] = [:],
    by scheduler: Scheduler, movingDueDates: Bool, suspended: Set<CardID> = [], at now: Date
  ) {
    let counting = log.lazy.filter { review in resets[review.card].map { $0 < review.time } ?? true
    }
    let traces = Self.traces(counting, scheduler)
    var scheduler = scheduler
    let today = scheduler.calendar.day(of: now)
    var changes: [Change] = []
    var others: [Schedule] = []
    for (card, before) in schedules.sorted(by: { $0.key < $1.key }) {
      var after = before
      if let trace = traces[card], before.phase != .new {
        after.memory = trace.memory
        if movingDueDates, before.phase == .review, !suspended.contains(card) {
          scheduler.move(&after, of: card, last: trace.last, today: today)
          scheduler.balancer?.move(from: before, to: after)
        }
      }
      if after == before {
        others.append(before)
      } else {
        changes.append(Change(card: card, before: before, after: after))
      }
    }
    self.init(changes: changes, others: others)
  }

  private init(changes: [Change], others: [Schedule]) {
    self.changes = changes
    self.others = others
  }

  /// Where the changed cards would stand.
  package var schedules: [CardID: Schedule] {
    Dictionary(changes.map { ($0.card, $0.after) }, uniquingKeysWith: { one, _ in one })
  }

  /// The same change backwards.
  package var reversed: Rescheduling {
    Rescheduling(
      changes: changes.map { Change(card: $0.card, before: $0.after, after: $0.before) },
      others: others)
  }

  /// How many cards would be due at another time.
  package var moved: Int { changes.count(where: \.moves) }

  /// How many answered cards are due on a day or before: what that day would ask at most.
  package func due(by day: Day, calendar: StudyCalendar) -> Due {
    func waits(_ schedule: Schedule) -> Bool {
      if schedule.phase == .new { return false }
      return switch schedule.due {
      case .day(let due): due <= day
      case .moment(let moment): calendar.day(of: moment) <= day
      }
    }
    let same = others.count(where: waits)
    return Due(
      before: same + changes.count { waits($0.before) },
      after: same + changes.count { waits($0.after) })
  }

  /// What the log says of a card: its memory now, and its last answer with the memory before it.
  private struct Trace {
    var memory: MemoryState?
    var last: (answer: Review, memory: MemoryState?)
  }

  private static func traces(
    _ log: some Sequence<Review>, _ scheduler: Scheduler
  ) -> [CardID: Trace] {
    var traces: [CardID: Trace] = [:]
    for review in log {
      let before = traces[review.card]
      let memory = scheduler.memory(
        before?.memory, after: review, from: before?.last.answer)
      traces[review.card] = Trace(memory: memory, last: (review, before?.memory))
    }
    return traces
  }
}

extension Scheduler {
  fileprivate func memory(
    _ before: MemoryState?, after answer: Review, from last: Review?
  ) -> MemoryState {
    let last = last ?? answer
    let days = last.stamp(in: calendar).day.distance(to: answer.stamp(in: calendar).day)
    return memory(
      of: answer.card, before, after: answer.rating, studyDays: max(0, days),
      exactDays: answer.time.timeIntervalSince(last.time) / 86400)
  }

  /// Gives a card in review the day its last answer would lead to by this scheduler.
  fileprivate func move(
    _ schedule: inout Schedule, of card: CardID, last: (answer: Review, memory: MemoryState?),
    today: Day
  ) {
    var before = last.answer.before
    before.memory = last.memory
    let chance = chance(before, card)
    let stamp = last.answer.stamp(in: calendar)
    let answer = answer(to: before, card: card, at: stamp)
    let wanted = answer.schedule(after: last.answer.rating)
    // A card that would be on steps now goes on waiting, a day at least.
    let range =
      wanted.phase == .review ? answer.choices(after: last.answer.rating) : 1...1
    guard !range.contains(schedule.interval) else { return }

    let answered = stamp.day
    let elapsed = max(0, answered.distance(to: today))
    var days = wanted.phase == .review ? wanted.interval : 1
    if days < elapsed, range.upperBound >= elapsed {
      let left = elapsed...range.upperBound
      let u = chance ?? 0
      days =
        balancer?.pick(from: left, today: answered, card: card, u: u)
        ?? min(elapsed + Int(u * Double(left.count)), range.upperBound)
    }
    schedule.interval = days
    schedule.due = .day(answered.advanced(by: days))
  }
}
