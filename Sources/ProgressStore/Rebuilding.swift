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
    /// Cards that were answered.
    package var cards = 0
    /// Cards that do not stand where the log says.
    package var astray: [CardID] = []

    /// Whether nothing is wrong.
    package var isClean: Bool { faults.isEmpty && astray.isEmpty }
  }

  /// Checks the structure of the file, replays the log, and compares the schedules with it.
  package func checkup(by scheduler: Scheduler) throws(StoreFailure) -> Checkup {
    try database.enlargeCache(attempting: "check")
    var checkup = Checkup()
    checkup.faults = try database.faults(attempting: "check")
    // What a broken structure says cannot be compared with anything.
    guard checkup.faults.isEmpty else { return checkup }
    let (replay, answers) = try replay(by: scheduler, attempting: "check")
    checkup.answers = answers
    checkup.cards = replay.count
    checkup.astray = try astray(from: replay, attempting: "check").sorted()
    return checkup
  }

  /// Builds everything anew that follows from the log: the indexes of the file, and the schedules.
  /// - Returns: How many schedules were not as the log says.
  @discardableResult
  package func rebuild(by scheduler: Scheduler) throws(StoreFailure) -> Int {
    let attempt = "repair"
    try database.enlargeCache(attempting: attempt)
    return try database.transaction(attempting: attempt) { () throws(StoreFailure) in
      try database.execute("reindex", attempting: attempt)
      return try rebuildSchedules(by: scheduler, attempting: attempt)
    }
  }

  /// Replays the log inside a transaction and corrects the schedules that are not as it says.
  func rebuildSchedules(
    by scheduler: Scheduler, attempting attempt: String
  ) throws(StoreFailure) -> Int {
    let (replay, _) = try replay(by: scheduler, attempting: attempt)
    let astray = try astray(from: replay, attempting: attempt)
    for card in astray { try put(replay[card], of: card, attempting: attempt) }
    return astray.count
  }

  /// Replays the answers to these cards alone, inside a transaction.
  func rebuildSchedules(
    of cards: some Collection<CardID>, by scheduler: Scheduler, attempting attempt: String
  ) throws(StoreFailure) {
    for card in cards {
      var replay = Replay(by: scheduler)
      try forEachAnswer(to: card, attempting: attempt) { replay.add($0) }
      try put(replay[card], of: card, attempting: attempt)
    }
  }

  private func replay(
    by scheduler: Scheduler, attempting attempt: String
  ) throws(StoreFailure) -> (replay: Replay, answers: Int) {
    var replay = Replay(by: scheduler)
    var answers = 0
    try forEachAnswer(attempting: attempt) { review in
      replay.add(review)
      answers += 1
    }
    return (replay, answers)
  }

  private func astray(
    from replay: Replay, attempting attempt: String
  ) throws(StoreFailure) -> [CardID] {
    var missing = replay.schedules
    var astray: [CardID] = []
    try database.query(
      "select card, \(ScheduleColumns.names) from schedule", attempting: attempt
    ) { row in
      let card = CardID(rawValue: row.text(0))
      let stands = ScheduleColumns.schedule(in: row, from: 1)
      let expected = missing.removeValue(forKey: card) ?? .new
      if !stands.agrees(with: expected) { astray.append(card) }
    }
    return astray + missing.keys
  }
}
