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
    /// A sentence with blanks to fill.
    case cloze
    /// Options to choose from.
    case choice
    /// An answer to type, character by character.
    case typed
  }

  package var id: CardID
  package var kind: Kind
  /// The subject the card is counted under.
  package var topic: String
  /// Titles of the headings around the card, outermost first, without the topic.
  package var trail: [String]
  /// The question, Markdown; for a cloze the sentence, each blank as `[…]` or `[…hint]`.
  package var prompt: String
  /// The answer, Markdown; a full text where there are key points.
  package var answer: String
  /// What a full answer contains, Markdown, one sentence each; empty for most kinds.
  package var points: [String]
  /// What can be chosen, in the order of the note; empty unless the kind is choice.
  package var choices: [Choice]
  /// The texts of the blanks of a cloze in order, or what may be typed.
  package var blanks: [String]
  /// Wrong choices or the wording are the compiler's and not the author's.
  package var isGenerated: Bool
  /// Subjects across topics, as the author gave them.
  package var tags: [String]
  /// What goes with the question in an interview.
  package var interview: InterviewQuestion?
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
    points: [String], choices: [Choice] = [], blanks: [String] = [], isGenerated: Bool = false,
    tags: [String] = [], interview: InterviewQuestion? = nil, level: Int, rule: String,
    quality: Double, group: String, place: Place
  ) {
    self.id = id
    self.kind = kind
    self.topic = topic
    self.trail = trail
    self.prompt = prompt
    self.answer = answer
    self.points = points
    self.choices = choices
    self.blanks = blanks
    self.isGenerated = isGenerated
    self.tags = tags
    self.interview = interview
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
    let numbered = points.enumerated().map { "\($0.offset + 1). \($0.element)" }
    let said = words(answer)
    return said == words(points.joined(separator: " "))
      || said == words(numbered.joined(separator: " ")) ? nil : answer
  }

  /// The question on one line without marks, for lists. Where it asks about a quotation, that
  /// follows: one such question is like the other.
  package var question: String { Self.question(of: prompt) }

  /// A prompt on one line without marks.
  package static func question(of prompt: String) -> String {
    let lines = prompt.split(separator: "\n")
    let quoted = lines.dropFirst().first.flatMap { $0.hasPrefix("> ") ? $0.dropFirst(2) : nil }
    let line = [lines.first, quoted].compactMap { $0 }.joined(separator: " ")
    return line.filter { $0 != "*" && $0 != "`" && $0 != "\\" }
  }
}

extension Card {
  /// No compiler gives other figures, and whoever shows or writes a card relies on that.
  var isInRange: Bool { (1...4).contains(level) && (0...1).contains(quality) && place.line >= 0 }

  /// Reads cards that were stored before a field came to be, too.
  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try fields.decode(CardID.self, forKey: .id),
      kind: try fields.decode(Kind.self, forKey: .kind),
      topic: try fields.decode(String.self, forKey: .topic),
      trail: try fields.decode([String].self, forKey: .trail),
      prompt: try fields.decode(String.self, forKey: .prompt),
      answer: try fields.decode(String.self, forKey: .answer),
      points: try fields.decode([String].self, forKey: .points),
      choices: try fields.decodeIfPresent([Choice].self, forKey: .choices) ?? [],
      blanks: try fields.decodeIfPresent([String].self, forKey: .blanks) ?? [],
      isGenerated: try fields.decodeIfPresent(Bool.self, forKey: .isGenerated) ?? false,
      tags: try fields.decodeIfPresent([String].self, forKey: .tags) ?? [],
      interview: try fields.decodeIfPresent(InterviewQuestion.self, forKey: .interview),
      level: try fields.decode(Int.self, forKey: .level),
      rule: try fields.decode(String.self, forKey: .rule),
      quality: try fields.decode(Double.self, forKey: .quality),
      group: try fields.decode(String.self, forKey: .group),
      place: try fields.decode(Place.self, forKey: .place))
    guard isInRange else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: [], debugDescription: "a level, a quality or a line out of its range"))
    }
  }
}
