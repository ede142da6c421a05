import Decks
import Foundation
import Scheduling

extension Store {
  /// Something done in one step: what one undo takes back.
  package struct Step: Hashable, Sendable {
    /// Its events, in the order in which they were added; at least one.
    package let events: [LogEvent]

    /// The answers among them.
    package var reviews: [Review] {
      events.compactMap { if case .review(let review) = $0.kind { review } else { nil } }
    }

    /// Makes a step of events that were added together.
    package init(events: [LogEvent]) { self.events = events }
  }

  /// Takes back the latest steps done in this file at or after a moment that hold, the newest
  /// first; the cards stand as if they had never been taken.
  /// - Returns: The steps taken back, newest first; fewer than asked for if there are not so many.
  package func undo(
    _ count: Int = 1, since start: Date, at now: Date, by scheduler: Scheduler
  ) throws(StoreFailure) -> [Step] {
    let attempt = "take back a change in"
    return try database.transaction(attempting: attempt) { () throws(StoreFailure) in
      let steps = try steps(
        "kind != 'revert' and \(Self.holds)", since: start, limit: count, attempting: attempt)
      for step in steps { try revert(step, at: now, by: scheduler, attempting: attempt) }
      return steps
    }
  }

  /// Does again what the last undo in this file took back, unless something else was done since.
  /// - Returns: The step that holds again; nil if there is nothing to do again.
  package func redo(
    since start: Date, at now: Date, by scheduler: Scheduler
  ) throws(StoreFailure) -> Step? {
    let attempt = "do a change again in"
    return try database.transaction(attempting: attempt) { () throws(StoreFailure) in
      // An undo takes back what is no revert; a redo takes back an undo.
      let isUndo = """
        kind = 'revert' and \(Self.holds) and not exists (
          select 1 from event as target where target.kind = 'revert'
            and target.device = event.reverted_device and target.number = event.reverted_number)
        and id > (select coalesce(max(id), 0) from event where kind != 'revert'
          and batch is not null and +device in (select device from writer))
        """
      guard
        let undone = try steps(isUndo, since: start, limit: 1, attempting: attempt).first
      else { return nil }
      try revert(undone, at: now, by: scheduler, attempting: attempt)
      var again: [LogEvent] = []
      for event in undone.events {
        guard case .revert(let identity, _) = event.kind else { continue }
        if let event = try self.event(identity, attempting: attempt) { again.append(event) }
      }
      return Step(events: again.sorted { $0.identity.number < $1.identity.number })
    }
  }

  /// Takes back events by their identity, with the steps they belong to, whenever they were added.
  /// - Throws: `StoreFailure`, `.refused` if there is no such event, or it was taken back already.
  package func revert(
    _ identities: [LogEvent.Identity], at now: Date, by scheduler: Scheduler
  ) throws(StoreFailure) {
    let attempt = "take back a change in"
    try database.transaction(attempting: attempt) { () throws(StoreFailure) in
      for identity in identities {
        guard let event = try event(identity, attempting: attempt),
          try holds(identity, attempting: attempt)
        else {
          throw StoreFailure(
            attempt: attempt, path: path,
            cause: .refused(
              "event \(identity.number) of device \(identity.device) is not there, or was taken "
                + "back already", remedy: "`ebb export log -` shows all events"))
        }
        let step = try step(of: event, attempting: attempt)
        try revert(step, at: now, by: scheduler, attempting: attempt)
      }
    }
  }

  /// Takes an answer back.
  /// - Throws: `StoreFailure`; `.overtaken` when the answer is not the card's last one.
  package func revert(
    _ review: Review, at now: Date, by scheduler: Scheduler
  ) throws(StoreFailure) {
    let attempt = "take back an answer in"
    try database.transaction(attempting: attempt) { () throws(StoreFailure) in
      var last: LogEvent?
      try database.query(
        """
        select \(EventColumns.all) from event where card = ? and kind = 'review' and \(Self.holds)
        order by time desc, device desc, number desc limit 1
        """, [.text(review.card.rawValue)], attempting: attempt
      ) { last = EventColumns.event(in: $0) }
      guard let last, case .review(let known) = last.kind, known.before == review.before,
        known.rating == review.rating, known.time >= review.time
      else {
        throw StoreFailure(attempt: attempt, path: path, cause: .overtaken)
      }
      try revert(Step(events: [last]), at: now, by: scheduler, attempting: attempt)
    }
  }

  private func revert(
    _ step: Step, at now: Date, by scheduler: Scheduler, attempting attempt: String
  ) throws(StoreFailure) {
    try revert(
      step.events.reversed().map { ($0.identity, $0.card) },
      at: Stamp(now, in: scheduler.calendar), attempting: attempt)
    try rebuild(Set(step.events.compactMap(\.card)), by: scheduler, attempting: attempt)
  }

  /// The latest steps done here whose first events are as the condition says, newest first.
  private func steps(
    _ condition: String, since start: Date, limit: Int, attempting attempt: String
  ) throws(StoreFailure) -> [Step] {
    var last: [LogEvent] = []
    try database.query(
      """
      select \(EventColumns.all) from event
      where batch = number and time >= ? and +device in (select device from writer)
        and \(condition)
      order by id desc limit ?
      """, [.integer(start.milliseconds), .integer(limit)], attempting: attempt
    ) { row in
      if let event = EventColumns.event(in: row) { last.append(event) }
    }
    var steps: [Step] = []
    for event in last { steps.append(try step(of: event, attempting: attempt)) }
    return steps
  }

  private func step(
    of event: LogEvent, attempting attempt: String
  ) throws(StoreFailure) -> Step {
    guard let batch = event.batch else { return Step(events: [event]) }
    var events: [LogEvent] = []
    try database.query(
      """
      select \(EventColumns.all) from event
      where device = ? and number >= ? and batch = ? and \(Self.holds) order by number
      """, [.text(event.identity.device), .integer(batch), .integer(batch)], attempting: attempt
    ) { row in
      if let event = EventColumns.event(in: row) { events.append(event) }
    }
    return Step(events: events)
  }

  private func event(
    _ identity: LogEvent.Identity, attempting attempt: String
  ) throws(StoreFailure) -> LogEvent? {
    var event: LogEvent?
    try database.query(
      "select \(EventColumns.all) from event where device = ? and number = ?",
      [.text(identity.device), .integer(identity.number)], attempting: attempt
    ) { event = EventColumns.event(in: $0) }
    return event
  }

  private func holds(
    _ identity: LogEvent.Identity, attempting attempt: String
  ) throws(StoreFailure) -> Bool {
    var holds = false
    try database.query(
      "select 1 from event where device = ? and number = ? and \(Self.holds)",
      [.text(identity.device), .integer(identity.number)], attempting: attempt
    ) { _ in holds = true }
    return holds
  }
}
