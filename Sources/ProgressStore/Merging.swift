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
    let access = isImmutable ? "immutable=1" : "mode=ro"
    try database.enlargeCache(attempting: attempt)
    try database.query(
      "attach ? as other", [.text("file:\(Self.escaped(other))?\(access)")], attempting: attempt)
    defer { try? database.execute("detach other", attempting: attempt) }
    return try database.transaction(attempting: attempt) { () throws(StoreFailure) in
      try refuseContradictions(other, attempting: attempt)
      let last = try lastRow(attempting: attempt)
      let isLarge = try lastRow(of: "other", attempting: attempt) > last / 2
      if isLarge { try LogIndex.byCard.remove(from: database, attempting: attempt) }
      try database.query(
        """
        insert into main.event (\(EventColumns.all), sum)
        select \(EventColumns.all), sum from other.event where true
        on conflict (device, number) do nothing
        """, attempting: attempt)
      try refuseDamaged(after: last, other, attempting: attempt)
      // Cards lie all over the index: one that grows row by row is slower than a new one.
      if isLarge { try LogIndex.byCard.build(in: database, attempting: attempt) }
      return try settle(after: last, by: scheduler, attempting: attempt)
    }
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

  private func lastRow(
    of file: String = "main", attempting attempt: String
  ) throws(StoreFailure) -> Int {
    var last = 0
    try database.query("select coalesce(max(id), 0) from \(file).event", attempting: attempt) {
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

  /// One identity must mean one event; only a file that was tampered with breaks that.
  private func refuseContradictions(
    _ other: String, attempting attempt: String
  ) throws(StoreFailure) {
    var contradiction: String?
    try database.query(
      """
      with recursive known(origin) as (
        select min(device) from other.event
        union all
        select (select min(device) from other.event where device > origin) from known
          where origin is not null)
      -- Only devices that both files know can contradict each other.
      select theirs.number from known cross join other.event as theirs
        cross join main.event as ours
      where exists (select 1 from main.event where main.event.device = known.origin)
        and theirs.device = known.origin and ours.device = known.origin
        and ours.number = theirs.number
        and (ours.time != theirs.time or ours.kind != theirs.kind
          or ours.card is not theirs.card or ours.rating is not theirs.rating
          or ours.name is not theirs.name or ours.body is not theirs.body
          or ours.reverted_device is not theirs.reverted_device
          or ours.reverted_number is not theirs.reverted_number) limit 1
      """, attempting: attempt
    ) { contradiction = $0.text(0) }
    guard contradiction != nil else { return }
    throw StoreFailure(
      attempt: attempt, path: other,
      cause: .refused(
        "an answer in it contradicts the same answer in \(path)",
        remedy: "one of the two was changed by hand; `ebb doctor` on each may say which"))
  }

  /// What is not as it was written must not spread to other machines.
  private func refuseDamaged(
    after last: Int, _ other: String, attempting attempt: String
  ) throws(StoreFailure) {
    var damaged = 0
    try database.query(
      "select count(*) from main.event where id > ? and not \(EventColumns.isIntact)",
      [.integer(last)], attempting: attempt
    ) { damaged = $0.integer(0) }
    guard damaged > 0 else { return }
    throw StoreFailure(
      attempt: attempt, path: other,
      cause: .refused(
        "events in it are not as they were written: \(damaged)",
        remedy: "`ebb doctor --progress \(other)` repairs it"))
  }

  /// Makes sure that a file is progress of this schema and can be read.
  /// - Returns: Whether it lies where nothing can be written, so that it must be taken as it is.
  private static func examine(
    _ other: String, attempting attempt: String
  ) throws(StoreFailure) -> Bool {
    func failure(_ cause: StoreFailure.Cause) -> StoreFailure {
      StoreFailure(attempt: attempt, path: other, cause: cause)
    }
    guard access(other, R_OK) == 0 else {
      throw failure(.refused("it cannot be read", remedy: "check the path and its permissions"))
    }
    var isImmutable = false
    var database = try Database(path: other, isReadOnly: true)
    do throws(StoreFailure) {
      _ = try database.pragma("schema_version", attempting: attempt)
    } catch {
      // Where SQLite cannot put its files beside it, nobody else can be writing it either.
      guard case .other = error.cause, access(other + "-wal", F_OK) != 0 else { throw error }
      isImmutable = true
      database = try Database(path: "file:\(escaped(other))?immutable=1", isReadOnly: true)
    }
    guard try database.pragma("application_id", attempting: attempt) == Schema.applicationID else {
      throw failure(.notAProgressFile)
    }
    let version = try database.pragma("user_version", attempting: attempt)
    if version > Schema.version {
      throw failure(.newerSchema(found: version, known: Schema.version))
    }
    if version < Schema.version {
      throw failure(
        .refused("it was written by an older ebb", remedy: "open it once with --progress"))
    }
    return isImmutable
  }

  /// A path as SQLite's URIs write it.
  private static func escaped(_ path: String) -> String {
    path.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
  }
}
