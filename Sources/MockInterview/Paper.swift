import Decks

/// The questions of a mock, frozen before it starts.
package struct Paper: Hashable, Codable, Sendable {
  /// The preset as it was asked for: with its number of questions and its time.
  package var preset: Preset
  package var seed: UInt64
  /// In the order of asking; follow-ups and reserves of threads stand behind the others.
  package var questions: [Question]
  /// What could not be met, one sentence each.
  package var relaxed: [String]

  package init(preset: Preset, seed: UInt64, questions: [Question], relaxed: [String] = []) {
    self.preset = preset
    self.seed = seed
    self.questions = questions
    self.relaxed = relaxed
  }

  /// The questions that count, asked or not.
  package var primaries: [Question] { questions.filter(\.isPrimary) }

  /// Milliseconds of answering in all.
  package var limit: Int {
    (primaries.reduce(0) { $0 + $1.box } + preset.spare) * 1000
  }

  /// The question with this number.
  package subscript(number: Int) -> Question? {
    questions.indices.contains(number - 1) ? questions[number - 1] : nil
  }

  /// What the user's cards have become since the paper was saved: numbers of questions whose
  /// cards say something else now, and of those whose cards are gone.
  package func changes(among cards: [CardID: Card]) -> (changed: [Int], gone: [Int]) {
    var changes: (changed: [Int], gone: [Int]) = ([], [])
    for question in questions where question.isPrimary {
      guard let id = question.card else { continue }
      guard let card = cards[id] else {
        changes.gone.append(question.number)
        continue
      }
      let now = Question.textHash(
        prompt: card.prompt, answer: card.answer, points: RubricPoints.of(card))
      if now != question.text { changes.changed.append(question.number) }
    }
    return changes
  }

  /// The paper without some of its questions, numbered anew.
  package func leaving(out numbers: Set<Int>) -> Paper {
    var copy = self
    let left = questions.filter {
      !numbers.contains($0.number) && !($0.follows.map { numbers.contains($0) } ?? false)
    }
    let places = Dictionary(
      left.enumerated().map { ($1.number, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    copy.questions = left.enumerated().map { index, question in
      var question = question
      question.number = index + 1
      question.follows = question.follows.flatMap { places[$0] }
      return question
    }
    return copy
  }
}

/// Why no paper could be drawn, in a sentence that says what would work.
package struct PaperRefusal: Error, Hashable, Sendable {
  package let sentence: String

  package init(_ sentence: String) { self.sentence = sentence }
}
