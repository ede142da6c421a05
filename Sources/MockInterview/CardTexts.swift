import Decks

extension Card {
  /// What is chosen from or put in order; empty for other kinds.
  var optionsToChoose: [Question.Option] {
    switch kind {
    case .choice: choices.map { Question.Option(text: $0.text, isRight: $0.isRight) }
    case .order:
      RubricPoints.of(answer: answer).enumerated().map {
        Question.Option(text: $1.text, rank: $0 + 1)
      }
    default: []
    }
  }

  /// Whether it is a question of an interview, with what goes with one.
  var isInterviewQuestion: Bool { interview != nil }

  /// The words of the question, lower case.
  private var words: [String] {
    prompt.utf8.split { !$0.isWordByte }.map { String(decoding: $0, as: UTF8.self).lowercased() }
  }

  /// Whether the question sets two things against each other.
  var isComparison: Bool {
    let cues: Set = [
      "difference", "differ", "differences", "versus", "vs", "compare", "compared", "instead",
      "rather", "between", "choose", "over", "when",
    ]
    return words.contains { cues.contains($0) }
  }

  /// Whether it can stand as the prompt of a design: its author says so, or it begins with the
  /// word.
  package var isDesignPrompt: Bool { words.first == "design" || tags.contains { $0 == "design" } }
}

extension UInt8 {
  /// A letter or digit of ASCII, or part of a character beyond it.
  fileprivate var isWordByte: Bool {
    (0x61...0x7a).contains(self | 0x20) || (0x30...0x39).contains(self) || self >= 0x80
  }
}
