import Decks
import Scheduling

/// A part of the log as figures need it, being read.
struct AnswerReading: Sendable {
  /// The answers of the part that hold, oldest first.
  private(set) var log = AnswerLog()

  private var numbers = CardNumbers()

  /// Reads the answers in some rows of the log, with room for so many.
  init(of database: Database, rows: ClosedRange<Int>, room: Int) throws(StoreFailure) {
    var isAnyVoid = false
    try database.query("select 1 from void limit 1", attempting: "read") { _ in isAnyVoid = true }
    log.answers.reserveCapacity(room)
    // In the order of the rows, because that is how they lie in the file; only a merge brings
    // answers that are older than what stands before them.
    try database.query(
      """
      select time, card, rating, duration, sureness, day, utc_offset, phase, interval,
        next_stability, next_difficulty, next_fast
      from event where kind = 'review' and id >= ? and id <= ?
        and \(isAnyVoid ? Store.holds : "true")
      order by id
      """, [.integer(rows.lowerBound), .integer(rows.upperBound)], attempting: "read"
    ) { add($0) }
    log.cards = numbers.cards
    log.sort()
  }

  private mutating func add(_ row: Row) {
    guard let rating = Rating(rawValue: row.integer(2)) else { return }
    let number = row.withText(1) { numbers.number(of: $0) }
    let part = AnswerTrace.Part(rawValue: UInt8(clamping: row.integer(7))) ?? .review
    log.answers.append(
      AnswerTrace(
        time: row.integer(0), card: number, day: Day(number: row.integer(5)),
        offset: row.integer(6), duration: row.integer(3), interval: row.integer(8),
        memory: MemoryState(
          stability: row.real(9), difficulty: row.real(10), fast: row.optionalReal(11)),
        rating: rating, part: part, sureness: row.optionalInteger(4)))
  }

  /// Adds what was read of a later part of the log.
  mutating func append(_ later: AnswerReading) {
    let renumbered = later.log.cards.map { card in
      var name = card.rawValue
      return Int32(name.withUTF8 { numbers.number(of: $0) })
    }
    log.cards = numbers.cards
    log.append(later.log.answers, of: renumbered)
  }
}
