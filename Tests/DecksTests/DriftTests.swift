import Testing

@testable import Decks

struct DriftTests {
  private func card(_ answer: String, points: [String] = []) -> Card {
    Card(
      id: CardID(rawValue: "x"), kind: .open, topic: "Tides", trail: [], prompt: "Why?",
      answer: answer, points: points, level: 1, rule: "question", quality: 0.8, group: "1",
      place: Place(path: "tides.md", line: 1))
  }

  private static let long = """
    The lock may have expired while its owner was paused, and another worker may hold it by now. \
    A plain delete removes the lock of that worker. The only way to do this is a script.
    """

  @Test(arguments: [
    ("Spelling and marks", long.replacing("expired", with: "expyred") + "!"),
    ("Type", long.replacing("script", with: "*script*")),
    ("A small word", long.replacing("A plain", with: "One plain")),
  ])
  func wordingIsNotReported(name: String, text: String) {
    #expect(Drift(from: card(Self.long), to: card(text)) == nil, "\(name)")
  }

  @Test(arguments: [
    ("Other words", "Nobody knows."),
    ("A figure", long.replacing("another worker", with: "2 workers")),
    ("A negation", long.replacing("may hold", with: "may not hold")),
    ("Code", long.replacing("script", with: "`script`")),
  ])
  func substanceIsReported(name: String, text: String) {
    #expect(Drift(from: card(Self.long), to: card(text)) != nil, "\(name)")
  }

  @Test func oldAndNewStandSentenceBySentence() throws {
    let new = Self.long.replacing(
      "The only way to do this is a script.", with: "Since Redis 8.4 `DELEX` does it.")
    let drift = try #require(Drift(from: card(Self.long), to: card(new)))
    #expect(drift.lines.map(\.kind) == [.kept, .kept, .removed, .added])
    #expect(drift.lines.last?.text == "Since Redis 8.4 `DELEX` does it.")
    let old = drift.lines.filter { $0.kind != .added }.map(\.text).joined(separator: " ")
    #expect(old == Self.long)
  }

  @Test func pointsAreComparedOneByOne() throws {
    let before = card("", points: ["One tide.", "Two moons.", "Three suns."])
    let after = card("", points: ["One tide.", "Four stars.", "Three suns."])
    let drift = try #require(Drift(from: before, to: after))
    #expect(drift.lines.map(\.kind) == [.kept, .removed, .added, .kept])
  }
}
