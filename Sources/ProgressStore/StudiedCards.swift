import Decks
import Foundation
import Scheduling

extension Store {
  /// All cards with what is known of them, ready to be searched, in the order of their notes; then
  /// those that left their notes.
  package func cardIndex() throws(StoreFailure) -> CardIndex {
    var index = CardIndex()
    try forEachStudiedCard { card, known in index.add(known, texts: card.searchTexts) }
    for orphan in try orphans() where !orphan.isRestored {
      let state = CardState(schedule: orphan.schedule, marks: try marks(of: orphan.card.id))
      index.add(
        StudiedCard(orphan.card, state: state, isOrphan: true), texts: orphan.card.searchTexts)
    }
    return index
  }

  /// The cards of one note, and the lines of it where they begin, from 1.
  package func cardLines(ofNote path: String) throws(StoreFailure) -> [CardID: Int] {
    var lines: [CardID: Int] = [:]
    // A deck holds the cards of one note, which its first card names as well as any; only what was
    // restored from a log may be of all notes.
    try database.query(
      """
      select id, json_extract(body, '$.place.line') from card
      where json_extract(body, '$.place.path') = ?1
        and deck in (select known.id from deck as known where known.path = ?2 or ?1 =
          (select json_extract(body, '$.place.path') from card as any where any.deck = known.id
            limit 1))
      """, [.text(path), .text(Self.restoredDeck)], attempting: "read"
    ) { row in lines[CardID(rawValue: row.text(0))] = row.integer(1) }
    return lines
  }

  /// Reads the cards of the catalogue in the order of their notes.
  private func forEachStudiedCard(
    _ body: (Card, StudiedCard) -> Void
  ) throws(StoreFailure) {
    let changed = try driftedCards()
    let decoder = JSONDecoder()
    try database.query(
      """
      select card.body, schedule.card is not null, \(MarkColumns.names), \(ScheduleColumns.names)
      from card join deck on deck.id = card.deck
        left join schedule on schedule.card = card.id left join mark on mark.card = card.id
      order by deck.path, card.position
      """, attempting: "read"
    ) { row in
      guard let card = try? decoder.decode(Card.self, from: Data(row.text(0).utf8)) else { return }
      let isSeen = row.integer(1) == 1
      let state = CardState(
        schedule: isSeen ? ScheduleColumns.schedule(in: row, from: 2 + MarkColumns.count) : .new,
        marks: MarkColumns.marks(in: row, from: 2))
      body(card, StudiedCard(card, state: state, isChanged: changed.contains(card.id)))
    }
  }

  /// Where cards stand, with their marks.
  package func states(of cards: some Sequence<CardID>) throws(StoreFailure) -> [CardID: CardState] {
    var states: [CardID: CardState] = [:]
    for card in cards {
      states[card] = CardState(schedule: try schedule(of: card), marks: try marks(of: card))
    }
    return states
  }

  /// Cards with all that a session asks of them, in this order; cards that are not in the
  /// catalogue are left out.
  package func candidates(
    of cards: some Sequence<CardID>
  ) throws(StoreFailure) -> [ReviewQueue.Candidate] {
    var candidates: [ReviewQueue.Candidate] = []
    for card in cards {
      let state = CardState(schedule: try schedule(of: card), marks: try marks(of: card))
      try database.query(
        "select topic, position, siblings from card where id = ?", [.text(card.rawValue)],
        attempting: "read"
      ) { row in
        candidates.append(
          ReviewQueue.Candidate(
            card: card, topic: row.text(0), schedule: state.schedule, position: row.integer(1),
            group: row.text(2), marks: state.marks))
      }
    }
    return candidates
  }
}

extension StudiedCard {
  /// What is known of a card of the catalogue.
  package init(
    _ card: Card, state: CardState, isChanged: Bool = false, isOrphan: Bool = false
  ) {
    self.init(
      id: card.id, kind: card.kind, topic: card.topic, trail: card.trail, question: card.question,
      place: card.place, tags: card.tags, rule: card.rule, level: card.level,
      quality: card.quality, state: state, isChanged: isChanged, isOrphan: isOrphan)
  }
}

extension Card {
  /// What words are searched in: question and answer, and all that belongs to either.
  fileprivate var searchTexts: [String] {
    let interview = [interview?.followUp, interview?.followUpAnswer].compactMap { $0 }
    return [prompt, answer] + points + choices.map(\.text) + interview
  }
}
