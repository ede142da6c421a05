import Decks
import Foundation

/// Cards of a folder of decks, and those that its notes give now.
struct DeckChanges {
  private var known: [Identification.Known] = []
  private var fresh: [Card] = []

  mutating func add(fresh cards: [Card]) { fresh += cards }

  /// A deck that cannot be read counts as none.
  mutating func add(known data: Data?, path: String, fresh cards: [Card]) {
    fresh += cards
    guard let data,
      let deck = try? DeckFile(text: String(decoding: data, as: UTF8.self), path: path)
    else { return }
    known += deck.cards.map { Identification.Known(card: $0, isAnswered: false) }
  }

  var identification: Identification {
    Identification(known: known, fresh: fresh) { _ in nil }
  }
}
