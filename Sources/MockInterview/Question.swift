import Decks

/// One part of a paper, frozen when the paper was drawn: what notes say later changes nothing.
package struct Question: Hashable, Codable, Sendable {
  /// What is asked.
  package enum Form: String, Codable, Sendable {
    /// A card of the notes.
    case card
    /// What an interviewer asks after an answer, as the note has it.
    case followUp
    /// A stage of a design.
    case stage
    /// A general question that carries a thread on when its cards run out; marked by hand.
    case probe
  }

  /// From 1, in the order of the paper.
  package var number: Int
  package var form: Form
  /// The name of its round.
  package var round: String
  /// The card it came from; nil for stages and probes.
  package var card: CardID?
  /// Changes when what is asked or expected does.
  package var text: String
  package var kind: Card.Kind
  package var topic: String
  package var trail: [String]
  /// 1 definition, 2 mechanism, 3 trade-off, 4 failure.
  package var level: Int
  /// The question, Markdown.
  package var prompt: String
  /// The model answer, Markdown.
  package var answer: String
  package var points: [KeyPoint]
  /// The options of a choice or the steps of an order, as they are shown.
  package var choices: [Option]
  /// What an interviewer does not want to hear.
  package var redFlags: [String]
  /// Where the note has it; nil for probes.
  package var place: Place?
  /// Seconds; 0 where only the clock of the whole counts.
  package var box: Int
  package var isHard: Bool
  /// The question it follows, inside that one's box.
  package var follows: Int?
  /// Whether it waits for a thread that may need it, and counts only when it was asked.
  package var isReserve: Bool

  /// One answer to choose, or one step to put in order.
  package struct Option: Hashable, Codable, Sendable {
    package var text: String
    package var isRight: Bool
    /// The place of a step in the right order, from 1; 0 for an answer to choose.
    package var rank: Int

    package init(text: String, isRight: Bool = true, rank: Int = 0) {
      self.text = text
      self.isRight = isRight
      self.rank = rank
    }
  }

  /// The question on one line without marks, for lists.
  package var line: String { Card.question(of: prompt) }

  /// Whether it counts among the questions of the paper, asked or not.
  package var isPrimary: Bool { follows == nil && !isReserve }

  /// Whether a person marks it; a choice or an order is marked by what was picked.
  package var isMarkedByHand: Bool { kind != .choice && kind != .order }
}

extension Question {
  /// Freezes a card as a question of a round.
  package init(number: Int, card: Card, round: Round, seed: PaperSeed) {
    self.init(
      number: number, form: .card, round: round.name, card: card.id, text: "", kind: card.kind,
      topic: card.topic, trail: card.trail, level: card.level, prompt: card.prompt,
      answer: card.answer, points: RubricPoints.of(card),
      choices: seed.shuffled(card.optionsToChoose, as: "options/" + card.id.rawValue),
      redFlags: card.interview?.redFlags ?? [], place: card.place, box: round.box,
      isHard: round.isHard,
      follows: nil, isReserve: false)
    text = Self.textHash(prompt: prompt, answer: answer, points: points)
  }

  /// Changes when what a question asks or expects does.
  static func textHash(prompt: String, answer: String, points: [KeyPoint]) -> String {
    var hash = StableHash()
    hash.combine(prompt)
    hash.combine(answer)
    for point in points { hash.combine(point.text) }
    return String(hash.value, radix: 16)
  }
}
