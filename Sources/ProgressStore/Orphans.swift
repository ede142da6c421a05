import Decks
import Foundation
import Scheduling

extension Store {
  /// A card that was answered and whose passage left the notes, as it was last.
  package struct Orphan: Sendable {
    package let card: Card
    /// Where it stands.
    package let schedule: Schedule
    /// It was brought back and is asked although no note holds it.
    package let isRestored: Bool
  }

  /// An orphan and the cards that it may have become, the likeliest first.
  package struct OpenDoubt: Sendable {
    package let orphan: Orphan
    package let candidates: [Candidate]

    /// A card of the catalogue that an orphan may have become.
    package struct Candidate: Sendable {
      package let card: Card
      /// How alike they are, 0...1.
      package let likeness: Double
    }
  }

  /// The deck of cards that were brought back by hand; no file has this path.
  static let restoredDeck = ""

  /// All orphans, by topic and identity; also those that were brought back.
  package func orphans() throws(StoreFailure) -> [Orphan] {
    var orphans: [Orphan] = []
    try database.query(
      """
      select orphan.body, card.id is not null, \(ScheduleColumns.names)
      from orphan left join schedule on schedule.card = orphan.card
        left join card on card.id = orphan.card
      order by orphan.card
      """, attempting: "read"
    ) { row in
      guard let card = CardText.card(in: row.text(0)) else { return }
      let schedule = row.isNull(2) ? Schedule.new : ScheduleColumns.schedule(in: row, from: 2)
      orphans.append(Orphan(card: card, schedule: schedule, isRestored: row.integer(1) == 1))
    }
    return orphans.sorted { ($0.card.topic, $0.card.id) < ($1.card.topic, $1.card.id) }
  }

  /// Brings an orphan back: it is asked again as it was last, until a note holds it again.
  /// - Returns: Whether there is such an orphan.
  package func restore(orphan id: CardID) throws(StoreFailure) -> Bool {
    guard let orphan = try orphans().first(where: { $0.card.id == id }) else { return false }
    let attempt = "bring a card back in"
    try database.transaction(attempting: attempt) { () throws(StoreFailure) in
      try database.query(
        "insert or ignore into deck (path, fingerprint, topic) values (?, '', '')",
        [.text(Self.restoredDeck)], attempting: attempt)
      try database.query(
        """
        insert or ignore into card (id, deck, topic, position, siblings, body)
        select card, (select id from deck where path = ?), ?, 0, card, body
        from orphan where card = ?
        """,
        [.text(Self.restoredDeck), .text(orphan.card.topic), .text(id.rawValue)],
        attempting: attempt)
    }
    return true
  }

  /// Forgets what orphans said; their answers stay in the log, and a card that comes back word for
  /// word finds them.
  package func purge(orphans: [CardID]) throws(StoreFailure) {
    let attempt = "purge cards of"
    try database.transaction(attempting: attempt) { () throws(StoreFailure) in
      for card in orphans {
        try database.query(
          "delete from orphan where card = ?", [.text(card.rawValue)], attempting: attempt)
        try database.query(
          """
          delete from card where id = ? and deck in (select id from deck where path = ?)
          """, [.text(card.rawValue), .text(Self.restoredDeck)], attempting: attempt)
        try database.query(
          "delete from doubt where orphan = ?", [.text(card.rawValue)], attempting: attempt)
      }
    }
  }

  /// The re-link queue: orphans that may be cards of the catalogue, and wait for a decision.
  package func doubts() throws(StoreFailure) -> [OpenDoubt] {
    var candidates: [CardID: [OpenDoubt.Candidate]] = [:]
    try database.query(
      """
      select orphan, body, likeness from doubt join card on card.id = doubt.card
      where not rejected order by likeness desc, id
      """, attempting: "read"
    ) { row in
      guard let card = CardText.card(in: row.text(1)) else { return }
      candidates[CardID(rawValue: row.text(0)), default: []].append(
        OpenDoubt.Candidate(card: card, likeness: row.real(2)))
    }
    return try orphans().compactMap { orphan in
      candidates[orphan.card.id].map { OpenDoubt(orphan: orphan, candidates: $0) }
    }
  }

  /// Decides that an orphan has become this card, which takes over its identity and progress. What
  /// was answered to the card meanwhile stays in the log under its own identity, as an orphan.
  /// - Returns: Whether both exist.
  package func accept(
    orphan: CardID, as card: CardID, at stamp: Stamp? = nil
  ) throws(StoreFailure) -> Bool {
    guard var now = try self.card(card),
      let before = try orphans().first(where: { $0.card.id == orphan }), !before.isRestored
    else { return false }
    now.id = orphan
    let body = CardText.text(of: now)
    let attempt = "link a card in"
    let change = Identification.Change(kind: .returned, card: now, before: before.card)
    let known = Identification.Known(card: before.card, isAnswered: true, isOrphan: true)
    try database.transaction(attempting: attempt) { () throws(StoreFailure) in
      try database.query(
        """
        insert or ignore into orphan (card, body) select id, body from card
        where id = ? and exists (select 1 from event where event.card = card.id)
        """, [.text(card.rawValue)], attempting: attempt)
      try database.query(
        "update card set id = ?, body = ? where id = ?",
        [.text(orphan.rawValue), .text(body), .text(card.rawValue)], attempting: attempt)
      try database.query(
        "delete from orphan where card = ?", [.text(orphan.rawValue)], attempting: attempt)
      try database.query(
        "delete from doubt where orphan = ? or card = ?",
        [.text(orphan.rawValue), .text(card.rawValue)], attempting: attempt)
      try keepDrift([change], known: [known], attempting: attempt)
      if let stamp {
        let link = Identification.Link(words: card, card: orphan)
        try keepLinks([link], at: stamp, attempting: attempt)
      }
    }
    return true
  }

  /// Decides that an orphan is none of its candidates; it is not asked about them again.
  /// - Returns: Whether it was in the queue.
  package func reject(orphan: CardID) throws(StoreFailure) -> Bool {
    var found = false
    try database.query(
      "update doubt set rejected = 1 where orphan = ? and not rejected returning 1",
      [.text(orphan.rawValue)], attempting: "decide about a card in"
    ) { _ in found = true }
    return found
  }

  // MARK: Drift

  /// What a card said when it was last answered, if it says something else now.
  package func drift(of card: CardID) throws(StoreFailure) -> Drift? {
    var before: Card?
    try database.query(
      """
      select drift.body from drift join schedule using (card, last_review) where card = ?
      """, [.text(card.rawValue)], attempting: "read"
    ) { before = CardText.card(in: $0.text(0)) }
    guard let before, let now = try self.card(card) else { return nil }
    return Drift(from: before, to: now)
  }

  /// The cards that say something else than when they were last answered: `is:changed`.
  package func driftedCards() throws(StoreFailure) -> Set<CardID> {
    var drifted: Set<CardID> = []
    try database.query(
      """
      select drift.body, card.body from drift join schedule using (card, last_review)
        join card on card.id = drift.card
      """, attempting: "read"
    ) { row in
      if let before = CardText.card(in: row.text(0)), let now = CardText.card(in: row.text(1)),
        Drift(from: before, to: now) != nil
      {
        drifted.insert(now.id)
      }
    }
    return drifted
  }

  /// Notes that somebody has seen what changed and knows it.
  package func settleDrift(of card: CardID) throws(StoreFailure) {
    try database.query(
      "delete from drift where card = ?", [.text(card.rawValue)], attempting: "save to")
  }
}
