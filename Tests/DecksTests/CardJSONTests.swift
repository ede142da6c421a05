import Foundation
import Testing

@testable import Decks

struct CardJSONTests {
  @Test(arguments: [
    Card(
      id: CardID(rawValue: "a"), kind: .open, topic: "T", trail: [], prompt: "Why?", answer: "So.",
      points: [], level: 1, rule: "label", quality: 0.6, group: "3",
      place: Place(path: "a.md", line: 3)),
    Card(
      id: CardID(rawValue: "b"), kind: .choice, topic: "T \"1\"", trail: ["A", "B\\"],
      prompt: "Line\nand\ttab \u{1} 漢字 🧪", answer: "`x`", points: ["one", "two"],
      choices: [Choice("right", isRight: true), Choice("wrong")], blanks: ["x"], isGenerated: true,
      tags: ["t"],
      interview: InterviewQuestion(
        level: "senior", redFlags: ["no"], followUp: "And?", followUpAnswer: "Yes."),
      level: 4, rule: "table", quality: 0.07, group: "9", place: Place(path: "/b c.md", line: 0)),
  ])
  func aCardIsReadBackAsItWas(card: Card) throws {
    #expect(try JSONDecoder().decode(Card.self, from: Data(card.json.utf8)) == card)
  }
}
