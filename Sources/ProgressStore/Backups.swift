import Foundation
import Scheduling

/// The copies of a progress file that are kept beside it, in the folder `backup`.
package struct Backups {
  /// One copy; its name says when it was made.
  package struct Backup: Hashable, Sendable {
    /// Such as `progress-20261124T091200.db`, in UTC.
    package let name: String
    package let path: String
    /// When it was made, to the second.
    package let time: Date
  }

  /// The file that is copied.
  package let path: String
  /// The folder of the copies.
  package let folder: String
  /// How many are kept, at least 3.
  private let most: Int

  /// The backups of a progress file, so many of which are kept: 12 unless the user says otherwise.
  package init(of path: String, keeping most: Int = Rotation.most) {
    self.path = path
    self.most = max(most, 3)
    folder = URL(fileURLWithPath: path).deletingLastPathComponent().path + "/backup"
  }

  private var stem: String {
    URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent + "-"
  }

  /// All backups, newest first.
  package var all: [Backup] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap { backup(named: $0) }.sorted { $0.time > $1.time }
  }

  /// The newest backup that can be opened and is whole.
  package var newestGood: Backup? { all.first { (try? verify($0.path)) != nil } }

  /// The backup of this name or path; nil unless the name is one of a backup.
  package func backup(named name: String) -> Backup? {
    guard name.hasPrefix(stem), name.hasSuffix(".db") else { return nil }
    let stamp = name.dropFirst(stem.utf8.count).dropLast(3)
    return Date(stamp: stamp).map { Backup(name: name, path: folder + "/" + name, time: $0) }
  }

  /// Copies the progress file as it is at this moment, verifies the copy, and removes the oldest.
  /// - Throws: `StoreFailure`, `.damaged` when the copy, and so the file, is not whole.
  @discardableResult
  package func make(from store: Store, at time: Date) throws(StoreFailure) -> Backup {
    let backup = try new(at: time)
    // Under another name until it is known to be whole.
    let draft = folder + "/." + backup.name
    removeDrafts(before: time - 86_400)
    do throws(StoreFailure) {
      try store.copy(to: draft)
      try verify(draft)
      try Self.rename(draft, to: backup.path, attempting: "back up")
    } catch {
      try? Self.remove(draft)
      throw StoreFailure(attempt: "back up", path: path, cause: error.cause).offeringBackup()
    }
    for surplus in Rotation.surplus(of: all, keeping: most) { try? Self.remove(surplus.path) }
    return backup
  }

  /// Removes what is left of backups that were broken off; a newer one may still be in the making.
  private func removeDrafts(before time: Date) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where name.first == "." {
      // Beside it may lie what SQLite had not yet written into it.
      let stem = name.split(separator: ".", omittingEmptySubsequences: true).first.map(String.init)
      guard let draft = stem.flatMap({ backup(named: $0 + ".db") }), draft.time < time else {
        continue
      }
      try? Self.remove(folder + "/" + name)
    }
  }

  /// Makes the first backup of a study day, if the file holds an answer.
  /// - Returns: nil if there was nothing to do.
  @discardableResult
  package func makeDaily(
    from store: Store, at now: Date, calendar: StudyCalendar
  ) throws(StoreFailure) -> Backup? {
    if let newest = all.first, calendar.day(of: newest.time) >= calendar.day(of: now) { return nil }
    guard try store.hasEvents() else { return nil }
    return try make(from: store, at: now)
  }

  /// Opens a copy and checks its structure.
  package func verify(_ copy: String) throws(StoreFailure) {
    let attempt = "verify"
    let database = try Database(path: copy, isReadOnly: true)
    guard try database.pragma("application_id", attempting: attempt) == Schema.applicationID else {
      throw StoreFailure(attempt: attempt, path: copy, cause: .notAProgressFile)
    }
    let version = try database.pragma("user_version", attempting: attempt)
    guard version <= Schema.version else {
      throw StoreFailure(
        attempt: attempt, path: copy,
        cause: .newerSchema(found: version, known: Schema.version))
    }
    guard try database.faults(attempting: attempt).isEmpty else {
      throw StoreFailure(attempt: attempt, path: copy, cause: .damaged)
    }
  }

  /// A name that no backup has yet, in a folder that exists.
  func new(at time: Date) throws(StoreFailure) -> Backup {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw StoreFailure(
        attempt: "back up", path: path, cause: .other("the folder \(folder) cannot be made"))
    }
    var time = time
    while true {
      let name = stem + time.stamp + ".db"
      if access(folder + "/" + name, F_OK) != 0, let backup = backup(named: name) { return backup }
      time += 1
    }
  }

  static func rename(
    _ from: String, to target: String, attempting attempt: String
  ) throws(StoreFailure) {
    guard Foundation.rename(from, target) == 0 else {
      throw StoreFailure(
        attempt: attempt, path: target, cause: errno == ENOSPC ? .diskFull : .readOnly)
    }
    // The new name is durable when its folder is.
    let folder = open(URL(fileURLWithPath: target).deletingLastPathComponent().path, O_RDONLY)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  /// Removes a file, if there is one.
  static func remove(_ path: String) throws(StoreFailure) {
    guard unlink(path) != 0, errno != ENOENT else { return }
    throw StoreFailure(attempt: "remove", path: path, cause: .readOnly)
  }
}

extension Store {
  /// Answers that hold in a file that is only read.
  package static func answers(in path: String) throws(StoreFailure) -> Int {
    let database = try Database(path: path, isReadOnly: true)
    var answers = 0
    try database.query(
      "select count(*) from event where kind = 'review' and \(holds)", attempting: "read"
    ) {
      answers = $0.integer(0)
    }
    return answers
  }

  /// Whether anything was ever answered.
  package func hasEvents() throws(StoreFailure) -> Bool {
    var hasEvents = false
    try database.query("select 1 from event limit 1", attempting: "read") { _ in hasEvents = true }
    return hasEvents
  }

  /// Copies all pages into a new file, readable only by its owner, which then needs no other file.
  func copy(to path: String) throws(StoreFailure) {
    close(open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_EXCL, 0o600))
    let target = try Database(path: path)
    try database.copy(to: target, attempting: "back up")
    try target.execute("pragma journal_mode = delete", attempting: "back up")
  }
}

extension Date {
  /// This moment as `20261124T091200`, in UTC.
  fileprivate var stamp: String {
    let seconds = Int(timeIntervalSince1970.rounded(.down))
    let day = Day(number: Int((Double(seconds) / 86400).rounded(.down)))
    let time = seconds - day.number * 86400
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return day.description.filter { $0 != "-" } + "T" + two(time / 3600) + two(time / 60 % 60)
      + two(time % 60)
  }

  fileprivate init?(stamp: Substring) {
    let digits = stamp.filter { $0.isASCII && $0.isNumber }
    let month = digits.dropFirst(4).prefix(2)
    guard stamp.count == 15, digits.count == 14, stamp.dropFirst(8).first == "T",
      let day = Day("\(digits.prefix(4))-\(month)-\(digits.dropFirst(6).prefix(2))"),
      let hour = Int(digits.dropFirst(8).prefix(2)), hour < 24,
      let minute = Int(digits.dropFirst(10).prefix(2)), minute < 60,
      let second = Int(digits.dropFirst(12)), second < 60
    else { return nil }
    let seconds = day.number * 86400 + hour * 3600 + minute * 60 + second
    self.init(timeIntervalSince1970: Double(seconds))
  }
}
