import Decks
import Foundation
import Scheduling

/// The progress file: the log of all answers, the schedules derived from it, and the catalogue of
/// compiled cards. One SQLite file; an answer is durable when `record` returns.
package final class Store {
  package let path: String
  let database: Database
  private let seed: UInt64
  private var device: String?

  /// Opens the progress file, creating it and its folder on first use.
  ///
  /// `seed` is any number that another opening is unlikely to have; it becomes part of the identity
  /// of what this one writes.
  /// - Throws: `StoreFailure` when the path is no progress file, is of a newer schema, or cannot
  ///   be written.
  package init(path: String, seed: UInt64) throws(StoreFailure) {
    self.path = path
    self.seed = seed
    do throws(StoreFailure) {
      try Self.makeFolder(of: path)
      // Made by us, so that nobody else can read it; SQLite gives its other files the same rights.
      close(Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600))
      database = try Database(path: path)
      try database.boundCache(attempting: "open")
      try Self.prepare(database)
    } catch {
      throw error.offeringBackup()
    }
  }

  /// The name under which this opening writes, fixed by its first event.
  ///
  /// Every opening has its own, and counts its events from 1: a file that was copied, restored or
  /// moved to another machine and answered in both places never gives two events one identity.
  func device(at time: Date) -> String {
    if let device { return device }
    var hash = StableHash()
    hash.combine(String(seed))
    hash.combine(String(time.milliseconds))
    let name = String(hash.value, radix: 36)
    device = name
    return name
  }

  /// Lets answers be durable a little after they are given: the file stays whole, but a power cut
  /// may take the latest of them.
  package func relaxDurability() throws(StoreFailure) {
    try database.execute("pragma synchronous = normal", attempting: "open")
  }

  /// The version of the tables that this ebb writes.
  package static var schemaVersion: Int { Schema.version }

  private static func makeFolder(of path: String) throws(StoreFailure) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw StoreFailure(
        attempt: "create the folder of", path: path,
        cause: .other("the folder \(folder) cannot be made"))
    }
  }

  /// Checks what the file is and brings its tables up to date.
  private static func prepare(_ database: Database) throws(StoreFailure) {
    let attempt = "open"
    func failure(_ cause: StoreFailure.Cause) -> StoreFailure {
      StoreFailure(attempt: attempt, path: database.path, cause: cause)
    }
    // The first read tells whether this is a database at all.
    let application = try database.pragma("application_id", attempting: attempt)
    let version = try database.pragma("user_version", attempting: attempt)
    var tables = 0
    try database.query("select count(*) from sqlite_schema", attempting: attempt) {
      tables = $0.integer(0)
    }
    if application != Schema.applicationID, tables > 0 { throw failure(.notAProgressFile) }
    if version > Schema.version {
      throw failure(.newerSchema(found: version, known: Schema.version))
    }
    if database.isReadOnly { throw failure(.readOnly) }

    try database.execute(
      "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on",
      attempting: attempt)
    if version < Schema.version {
      try database.transaction(attempting: attempt) { () throws(StoreFailure) in
        // Another ebb may have been faster: look again, now that nobody else can write.
        let version = try database.pragma("user_version", attempting: attempt)
        for step in Schema.steps.dropFirst(version) {
          try database.execute(step, attempting: attempt)
        }
        try database.execute(
          "pragma application_id = \(Schema.applicationID); pragma user_version = \(Schema.version)",
          attempting: attempt)
      }
    }
  }
}
