import Foundation
import Scheduling

extension Backups {
  /// What a restore did.
  package struct Restoration: Hashable, Sendable {
    /// What the progress file holds again.
    package let restored: Backup
    /// Where the replaced file lies; nil if there was none.
    package let replaced: String?
  }

  /// Puts a backup in the place of the progress file, which is backed up first; a damaged one is
  /// set aside as it is. At every moment one of the two is whole and in place.
  /// - Throws: `StoreFailure`, `.busy` while another program has the file open.
  package func restore(
    _ backup: Backup, at time: Date, seed: UInt64
  ) throws(StoreFailure) -> Restoration {
    let attempt = "restore"
    try verify(backup.path)
    // Beside the file, because a rename cannot cross file systems.
    let draft = path + ".restoring"
    try Self.remove(draft)
    // From the backup itself; making the next one may rotate it away.
    try copy(backup.path, to: draft, attempting: attempt)
    do throws(StoreFailure) {
      let replaced = try setAside(at: time, seed: seed)
      try Self.rename(draft, to: path, attempting: attempt)
      return Restoration(restored: backup, replaced: replaced)
    } catch {
      try? Self.remove(draft)
      throw error
    }
  }

  /// Makes sure that what the progress file holds is kept, and that nobody has it open.
  private func setAside(at time: Date, seed: UInt64) throws(StoreFailure) -> String? {
    guard access(path, F_OK) == 0 else { return nil }
    do throws(StoreFailure) {
      let store = try Store(path: path, seed: seed)
      // SQLite leaves this mode only for a connection that is alone.
      try store.database.execute("pragma journal_mode = delete", attempting: "restore")
      return try store.hasEvents() ? make(from: store, at: time).path : nil
    } catch {
      guard error.cause == .damaged || error.cause == .notAProgressFile else { throw error }
      return try keepUnreadable(at: time)
    }
  }

  /// Keeps a damaged file as it is under another name.
  /// - Returns: The path of the copy.
  package func keepDamaged(_ store: Store, at time: Date) throws(StoreFailure) -> String {
    let kept = try damagedName(at: time)
    try store.copy(to: kept)
    return kept
  }

  /// Keeps a damaged file that cannot be opened, with its part that SQLite keeps beside it, and
  /// takes that part out of the way: it must not be applied to another file.
  func keepUnreadable(at time: Date) throws(StoreFailure) -> String {
    let kept = try damagedName(at: time)
    try copy(path, to: kept, attempting: "keep")
    let log = path + "-wal"
    if access(log, F_OK) == 0 {
      try copy(log, to: kept + "-wal", attempting: "keep")
      try Self.remove(log)
    }
    try Self.remove(path + "-shm")
    return kept
  }

  private func damagedName(at time: Date) throws(StoreFailure) -> String {
    folder + "/damaged-" + (try new(at: time)).name
  }

  /// Copies a file byte by byte and makes the copy durable.
  func copy(
    _ from: String, to target: String, attempting attempt: String
  ) throws(StoreFailure) {
    func failure() -> StoreFailure {
      StoreFailure(
        attempt: attempt, path: path,
        cause: [ENOSPC, EDQUOT, EFBIG].contains(errno)
          ? .diskFull : .other("\(from) cannot be copied to \(target)"))
    }
    let input = open(from, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw failure() }
    defer { close(input) }
    let output = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard output >= 0 else { throw failure() }
    defer { close(output) }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(input, &buffer, buffer.count)
      guard count >= 0 else { throw failure() }
      if count == 0 { break }
      var rest = buffer[..<count]
      while !rest.isEmpty {
        let written = rest.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
        guard written > 0 else { throw failure() }
        rest = rest.dropFirst(written)
      }
    }
    guard fsync(output) == 0 else { throw failure() }
  }
}
