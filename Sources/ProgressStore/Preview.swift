import Scheduling

/// What a merge of two files will lead to, found on another core while the log grows: both files
/// are only read.
struct Preview: Sendable {
  /// Events of the other file that are not as they were written.
  let damaged: Int
  /// Where all cards stand once the logs are united.
  let replay: Replay

  /// Reads the file at `path` as it is before a merge, and the other one under its URI.
  init(
    of path: String, with other: String, by scheduler: Scheduler, attempting attempt: String
  ) throws(StoreFailure) {
    let database = try Database(path: path, isReadOnly: true)
    try database.execute("pragma cache_size = -65536", attempting: attempt)
    try database.query("attach ? as other", [.text(other)], attempting: attempt)
    var replay = Replay()
    try Self.findTakenBack(in: database, attempting: attempt)
    try database.query(Self.united, attempting: attempt) { replay.add($0, by: scheduler) }
    self.replay = replay
    var damaged = 0
    try database.query(
      "select count(*) from other.event where not (\(EventColumns.isIntact))",
      attempting: attempt
    ) { damaged = $0.integer(0) }
    self.damaged = damaged
  }

  /// Notes which events do not hold once the logs are united.
  private static func findTakenBack(
    in database: Database, attempting attempt: String
  ) throws(StoreFailure) {
    try database.execute(
      """
      create temp table taken_back (
        device text, number integer, primary key (device, number)
      ) without rowid
      """, attempting: attempt)
    var reverts: [Voiding.Revert] = []
    let columns = "device, number, reverted_device, reverted_number"
    try database.query(
      """
      select \(columns) from main.event where kind = 'revert'
      union select \(columns) from other.event where kind = 'revert'
      """, attempting: attempt
    ) { reverts.append(Voiding.Revert(in: $0)) }
    for target in Voiding.targets(of: reverts) {
      try database.query(
        "insert into taken_back values (?, ?)", [.text(target.device), .integer(target.number)],
        attempting: attempt)
    }
  }

  /// All answers and marks that hold in either log, in the order of the log.
  private static var united: String {
    let holds = """
      kind in ('review', 'mark') and not exists (
        select 1 from temp.taken_back as gone
        where gone.device = event.device and gone.number = event.number)
      """
    return """
      select \(Replay.columns), device, number from main.event as event where \(holds)
      union all
      select \(Replay.columns), device, number from other.event as event where \(holds)
        and not exists (
          select 1 from main.event as ours
          where ours.device = event.device and ours.number = event.number)
      order by \(Store.logOrder)
      """
  }
}
