import Scheduling

extension Store {
  /// What the memories of all cards were computed with, in the words of the caller; nil if nobody
  /// has said so yet.
  package func basis() throws(StoreFailure) -> String? {
    var basis: String?
    try database.query("select words from basis", attempting: "read") { basis = $0.text(0) }
    return basis
  }

  /// Replays the log with another model or other weights, as one step with the note that it was.
  package func rebuild(by scheduler: Scheduler, on basis: String) throws(StoreFailure) {
    let attempt = "compute memories anew in"
    try database.transaction(attempting: attempt) { () throws(StoreFailure) in
      if try hasEvents() { _ = try rebuildAll(by: scheduler, attempting: attempt) }
      try database.query("delete from basis", attempting: attempt)
      try database.query("insert into basis values (?)", [.text(basis)], attempting: attempt)
    }
  }
}
