import Decks
import TestSupport
import Testing

/// What holds for every note, however it was written.
struct CompilationPropertyTests {
  private static func note(_ text: String) throws -> Note {
    try Note.read(Array(text.utf8), path: "noise.md").get()
  }

  @Test(arguments: UInt64(0)..<400) func aCardOfAnyNoteCanBeAskedAndShown(seed: UInt64) throws {
    var noise = MarkdownNoise(seed: seed)
    let note = try Self.note(noise.note())
    let compilation = Compilation(of: note)
    // A carriage return ends a line of Markdown too.
    let lines = note.text.count { $0 == 0x0a || $0 == 0x0d } + 1
    for card in compilation.cards {
      let place: Comment = "seed \(seed), line \(card.place.line), \(card.rule)"
      #expect(card.prompt.contains { !$0.isWhitespace }, place)
      #expect((card.answer + card.points.joined()).contains { !$0.isWhitespace }, place)
      #expect((1...lines).contains(card.place.line), place)
      #expect((1...4).contains(card.level), place)
      #expect((Compilation.minimumQuality...1).contains(card.quality), place)
      for text in [card.prompt, card.answer, card.topic] + card.points + card.trail {
        #expect(
          text.unicodeScalars.allSatisfy(Self.isHarmless), "\(place) \(text.debugDescription)")
      }
    }
    for card in compilation.cards {
      let place: Comment = "seed \(seed), line \(card.place.line), \(card.rule)"
      // The brackets of a blank are no marks.
      if card.kind != .cloze { #expect(written(card.prompt) == card.prompt, place) }
      for choice in card.choices { #expect(written(choice.text) == choice.text, place) }
      #expect(written(card.answer) == card.answer, place)
    }
    let ids = compilation.cards.map(\.id)
    #expect(Set(ids).count == ids.count, "seed \(seed)")
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0a, 0x09: true
    case ..<0x20, 0x7f...0x9f, 0x202a...0x202e, 0x2066...0x2069, 0xfeff: false
    default: true
    }
  }

  @Test(arguments: UInt64(0)..<200) func compilingTwiceGivesTheSameBytes(seed: UInt64) throws {
    var noise = MarkdownNoise(seed: seed)
    let note = try Self.note(noise.note())
    let (first, second) = (Compilation(of: note), Compilation(of: note))
    #expect(Self.deck(first).text == Self.deck(second).text, "seed \(seed)")
    #expect(first.diagnostics == second.diagnostics && first.skipped == second.skipped)
  }

  @Test(arguments: UInt64(0)..<200) func aDeckFileIsReadBackAsItsCards(seed: UInt64) throws {
    var noise = MarkdownNoise(seed: seed)
    let compilation = Compilation(of: try Self.note(noise.note()))
    let text = Self.deck(compilation).text
    #expect(text.utf8.count { $0 == 0x0a } == compilation.cards.count + 1, "seed \(seed)")
    let read = try DeckFile(text: text, path: "noise.jsonl")
    #expect(read.cards == compilation.cards, "seed \(seed)")
    #expect(read.topic == compilation.topic && read.text == text, "seed \(seed)")
  }

  private static func deck(_ compilation: Compilation) -> DeckFile {
    DeckFile(topic: compilation.topic, note: "noise.md", cards: compilation.cards)
  }

  /// Rules that walk a tree by calling themselves ended the program here.
  @Test(arguments: ["> ", "- "]) func nestingOfAnyDepthIsReadAsDeepAsItIsShown(mark: String) throws
  {
    let deep = String(repeating: mark, count: 100_000) + "words that nobody sees"
    let text = "## What floats?\n\nA ship of steel floats, and a cork does.\n\n\(deep)\n\n## End\n"
    let cards = Compilation(of: try Self.note(text)).cards
    #expect(cards.map(\.question) == ["What floats?"])
    #expect(!cards.contains { $0.answer.contains("nobody") })
  }

  @Test func deepNestingIsSurvived() throws {
    for depth in [10, 63, 64, 65, 500, 5_000] {
      let cases = [
        String(repeating: "> ", count: depth) + "words",
        String(repeating: "- ", count: depth) + "x",
        String(repeating: "*", count: depth) + "x" + String(repeating: "*", count: depth),
        String(repeating: "[", count: depth) + "x" + String(repeating: "]", count: depth),
        (0..<min(depth, 500)).map { String(repeating: " ", count: $0 * 2) + "- a" }
          .joined(separator: "\n"),
      ]
      for body in cases {
        let text = "## What is deep?\n\nEight words stand in front of it all.\n\n" + body + "\n"
        let compilation = Compilation(of: try Self.note(text))
        let cards = compilation.cards
        let tooLong = compilation.skipped.map(\.reason).contains {
          $0.contains("more than 60 lines")
        }
        #expect(
          cards.map(\.question) == (tooLong ? [] : ["What is deep?"]),
          "\(depth) \(body.prefix(8))")
        for card in cards { _ = RichText(markdown: card.answer) }
      }
    }
  }
}
