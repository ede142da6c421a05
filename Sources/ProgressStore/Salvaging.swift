import Decks
import Foundation
import Scheduling

extension Backups {
  /// What was saved of a damaged file.
  package struct Rescue: Hashable, Sendable {
    /// Events that could be read in it.
    package let events: Int
    /// The backup they were added to; nil if there was no good one.
    package let backup: Backup?
    /// Where the damaged file lies as it was.
    package let kept: String
  }

  /// Puts in the place of a damaged progress file a new one, of the newest good backup and every
  /// event that can still be read. The damaged file is kept as it is. Nobody may have it open.
  /// - Throws: `StoreFailure`, `.damaged` when there is no backup and nothing can be read; the file
  ///   is left in its place then.
  package func rescue(
    at time: Date, seed: UInt64, by scheduler: Scheduler
  ) throws(StoreFailure) -> Rescue {
    let attempt = "save what can be read of"
    let backup = newestGood
    let kept = try keepUnreadable(at: time)
    let (events, sources) = try Self.readable(in: kept)
    guard backup != nil || !events.isEmpty else {
      // The part that SQLite keeps beside the file belongs to it again.
      if access(kept + "-wal", F_OK) == 0 {
        try copy(kept + "-wal", to: path + "-wal", attempting: attempt)
      }
      throw StoreFailure(attempt: attempt, path: path, cause: .damaged)
    }
    let draft = path + ".restoring"
    try Self.remove(draft)
    if let backup { try copy(backup.path, to: draft, attempting: attempt) }
    do throws(StoreFailure) {
      try Self.fill(draft, with: events, sources, seed: seed, by: scheduler)
      try Self.rename(draft, to: path, attempting: attempt)
    } catch {
      try? Self.remove(draft)
      throw error
    }
    return Rescue(events: events.count, backup: backup, kept: kept)
  }

  /// The file is closed when this returns, so that all of it is in one piece.
  private static func fill(
    _ draft: String, with events: [LogEvent], _ sources: [String], seed: UInt64,
    by scheduler: Scheduler
  ) throws(StoreFailure) {
    let store = try Store(path: draft, seed: seed)
    // What the backup knows is not taken from the damaged file.
    var known: Set<LogEvent.Identity> = []
    try store.forEachEvent { known.insert($0.identity) }
    _ = try store.add(events.filter { !known.contains($0.identity) }, by: scheduler)
    for source in sources { try store.add(source: source) }
    try store.database.execute("pragma journal_mode = delete", attempting: "save")
  }

  /// Every event and source that can be read, whatever lies between them.
  private static func readable(
    in path: String
  ) throws(StoreFailure) -> (events: [LogEvent], sources: [String]) {
    var events: [LogEvent] = []
    var sources: [String] = []
    guard let database = try? Database(path: path, isReadOnly: true),
      (try? database.query("select 1 from event where false", attempting: "read") { _ in }) != nil
    else { return ([], []) }
    try? database.query("select path from source", attempting: "read") {
      sources.append($0.text(0))
    }
    // No event takes less than 40 bytes.
    let size = [path, path + "-wal"].reduce(0) { sum, name in
      let attributes = try? FileManager.default.attributesOfItem(atPath: name)
      return sum + ((attributes?[.size] as? NSNumber)?.intValue ?? 0)
    }
    // Events of the first schema have no checksums.
    let hasSums =
      (try? database.query("select sum from event where false", attempting: "read")) != nil
    let condition = hasSums ? EventColumns.isIntact : "(kind != 'fact' or json_valid(body))"
    var start = 1
    while start <= size / 40 {
      read(start..<start + 4096, where: condition, of: database, into: &events)
      start += 4096
    }
    return (events, sources)
  }

  /// Reads the rows of a range; where they cannot be read together, each half by itself.
  private static func read(
    _ rows: Range<Int>, where condition: String, of database: Database,
    into events: inout [LogEvent]
  ) {
    var found: [LogEvent] = []
    do throws(StoreFailure) {
      try database.query(
        """
        select \(EventColumns.all) from event
        where id >= ? and id < ? and number > 0 and \(condition)
        order by id
        """, [.integer(rows.lowerBound), .integer(rows.upperBound)], attempting: "read"
      ) { row in
        if let event = EventColumns.event(in: row) { found.append(event) }
      }
      events += found
    } catch {
      guard rows.count > 1 else { return }
      let middle = rows.lowerBound + rows.count / 2
      read(rows.lowerBound..<middle, where: condition, of: database, into: &events)
      read(middle..<rows.upperBound, where: condition, of: database, into: &events)
    }
  }
}
