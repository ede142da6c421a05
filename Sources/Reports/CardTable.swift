import Decks
import Scheduling

/// The cards of the catalogue as figures see them: where each stands, and where in the notes.
package struct CardTable: Sendable {
  /// A card as figures see it.
  package struct Row: Sendable {
    package let id: CardID
    /// Index in `parts`.
    package let part: Int
    package let schedule: Schedule
    /// Set aside by its owner until called back.
    package let isSuspended: Bool
    /// Cards of one passage have the same; at most one of them is begun a day.
    package let passage: Int
  }

  /// A heading with cards directly below it.
  package struct Part: Hashable, Sendable {
    /// Index in `topics`.
    package let topic: Int
    /// Titles of the headings, outermost first, without the topic.
    package let trail: [String]
  }

  /// Names of the topics, in the order in which they were met.
  package private(set) var topics: [String] = []
  package private(set) var parts: [Part] = []
  package private(set) var rows: [Row] = []

  private var topicNumbers: [String: Int] = [:]
  private var partNumbers: [Part: Int] = [:]
  private var passages: [String: Int] = [:]

  /// Makes a table without cards.
  package init() {}

  /// Adds a card, which must not be in the table yet.
  package mutating func add(
    _ id: CardID, topic: String, trail: [String], schedule: Schedule, isSuspended: Bool = false,
    passage: String? = nil
  ) {
    let part = part(topic: topic, trail: trail)
    let passage = passage ?? id.rawValue
    let number = passages[passage] ?? passages.count
    passages[passage] = number
    rows.append(
      Row(
        id: id, part: part, schedule: schedule, isSuspended: isSuspended, passage: number))
  }

  /// The index of a topic by its full name.
  package func topic(named name: String) -> Int? { topicNumbers[name] }

  private mutating func part(topic: String, trail: [String]) -> Int {
    // Cards come in the order of their notes: most stand where the one before stood.
    if let last = rows.last?.part, parts[last].trail == trail, topics[parts[last].topic] == topic {
      return last
    }
    let topicNumber = topicNumbers[topic] ?? topics.count
    if topicNumber == topics.count {
      topicNumbers[topic] = topicNumber
      topics.append(topic)
    }
    let part = Part(topic: topicNumber, trail: trail)
    if let number = partNumbers[part] { return number }
    partNumbers[part] = parts.count
    parts.append(part)
    return parts.count - 1
  }
}
