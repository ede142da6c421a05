import Decks
import Scheduling

extension Store {
  /// What a comparison of the file with its own log found.
  package struct Checkup: Hashable, Sendable {
    /// What is wrong with the structure of the file, in SQLite's words.
    package var faults: [String] = []
    /// Answers that hold.
    package var answers = 0
    /// Cards that are not new.
    package var cards = 0
    /// Cards that do not stand where the log says, or whose marks are not as it says.
    package var astray: [CardID] = []
    /// Events that are taken for holding or not, and it is the reverse.
    package var wronglyHeld = 0
    /// Events that are not as they were written.
    package var damaged = 0
    /// Cards that the overview of the catalogue lists wrongly.
    package var mislaid = 0

    /// Whether nothing is wrong.
    package var isClean: Bool {
      faults.isEmpty && astray.isEmpty && wronglyHeld == 0 && damaged == 0 && mislaid == 0
    }
  }

  /// Checks the structure of the file, replays the log, and compares the schedules with it.
  package func checkup(by scheduler: Scheduler) throws(StoreFailure) -> Checkup {
    let attempt = "check"
    try database.enlargeCache(attempting: attempt)
    var checkup = Checkup()
    let path = path
    let aside = Aside { () throws(StoreFailure) in
      try Self.faults(in: path, attempting: attempt)
    }
    let log: (faults: [String], damaged: Int)
    do throws(StoreFailure) {
      log = try checkLog(attempting: attempt)
      checkup.faults = try aside.outcome() + log.faults
    } catch {
      // What broke off here may have words there.
      checkup.faults = try aside.outcome()
      guard !checkup.faults.isEmpty else { throw error }
      return checkup
    }
    checkup.damaged = log.damaged
    // What is broken, or not as it was written, cannot be compared with anything.
    guard checkup.faults.isEmpty, checkup.damaged == 0 else { return checkup }
    try database.query(Schema.wrongOverview, attempting: attempt) {
      checkup.mislaid = $0.integer(0)
    }
    var replay = try replay(by: scheduler, attempting: attempt)
    checkup.answers = replay.answers
    checkup.cards = replay.states.count { $0.schedule.phase != .new }
    checkup.astray = try astray(from: &replay, attempting: attempt).map { replay.cards[$0] }
    let (missing, surplus) = try voidDifference(attempting: attempt)
    checkup.wronglyHeld = missing.count + surplus.count
    return checkup
  }

  /// What is wrong with the structure of a file, and with the tables beside the log.
  private static func faults(
    in path: String, attempting attempt: String
  ) throws(StoreFailure) -> [String] {
    let database = try Database(path: path, isReadOnly: true)
    let faults = try database.faults(attempting: attempt)
    guard faults.isEmpty else { return faults }
    var tables: [String] = []
    try database.query(
      "select name from sqlite_schema where type = 'table' and name != 'event'",
      attempting: attempt
    ) { tables.append($0.text(0)) }
    var others: [String] = []
    for table in tables where !table.hasPrefix("sqlite_") {
      others += try database.faults(of: table, attempting: attempt)
    }
    return others
  }

  /// Builds everything anew that follows from the log: the indexes of the file, what holds, the
  /// schedules and the marks.
  /// - Returns: How many cards, and how many marks of what holds, were not as the log says.
  @discardableResult
  package func rebuild(by scheduler: Scheduler) throws(StoreFailure) -> Int {
    let attempt = "repair"
    try database.enlargeCache(attempting: attempt)
    return try database.transaction(attempting: attempt) { () throws(StoreFailure) in
      for index in LogIndex.all { try index.build(in: database, attempting: attempt) }
      try database.execute("reindex", attempting: attempt)
      let wrong = try rebuildVoid(attempting: attempt).wrong
      let astray = try rebuildAll(by: scheduler, attempting: attempt)
      try database.execute(Schema.fillOverview, attempting: attempt)
      return wrong + astray
    }
  }

  /// Replays the log inside a transaction and corrects the cards that are not as it says.
  func rebuildAll(
    by scheduler: Scheduler, attempting attempt: String
  ) throws(StoreFailure) -> Int {
    try correct(as: replay(by: scheduler, attempting: attempt), attempting: attempt)
  }

  /// Makes all cards stand as a replay of the whole log says, inside a transaction.
  /// - Returns: How many did not.
  func correct(as replay: Replay, attempting attempt: String) throws(StoreFailure) -> Int {
    var replay = replay
    let astray = try astray(from: &replay, attempting: attempt)
    func putAll() throws(StoreFailure) {
      for number in astray {
        try put(replay.states[number], of: replay.cards[number], attempting: attempt)
      }
    }
    if astray.count < Self.many {
      try putAll()
    } else {
      try database.withoutTriggers(putAll)
      try database.execute(Schema.fillOverview, attempting: attempt)
    }
    return astray.count
  }

  /// From so many cards on the overview is filled anew instead of row by row.
  private static let many = 1000

  /// The numbers of the cards that do not stand, or are not marked, as a replay says, in the order
  /// of their names.
  private func astray(
    from replay: inout Replay, attempting attempt: String
  ) throws(StoreFailure) -> [Int] {
    var astray: Set<Int> = []
    // What only the file knows has a number from here on.
    var unscheduled = replay.states.map { $0.schedule.phase != .new }
    var unmarked = replay.states.map { $0.marks != .none }
    var found = replay
    func number(in row: Row) -> Int {
      let number = found.number(in: row)
      if number == unmarked.count {
        unscheduled.append(false)
        unmarked.append(false)
      }
      return number
    }
    try database.query(
      "select card, \(ScheduleColumns.names) from schedule", attempting: attempt
    ) { row in
      let number = number(in: row)
      unscheduled[number] = false
      let stands = ScheduleColumns.schedule(in: row, from: 1)
      if !stands.agrees(with: found.states[number].schedule) { astray.insert(number) }
    }
    try database.query(
      "select card, \(MarkColumns.names) from mark", attempting: attempt
    ) { row in
      let number = number(in: row)
      unmarked[number] = false
      if MarkColumns.marks(in: row, from: 1) != found.states[number].marks { astray.insert(number) }
    }
    replay = found
    for number in replay.cards.indices where unscheduled[number] || unmarked[number] {
      astray.insert(number)
    }
    return astray.map { (replay.cards[$0], $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
