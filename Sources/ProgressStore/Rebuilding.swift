import Decks
import Foundation
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
    try database.enlargeCache(attempting: "check")
    var checkup = Checkup()
    checkup.faults = try database.faults(attempting: "check")
    // What a broken structure says cannot be compared with anything.
    guard checkup.faults.isEmpty else { return checkup }
    try database.query(
      "select count(*) from event where not \(EventColumns.isIntact)", attempting: "check"
    ) { checkup.damaged = $0.integer(0) }
    try database.query(Schema.wrongOverview, attempting: "check") {
      checkup.mislaid = $0.integer(0)
    }
    let (states, answers) = try replay(by: scheduler, attempting: "check")
    checkup.answers = answers
    checkup.cards = states.values.count { $0.schedule.phase != .new }
    checkup.astray = try astray(from: states, attempting: "check").sorted()
    let (missing, surplus) = try voidDifference(attempting: "check")
    checkup.wronglyHeld = missing.count + surplus.count
    return checkup
  }

  /// Builds everything anew that follows from the log: the indexes of the file, what holds, the
  /// schedules and the marks.
  /// - Returns: How many cards, and how many marks of what holds, were not as the log says.
  @discardableResult
  package func rebuild(by scheduler: Scheduler) throws(StoreFailure) -> Int {
    let attempt = "repair"
    try database.enlargeCache(attempting: attempt)
    return try database.transaction(attempting: attempt) { () throws(StoreFailure) in
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
    let (states, _) = try replay(by: scheduler, attempting: attempt)
    let astray = try astray(from: states, attempting: attempt)
    for card in astray { try put(states[card] ?? .untouched, of: card, attempting: attempt) }
    return astray.count
  }

  private func astray(
    from states: [CardID: CardState], attempting attempt: String
  ) throws(StoreFailure) -> Set<CardID> {
    var missing = states.filter { $0.value.schedule.phase != .new }
    var unmarked = states.filter { $0.value.marks != .none }
    var astray: Set<CardID> = []
    try database.query(
      "select card, \(ScheduleColumns.names) from schedule", attempting: attempt
    ) { row in
      let card = CardID(rawValue: row.text(0))
      let stands = ScheduleColumns.schedule(in: row, from: 1)
      let expected = missing.removeValue(forKey: card)?.schedule ?? .new
      if !stands.agrees(with: expected) { astray.insert(card) }
    }
    try database.query(
      "select card, \(MarkColumns.names) from mark", attempting: attempt
    ) { row in
      let card = CardID(rawValue: row.text(0))
      let expected = unmarked.removeValue(forKey: card)?.marks ?? .none
      if MarkColumns.marks(in: row, from: 1) != expected { astray.insert(card) }
    }
    return astray.union(missing.keys).union(unmarked.keys)
  }
}
