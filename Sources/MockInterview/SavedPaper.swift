import Decks

extension Paper {
  /// One question of a saved paper with its card as it is now.
  package struct Slot: Sendable {
    package let card: Card
    package let round: String
    /// Seconds.
    package let box: Int
    package let isHard: Bool

    package init(card: Card, round: String, box: Int, isHard: Bool) {
      self.card = card
      self.round = round
      self.box = box
      self.isHard = isHard
    }
  }

  /// Changes when what a card asks or expects does.
  package static func textHash(of card: Card) -> String {
    Question.textHash(
      prompt: card.prompt, answer: card.answer, points: RubricPoints.of(card))
  }

  /// Asks exactly these cards, in this order; nil if there are none.
  package init?(preset: Preset, seed value: UInt64, asking slots: [Slot]) {
    guard let first = slots.first else { return nil }
    let seed = PaperSeed(value)
    if preset.style == .design {
      let draw = PaperDraw(candidates: [Candidate(card: first.card)])
      guard let paper = try? draw.designPaper(for: preset, seed: seed) else { return nil }
      self = paper
      return
    }
    var questions: [Question] = []
    for slot in slots {
      var round =
        preset.rounds.first { $0.name == slot.round }
        ?? Round(name: slot.round, levels: [0], kinds: [slot.card.kind], box: slot.box)
      round.box = slot.box
      round.isHard = slot.isHard
      questions.append(
        Question(number: questions.count + 1, card: slot.card, round: round, seed: seed))
    }
    if preset.style == .interview {
      for (question, slot) in zip(questions, slots) {
        guard var extra = Question.followUp(to: question, card: slot.card) else { continue }
        extra.number = questions.count + 1
        questions.append(extra)
      }
    }
    self.init(preset: preset, seed: value, questions: questions)
  }
}
