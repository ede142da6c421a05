import Decks
import Foundation
import Testing

struct CardTests {
  private func card(_ answer: String, points: [String]) -> Card {
    Card(
      id: CardID(rawValue: "a"), kind: .points, topic: "T", trail: [], prompt: "Q?", answer: answer,
      points: points, level: 1, rule: "r", quality: 1, group: "1",
      place: Place(path: "t.md", line: 1))
  }

  @Test func anAnswerThatOnlyRepeatsItsKeyPointsIsNotSaidTwice() {
    let points = ["**Top queries:** rank by total time.", "Waits: CPU and locks."]
    let repeated = "- Top queries: rank by total time.\n- **Waits:** CPU and locks."
    #expect(card(repeated, points: points).fullAnswer == nil)
    let more = repeated + "\n\nBenchmarks predict nothing."
    #expect(card(more, points: points).fullAnswer == more)
    #expect(card(repeated, points: []).fullAnswer == repeated)
  }

  @Test func aCardStoredBeforeItHadChoicesIsStillRead() throws {
    let old = card("An answer.", points: ["a"])
    let stored = """
      {"id":"a","kind":"points","topic":"T","trail":[],"prompt":"Q?","answer":"An answer.",\
      "points":["a"],"level":1,"rule":"r","quality":1,"group":"1",\
      "place":{"path":"t.md","line":1}}
      """
    #expect(try JSONDecoder().decode(Card.self, from: Data(stored.utf8)) == old)
  }

  @Test func everyFieldOfAStoredCardIsReadBack() throws {
    var full = card("An answer.", points: ["a"])
    full.choices = [Choice("x", isRight: true), Choice("y")]
    full.blanks = ["b"]
    full.isGenerated = true
    full.tags = ["t"]
    full.interview = InterviewQuestion(redFlags: ["r"], followUp: "f?")
    #expect(try JSONDecoder().decode(Card.self, from: JSONEncoder().encode(full)) == full)
  }
}
