import ArgumentParser
import Decks
import Foundation
import ProgressStore
import Scheduling
import TerminalUI

/// Lists the cards that a query finds.
struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "List the cards that a query finds; without one, all of them.",
    discussion: """
      Words search question and answer. Everything else is a field with a value: topic: file: \
      under: tag: rule: memo: card: by the beginning of a name; is:due, new, seen, learning, young, \
      mature, suspended, buried, flagged, leech, changed, orphan, noted; kind:open and so on; \
      recall<85%, stable>30d, difficulty>8, lapses>=4, reviews<3, level:3, quality<70%; seen:7d, \
      due:tomorrow, due<2026-12-11. Terms side by side must all hold; use “or”, “-” and \
      parentheses for the rest, quotes around blanks.
      """,
    aliases: ["cards"])

  @OptionGroup var common: CommonOptions

  @Argument(help: "What to find, such as 'topic:redis (is:due or recall<90%)'.")
  var query: [String] = []

  @Option(help: "How to order them: recall, due, difficulty, seen or place.")
  var order = CardOrder.place

  @Option(help: ArgumentHelp("List at most so many.", valueName: "n"))
  var limit: Int?

  @Flag(help: "Print one object with whole cards as JSON (ebb.cards/1).")
  var json = false

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more.") }
  }

  func run() throws {
    let desk = try Desk(options: common, world: World())
    let search = try desk.search(for: query.joined(separator: " "), order: order)
    let cards = search.cards.prefix(limit ?? .max)
    if json {
      try printObject(Array(cards), of: search, desk: desk)
    } else {
      for card in cards { print(Self.line(for: card, from: search.viewpoint)) }
    }
    guard search.found.isEmpty else { return }
    throw CommandFailure(
      .nothingToShow,
      search.index.cards.isEmpty
        ? "there are no cards; `ebb add FOLDER` brings your notes"
        : json ? "" : "no card is like this")
  }

  private static func line(for card: StudiedCard, from viewpoint: Viewpoint) -> String {
    let place = "\(card.place.path):\(card.place.line)"
    let words = CardWords(card, from: viewpoint)
    let facts = Columns.left(words.due, 9) + " " + Columns.right(words.recall, 4)
    return "\(card.id.rawValue)  \(facts)  \(place)  \(card.question)"
  }

  private func printObject(
    _ cards: [StudiedCard], of search: CardSearch, desk: Desk
  ) throws {
    var objects: [CardObject] = []
    for known in cards {
      guard let card = try desk.store.card(known.id) else { continue }
      objects.append(CardObject(card, known: known, from: search.viewpoint))
    }
    print(
      try JSONText.of(
        CardList(query: search.query.description, total: search.found.count, cards: objects)))
  }
}

extension CardOrder: ExpressibleByArgument {}

/// What `ebb find --json` prints.
private struct CardList: Encodable {
  let schema = "ebb.cards/1"
  let query: String
  let total: Int
  let cards: [CardObject]
}
