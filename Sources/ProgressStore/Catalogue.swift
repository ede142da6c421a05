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
    try database.query(
      "select path, fingerprint from deck where path != ? order by path",
      [.text(Self.restoredDeck)], attempting: "read"
    ) {
      decks.append(KnownDeck(path: $0.text(0), fingerprint: $0.text(1)))
    }
    return decks
  }

  /// The card with this identity, as last compiled.
  package func card(_ id: CardID) throws(StoreFailure) -> Card? {
    var card: Card?
    try database.query(
      "select body from card where id = ?", [.text(id.rawValue)], attempting: "read"
    ) { card = CardText.card(in: $0.text(0)) }
    return card
  }

  /// All cards of the catalogue in the order of their decks, of one topic if named.
  package func cards(topic: String? = nil) throws(StoreFailure) -> [Card] {
    var cards: [Card] = []
    try database.query(
      """
      select body from card join deck on deck.id = card.deck
      where ?1 is null or card.topic = ?1 order by deck.path, position
      """, [topic.map { .text($0) } ?? .null], attempting: "read"
    ) { row in
      if let card = CardText.card(in: row.text(0)) { cards.append(card) }
    }
    return cards
  }

  /// The other cards of a card's passage, in the order of the note.
  package func siblings(of card: Card) throws(StoreFailure) -> [Card] {
    var siblings: [Card] = []
    try database.query(
      """
      select other.body from card join card as other on other.deck = card.deck
      where card.id = ?1 and other.siblings = card.siblings and other.id <> ?1
      order by other.position
      """, [.text(card.id.rawValue)], attempting: "read"
    ) { row in
      if let sibling = CardText.card(in: row.text(0)) { siblings.append(sibling) }
    }
    return siblings
  }

  /// How many cards the catalogue holds.
  package func cardCount() throws(StoreFailure) -> Int {
    var count = 0
    try database.query(
      "select count(*) from card join deck on deck.id = card.deck", attempting: "read"
    ) { count = $0.integer(0) }
    return count
  }

  // MARK: Sources

  /// How many cards came from a file or folder, and how many of them were answered.
  package func cardCounts(below path: String) throws(StoreFailure) -> (cards: Int, seen: Int) {
    var counts = (cards: 0, seen: 0)
    try database.query(
      """
      select count(*), count(schedule.card) from card join deck on deck.id = card.deck
        left join schedule on schedule.card = card.id
      where deck.path = ?1 or substr(deck.path, 1, length(?1) + 1) = ?1 || '/'
      """, [.text(path)], attempting: "read"
    ) { counts = ($0.integer(0), $0.integer(1)) }
    return counts
  }

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
