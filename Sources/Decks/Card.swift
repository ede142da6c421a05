/// Where something stands in a note.
package struct Place: Hashable, Sendable, Codable {
  /// The path as the note was named, for people and editors.
  package var path: String
  /// First line, from 1; 0 when the file as a whole is meant.
  package var line: Int

  package init(path: String, line: Int) {
    self.path = path
    self.line = line
  }
}

/// One thing to remember, made from a note.
package struct Card: Hashable, Codable, Sendable {
  /// How the card is asked.
  package enum Kind: String, CaseIterable, Codable, Sendable {
    case open
    /// An answer of several points that are counted.
    case points
    /// Steps whose order is part of the answer.
    case order
    /// A flaw to find in shown code.
    case code
  }

  package var id: CardID
  package var kind: Kind
  /// The subject the card is counted under.
  package var topic: String
  /// Titles of the headings around the card, outermost first, without the topic.
  package var trail: [String]
  /// The question, Markdown.
  package var prompt: String
  /// The answer, Markdown; a full text where there are key points.
  package var answer: String
  /// What a full answer contains, Markdown, one sentence each; empty for most kinds.
  package var points: [String]
  /// 1 definition, 2 mechanism, 3 trade-off, 4 failure.
  package var level: Int
  /// The name of the rule that made the card.
  package var rule: String
  /// How sure the compiler is that the card is good, 0...1, two decimals.
  package var quality: Double
  /// Cards of one passage share it; at most one of them is asked a day.
  package var group: String
  /// The passage in the note.
  package var place: Place

  package init(
    id: CardID, kind: Kind, topic: String, trail: [String], prompt: String, answer: String,
    points: [String], level: Int, rule: String, quality: Double, group: String, place: Place
  ) {
    self.id = id
    self.kind = kind
    self.topic = topic
    self.trail = trail
    self.prompt = prompt
    self.answer = answer
    self.points = points
    self.level = level
    self.rule = rule
    self.quality = quality
    self.group = group
    self.place = place
  }

  /// The full answer where it says more than the key points; nil where it only repeats them.
  package var fullAnswer: String? {
    guard !points.isEmpty else { return answer }
    func words(_ text: String) -> UInt64 {
      var hash = StableHash()
      hash.combine(normalized: text)
      return hash.value
    }
    return words(answer) == words(points.joined(separator: " ")) ? nil : answer
  }

  /// The question on one line without marks, for lists.
  package var question: String {
    prompt.prefix { $0 != "\n" }.filter { $0 != "*" && $0 != "`" && $0 != "\\" }
  }
}
