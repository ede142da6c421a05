import Decks
import Foundation

/// Cards as the catalogue keeps them: JSON.
enum CardText {
  static func text(of card: Card) -> String { card.json }

  static func card(in text: String) -> Card? {
    try? JSONDecoder().decode(Card.self, from: Data(text.utf8))
  }
}
