import Decks

/// Cards that do not follow the parameters of all: those of topics with a retention or weights of
/// their own.
package struct Exceptions: Sendable {
  struct Rule: Sendable {
    let parameters: Parameters
    let model: ChosenModel
  }

  private var rules: [Rule] = []
  private var ruleOfCard: [CardID: Int] = [:]

  /// No exceptions.
  package init() {}

  /// Lets cards follow other parameters; what was said of them before no longer holds.
  package mutating func add(
    _ parameters: Parameters, model: ModelChoice, for cards: some Sequence<CardID>
  ) {
    rules.append(Rule(parameters: parameters, model: ChosenModel(model, parameters)))
    for card in cards { ruleOfCard[card] = rules.count - 1 }
  }

  /// Whether there is none.
  package var isEmpty: Bool { ruleOfCard.isEmpty }

  subscript(card: CardID) -> Rule? { ruleOfCard[card].map { rules[$0] } }
}
