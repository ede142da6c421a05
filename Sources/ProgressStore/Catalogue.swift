import Decks
import Foundation
import Scheduling

extension Store {
  /// A deck as the catalogue knows it.
  package struct KnownDeck: Hashable, Sendable {
    /// The deck file or note it was read from.
    package let path: String
    /// Changes when the file does.
    package let fingerprint: String

    package init(path: String, fingerprint: String) {
      self.path = path
      self.fingerprint = fingerprint
    }
  }

  /// How many cards of a topic there are, and wait now.
  package struct TopicCount: Hashable, Sendable {
    package let topic: String
    package let cards: Int
    package let seen: Int
    /// Passages with a card never answered: how many new cards different days could begin with.
    package let unseenPassages: Int
    /// Cards whose day or moment has come.
    package let due: Int
    /// When the next card comes that is not due now; nil if none waits.
    package let nextDue: Schedule.Due?
  }

  package func knownDecks() throws(StoreFailure) -> [KnownDeck] {
    var decks: [KnownDeck] = []
    try database.query("select path, fingerprint from deck order by path", attempting: "read") {
      decks.append(KnownDeck(path: $0.text(0), fingerprint: $0.text(1)))
    }
    return decks
  }

  /// Puts changed decks in place of what the catalogue held of their paths and removes decks whose
  /// files are gone, all or nothing. Progress is never touched: a card that comes back finds its
  /// schedule. A card that two decks hold belongs to the first.
  package func updateCatalogue(
    changed: [(deck: KnownDeck, topic: String, cards: [Card])], removed: [String]
  ) throws(StoreFailure) {
    guard !changed.isEmpty || !removed.isEmpty else { return }
    let attempt = "update the cards in"
    try database.transaction(attempting: attempt) { () throws(StoreFailure) in
      for path in removed + changed.map(\.deck.path) {
        try database.query(
          "delete from card where deck in (select id from deck where path = ?)", [.text(path)],
          attempting: attempt)
        try database.query("delete from deck where path = ?", [.text(path)], attempting: attempt)
      }
      for (deck, topic, cards) in changed {
        try insert(deck, topic: topic, cards: cards, attempting: attempt)
      }
    }
  }

  private func insert(
    _ deck: KnownDeck, topic: String, cards: [Card], attempting attempt: String
  ) throws(StoreFailure) {
    var id = 0
    try database.query(
      "insert into deck (path, fingerprint, topic) values (?, ?, ?) returning id",
      [.text(deck.path), .text(deck.fingerprint), .text(topic)], attempting: attempt
    ) { id = $0.integer(0) }
    let encoder = JSONEncoder()
    for (position, card) in cards.enumerated() {
      guard let body = try? encoder.encode(card) else { continue }
      try database.query(
        """
        insert or ignore into card (id, deck, topic, position, siblings, body)
        values (?, ?, ?, ?, ?, ?)
        """,
        [
          .text(card.id.rawValue), .integer(id), .text(card.topic), .integer(position),
          .text(card.topic + "/" + card.group), .text(String(decoding: body, as: UTF8.self)),
        ], attempting: attempt)
    }
  }

  /// The card with this identity, as last compiled.
  package func card(_ id: CardID) throws(StoreFailure) -> Card? {
    var body: String?
    try database.query(
      "select body from card where id = ?", [.text(id.rawValue)], attempting: "read"
    ) { body = $0.text(0) }
    return body.flatMap { try? JSONDecoder().decode(Card.self, from: Data($0.utf8)) }
  }

  /// All cards of the catalogue in the order of their decks, of one topic if named.
  package func cards(topic: String? = nil) throws(StoreFailure) -> [Card] {
    var cards: [Card] = []
    let decoder = JSONDecoder()
    try database.query(
      """
      select body from card join deck on deck.id = card.deck
      where ?1 is null or card.topic = ?1 order by deck.path, position
      """, [topic.map { .text($0) } ?? .null], attempting: "read"
    ) { row in
      if let card = try? decoder.decode(Card.self, from: Data(row.text(0).utf8)) {
        cards.append(card)
      }
    }
    return cards
  }

  /// The topics with cards, by name.
  package func topics(at now: Date, today: Day) throws(StoreFailure) -> [TopicCount] {
    var topics: [TopicCount] = []
    try database.query(
      """
      select topic, count(*), count(schedule.card),
        coalesce(sum(due_day <= ?1 or due_time <= ?2), 0),
        min(case when due_day > ?1 then due_day end), min(case when due_time > ?2 then due_time end),
        count(distinct case when schedule.card is null then siblings end)
      from card left join schedule on schedule.card = card.id
      group by topic order by topic collate nocase
      """, [.integer(today.number), .integer(now.milliseconds)], attempting: "read"
    ) { row in
      let moment = row.optionalInteger(5).map { Schedule.Due.moment(Date(milliseconds: $0)) }
      let day = row.optionalInteger(4).map { Schedule.Due.day(Day(number: $0)) }
      topics.append(
        TopicCount(
          topic: row.text(0), cards: row.integer(1), seen: row.integer(2),
          unseenPassages: row.integer(6), due: row.integer(3), nextDue: moment ?? day))
    }
    return topics
  }

  /// The cards that a queue for today can be made of: those due today, those answered today (their
  /// siblings wait until tomorrow), and the first `new` unseen ones in the order of their notes.
  package func candidates(
    topic: String? = nil, today: Day, dayStart: Date, new: Int
  ) throws(StoreFailure) -> [ReviewQueue.Candidate] {
    var candidates: [ReviewQueue.Candidate] = []
    let topicValue: Value = topic.map { .text($0) } ?? .null
    try database.query(
      """
      select id, topic, position, siblings, \(ScheduleColumns.names)
      from schedule join card on card.id = schedule.card
      where (due_day <= ?1 or due_time is not null or last_review >= ?2)
        and (?3 is null or topic = ?3)
      """,
      [.integer(today.number), .integer(dayStart.milliseconds), topicValue], attempting: "read"
    ) { row in
      candidates.append(candidate(row, schedule: ScheduleColumns.schedule(in: row, from: 4)))
    }
    try database.query(
      """
      select id, topic, position, siblings from card
      where (?2 is null or topic = ?2)
        and not exists (select 1 from schedule where schedule.card = card.id)
      order by position, id limit ?1
      """, [.integer(max(new, 0)), topicValue], attempting: "read"
    ) { candidates.append(candidate($0, schedule: .new)) }
    return candidates
  }

  private func candidate(_ row: Row, schedule: Schedule) -> ReviewQueue.Candidate {
    ReviewQueue.Candidate(
      card: CardID(rawValue: row.text(0)), topic: row.text(1), schedule: schedule,
      position: row.integer(2), group: row.text(3))
  }

  // MARK: Sources

  /// Notes and folders of the user's own, by path.
  package func sources() throws(StoreFailure) -> [String] {
    var paths: [String] = []
    try database.query("select path from source order by path", attempting: "read") {
      paths.append($0.text(0))
    }
    return paths
  }

  package func add(source path: String) throws(StoreFailure) {
    try database.query(
      "insert or ignore into source values (?)", [.text(path)], attempting: "add a source to")
  }

  /// - Returns: Whether the path was a source.
  package func remove(source path: String) throws(StoreFailure) -> Bool {
    var found = false
    try database.query(
      "delete from source where path = ? returning path", [.text(path)],
      attempting: "remove a source from"
    ) { _ in found = true }
    return found
  }
}
