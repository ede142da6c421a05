import Decks
import Scheduling

/// How the marks of a card are written in columns.
enum MarkColumns {
  static let names = "suspended, buried_until, flag, memo"
  static let count: Int32 = 4

  /// Reads marks whose columns begin at `first`; a card without a row has none.
  static func marks(in row: Row, from first: Int32) -> CardMarks {
    guard !row.isNull(first) else { return .none }
    return CardMarks(
      isSuspended: row.integer(first) == 1,
      buriedUntil: row.optionalInteger(first + 1).map { Day(number: $0) },
      flag: row.integer(first + 2), memo: row.optionalText(first + 3))
  }
}

extension Store {
  /// What was decided about a card.
  package func marks(of card: CardID) throws(StoreFailure) -> CardMarks {
    var marks = CardMarks.none
    try database.query(
      "select \(MarkColumns.names) from mark where card = ?", [.text(card.rawValue)],
      attempting: "read"
    ) { marks = MarkColumns.marks(in: $0, from: 0) }
    return marks
  }

  /// The marks of all cards that have any.
  package func marks() throws(StoreFailure) -> [CardID: CardMarks] {
    var marks: [CardID: CardMarks] = [:]
    try database.query("select card, \(MarkColumns.names) from mark", attempting: "read") {
      marks[CardID(rawValue: $0.text(0))] = MarkColumns.marks(in: $0, from: 1)
    }
    return marks
  }

  /// Writes where a card stands and its marks, whatever the log says.
  func put(
    _ state: CardState, of card: CardID, attempting attempt: String
  ) throws(StoreFailure) {
    try put(state.schedule, of: card, attempting: attempt)
    let marks = state.marks
    guard marks != .none else {
      try database.query(
        "delete from mark where card = ?", [.text(card.rawValue)], attempting: attempt)
      return
    }
    try database.query(
      "insert or replace into mark (card, \(MarkColumns.names)) values (?, ?, ?, ?, ?)",
      [
        .text(card.rawValue), .integer(marks.isSuspended ? 1 : 0),
        Value(marks.buriedUntil.map(\.number)), .integer(marks.flag), Value(marks.memo),
      ], attempting: attempt)
  }

  /// Makes a card stand somewhere, whatever the log says.
  func put(
    _ schedule: Schedule, of card: CardID, attempting attempt: String
  ) throws(StoreFailure) {
    guard schedule.phase != .new else {
      try database.query(
        "delete from schedule where card = ?", [.text(card.rawValue)], attempting: attempt)
      return
    }
    try database.query(
      """
      insert or replace into schedule (card, \(ScheduleColumns.names))
      values (?, \(ScheduleColumns.marks))
      """, [.text(card.rawValue)] + ScheduleColumns.values(of: schedule), attempting: attempt)
  }
}
