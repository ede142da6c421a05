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
    checkup.astray = try replay.astray(in: database, attempting: attempt).map { number in
      replay.cards[number]
    }
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
  private func correct(as replay: Replay, attempting attempt: String) throws(StoreFailure) -> Int {
    var replay = replay
    let astray = try replay.astray(in: database, attempting: attempt)
    try put(astray, as: replay, attempting: attempt)
    return astray.count
  }

  /// Makes the cards of these numbers stand as a replay says, inside a transaction; they are in the
  /// order of their names, which is that of the tables.
  func put(
    _ astray: [Int], as replay: Replay, attempting attempt: String
  ) throws(StoreFailure) {
    func putAll() throws(StoreFailure) {
      for number in astray {
        try put(replay.states[number], of: replay.cards[number], attempting: attempt)
      }
    }
    guard astray.count >= Self.many else { return try putAll() }
    // Most cards move: their places in the indexes lie anywhere, and new indexes are faster.
    let indexes = astray.count * 4 > replay.cards.count ? try scheduleIndexes(attempt) : []
    for index in indexes {
      try database.execute("drop index main.\(index.name)", attempting: attempt)
    }
    try database.withoutTriggers(putAll)
    for index in indexes { try database.execute(index.definition, attempting: attempt) }
    try database.execute(Schema.fillOverview, attempting: attempt)
  }

  /// From so many cards on the overview is filled anew instead of row by row.
  private static let many = 1000

  private func scheduleIndexes(
    _ attempt: String
  ) throws(StoreFailure) -> [(name: String, definition: String)] {
    var indexes: [(name: String, definition: String)] = []
    try database.query(
      """
      select name, sql from main.sqlite_schema
      where type = 'index' and tbl_name = 'schedule' and sql is not null
      """, attempting: attempt
    ) { indexes.append(($0.text(0), $0.text(1))) }
    return indexes
  }
}

extension Replay {
  /// The numbers of the cards that do not stand in a file, or are not marked there, as this replay
  /// of its log says, in the order of their names. Cards that only the file knows get numbers.
  mutating func astray(
    in database: Database, attempting attempt: String
  ) throws(StoreFailure) -> [Int] {
    // What a card has by the replay, until it is found in the file.
    var isScheduled = states.map { $0.schedule.phase != .new }
    var isMarked = states.map { $0.marks != .none }
    var isAstray = Array(repeating: false, count: states.count)
    var found = self
    func number(in row: Row) -> Int {
      let number = found.number(in: row)
      if number == isAstray.count {
        isScheduled.append(false)
        isMarked.append(false)
        isAstray.append(false)
      }
      return number
    }
    try database.query(
      "select card, \(ScheduleColumns.names) from main.schedule", attempting: attempt
    ) { row in
      let number = number(in: row)
      isScheduled[number] = false
      let stands = ScheduleColumns.schedule(in: row, from: 1)
      if !stands.agrees(with: found.states[number].schedule) { isAstray[number] = true }
    }
    try database.query(
      "select card, \(MarkColumns.names) from main.mark", attempting: attempt
    ) { row in
      let number = number(in: row)
      isMarked[number] = false
      if MarkColumns.marks(in: row, from: 1) != found.states[number].marks {
        isAstray[number] = true
      }
    }
    self = found
    let astray = isAstray.indices.filter {
      isAstray[$0] || isScheduled[$0] || isMarked[$0]
    }
    return astray.map { (cards[$0], $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
