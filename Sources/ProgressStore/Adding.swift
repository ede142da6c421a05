import Decks
import Foundation
import Scheduling

extension Store {
  /// Adds an answer to the log and moves its card, as one durable step.
  /// - Throws: `StoreFailure`; nothing is changed then. `.overtaken` when the card does not stand
  ///   where the answer says it stood, or was answered later already, by another program.
  package func record(_ review: Review) throws(StoreFailure) {
    try record([review])
  }

  /// Adds several answers, of one card each, and perhaps a fact about them, as one durable step:
  /// all or nothing.
  /// - Returns: The identities of what was added, the fact's last.
  @discardableResult
  package func record(
    _ reviews: [Review], with fact: (name: String, body: String, at: Stamp)? = nil
  ) throws(StoreFailure) -> [LogEvent.Identity] {
    let attempt = "save an answer to"
    return try database.transaction(attempting: attempt) { () throws(StoreFailure) in
      for review in reviews {
        let isLater = review.before.lastReview.map { $0 < review.time } ?? true
        guard isLater, try schedule(of: review.card) == review.before else {
          throw StoreFailure(attempt: attempt, path: path, cause: .overtaken)
        }
      }
      var happened: [(LogEvent.Kind, Stamp)] = []
      for review in reviews {
        // The calendar is asked only for answers that do not know their own day.
        let stamp = review.stamp(in: .fixed(utcOffset: review.offset))
        happened.append((.review(review), try later(stamp, of: review.card, attempting: attempt)))
      }
      if let fact { happened.append((.fact(name: fact.name, body: fact.body), fact.at)) }
      let added = try add(happened, attempting: attempt)
      for review in reviews { try put(review.after, of: review.card, attempting: attempt) }
      return added.map(\.identity)
    }
  }

  /// Decides something about cards, as one durable step that one undo takes back.
  package func mark(
    _ mark: CardMark, cards: [CardID], at now: Date, by scheduler: Scheduler
  ) throws(StoreFailure) {
    try self.mark(cards.map { ($0, mark) }, at: now, by: scheduler)
  }

  /// Decides something of its own about each of several cards, as one durable step.
  package func mark(
    _ marks: [(card: CardID, mark: CardMark)], at now: Date, by scheduler: Scheduler
  ) throws(StoreFailure) {
    guard !marks.isEmpty else { return }
    let attempt = "save a change to"
    let stamp = Stamp(now, in: scheduler.calendar)
    try database.transaction(attempting: attempt) { () throws(StoreFailure) in
      var happened: [(LogEvent.Kind, Stamp)] = []
      for (card, mark) in marks {
        happened.append((.mark(mark, card: card), try later(stamp, of: card, attempting: attempt)))
      }
      try add(happened, attempting: attempt)
      try rebuild(Set(marks.map(\.card)), by: scheduler, attempting: attempt)
    }
  }

  /// Adds a fact, durable when this returns; undo takes it back only if it is a step of its own.
  /// `body` is a JSON text.
  @discardableResult
  package func append(
    _ name: String, _ body: String, at stamp: Stamp, asStep isStep: Bool = false
  ) throws(StoreFailure) -> LogEvent.Identity {
    let attempt = "save a fact to"
    return try database.transaction(attempting: attempt) { () throws(StoreFailure) in
      let added = try add(
        [(.fact(name: name, body: body), stamp)], asStep: isStep, attempting: attempt)
      return added[0].identity
    }
  }

  /// The stamp, moved behind all that the log tells of a card: what is done now follows what was
  /// done before, even if the clock was set back or that of another machine is ahead.
  private func later(
    _ stamp: Stamp, of card: CardID, attempting attempt: String
  ) throws(StoreFailure) -> Stamp {
    // What names this opening is its own clock: two that follow one event must not be one device.
    _ = device(at: stamp.time)
    var last: Date?
    try database.query(
      "select max(time) from event where card = ?", [.text(card.rawValue)], attempting: attempt
    ) { last = $0.optionalInteger(0).map { Date(milliseconds: $0) } }
    guard let last, last >= stamp.time else { return stamp }
    return Stamp(time: last + 0.001, day: stamp.day, offset: stamp.offset)
  }

  /// Adds events inside a transaction, numbered one after the other; what follows from them is the
  /// caller's business.
  @discardableResult
  func add(
    _ happened: [(kind: LogEvent.Kind, stamp: Stamp)], asStep isStep: Bool = true,
    attempting attempt: String
  ) throws(StoreFailure) -> [LogEvent] {
    guard let first = happened.first else { return [] }
    let device = device(at: first.stamp.time)
    try database.query(
      "insert or ignore into writer values (?)", [.text(device)], attempting: attempt)
    var last = 0
    try database.query(
      "select coalesce(max(number), 0) from event where device = ?", [.text(device)],
      attempting: attempt
    ) { last = $0.integer(0) }
    var added: [LogEvent] = []
    for (index, (kind, stamp)) in happened.enumerated() {
      let event = LogEvent(
        identity: LogEvent.Identity(device: device, number: last + 1 + index),
        batch: isStep ? last + 1 : nil, stamp: stamp, kind: kind)
      try database.query(
        EventColumns.insertion, EventColumns.values(of: event), attempting: attempt)
      added.append(event)
    }
    return added
  }
}
