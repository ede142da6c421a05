import Testing

@testable import Decks

/// Questions with options, by their authors and made from tables and definitions.
struct OptionsTests {
  private func cards(_ text: String) throws -> [Card] {
    Compilation(of: try Note.read(Array(text.utf8), path: "sea.md").get()).cards
  }

  @Test(arguments: [
    "- [ ] Reef\n- [x] Ebb\n- [ ] Keel\n\nThe sea runs out.",
    "- A: Reef\n- B: Ebb\n- C: Keel\n\n### Answer: B\n\nThe sea runs out.",
    "1. Reef\n2. Ebb\n3. Keel\n\n**Answer: B**\n\nThe sea runs out.",
    "- A) Reef\n- B) Ebb\n- C) Keel\n\n<details><summary><b>Answer</b></summary>\n\n"
      + "#### Answer: B\n\nThe sea runs out.\n\n</details>",
  ])
  func aMarkedOptionMakesAChoice(body: String) throws {
    let cards = try cards("# Sea\n\n## What is a falling tide?\n\n\(body)\n")
    #expect(cards.count == 1)
    let card = try #require(cards.first)
    #expect(card.kind == .choice)
    #expect(card.choices == [Choice("Reef"), Choice("Ebb", isRight: true), Choice("Keel")])
    #expect(card.answer == "Ebb\n\nThe sea runs out.")
    #expect(card.prompt == "What is a falling tide?")
    #expect(!card.isGenerated)
  }

  @Test func optionsThatNameEachOtherAreNotShuffled() throws {
    let text = """
      ## Which tides are high?

      - A: Spring tides
      - B: All of the above

      ### Answer: A

      Sun and moon pull in one line.
      """
    #expect(try cards(text).map(\.kind) == [.open])
  }

  private let knots = """
    # Ropes

    ## Knots

    | Knot | Purpose |
    |---|---|
    | Bowline | makes a loop that never slips under load |
    | Reef | ties two ends of one rope around a bundle |
    | Clove hitch | fastens a line to a post for a short time |
    | Sheet bend | joins a thin rope with a thick one |
    """

  @Test func aDescriptionIsToldApartFromItsNeighbours() throws {
    let choices = try cards(knots).filter { $0.rule == "recognition" }
    #expect(choices.count == 2)
    for card in choices {
      #expect(card.isGenerated && card.kind == .choice)
      #expect(card.prompt.hasPrefix("Which knot is this?\n\n> "))
      #expect(card.choices.count { $0.isRight } == 1 && card.choices.count == 4)
      #expect(card.choices.first { $0.isRight }.map { "**\($0.text)**" } == card.answer)
    }
  }

  @Test func thingsOfNoNamedKindAreNotToldApart() throws {
    let rows = knots.split(separator: "\n").dropFirst(4)
    let list = rows.map { row in
      let cells = row.split(separator: "|").map { $0.drop { $0 == " " } }
      return "**\(cells[0].dropLast())** — \(cells[1])\n\n"
    }
    let found = try cards("# Ropes\n\n## Aboard\n\n" + list.joined())
    #expect(found.count == 4 && !found.contains { $0.rule == "recognition" })
    #expect(
      try cards("# Ropes\n\n## Knots\n\n" + list.joined()).contains { $0.rule == "recognition" })
  }

  @Test(arguments: [
    // Two descriptions fit the same words.
    (
      "Reef | ties two ends of one rope around a bundle",
      "Reef | makes a loop that never slips under any load"
    ),
    // The description names its term, or another.
    (
      "Bowline | makes a loop that never slips under load",
      "Bowline | makes the bowline loop that never slips"
    ),
    (
      "Bowline | makes a loop that never slips under load",
      "Bowline | holds where a sheet bend would slip under load"
    ),
    (
      "Bowline | makes a loop that never slips under load",
      "Bowline | holds without hitching a line to anything else"
    ),
  ])
  func aDescriptionThatFitsTwoTermsOrNamesOneIsNotAsked(row: String, other: String) throws {
    let name = String(other.prefix { $0 != " " })
    let cards = try cards(knots.replacing(row, with: other))
    #expect(!cards.contains { $0.rule == "recognition" && $0.answer == "**\(name)**" })
  }
}
