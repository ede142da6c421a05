import Decks
import Foundation
import Scheduling

/// Which events no longer hold.
///
/// An event holds unless a revert of it holds, and a revert is an event itself: to redo is to
/// revert the revert. So it follows from the set of events alone, whatever their times, and two
/// devices that exchange their logs agree. Reverts that take each other back in a circle, which no
/// ebb writes, do not hold.
enum Voiding {
  /// One revert and what it takes back.
  struct Revert: Hashable {
    let identity: LogEvent.Identity
    let target: LogEvent.Identity

    init(identity: LogEvent.Identity, target: LogEvent.Identity) {
      self.identity = identity
      self.target = target
    }

    /// Reads device and number of both.
    init(in row: Row) {
      identity = LogEvent.Identity(device: row.text(0), number: row.integer(1))
      target = LogEvent.Identity(device: row.text(2), number: row.integer(3))
    }
  }

  /// The targets of the reverts that hold.
  static func targets(of reverts: [Revert]) -> Set<LogEvent.Identity> {
    var takenBackBy: [LogEvent.Identity: [Int]] = [:]
    for (index, revert) in reverts.enumerated() {
      takenBackBy[revert.target, default: []].append(index)
    }
    let indexes = Dictionary(
      reverts.indices.map { (reverts[$0].identity, $0) }, uniquingKeysWith: { one, _ in one })
    // Undecided until nothing undecided takes it back any more.
    var undecided = reverts.map { takenBackBy[$0.identity]?.count ?? 0 }
    var isVoid = Array(repeating: false, count: reverts.count)
    var decided = reverts.indices.filter { undecided[$0] == 0 }
    var targets: Set<LogEvent.Identity> = []
    while let index = decided.popLast() {
      let target = reverts[index].target
      let targetIndex = indexes[target]
      if !isVoid[index] {
        targets.insert(target)
        if let targetIndex { isVoid[targetIndex] = true }
      }
      if let targetIndex {
        undecided[targetIndex] -= 1
        if undecided[targetIndex] == 0 { decided.append(targetIndex) }
      }
    }
    return targets
  }
}

extension Store {
  /// Takes an event of the log back inside a transaction: adds that, and marks what holds since.
  func revert(
    _ targets: [(identity: LogEvent.Identity, card: CardID?)], at stamp: Stamp,
    attempting attempt: String
  ) throws(StoreFailure) {
    try add(
      targets.map { (.revert($0.identity, card: $0.card), stamp) }, attempting: attempt)
    for target in targets { try setHolds(false, target.identity, attempting: attempt) }
  }

  /// Follows a change of one event to what it takes back itself, and so on.
  private func setHolds(
    _ holds: Bool, _ identity: LogEvent.Identity, attempting attempt: String
  ) throws(StoreFailure) {
    let key: [Value] = [.text(identity.device), .integer(identity.number)]
    try database.query(
      holds
        ? """
        delete from void where event = (select id from event where device = ? and number = ?)
        """
        : "insert or ignore into void select id from event where device = ? and number = ?",
      key, attempting: attempt)
    guard database.changes > 0 else { return }
    var target: LogEvent.Identity?
    try database.query(
      """
      select reverted_device, reverted_number from event
      where device = ? and number = ? and kind = 'revert'
      """, key, attempting: attempt
    ) { target = LogEvent.Identity(device: $0.text(0), number: $0.integer(1)) }
    guard let target else { return }
    if holds {
      try setHolds(false, target, attempting: attempt)
    } else if try !isReverted(target, attempting: attempt) {
      try setHolds(true, target, attempting: attempt)
    }
  }

  private func isReverted(
    _ identity: LogEvent.Identity, attempting attempt: String
  ) throws(StoreFailure) -> Bool {
    var isReverted = false
    try database.query(
      """
      select 1 from event where kind = 'revert' and reverted_device = ? and reverted_number = ?
        and \(Self.holds) limit 1
      """, [.text(identity.device), .integer(identity.number)], attempting: attempt
    ) { _ in isReverted = true }
    return isReverted
  }

  /// Marks all events anew that do not hold, inside a transaction.
  /// - Returns: How many marks were wrong, and the cards they concern.
  func rebuildVoid(attempting attempt: String) throws(StoreFailure) -> (
    wrong: Int, cards: Set<CardID>
  ) {
    let (missing, surplus) = try voidDifference(attempting: attempt)
    for id in missing {
      try database.query("insert into void values (?)", [.integer(id)], attempting: attempt)
    }
    for id in surplus {
      try database.query("delete from void where event = ?", [.integer(id)], attempting: attempt)
    }
    var cards: Set<CardID> = []
    for id in missing.union(surplus) {
      try database.query(
        "select card from event where id = ? and card is not null", [.integer(id)],
        attempting: attempt
      ) { cards.insert(CardID(rawValue: $0.text(0))) }
    }
    return (missing.count + surplus.count, cards)
  }

  /// Rows that should be marked as void and are not, and the reverse.
  func voidDifference(
    attempting attempt: String
  ) throws(StoreFailure) -> (missing: Set<Int>, surplus: Set<Int>) {
    var reverts: [Voiding.Revert] = []
    try database.query(
      """
      select device, number, reverted_device, reverted_number from event where kind = 'revert'
      """, attempting: attempt
    ) { row in
      reverts.append(Voiding.Revert(in: row))
    }
    var expected: Set<Int> = []
    for target in Voiding.targets(of: reverts) {
      try database.query(
        "select id from event where device = ? and number = ?",
        [.text(target.device), .integer(target.number)], attempting: attempt
      ) { expected.insert($0.integer(0)) }
    }
    var marked: Set<Int> = []
    try database.query("select event from void", attempting: attempt) {
      marked.insert($0.integer(0))
    }
    return (expected.subtracting(marked), marked.subtracting(expected))
  }
}
