import CSQLite
import Foundation

/// The progress file: the log of all answers, the schedules derived from it, and the catalogue of
/// compiled cards. One SQLite file; an answer is durable when `record` returns.
package final class Store {
  package let path: String
  let database: Database
  /// Which copy of ebb writes: events of a device are counted from 1, so that logs of several
  /// machines can be united.
  let device: String

  /// Opens the progress file, creating it and its folder on first use.
  ///
  /// `seed` gives a new file the identity of its device.
  /// - Throws: `StoreFailure` when the path is no progress file, is of a newer schema, or cannot
  ///   be written.
  package init(path: String, seed: UInt64) throws(StoreFailure) {
    self.path = path
    try Self.makeFolder(of: path)
    // Made by us, so that nobody else can read it; SQLite gives its other files the same rights.
    close(Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600))
    database = try Database(path: path)
    let name = String(seed, radix: 36)
    device = try Self.prepare(database, device: name)
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

  /// Checks what the file is, brings its tables up to date, and returns its device.
  private static func prepare(_ database: Database, device: String) throws(StoreFailure) -> String {
    let attempt = "open"
    func failure(_ cause: StoreFailure.Cause) -> StoreFailure {
      StoreFailure(attempt: attempt, path: database.path, cause: cause)
    }
    // The first read tells whether this is a database at all.
    let application = try pragma("application_id", of: database)
    let version = try pragma("user_version", of: database)
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
        let version = try pragma("user_version", of: database)
        for step in Schema.steps.dropFirst(version) {
          try database.execute(step, attempting: attempt)
        }
        if version == 0 {
          try database.query("insert into device values (?)", [.text(device)], attempting: attempt)
        }
        try database.execute(
          "pragma application_id = \(Schema.applicationID); pragma user_version = \(Schema.version)",
          attempting: attempt)
      }
    }
    var found = device
    try database.query("select id from device", attempting: attempt) { found = $0.text(0) }
    return found
  }

  private static func pragma(_ name: String, of database: Database) throws(StoreFailure) -> Int {
    var value = 0
    try database.query("pragma \(name)", attempting: "open") { value = $0.integer(0) }
    return value
  }
}
