import CSQLite
import Foundation

/// A connection to SQLite: just what ebb's dozen statements need.
final class Database {
  let path: String
  private let isForReading: Bool
  private var handle: OpaquePointer?
  private var prepared: [String: OpaquePointer] = [:]

  /// Opens a file for reading, or opens or creates it for reading and writing.
  init(path: String, isReadOnly: Bool = false) throws(StoreFailure) {
    self.path = path
    isForReading = isReadOnly
    let access = isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    let flags = access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI
    let status = sqlite3_open_v2(path, &handle, flags, nil)
    guard status == SQLITE_OK else {
      let failure = failure(attempting: "open", status: status)
      sqlite3_close_v2(handle)
      handle = nil
      throw failure
    }
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, 2000)
    ebb_add_functions(handle)
  }

  deinit {
    for statement in prepared.values { sqlite3_finalize(statement) }
    sqlite3_close_v2(handle)
  }

  var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

  /// A setting or property of the file that is a number.
  func pragma(_ name: String, attempting attempt: String) throws(StoreFailure) -> Int {
    var value = 0
    try query("pragma \(name)", attempting: attempt) { value = $0.integer(0) }
    return value
  }

  /// Keeps at most 1 MB of pages: a sitting meets few of them twice, and the system has them too.
  func boundCache(attempting attempt: String) throws(StoreFailure) {
    try execute("pragma cache_size = -1024", attempting: attempt)
  }

  /// Makes room for 256 MB of pages, for work that meets all of them in no order.
  func enlargeCache(attempting attempt: String) throws(StoreFailure) {
    try execute("pragma cache_size = -262144", attempting: attempt)
  }

  /// What is wrong with the structure of the file, in SQLite's words; empty if nothing is. Of
  /// indexes it says only whether their pages hang together, unless a table is named.
  func faults(of table: String? = nil, attempting attempt: String) throws(StoreFailure) -> [String]
  {
    try faults(
      table.map { "integrity_check('\($0)')" } ?? "quick_check(20)", attempting: attempt)
  }

  private func faults(
    _ check: String, attempting attempt: String
  ) throws(StoreFailure) -> [String] {
    var faults: [String] = []
    do throws(StoreFailure) {
      try query("pragma \(check)", attempting: attempt) { faults.append($0.text(0)) }
    } catch {
      // Some damage ends the check itself.
      guard error.cause == .damaged else { throw error }
      faults.append("the check came to no end")
    }
    return faults == ["ok"] ? [] : faults
  }

  /// Rows changed, added or deleted by the last statement.
  var changes: Int { Int(sqlite3_changes64(handle)) }

  /// Copies all pages, as they are at one moment, into a file that does not exist yet.
  func copy(to target: Database, attempting attempt: String) throws(StoreFailure) {
    guard let backup = sqlite3_backup_init(target.handle, "main", handle, "main") else {
      throw target.failure(attempting: attempt, status: sqlite3_errcode(target.handle))
    }
    var status = sqlite3_backup_step(backup, -1)
    let finish = sqlite3_backup_finish(backup)
    if status == SQLITE_DONE { status = finish }
    guard status == SQLITE_OK else {
      throw target.failure(attempting: attempt, status: status)
    }
  }

  /// Runs statements that return nothing and take no values.
  func execute(_ sql: String, attempting attempt: String) throws(StoreFailure) {
    let status = sqlite3_exec(handle, sql, nil, nil, nil)
    guard status == SQLITE_OK else { throw failure(attempting: attempt, status: status) }
  }

  /// Runs `body` without the triggers that keep derived tables; who asks for that fills them anew.
  func withoutTriggers(_ body: () throws(StoreFailure) -> Void) throws(StoreFailure) {
    ebb_enable_triggers(handle, 0)
    defer { ebb_enable_triggers(handle, 1) }
    try body()
  }

  /// Runs `body` without the constraints of the tables; who asks for that has checked them.
  func withoutConstraints(
    attempting attempt: String, _ body: () throws(StoreFailure) -> Void
  ) throws(StoreFailure) {
    try execute("pragma ignore_check_constraints = on", attempting: attempt)
    defer { try? execute("pragma ignore_check_constraints = off", attempting: attempt) }
    try body()
  }

  /// The rows of a statement that takes no values, for who reads two statements side by side.
  func rows(_ sql: String, attempting attempt: String) throws(StoreFailure) -> Rows {
    let statement = try prepare(sql, attempting: attempt)
    return Rows(statement: statement, database: self, attempt: attempt)
  }

  /// Moves a statement on.
  /// - Returns: Whether there is another row.
  fileprivate func step(
    _ statement: OpaquePointer, attempting attempt: String
  ) throws(StoreFailure) -> Bool {
    let status = sqlite3_step(statement)
    guard status == SQLITE_ROW || status == SQLITE_DONE else {
      throw failure(attempting: attempt, status: status)
    }
    return status == SQLITE_ROW
  }

  /// Runs one statement; `body` sees each row. Statements are prepared once.
  func query(
    _ sql: String, _ values: [Value] = [], attempting attempt: String,
    row body: (Row) -> Void = { _ in }
  ) throws(StoreFailure) {
    let statement = try prepare(sql, attempting: attempt)
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    for (index, value) in values.enumerated() {
      let status = bind(value, at: Int32(index + 1), of: statement)
      guard status == SQLITE_OK else { throw failure(attempting: attempt, status: status) }
    }
    while try step(statement, attempting: attempt) { body(Row(statement: statement)) }
  }

  /// Runs `body` as one transaction: all of it is durable when this returns, or none of it ever is.
  func transaction<Result>(
    attempting attempt: String, _ body: () throws(StoreFailure) -> Result
  ) throws(StoreFailure) -> Result {
    try execute("begin immediate", attempting: attempt)
    do {
      let result = try body()
      try execute("commit", attempting: attempt)
      return result
    } catch {
      // After some errors SQLite has rolled back by itself; a second rollback then fails
      // harmlessly.
      try? execute("rollback", attempting: attempt)
      throw error
    }
  }

  private func prepare(_ sql: String, attempting attempt: String) throws(StoreFailure)
    -> OpaquePointer
  {
    if let statement = prepared[sql] { return statement }
    var statement: OpaquePointer?
    let status = sqlite3_prepare_v3(
      handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard status == SQLITE_OK, let statement else {
      throw failure(attempting: attempt, status: status)
    }
    prepared[sql] = statement
    return statement
  }

  private func bind(_ value: Value, at index: Int32, of statement: OpaquePointer) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(statement, index)
    case .integer(let number): return sqlite3_bind_int64(statement, index, Int64(number))
    case .real(let number): return sqlite3_bind_double(statement, index, number)
    case .text(let text):
      return ebb_bind_text(statement, index, text, Int32(text.utf8.count))
    }
  }

  private func failure(attempting attempt: String, status: Int32) -> StoreFailure {
    let cause: StoreFailure.Cause
    // Some writes fail as plain input and output; the system knows that it was for lack of space.
    let isOutOfSpace = handle.map { [ENOSPC, EDQUOT, EFBIG].contains(sqlite3_system_errno($0)) }
    switch status & 0xff {
    case SQLITE_IOERR where isOutOfSpace == true: cause = .diskFull
    case SQLITE_CANTOPEN where !isForReading && folderIsReadOnly: cause = .readOnly
    case SQLITE_IOERR: cause = .broken
    case SQLITE_NOTADB: cause = .notAProgressFile
    case SQLITE_READONLY, SQLITE_PERM: cause = .readOnly
    case SQLITE_FULL: cause = .diskFull
    case SQLITE_BUSY, SQLITE_LOCKED: cause = .busy
    case SQLITE_CORRUPT: cause = .damaged
    default:
      let message = handle.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) }
      cause = .other(message ?? "SQLite error \(status)")
    }
    return StoreFailure(attempt: attempt, path: path, cause: cause)
  }

  /// Whether the system refuses new files beside this one: SQLite needs some, and cannot say why it
  /// has none.
  private var folderIsReadOnly: Bool {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    return access(folder, W_OK) != 0 && [EROFS, EACCES, EPERM].contains(errno)
  }
}

/// A value to bind.
enum Value {
  case null
  case integer(Int)
  case real(Double)
  case text(String)

  init(_ number: Int?) { self = number.map { .integer($0) } ?? .null }
  init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  init(_ number: Double?) { self = number.map { .real($0) } ?? .null }
}

/// The rows of a statement, one after the other.
final class Rows {
  /// The row that was reached; nil before the first and after the last.
  private(set) var current: Row?

  private let statement: OpaquePointer
  private let database: Database
  private let attempt: String

  fileprivate init(statement: OpaquePointer, database: Database, attempt: String) {
    self.statement = statement
    self.database = database
    self.attempt = attempt
  }

  deinit { sqlite3_reset(statement) }

  /// Moves on to the next row; what was read from the one before is gone.
  func advance() throws(StoreFailure) {
    let hasMore = try database.step(statement, attempting: attempt)
    current = hasMore ? Row(statement: statement) : nil
  }
}

/// The current row of a statement; columns count from 0.
struct Row {
  fileprivate let statement: OpaquePointer

  func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }
  func real(_ column: Int32) -> Double { sqlite3_column_double(statement, column) }

  /// Whether a text is this one, without making a String of it.
  func isText(_ column: Int32, _ text: [UInt8]) -> Bool {
    let bytes = UnsafeBufferPointer(
      start: sqlite3_column_text(statement, column),
      count: Int(sqlite3_column_bytes(statement, column)))
    return bytes.elementsEqual(text)
  }

  func text(_ column: Int32) -> String {
    sqlite3_column_text(statement, column).map { String(cString: $0) } ?? ""
  }

  /// The bytes of a text, valid while `body` runs.
  func withText<Result>(
    _ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let start = sqlite3_column_text(statement, column)
    return body(
      UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
  }

  func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(statement, column) == SQLITE_NULL
  }

  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  // Nothing reads as zero, and most numbers are not zero: they need one call instead of two.
  func optionalInteger(_ column: Int32) -> Int? {
    let number = integer(column)
    return number == 0 && isNull(column) ? nil : number
  }

  func optionalReal(_ column: Int32) -> Double? {
    let number = real(column)
    return number == 0 && isNull(column) ? nil : number
  }
}
