import Decks
import Foundation
import Scheduling

extension Store {
  /// A card of the catalogue with what figures need of it.
  package struct PlacedCard {
    package let id: CardID
    package let topic: String
    /// Titles of the headings around the card, outermost first, without the topic.
    package let trail: [String]
    /// The same for all cards of one passage.
    package let passage: String
    package let schedule: Schedule
    package let isSuspended: Bool
  }

  /// The answers that hold, oldest first: a few columns of the log, without a String for each. A
  /// log of `long` events, for which a second core is worth its while, is read in two halves at
  /// once.
  package func answerLog(long: Int = 50_000) throws(StoreFailure) -> AnswerLog {
    var last = 0
    try database.query("select coalesce(max(id), 0) from event", attempting: "read") {
      last = $0.integer(0)
    }
    guard last >= long else { return try Self.answers(in: database, rows: 0...last) }
    let (path, middle) = (path, last / 2)
    let aside = Aside { () throws(StoreFailure) in
      try Self.answers(in: Database(path: path, isReadOnly: true), rows: 0...middle)
    }
    defer { aside.end() }
    let second = try Self.answers(in: database, rows: middle + 1...last)
    var log = try aside.outcome()
    log.append(second)
    return log
  }

  private static func answers(
    in database: Database, rows: ClosedRange<Int>
  ) throws(StoreFailure) -> AnswerLog {
    var log = AnswerLog()
    var numbers = CardNumbers()
    // In the order of the rows, because that is how they lie in the file; only a merge brings
    // answers that are older than what stands before them.
    try database.query(
      """
      select time, card, rating, duration, sureness, day, utc_offset, phase, interval,
        next_stability, next_difficulty, next_fast
      from event where kind = 'review' and id >= ? and id <= ? and \(holds) order by id
      """, [.integer(rows.lowerBound), .integer(rows.upperBound)], attempting: "read"
    ) { row in
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
    log.cards = numbers.cards
    log.sort()
    return log
  }

  /// Reads all cards of the catalogue with where they stand, in the order of their notes.
  package func forEachPlacedCard(_ body: (PlacedCard) -> Void) throws(StoreFailure) {
    var trails: [String: [String]] = [:]
    try database.query(
      """
      select card.id, card.topic, siblings, json_extract(body, '$.trail'),
        ifnull(suspended, 0), schedule.card is not null, \(ScheduleColumns.names)
      from card join deck on deck.id = card.deck
        left join schedule on schedule.card = card.id left join mark on mark.card = card.id
      order by deck.path, card.position, card.id
      """, attempting: "read"
    ) { row in
      let text = row.text(3)
      let trail = trails[text] ?? Self.trail(in: text)
      trails[text] = trail
      body(
        PlacedCard(
          id: CardID(rawValue: row.text(0)), topic: row.text(1), trail: trail,
          passage: row.text(2),
          schedule: row.integer(5) == 1 ? ScheduleColumns.schedule(in: row, from: 6) : .new,
          isSuspended: row.integer(4) == 1))
    }
  }

  /// A deck with the note it came from and the lines in which its cards begin there.
  package struct PlacedDeck: Sendable {
    package let topic: String
    package let note: String
    package let lines: [Int]
  }

  /// The decks whose note is wanted, in their order.
  package func placedDecks(
    _ isWanted: (String) -> Bool
  ) throws(StoreFailure) -> [PlacedDeck] {
    var decks: [(id: Int, topic: String, note: String)] = []
    // A note that gave no card is its own deck; a deck file names the note in its cards.
    try database.query(
      """
      select id, topic, ifnull(
        (select json_extract(body, '$.place.path') from card where card.deck = known.id limit 1),
        path)
      from deck as known order by path
      """, attempting: "read"
    ) { decks.append(($0.integer(0), $0.text(1), $0.text(2))) }
    var placed: [PlacedDeck] = []
    for deck in decks where isWanted(deck.note) {
      var lines: [Int] = []
      try database.query(
        "select json_extract(body, '$.place.line') from card where deck = ?", [.integer(deck.id)],
        attempting: "read"
      ) { lines.append($0.integer(0)) }
      placed.append(PlacedDeck(topic: deck.topic, note: deck.note, lines: lines))
    }
    return placed
  }

  private static func trail(in text: String) -> [String] {
    (try? JSONDecoder().decode([String].self, from: Data(text.utf8))) ?? []
  }
}
