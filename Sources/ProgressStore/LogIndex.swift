/// An index of the log, as it should be.
///
/// SQLite's own check of an index looks every row of the table up in it, which for a million
/// answers takes longer than all else that is checked. An index is whole as well if it is in order
/// and holds the same rows as the table, and sums over all rows tell that in one pass over each.
struct LogIndex {
  let name: String
  /// What it is sorted by; the number of the row comes last.
  private let columns: String
  /// Which rows it lists.
  private let condition: String
  /// Whether SQLite keeps it by itself, because of a constraint.
  private var isImplied = false

  /// The index by the identity of events, which no file can be without.
  static let byIdentity = LogIndex(
    name: "sqlite_autoindex_event_1", columns: "device, number", condition: "true",
    isImplied: true)
  static let byCard = LogIndex(
    name: "event_by_card", columns: "card, time", condition: "card is not null")
  static let byTime = LogIndex(
    name: "event_by_time", columns: "time, device, number", condition: "true")
  static let byName = LogIndex(
    name: "event_by_name", columns: "name, time", condition: "kind = 'fact'")
  static let byReverted = LogIndex(
    name: "event_by_reverted", columns: "reverted_device, reverted_number",
    condition: "kind = 'revert'")
  /// All of them.
  static let all = [byIdentity, byCard, byTime, byName, byReverted]

  /// Removes it, so that many rows can be added at once and it can be built in one go afterwards.
  func remove(from database: Database, attempting attempt: String) throws(StoreFailure) {
    guard !isImplied else { return }
    try database.execute("drop index if exists main.\(name)", attempting: attempt)
  }

  /// Builds it anew, whatever there is under its name.
  func build(in database: Database, attempting attempt: String) throws(StoreFailure) {
    guard !isImplied else { return }
    try remove(from: database, attempting: attempt)
    try database.execute("create index main.\(name) \(definition)", attempting: attempt)
  }

  /// What follows its name where it is created.
  private var definition: String {
    "on event (\(columns))" + (condition == "true" ? "" : " where \(condition)")
  }

  /// The sum of the rows that should be in it, in a query of the table.
  fileprivate var expected: String { "row_set(\(columns), id) filter (where \(condition))" }

  /// Why it cannot be relied on, given the sum of the rows that should be in it; nil if it can.
  fileprivate func fault(
    in database: Database, expecting sum: Int, attempting attempt: String
  ) throws(StoreFailure) -> String? {
    var found = ""
    try database.query(
      "select sql from main.sqlite_schema where name = '\(name)'", attempting: attempt
    ) { found = $0.text(0).split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    guard isImplied || found.hasSuffix("\(name) \(definition)") else {
      return "index \(name) is not there or lists something else"
    }
    var isWhole = false
    do throws(StoreFailure) {
      try database.query(
        """
        select row_set(\(columns), id), row_order(\(columns), id)
        from event indexed by \(name) where \(condition)
        """, attempting: attempt
      ) { isWhole = $0.integer(0) == sum && $0.integer(1) == 1 }
    } catch {
      guard error.cause == .damaged else { throw error }
    }
    return isWhole ? nil : "index \(name) does not list the events that there are"
  }
}

extension Store {
  /// Compares every event with its checksum, and every index of the log with the log.
  /// - Returns: What is wrong with the indexes, and how many events are not as they were written.
  func checkLog(
    attempting attempt: String
  ) throws(StoreFailure) -> (faults: [String], damaged: Int) {
    var damaged = 0
    var sums: [Int] = []
    let expected = LogIndex.all.map(\.expected).joined(separator: ", ")
    try database.query(
      """
      select count(*) filter (where not (\(EventColumns.isIntact))), \(expected)
      from event not indexed
      """, attempting: attempt
    ) { row in
      damaged = row.integer(0)
      sums = LogIndex.all.indices.map { row.integer(Int32($0) + 1) }
    }
    var faults: [String] = []
    for (index, sum) in zip(LogIndex.all, sums) {
      if let fault = try index.fault(in: database, expecting: sum, attempting: attempt) {
        faults.append(fault)
      }
    }
    return (faults, damaged)
  }
}
