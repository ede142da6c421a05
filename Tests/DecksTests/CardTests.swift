import Decks
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
}
