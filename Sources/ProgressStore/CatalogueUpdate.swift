import Decks
import Foundation
import Scheduling

/// What an update of the catalogue came to, or would come to.
package struct CatalogueUpdate: Sendable {
  /// What became of the cards.
  package var changes: [Identification.Change] = []
  /// Cards that left and may be one of the new ones.
  package var doubts: [Identification.Doubt] = []
  /// Cards of the catalogue that were answered, before and of them those that leave it.
  package var answered = (before: 0, leaving: 0)
  /// Notes that gave cards before, and of them those of which no card is left anywhere.
  package var notes = (before: 0, gone: 0)
  /// Nothing was written, because too much would have left.
  package var isHeld = false

  package init() {}
}

extension Store {
  /// A compiled note or a deck file.
  package typealias CompiledDeck = (deck: KnownDeck, topic: String, cards: [Card])

  /// Puts changed decks in place of what the catalogue held of their paths and removes decks whose
  /// files are gone, all or nothing.
  ///
  /// Cards are recognized and keep their identities. Progress is never touched: an answered card
  /// that leaves is kept as an orphan, and finds its schedule if it comes back. Of two equal cards
  /// of two decks the first is kept.
  /// - Parameter stamp: When that is; without it, the log is not told which cards are the same.
  /// - Parameter holds: Whether an update that would come to this had better not be made.
  @discardableResult
  package func updateCatalogue(
    changed: [CompiledDeck], removed: [String], at stamp: Stamp? = nil,
    unless holds: (CatalogueUpdate) -> Bool = { _ in false }
  ) throws(StoreFailure) -> CatalogueUpdate {
    guard !changed.isEmpty || !removed.isEmpty else { return CatalogueUpdate() }
    let attempt = "update the cards in"
    return try database.transaction(attempting: attempt) { () throws(StoreFailure) in
      let paths = removed + changed.map(\.deck.path)
      let known = try known(in: paths, attempting: attempt)
      let replaced = Set(known.map(\.card.id))
      let identification = try Identification(known: known, fresh: changed.flatMap(\.cards)) {
        (id: CardID) throws(StoreFailure) in replaced.contains(id) ? nil : try card(id)
      }
      var update = try summary(of: identification, known: known, attempting: attempt)
      if holds(update) {
        update.isHeld = true
        return update
      }
      try remove(paths, attempting: attempt)
      try insert(changed, as: identification, attempting: attempt)
      try keepOrphans(identification, attempting: attempt)
      try keepDrift(identification.changes, known: known, attempting: attempt)
      try keepDoubts(identification.doubts, attempting: attempt)
      if let stamp { try keepLinks(identification.links, at: stamp, attempting: attempt) }
      return update
    }
  }

  /// Decks of which some cards are kept in another deck: they are to be read again when that one
  /// changes.
  package func decksWithCopies() throws(StoreFailure) -> [String] {
    var paths: [String] = []
    try database.query(
      "select path from deck where copies > 0 order by path", attempting: "read"
    ) { paths.append($0.text(0)) }
    return paths
  }

  /// The cards of these decks, and all that left earlier.
  private func known(
    in paths: [String], attempting attempt: String
  ) throws(StoreFailure) -> [Identification.Known] {
    var known: [Identification.Known] = []
    for path in paths {
      try database.query(
        """
        select body, exists (select 1 from event where event.card = card.id)
        from card join deck on deck.id = card.deck where path = ? order by position
        """, [.text(path)], attempting: attempt
      ) { row in
        if let card = CardText.card(in: row.text(0)) {
          known.append(Identification.Known(card: card, isAnswered: row.integer(1) == 1))
        }
      }
    }
    try database.query("select body from orphan order by card", attempting: attempt) { row in
      if let card = CardText.card(in: row.text(0)) {
        known.append(Identification.Known(card: card, isAnswered: true, isOrphan: true))
      }
    }
    return known
  }

  private func summary(
    of identification: Identification, known: [Identification.Known], attempting attempt: String
  ) throws(StoreFailure) -> CatalogueUpdate {
    var update = CatalogueUpdate()
    update.changes = identification.changes
    update.doubts = identification.doubts
    try database.query(
      """
      select count(*) from card where exists (select 1 from event where event.card = card.id)
      """, attempting: attempt
    ) { update.answered.before = $0.integer(0) }
    update.answered.leaving = identification.left.count { $0.isAnswered && !$0.isOrphan }
    try database.query(
      "select count(distinct deck) from card", attempting: attempt
    ) { update.notes.before = $0.integer(0) }
    let before = Dictionary(grouping: known.filter { !$0.isOrphan }, by: \.card.place.path)
    let left = Dictionary(grouping: identification.left, by: \.card.place.path)
    let now = Set(identification.cards.map(\.place.path))
    update.notes.gone = before.count { path, cards in
      !now.contains(path) && left[path]?.count == cards.count
    }
    return update
  }

  private func remove(_ paths: [String], attempting attempt: String) throws(StoreFailure) {
    for path in paths {
      try database.query(
        "delete from card where deck in (select id from deck where path = ?)", [.text(path)],
        attempting: attempt)
      try database.query("delete from deck where path = ?", [.text(path)], attempting: attempt)
    }
  }

  private func insert(
    _ decks: [CompiledDeck], as identification: Identification, attempting attempt: String
  ) throws(StoreFailure) {
    var next = 0
    for (deck, topic, cards) in decks {
      let range = next..<(next + cards.count)
      next = range.upperBound
      let copies = range.count { identification.copies.contains($0) }
      let id = try insert(deck, topic: topic, copies: copies, attempting: attempt)
      for index in range where !identification.copies.contains(index) {
        try insert(
          identification.cards[index], deck: id, position: index - range.lowerBound,
          attempting: attempt)
      }
    }
  }

  private func insert(
    _ deck: KnownDeck, topic: String, copies: Int, attempting attempt: String
  ) throws(StoreFailure) -> Int {
    var id = 0
    try database.query(
      "insert into deck (path, fingerprint, topic, copies) values (?, ?, ?, ?) returning id",
      [.text(deck.path), .text(deck.fingerprint), .text(topic), .integer(copies)],
      attempting: attempt
    ) { id = $0.integer(0) }
    return id
  }

  private func insert(
    _ card: Card, deck: Int, position: Int, attempting attempt: String
  ) throws(StoreFailure) {
    let body = CardText.text(of: card)
    // A card that was brought back by hand is in its note again.
    try database.query(
      """
      insert into card (id, deck, topic, position, siblings, body) values (?, ?, ?, ?, ?, ?)
      on conflict (id) do update set deck = excluded.deck, topic = excluded.topic,
        position = excluded.position, siblings = excluded.siblings, body = excluded.body
      """,
      [
        .text(card.id.rawValue), .integer(deck), .text(card.topic), .integer(position),
        .text(card.topic + "/" + card.group), .text(body),
      ], attempting: attempt)
  }

  private func keepOrphans(
    _ identification: Identification, attempting attempt: String
  ) throws(StoreFailure) {
    for change in identification.changes where change.kind == .returned {
      try database.query(
        "delete from orphan where card = ?", [.text(change.card.id.rawValue)], attempting: attempt)
    }
    for one in identification.left where one.isAnswered && !one.isOrphan {
      let body = CardText.text(of: one.card)
      try database.query(
        "insert or replace into orphan (card, body) values (?, ?)",
        [.text(one.card.id.rawValue), .text(body)], attempting: attempt)
    }
  }

  /// Keeps what an answered card said before its text changed, unless an older text is kept since
  /// its last answer.
  func keepDrift(
    _ changes: [Identification.Change], known: [Identification.Known], attempting attempt: String
  ) throws(StoreFailure) {
    let answered = Set(known.lazy.filter(\.isAnswered).map(\.card.id))
    for change in changes where answered.contains(change.card.id) {
      guard let before = change.before, before.substance != change.card.substance else { continue }
      try database.query(
        """
        insert or replace into drift (card, last_review, body)
        select card, last_review, ? from schedule
        where card = ? and last_review is not null and not exists (
          select 1 from drift
          where drift.card = schedule.card and drift.last_review = schedule.last_review)
        """, [.text(CardText.text(of: before)), .text(change.card.id.rawValue)],
        attempting: attempt)
    }
  }

  private func keepDoubts(
    _ doubts: [Identification.Doubt], attempting attempt: String
  ) throws(StoreFailure) {
    for doubt in doubts {
      for candidate in doubt.candidates {
        try database.query(
          "insert or ignore into doubt (orphan, card, likeness) values (?, ?, ?)",
          [
            .text(doubt.card.rawValue), .text(candidate.card.rawValue), .real(candidate.likeness),
          ], attempting: attempt)
      }
    }
    // An orphan may have come back, a candidate may have left.
    try database.query(
      """
      delete from doubt where not exists (select 1 from orphan where orphan.card = doubt.orphan)
        or not exists (select 1 from card where card.id = doubt.card)
      """, attempting: attempt)
  }
}
