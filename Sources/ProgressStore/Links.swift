import Decks
import Foundation
import Scheduling

extension Store {
  /// Facts of this name tell which cards go on under the identity of others.
  private static let linkFact = "card.link"

  private struct Links: Codable {
    /// The identity that the words of a card give it, and the lasting one.
    let links: [[String]]
  }

  /// All links in the log; of two about the same words the later one holds.
  private func links() throws(StoreFailure) -> [CardID: CardID] {
    var links: [CardID: CardID] = [:]
    for fact in try facts(named: Self.linkFact) {
      let known = try? JSONDecoder().decode(Links.self, from: Data(fact.body.utf8))
      for pair in known?.links ?? [] where pair.count == 2 {
        links[CardID(rawValue: pair[0])] = CardID(rawValue: pair[1])
      }
    }
    return links
  }

  /// Keeps links in the log, inside a transaction: for other machines with the same notes, and for
  /// a catalogue that is built anew.
  func keepLinks(
    _ found: [Identification.Link], at stamp: Stamp, attempting attempt: String
  ) throws(StoreFailure) {
    guard !found.isEmpty else { return }
    let known = try links()
    let new = found.filter { known[$0.words] != $0.card }
    let body = Links(links: new.map { [$0.words.rawValue, $0.card.rawValue] })
    guard !new.isEmpty, let text = try? JSONEncoder().encode(body) else { return }
    try add(
      [(.fact(name: Self.linkFact, body: String(decoding: text, as: UTF8.self)), stamp)],
      asStep: false, attempting: attempt)
  }

  /// Gives cards of the catalogue the identities that the log knows them under: after a merge with
  /// another machine, where they were reworded first. A card with answers of its own keeps them.
  /// - Returns: How many cards were found.
  @discardableResult
  package func applyLinks() throws(StoreFailure) -> Int {
    let attempt = "link cards in"
    var open: [(words: CardID, card: CardID)] = []
    for (words, card) in try links().sorted(by: { $0.key < $1.key }) where words != card {
      try database.query(
        """
        select 1 from card where id = ?1
          and not exists (select 1 from event where event.card = ?1)
          and not exists (select 1 from card as other where other.id = ?2)
        """, [.text(words.rawValue), .text(card.rawValue)], attempting: attempt
      ) { _ in open.append((words, card)) }
    }
    guard !open.isEmpty else { return 0 }
    try database.transaction(attempting: attempt) { () throws(StoreFailure) in
      for (words, card) in open {
        let pair: [Value] = [.text(words.rawValue), .text(card.rawValue)]
        try database.query(
          """
          update or ignore card set id = ?2, body = json_set(body, '$.id', ?2) where id = ?1
          """, pair, attempting: attempt)
        try database.query(
          "delete from orphan where card = ?", [.text(card.rawValue)], attempting: attempt)
        try database.query(
          "delete from doubt where card = ?1 or orphan = ?2", pair, attempting: attempt)
      }
    }
    return open.count
  }
}
