/// Why the progress file could not be used: what was attempted, on what, why, and what to do.
package struct StoreFailure: Error, Hashable, CustomStringConvertible {
  /// What stood in the way.
  package enum Cause: Hashable, Sendable {
    case notAProgressFile
    case newerSchema(found: Int, known: Int)
    case readOnly
    case diskFull
    case busy
    /// Another program answered the card meanwhile.
    case overtaken
    case damaged
    /// The disk, or what lies between, reports an error.
    case broken
    /// What the user asked for cannot be done: why, and what to do.
    case refused(String, remedy: String)
    case other(String)
  }

  /// What was attempted, as the end of "cannot …".
  package let attempt: String
  package let path: String
  package let cause: Cause
  /// The newest good backup of a damaged file, if there is one.
  package private(set) var backup: String?

  /// Makes a failure; `attempt` is the end of "cannot …".
  package init(attempt: String, path: String, cause: Cause) {
    self.attempt = attempt
    self.path = path
    self.cause = cause
  }

  /// The same failure with the newest good backup, where that could help.
  func offeringBackup() -> StoreFailure {
    guard cause == .damaged || cause == .notAProgressFile else { return self }
    var offering = self
    offering.backup = Backups(of: path).newestGood?.name
    return offering
  }

  package var description: String { "cannot \(attempt) \(path): \(explanation); \(remedy)" }

  /// The cause in words.
  package var explanation: String {
    switch cause {
    case .notAProgressFile: "it is not a progress file of ebb"
    case .newerSchema(let found, let known):
      "it was written by a newer ebb (schema \(found), this one knows \(known))"
    case .readOnly: "it cannot be written"
    case .diskFull: "no space is left on the device"
    case .busy: "another program is writing it"
    case .overtaken: "the card was answered in another ebb meanwhile"
    case .damaged: "the file is damaged"
    case .broken: "the disk reports an error"
    case .refused(let message, _): message
    case .other(let message): message
    }
  }

  /// What the user can do.
  package var remedy: String {
    if let backup { return "`ebb restore \(backup)` brings back the newest good backup" }
    return switch cause {
    case .notAProgressFile: "name another file with --progress, or move this one away"
    case .newerSchema: "update ebb, or name another file with --progress"
    case .readOnly: "change its permissions, or name another file with --progress"
    case .diskFull: "free some space and try again; everything answered before is kept"
    case .busy: "end the other program and try again"
    case .overtaken: "end this session and start again"
    case .refused(_, let remedy): remedy
    case .broken: "check the disk and try again; everything answered before is kept"
    case .damaged: "`ebb doctor` saves what can be read of it"
    case .other: "check the path and its folder"
    }
  }
}
