import Decks
import TestSupport
import Testing

@testable import TerminalUI

struct TextLayoutTests {
  private func rows(_ markdown: String, measure: Int = 30) -> [String] {
    TextLayout(measure: measure, wide: measure).lines(
      of: RichText(markdown: markdown), ink: .answer
    )
    .map(\.text)
  }

  @Test func paragraphsStandApart() {
    #expect(rows("one\ntwo\n\nthree") == ["one two", "", "three"])
  }

  @Test func pointsHangUnderTheirText() {
    #expect(
      rows("- a point that needs more than one row\n- short") == [
        "• a point that needs more than", "  one row", "• short",
      ])
  }

  @Test func numbersHangUnderTheirText() {
    #expect(
      rows("9. nine\n10. a step that needs more than one row") == [
        "9. nine", "10. a step that needs more", "    than one row",
      ])
  }

  @Test func nestedListsStepInwards() {
    #expect(
      rows("- a\n  - b\n    1. c\n       - d\n- e") == [
        "• a", "  • b", "    1. c", "       • d", "• e",
      ])
  }

  @Test func listsDeeperThanFourLevelsAreFlattened() {
    let deep = (0..<7).map { String(repeating: "  ", count: $0) + "- level \($0 + 1)" }
      .joined(separator: "\n")
    let indents = rows(deep).map { row in row.prefix { $0 == " " }.count }
    #expect(indents == [0, 2, 4, 6, 8, 8, 8])
  }

  @Test func aPointMayHoldParagraphsAndCode() {
    #expect(
      rows("- first\n\n  second\n\n  ```\n  code\n  ```\n- next") == [
        "• first", "", "  second", "", "    code", "• next",
      ])
  }

  @Test func aPointThatBeginsWithCodeKeepsItsMarkInLine() {
    #expect(rows("- plain\n-     code\n- plain") == ["• plain", "•   code", "• plain"])
  }

  @Test func headingsAndEmphasisAreInkAndNotMarks() {
    let lines = TextLayout(measure: 40, wide: 40)
      .lines(of: RichText(markdown: "a **b** `c` *d*"), ink: .answer)
    #expect(lines.map(\.text) == ["a b c d"])
    let inks: [Ink] = lines[0].glyphs.filter { $0.cluster != " " }.map(\.ink)
    #expect(inks == [.answer, .prompt, .code, .answer])
  }

  @Test func quotesStandIn() {
    #expect(rows("> said\n\nplain") == ["  said", "", "plain"])
  }

  @Test func nothingGivesNoRows() {
    #expect(rows("").isEmpty)
  }

  @Test(arguments: UInt64(0)..<300) func proseKeepsToTheMeasureAndLosesNothing(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let texts = (0..<random.number(1...6)).map { _ in random.words(1...20) }
    let blocks = texts.enumerated().map { index, text -> RichText.Block in
      let paragraph = RichText.Block.paragraph([RichText.Span(text)])
      // Each text one list deeper than the one before.
      return (0..<index).reduce(paragraph) { inner, _ in
        .list(start: random.pick([nil, 1, 99], or: nil), members: [[inner]])
      }
    }
    let measure = random.number(36...76)
    let lines = TextLayout(measure: measure, wide: measure)
      .lines(of: RichText(blocks: blocks), ink: .answer)
    for line in lines { #expect(line.width <= measure, "seed \(seed), measure \(measure)") }
    // Marks and numbers of lists stand between the texts.
    let added = Set(" ↪•0123456789.")
    let drawn: [Character] = lines.flatMap { $0.glyphs.map(\.cluster) }
    let given: [Character] = texts.joined(separator: " ").map { Glyph($0, .answer).cluster }
    #expect(
      drawn.filter { !added.contains($0) } == given.filter { !added.contains($0) },
      "seed \(seed), measure \(measure)")
  }

  @Test(arguments: UInt64(0)..<300) func anythingCanBeLaidOutWithinTheWindow(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = RichText(blocks: random.blocks())
    let columns = random.number(40...200)
    let frame = Frame(columns: columns, rows: 24)
    let layout = TextLayout(
      measure: frame.measure, wide: frame.wide, codeShift: random.pick([0, 8, 800], or: 0),
      wrapsCode: random.number(0...1) == 0)
    for line in layout.lines(of: text, ink: .answer) {
      let room = line.span > frame.measure ? frame.wide : frame.measure
      #expect(line.width <= room, "seed \(seed), columns \(columns): \(line.text)")
      #expect(line.indent >= 0, "seed \(seed)")
    }
  }
}
