import Decks
import Foundation
import ProgressStore
import Scheduling
import TerminalUI

/// What the screens ask for about cards.
struct Browsing {
  let desk: Desk

  func perform(_ effect: CardEffect) throws(StoreFailure) -> Reply {
    switch effect {
    case .browse(let query):
      let search = try desk.search(query)
      return .show(
        BrowserScreen(search, preview: try search.cards.first.flatMap(card)))
    case .search(let query, let order): return .cards(try desk.search(query, order: order))
    case .reviewDue(let query):
      let scope = ReviewScope(search: try desk.search(query, order: .place))
      return .show(try desk.openReview(scope))
    case .read(let id): return .card(try desk.store.card(id))
    case .review(let ids): return .show(try review(ids))
    case .readState(let id): return .changed(try desk.store.states(of: [id]), notice: "")
    case .openInfo(let id): return try info(of: id)
    case .openNote(let place, let card): return try note(at: place, card: card)
    case .mark(let mark, let cards):
      try desk.store.mark(mark, cards: cards, at: desk.world.now, by: desk.scheduler())
      return .changed(
        try desk.store.states(of: cards), notice: mark.sentence(cards: cards.count))
    case .undo:
      let undone = try desk.store.undo(since: dayStart, at: desk.world.now, by: desk.scheduler())
      return try changed(by: undone.first, "Undone", none: "Nothing was done today.")
    case .redo:
      let again = try desk.store.redo(since: dayStart, at: desk.world.now, by: desk.scheduler())
      return try changed(by: again, "Done again", none: "Nothing to do again.")
    }
  }

  private var dayStart: Date { desk.world.calendar.start(of: desk.world.today) }

  private func changed(
    by step: Store.Step?, _ word: String, none: String
  ) throws(StoreFailure) -> Reply {
    guard let step, let first = step.events.first else { return .changed([:], notice: none) }
    let cards = Set(step.events.compactMap(\.card))
    let what =
      switch first.kind {
      case .review(let review): "\(review.rating)"
      case .mark(let mark, _): mark.name
      case .fact(let name, _): name
      case .revert: "undo"
      }
    let many = cards.count > 1 ? " of \(cards.count) cards" : ""
    return .changed(try desk.store.states(of: cards), notice: "\(word): \(what)\(many).")
  }

  private func card(_ known: StudiedCard) throws(StoreFailure) -> Card? {
    try desk.store.card(known.id)
  }

  // MARK: Screens

  private func review(_ ids: [CardID]) throws(StoreFailure) -> any Screen {
    let now = desk.world.now
    let queue = ReviewQueue.chosen(try desk.store.candidates(of: ids), by: try desk.scheduler())
    let session = ReviewSession(queue: queue, startedAt: now, learnAhead: desk.settings.learnAhead)
    var screen = ReviewScreen(
      topic: nil, session: session, cards: try desk.cards(of: queue),
      marks: try desk.store.marks(), drifted: try desk.store.driftedCards(), look: desk.look,
      calendar: desk.world.calendar, at: now)
    screen.seconds = try desk.answerSeconds()
    return try screen.orElse { () throws(StoreFailure) in
      try desk.nothingDue(ReviewScope()).screen
    }
  }

  private func info(of id: CardID) throws(StoreFailure) -> Reply {
    guard let card = try desk.store.card(id) else { return .failed("that card left its note") }
    let known = StudiedCard(
      card, state: try desk.store.states(of: [id])[id] ?? .untouched,
      isChanged: try desk.store.drift(of: id) != nil)
    return .show(
      InfoScreen(
        card, known: known, history: try desk.store.log(of: id), from: try desk.viewpoint()))
  }

  private func note(at place: Decks.Place, card: CardID?) throws(StoreFailure) -> Reply {
    guard let path = desk.locations.note(place.path),
      let contents = FileManager.default.contents(atPath: path)
    else { return .failed("\(place.path) is not there any more") }
    let cards = try desk.store.cardLines(ofNote: place.path)
    return .show(
      NoteScreen(
        path: place.path, lines: Self.lines(of: contents), cards: cards, at: place.line, card: card)
    )
  }

  /// The lines as Markdown counts them: a line feed ends one, a carriage return, or both together.
  static func lines(of contents: Data) -> [String] {
    contents.split(separator: 0x0a, omittingEmptySubsequences: false).flatMap { line in
      (line.last == 0x0d ? line.dropLast() : line)
        .split(separator: 0x0d, omittingEmptySubsequences: false)
    }.map { String(decoding: $0, as: UTF8.self) }
  }
}
