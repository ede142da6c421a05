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
