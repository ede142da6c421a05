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
}

/// Why no paper could be drawn, in a sentence that says what would work.
package struct PaperRefusal: Error, Hashable, Sendable {
  package let sentence: String

  package init(_ sentence: String) { self.sentence = sentence }
}
