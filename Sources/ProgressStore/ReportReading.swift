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

  /// The answers that hold, oldest first: a few columns of the log, without a String for each; and
  /// on the way the cards of the catalogue, if somebody takes them.
  ///
  /// A second core is worth its while for a log of `long` events: the larger part of it is read on
  /// a thread of its own, while this one reads the cards and then what came later.
  package func answerLog(
    long: Int = 50_000, placing body: ((PlacedCard) -> Void)? = nil
  ) throws(StoreFailure) -> AnswerLog {
    let last = try number("select coalesce(max(id), 0) from event")
    let events = try number("select count(*) from event")
    guard last >= long else {
      if let body { try forEachPlacedCard(body) }
      return try AnswerReading(of: database, rows: 0...last, room: events).log
    }
    let cards = body == nil ? 0 : try number("select count(*) from card")
    let middle = min(last, (last + cards * Self.answersPerCard) / 2)
    let path = path
    let aside = Aside { () throws(StoreFailure) in
      // With room for what is added to it: as a copy, a long log would take its memory twice.
      try AnswerReading(
        of: Database(path: path, isReadOnly: true), rows: 0...middle, room: events)
    }
    defer { aside.end() }
    if let body { try forEachPlacedCard(body) }
    let later =
      last == middle
      ? nil : try AnswerReading(of: database, rows: middle + 1...last, room: last - middle)
    return try aside.take { reading in
      if let later { reading.append(later) }
      return reading.log
    }
  }

  /// How many answers are read in the time of one card.
  private static let answersPerCard = 4

  private func number(_ sql: String) throws(StoreFailure) -> Int {
    var number = 0
    try database.query(sql, attempting: "read") { number = $0.integer(0) }
    return number
  }

  /// Reads all cards of the catalogue with where they stand, in the order of their notes.
  package func forEachPlacedCard(_ body: (PlacedCard) -> Void) throws(StoreFailure) {
    var decks: [Int] = []
    try database.query("select id from deck order by path", attempting: "read") {
      decks.append($0.integer(0))
    }
    var trails: [String: [String]] = [:]
    // Deck by deck: only the cards of one are put in order at a time.
    for deck in decks {
      try database.query(
        """
        select card.id, card.topic, siblings, json_extract(body, '$.trail'),
          ifnull(suspended, 0), schedule.card is not null, \(ScheduleColumns.names)
        from card left join schedule on schedule.card = card.id
          left join mark on mark.card = card.id
        where card.deck = ? order by card.position, card.id
        """, [.integer(deck)], attempting: "read"
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
