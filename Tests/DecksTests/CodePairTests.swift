import Foundation
import Testing

@testable import Decks

struct CodePairTests {
  private func pair(under heading: String, before: String = "", between: String = "") throws
    -> Card?
  {
    let source = """
      # Sea

      ## \(heading)

      \(before)

      **Bad**

      ```python
      moor(ship)
      ```

      \(between)

      **Good**

      ```python
      moor(ship, lines=2)
      ```
      """
    let note = try Note.read(Array(source.utf8), path: "sea.md").get()
    return Compilation(of: note).cards.first { $0.kind == .code }
  }

  private static let question = "What is wrong with this Python code, and how would you write it?"

  @Test(arguments: [
    ("python", "Python code"), ("http", "HTTP exchange"), ("nginx", "nginx configuration"),
    ("yml", "YAML"), ("sql", "SQL code"), ("", "code"), ("zig", "Zig code"),
  ])
  func codeIsCalledWhatItIs(fence: String, name: String) {
    #expect(Phrasing.codeName(ofFence: fence) == name)
  }

  @Test func aSituationAndItsPurposeStandBeforeTheCode() throws {
    let card = try #require(
      try pair(under: "A ship in a gale", before: "The ship is to lie still through the night."))
    #expect(card.trail == ["A ship in a gale"])
    #expect(
      card.prompt.hasPrefix("The ship is to lie still through the night.\n\n\(Self.question)"))
    #expect(card.answer == "```python\nmoor(ship, lines=2)\n```")
  }

  @Test(arguments: ["Why one line is too few", "Mooring with one line", "Add a second line"])
  func aHeadingThatTellsTheFlawIsNotShown(heading: String) throws {
    let card = try #require(
      try pair(under: heading, before: "One line chafes through, and the ship drifts off."))
    #expect(card.trail.isEmpty)
    #expect(card.prompt.hasPrefix(Self.question))
    #expect(card.answer.hasPrefix("One line chafes through, and the ship drifts off.\n\n```"))
  }

  @Test func whatStandsBetweenTheTwoIsPartOfTheAnswer() throws {
    let card = try #require(
      try pair(under: "A ship in a gale", between: "One line chafes through in an hour."))
    #expect(card.answer.hasPrefix("One line chafes through in an hour.\n\n```"))
  }

  @Test func bulletsBehindTheGoodCodeComeFirst() throws {
    let source = """
      # Sea

      ## %

      Nothing holds in a gale but two lines that are made fast to two bollards.

      **Bad**

      ```python
      moor(ship)
      ```

      **Good**

      ```python
      moor(ship, lines=2)
      ```

      - One line chafes through in an hour.
      """
    func found(under heading: String) throws -> [Card] {
      let text = source.replacingOccurrences(of: "%", with: heading)
      return Compilation(of: try Note.read(Array(text.utf8), path: "sea.md").get()).cards
    }
    let answer = "- One line chafes through in an hour.\n\n```python\nmoor(ship, lines=2)\n```"
    // The line before the pair answers a heading that asks, and says when the code runs under
    // any other.
    let asked = try found(under: "What holds a ship in a gale?")
    #expect(asked.map(\.prompt.first) == ["W", "W"])
    #expect(asked[0].answer.hasPrefix("Nothing holds") && !asked[0].answer.contains("moor"))
    #expect(asked[1].prompt.hasPrefix(Self.question) && asked[1].answer == answer)
    let told = try #require(try found(under: "Mooring in a gale").first { $0.kind == .code })
    #expect(told.prompt.hasPrefix("Nothing holds") && told.answer == answer)
  }

  @Test func rowsAreAskedBesideTheTextThatAnswersTheirHeading() throws {
    let source = """
      # Sea

      ## Which knot holds in a gale?

      A bowline holds in a gale, because strain only makes it tighter, and it can be untied at once.

      | Knot | Use |
      |---|---|
      | Clove hitch | a fender on a rail |
      | Sheet bend | two lines of unequal thickness |
      | Reef knot | tying in a reef |
      """
    let note = try Note.read(Array(source.utf8), path: "sea.md").get()
    let found = Compilation(of: note).cards
    #expect(found.filter { $0.rule == "table" }.count == 3)
    let whole = try #require(found.first { $0.rule == "question" })
    #expect(whole.answer.hasPrefix("A bowline holds") && !whole.answer.contains("Clove"))
  }
}
