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

  /// Words of a question that sets two things against each other.
  private static let comparing = [
    "difference", "differ", "differences", "versus", "vs", "compare", "compared", "instead",
    "rather", "between", "choose", "over", "when",
  ].map { Array($0.utf8) }

  /// One bit for each first letter of them: most words of a prompt need no closer look.
  private static let initials = comparing.reduce(UInt32(0)) { $0 | 1 << UInt32($1[0] & 31) }

  /// Whether a question sets two things against each other. It is asked of every card of a large
  /// pool, so no word is copied.
  static func isComparison(_ prompt: String) -> Bool {
    var prompt = prompt
    return prompt.withUTF8 { text in
      var start = 0
      while start < text.count {
        var end = start
        while end < text.count, text[end].isWordByte { end += 1 }
        if end > start, initials & 1 << UInt32(text[start] & 31) != 0,
          comparing.contains(where: { $0.elementsEqual(text[start..<end], by: Self.isSameLetter) })
        {
          return true
        }
        start = end + 1
      }
      return false
    }
  }

  private static func isSameLetter(_ small: UInt8, _ any: UInt8) -> Bool {
    small == any || small == any | 0x20 && any < 0x80
  }

  /// Whether it can stand as the prompt of a design: its author says so, or it begins with the
  /// word.
  package var isDesignPrompt: Bool {
    let word = prompt.utf8.drop { !$0.isWordByte }.prefix { $0.isWordByte }
    return word.elementsEqual("design".utf8, by: { Self.isSameLetter($1, $0) })
      || tags.contains { $0 == "design" }
  }
}

extension UInt8 {
  /// A letter or digit of ASCII, or part of a character beyond it.
  fileprivate var isWordByte: Bool {
    (0x61...0x7a).contains(self | 0x20) || (0x30...0x39).contains(self) || self >= 0x80
  }
}
