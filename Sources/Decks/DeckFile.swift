import Foundation

/// The compiled cards of one note as canonical text: a line about the note, then one card a line,
/// in note order. The same cards give the same bytes, so that decks are reviewed as diffs.
package struct DeckFile: Sendable {
  package static let schema = "ebb.deck/1"

  package var topic: String
  /// The note's path as it was given to the compiler.
  package var note: String
  package var cards: [Card]

  package init(topic: String, note: String, cards: [Card]) {
    self.topic = topic
    self.note = note
    self.cards = cards
  }

  /// The file's text. Keys stand in a fixed order; nothing depends on locale or hashing.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The file's text as UTF-8.
  package var bytes: [UInt8] {
    var writer = JSONLine()
    writer.reserve(cards.count * 768 + 256)
    writer.begin()
    writer.add("schema", Self.schema)
    writer.add("topic", topic)
    writer.add("note", note)
    writer.add("cards", cards.count)
    writer.endLine()
    for card in cards {
      writer.begin()
      writer.add("id", card.id.rawValue)
      writer.add("kind", card.kind.rawValue)
      writer.add("trail", card.trail)
      writer.add("prompt", card.prompt)
      writer.add("answer", card.answer)
      if !card.points.isEmpty { writer.add("points", card.points) }
      if !card.choices.isEmpty { writer.add("choices", card.choices) }
      if !card.blanks.isEmpty { writer.add("blanks", card.blanks) }
      if card.isGenerated { writer.add("generated", true) }
      if !card.tags.isEmpty { writer.add("tags", card.tags) }
      if let interview = card.interview { writer.add("interview", interview) }
      writer.add("level", card.level)
      writer.add("rule", card.rule)
      writer.add("quality", hundredths: Int((card.quality * 100).rounded()))
      writer.add("group", card.group)
      writer.add("line", card.place.line)
      writer.endLine()
    }
    return writer.bytes
  }

  /// Reads a deck file.
  /// - Throws: A diagnostic with the line that cannot be read, and why.
  package init(text: String, path: String) throws(Diagnostic) {
    func failure(_ line: Int, _ message: String) -> Diagnostic {
      Diagnostic(.error, message, at: Place(path: path, line: line))
    }
    let remedy = "compile the note again with `ebb compile`"
    // Bytes, not characters: a carriage return and a line feed are one character.
    let lines = text.utf8.split(separator: 0x0a, omittingEmptySubsequences: false).enumerated()
      .map { (number: $0 + 1, text: $1) }.filter { $0.text.contains { $0 > 0x20 } }
    let decoder = JSONDecoder()
    guard let first = lines.first, let head = try? decoder.decode(Head.self, from: Data(first.text))
    else { throw failure(1, "this is not a deck file of ebb; \(remedy)") }
    guard head.schema == Self.schema else {
      throw failure(
        1,
        "the deck is written in \(head.schema), this ebb reads \(Self.schema); "
          + "update ebb, or \(remedy)")
    }
    topic = head.topic.withoutControls
    note = head.note.withoutControls
    cards = []
    cards.reserveCapacity(lines.count)
    for line in lines.dropFirst() {
      guard let row = try? decoder.decode(Row.self, from: Data(line.text)),
        case let card = row.card(topic: head.topic, note: head.note), card.isInRange
      else {
        throw failure(line.number, "the deck file is cut off or damaged here; \(remedy)")
      }
      cards.append(card.withoutCommands)
    }
    guard cards.count == head.cards else {
      throw failure(
        lines.last?.number ?? 1,
        "the deck file has \(cards.count) of \(head.cards) cards; \(remedy)")
    }
  }

  private struct Head: Decodable {
    let schema: String
    let topic: String
    let note: String
    let cards: Int
  }

  private struct Row: Decodable {
    let id: CardID
    let kind: Card.Kind
    let trail: [String]
    let prompt: String
    let answer: String
    let points: [String]?
    let choices: [Choice]?
    let blanks: [String]?
    let generated: Bool?
    let tags: [String]?
    let interview: InterviewQuestion?
    let level: Int
    let rule: String
    let quality: Double
    let group: String
    let line: Int

    func card(topic: String, note: String) -> Card {
      Card(
        id: id, kind: kind, topic: topic, trail: trail, prompt: prompt, answer: answer,
        points: points ?? [], choices: choices ?? [], blanks: blanks ?? [],
        isGenerated: generated ?? false, tags: tags ?? [], interview: interview, level: level,
        rule: rule, quality: quality, group: group,
        place: Place(path: note, line: line))
    }
  }
}

extension JSONLine {
  mutating func add(_ key: String, _ choices: [Choice]) {
    add(key, each: choices) { line, choice in
      line.add("text", choice.text)
      if choice.isRight { line.add("right", true) }
    }
  }

  mutating func add(_ key: String, _ question: InterviewQuestion) {
    add(key) { line in
      if let level = question.level { line.add("level", level) }
      if !question.redFlags.isEmpty { line.add("redFlags", question.redFlags) }
      if let followUp = question.followUp { line.add("followUp", followUp) }
      if let answer = question.followUpAnswer { line.add("followUpAnswer", answer) }
    }
  }
}
