import Decks
import Foundation
import Scheduling

extension Store {
  /// What a merge or an import added.
  package struct Addition: Hashable, Sendable {
    /// Answers that were not known before.
    package var answers = 0
    /// Changes newly taken back.
    package var reverts = 0
    /// Marks of cards and other facts that were not known before.
    package var others = 0
    /// Whether nothing was added.
    package var isEmpty: Bool { answers + reverts + others == 0 }
    /// Cards with new events.
    package var cards = 0

    /// Nothing added.
    package init() {}
  }

  /// Adds the events of another progress file that this one lacks and replays the cards they
  /// concern, all or nothing. The other file is only read.
  ///
  /// The result is the set union of both logs, and depends on nothing else: neither on the order of
  /// merges nor on how often they are repeated.
  package func merge(_ other: String, by scheduler: Scheduler) throws(StoreFailure) -> Addition {
    let attempt = "merge"
    let isImmutable = try Self.examine(other, attempting: attempt)
    let source = "file:\(Self.escaped(other))?\(isImmutable ? "immutable=1" : "mode=ro")"
    try database.enlargeCache(attempting: attempt)
    try database.query("attach ? as other", [.text(source)], attempting: attempt)
    defer { try? database.execute("detach other", attempting: attempt) }
    return try database.transaction(attempting: attempt) { () throws(StoreFailure) in
      try refuseContradictions(other, attempting: attempt)
      let last = try lastRow(attempting: attempt)
      guard try unknownEvents(attempting: attempt) > last / 4 else {
        try insertUnknown(attempting: attempt)
        try refuseDamaged(after: last, other, attempting: attempt)
        return try settle(after: last, by: scheduler, attempting: attempt)
      }
      return try mergeMany(other, at: source, by: scheduler, attempting: attempt)
    }
  }

  /// Adds so many events that all cards are replayed: on another core, while the log grows here.
  private func mergeMany(
    _ other: String, at source: String, by scheduler: Scheduler, attempting attempt: String
  ) throws(StoreFailure) -> Addition {
    // Nobody else can write now, so that both read the same.
    let path = path
    let aside = Aside { () throws(StoreFailure) in
      try Preview(of: path, with: source, by: scheduler, attempting: attempt)
    }
    defer { aside.end() }
    // Cards lie all over the index: one that grows row by row is slower than a new one.
    try LogIndex.byCard.remove(from: database, attempting: attempt)
    // Constraints take a third of the time here; the preview checks them.
    try database.withoutConstraints(attempting: attempt) { () throws(StoreFailure) in
      try insertUnknown(attempting: attempt)
    }
    try LogIndex.byCard.build(in: database, attempting: attempt)
    let preview = try aside.outcome()
    guard preview.damaged == 0 else { throw Self.refusal(of: other, damaged: preview.damaged) }
    _ = try rebuildVoid(attempting: attempt)
    try put(preview.astray, as: preview.replay, attempting: attempt)
    return preview.addition
  }

  /// How many events of the other file this one lacks.
  private func unknownEvents(attempting attempt: String) throws(StoreFailure) -> Int {
    var unknown = 0
    try database.query(
      """
      \(Self.otherDevices)
      select sum(case when exists (select 1 from main.event where device = origin)
        then (
          select count(*) from other.event as theirs
          where theirs.device = origin and not exists (
            select 1 from main.event as ours
            where ours.device = theirs.device and ours.number = theirs.number))
        else (select count(*) from other.event as theirs where theirs.device = origin) end)
      from known where origin is not null
      """, attempting: attempt
    ) { unknown = $0.integer(0) }
    return unknown
  }

  private func insertUnknown(attempting attempt: String) throws(StoreFailure) {
    try database.query(
      """
      insert into main.event (\(EventColumns.all), sum)
      select \(EventColumns.all), sum from other.event where true
      on conflict (device, number) do nothing
      """, attempting: attempt)
  }

  /// Adds events and replays the cards they concern, all or nothing; those already known are left
  /// out. With `skipsAnswered`, an answer to a card that was answered at the same moment is known
  /// too, whatever its identity.
  package func add(
    _ events: some Sequence<LogEvent>, skipsAnswered: Bool = false, by scheduler: Scheduler
  ) throws(StoreFailure) -> Addition {
    let attempt = "add answers to"
    try database.enlargeCache(attempting: attempt)
    return try database.transaction(attempting: attempt) { () throws(StoreFailure) in
      let last = try lastRow(attempting: attempt)
      for event in events {
        if try isKnown(event, attempting: attempt) { continue }
        if skipsAnswered, try isAnswered(event, attempting: attempt) { continue }
        try database.query(
          EventColumns.insertion, EventColumns.values(of: event), attempting: attempt)
      }
      return try settle(after: last, by: scheduler, attempting: attempt)
    }
  }

  private func isKnown(
    _ event: LogEvent, attempting attempt: String
  ) throws(StoreFailure) -> Bool {
    var known: LogEvent?
    try database.query(
      "select \(EventColumns.all) from event where device = ? and number = ?",
      [.text(event.identity.device), .integer(event.identity.number)], attempting: attempt
    ) { known = EventColumns.event(in: $0) }
    guard let known, !known.saysTheSame(as: event) else { return known != nil }
    throw StoreFailure(
      attempt: attempt, path: path,
      cause: .refused(
        "event \(event.identity.number) of device \(event.identity.device) is another one there",
        remedy: "import a file that was not changed by hand"))
  }

  private func isAnswered(
    _ event: LogEvent, attempting attempt: String
  ) throws(StoreFailure) -> Bool {
    guard let card = event.card else { return false }
    var isAnswered = false
    try database.query(
      "select 1 from event where card = ? and time = ? and kind = 'review' limit 1",
      [.text(card.rawValue), .integer(event.time.milliseconds)], attempting: attempt
    ) { _ in isAnswered = true }
    return isAnswered
  }

  private func lastRow(attempting attempt: String) throws(StoreFailure) -> Int {
    var last = 0
    try database.query("select coalesce(max(id), 0) from main.event", attempting: attempt) {
      last = $0.integer(0)
    }
    return last
  }

  /// Counts the events after a row, and replays the cards they concern.
  private func settle(
    after last: Int, by scheduler: Scheduler, attempting attempt: String
  ) throws(StoreFailure) -> Addition {
    var addition = Addition()
    var cards: Set<CardID> = []
    try database.query(
      "select card, kind from main.event where id > ?", [.integer(last)], attempting: attempt
    ) { row in
      if !row.isNull(0) { cards.insert(CardID(rawValue: row.text(0))) }
      switch row.text(1) {
      case "review": addition.answers += 1
      case "revert": addition.reverts += 1
      default: addition.others += 1
      }
    }
    addition.cards = cards.count
    // A revert may name no card, or come before what it takes back.
    cards.formUnion(try rebuildVoid(attempting: attempt).cards)
    // A few cards are found faster one by one, many in one pass over the log.
    if cards.count * 10 < last {
      try rebuild(cards, by: scheduler, attempting: attempt)
    } else {
      _ = try rebuildAll(by: scheduler, attempting: attempt)
    }
    return addition
  }
}
