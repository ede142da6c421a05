import Scheduling

/// What a merge of two files will lead to, found on another core while the log grows: both files
/// are only read.
struct Preview: Sendable {
  /// Events to be added that are not as they were written, or are none that ebb writes.
  private(set) var damaged = 0
  /// What is added.
  private(set) var addition = Store.Addition()
  /// Where all cards stand once the logs are united.
  private(set) var replay = Replay()
  /// The numbers of the cards that do not stand there yet, in the order of their names.
  private(set) var astray: [Int] = []

  /// By number of a card: whether events of it are added.
  private var isAddedTo: [Bool] = []

  /// Reads the file at `path` as it is before a merge, and the other one under its URI.
  init(
    of path: String, with other: String, by scheduler: Scheduler, attempting attempt: String
  ) throws(StoreFailure) {
    let database = try Database(path: path, isReadOnly: true)
    try database.execute("pragma cache_size = -65536", attempting: attempt)
    try database.query("attach ? as other", [.text(other)], attempting: attempt)
    let hasReverts = try Self.findTakenBack(in: database, attempting: attempt)
    let sharesDevices = try Self.sharesDevices(in: database, attempting: attempt)
    let ours = try database.rows(Self.ours(hasReverts: hasReverts), attempting: attempt)
    let theirs = try database.rows(
      Self.theirs(hasReverts: hasReverts, sharesDevices: sharesDevices), attempting: attempt)
    try ours.advance()
    try theirs.advance()
    while true {
      if let our = ours.current, theirs.current.map({ our.isEarlier(than: $0) }) ?? true {
        replay.add(our, by: scheduler)
        try ours.advance()
      } else if let their = theirs.current {
        add(their, by: scheduler)
        try theirs.advance()
      } else {
        break
      }
    }
    addition.cards = isAddedTo.count { $0 }
    astray = try replay.astray(in: database, attempting: attempt)
  }

  /// Counts an event that is added, and replays it if it concerns a card and holds.
  private mutating func add(_ row: Row, by scheduler: Scheduler) {
    if row.integer(Self.isSound) == 0 { damaged += 1 }
    let isAnswer = row.integer(Self.isReview) == 1
    let isRevert = !isAnswer && row.integer(Self.isRevert) == 1
    if isAnswer {
      addition.answers += 1
    } else if isRevert {
      addition.reverts += 1
    } else {
      addition.others += 1
    }
    guard !row.isNull(0) else { return }
    let number = replay.number(in: row)
    while isAddedTo.count <= number { isAddedTo.append(false) }
    isAddedTo[number] = true
    // A fact is about no card.
    if !isRevert, row.integer(Self.holds) == 1 { replay.add(row, of: number, by: scheduler) }
  }

  /// Notes which events do not hold once the logs are united.
  /// - Returns: Whether there are any.
  private static func findTakenBack(
    in database: Database, attempting attempt: String
  ) throws(StoreFailure) -> Bool {
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
    let targets = Voiding.targets(of: reverts)
    for target in targets {
      try database.query(
        "insert into taken_back values (?, ?)", [.text(target.device), .integer(target.number)],
        attempting: attempt)
    }
    return !targets.isEmpty
  }

  /// Whether a device of the other file is known here: otherwise none of its events is.
  private static func sharesDevices(
    in database: Database, attempting attempt: String
  ) throws(StoreFailure) -> Bool {
    var shares = false
    try database.query(
      """
      \(Store.otherDevices)
      select 1 from known where exists (select 1 from main.event where device = origin) limit 1
      """, attempting: attempt
    ) { _ in shares = true }
    return shares
  }

  /// The answers and marks of this file that hold, in the order of the log.
  private static func ours(hasReverts: Bool) -> String {
    """
    select \(Replay.columns), device, number from main.event as event
    where kind in ('review', 'mark') and \(hasReverts ? stillHolds : "true") order by \(Store.logOrder)
    """
  }

  /// The events of the other file that this one lacks, in the order of the log.
  private static func theirs(hasReverts: Bool, sharesDevices: Bool) -> String {
    let isUnknown = """
      not exists (
        select 1 from main.event as ours
        where ours.device = event.device and ours.number = event.number)
      """
    return """
      select \(Replay.columns), device, number,
        rating is null and kind = 'revert', \(hasReverts ? stillHolds : "true"),
        \(EventColumns.isIntact) and \(EventColumns.isLawful)
      from other.event as event where \(sharesDevices ? isUnknown : "true")
      order by \(Store.logOrder)
      """
  }

  private static let stillHolds = """
    not exists (
      select 1 from temp.taken_back as gone
      where gone.device = event.device and gone.number = event.number)
    """

  // Where the columns behind those of a replay are.
  fileprivate static let device = Replay.columnCount
  fileprivate static let number = device + 1
  private static let isRevert = device + 2
  private static let holds = device + 3
  private static let isSound = device + 4
  private static let isReview = EventColumns.reviewCount
}

extension Row {
  /// Whether an event comes before another one in the log.
  fileprivate func isEarlier(than other: Row) -> Bool {
    let (time, otherTime) = (integer(1), other.integer(1))
    if time != otherTime { return time < otherTime }
    return withText(Preview.device) { device in
      other.withText(Preview.device) { otherDevice in
        device.elementsEqual(otherDevice)
          ? integer(Preview.number) < other.integer(Preview.number)
          : device.lexicographicallyPrecedes(otherDevice)
      }
    }
  }
}
