import Foundation

/// What must be true of two files before they become one.
extension Store {
  /// The devices of the other file, as a table `known` with a column `origin`, the last of them
  /// null: found one by one in the index, however many events each has.
  static let otherDevices = """
    with recursive known(origin) as (
      select min(device) from other.event
      union all
      select (select min(device) from other.event where device > origin) from known
        where origin is not null)
    """

  /// One identity must mean one event; only a file that was tampered with breaks that.
  func refuseContradictions(
    _ other: String, attempting attempt: String
  ) throws(StoreFailure) {
    var contradiction: String?
    try database.query(
      """
      \(Self.otherDevices)
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
  func refuseDamaged(
    after last: Int, _ other: String, attempting attempt: String
  ) throws(StoreFailure) {
    var damaged = 0
    try database.query(
      "select count(*) from main.event where id > ? and not \(EventColumns.isIntact)",
      [.integer(last)], attempting: attempt
    ) { damaged = $0.integer(0) }
    guard damaged > 0 else { return }
    throw Self.refusal(of: other, damaged: damaged)
  }

  static func refusal(of other: String, damaged: Int) -> StoreFailure {
    StoreFailure(
      attempt: "merge", path: other,
      cause: .refused(
        "events in it are not as they were written: \(damaged)",
        remedy: "`ebb doctor --progress \(other)` repairs it"))
  }

  /// Makes sure that a file is progress of this schema and can be read.
  /// - Returns: Whether it lies where nothing can be written, so that it must be taken as it is.
  static func examine(
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
  static func escaped(_ path: String) -> String {
    path.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
  }
}
