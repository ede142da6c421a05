import Decks
import Testing

struct SilentPartsTests {
  private static let words = String(repeating: "word ", count: 21)

  private func parts(_ text: String, cards lines: [Int]) -> SilentParts? {
    guard case .success(let note) = Note.read(Array(text.utf8), path: "n.md") else { return nil }
    return SilentParts(of: note, topic: "Topic", cardLines: lines)
  }

  @Test func aPartIsAHeadingWithoutInnerOnesAndMoreThanTwentyWords() {
    let text = """
      # Topic

      \(Self.words)

      ## Outer

      \(Self.words)

      ### Asked

      \(Self.words)

      ### Silent

      \(Self.words)

      ### Short

      word word

      ## Sources

      \(Self.words)
      """
    // The first card stands in the outer part, which has inner ones and counts for none of them.
    let found = parts(text, cards: [11, 7])
    #expect(found?.all == 2)
    #expect(found?.parts.map(\.trail) == [["Outer", "Silent"]])
    #expect(found?.parts.map(\.place.line) == [13])
    #expect(parts(text, cards: [])?.parts.count == 2)
    #expect(parts(text, cards: [9, 13])?.parts.isEmpty == true)
  }

  @Test func whatTheAuthorLeftOutIsNoPart() {
    let text = "# Topic\n\n<!-- ebb: off -->\n\n## Private\n\n\(Self.words)\n"
    #expect(parts(text, cards: [])?.all == 0)
    #expect(parts("---\nebb: off\n---\n# T\n\n## Part\n\n\(Self.words)\n", cards: [])?.all == 0)
  }
}
