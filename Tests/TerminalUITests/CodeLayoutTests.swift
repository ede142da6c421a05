import Decks
import TestSupport
import Testing

@testable import TerminalUI

struct CodeLayoutTests {
  private func lines(
    _ code: [String], language: String = "", wide: Int = 12, shift: Int = 0, wraps: Bool = false
  ) -> [TextLine] {
    let layout = TextLayout(measure: 8, wide: wide, codeShift: shift, wrapsCode: wraps)
    return CodeLayout(layout: layout).lines(code, language: language, indent: 2)
  }

  @Test func shortCodeIsLeftAlone() {
    #expect(lines(["a = 1", "", "  b"]).map(\.text) == ["  a = 1", "  ", "    b"])
    #expect(lines(["0123456789"]).map(\.isCut) == [false])
  }

  @Test func aLineThatIsTooLongEndsInASign() {
    let cut = lines(["0123456789a", "short"])
    #expect(cut.map(\.text) == ["  012345678›", "  short"])
    #expect(cut.map(\.isCut) == [true, false])
    #expect(cut[0].glyphs.last?.ink == .muted)
  }

  @Test(arguments: [
    (8, "  ‹9abcdefg›"), (16, "  ‹hijk"), (40, "  ‹"),
  ])
  func shiftedCodeBeginsWithASignAndEveryLineMovesAlike(shift: Int, row: String) {
    let shifted = lines(["0123456789abcdefghijk", "", "0123456789abcdefg"], shift: shift)
    #expect(shifted[0].text == row)
    #expect(shifted[1].text == "  ")
    #expect(shifted[2].text.hasPrefix("  ‹"))
  }

  @Test func halfAWideCharacterAtTheLeftEdgeLeavesABlank() {
    let shifted = lines(["01234567漢9ab", "012345678漢ab"], shift: 8)
    #expect(shifted.map(\.text) == ["  ‹ 9ab", "  ‹漢ab"])
  }

  @Test func wrappedCodeMarksTheRowsThatGoOn() {
    let wrapped = lines(["0123456789abcdefghijk", "x"], shift: 8, wraps: true)
    #expect(wrapped.map(\.text) == ["  0123456789", "  ↪abcdefghi", "  ↪jk", "  x"])
    #expect(wrapped.filter(\.isCut).isEmpty)
  }

  @Test func wrappingKeepsBlankRows() {
    #expect(lines(["a", "", "b"], wraps: true).count == 3)
  }

  @Test func tabsGoToTheNextOfFourColumns() {
    #expect(
      lines(["\tx", "ab\ty", "漢\tz"], wide: 20).map(\.text) == ["      x", "  ab  y", "  漢  z"])
  }

  @Test(arguments: [
    ("python", "  # said", true), ("python", "x # said", false), ("sql", "-- said", true),
    ("SQL", "-- said", true), ("go", "// said", true), ("go", "# said", false),
    ("", "# said", false), ("unheard-of", "# said", false),
  ])
  func commentsAreMuted(language: String, line: String, isComment: Bool) {
    let ink = lines([line], language: language, wide: 40)[0].glyphs.last?.ink
    #expect(ink == (isComment ? .muted : .code))
  }

  @Test func rowsOfOneBlockAreDrawnAtOneLeftEdge() {
    let long = String(repeating: "x", count: 100)
    var frame = Frame(columns: 120, rows: 8)
    let layout = TextLayout(measure: frame.measure, wide: frame.wide)
    frame.draw(
      layout.lines(of: RichText(markdown: "```\nif a:\n\(long)\nend\n```"), ink: .answer), from: 0,
      to: 8)
    let starts = (0..<3).map { frame.grid.text(row: $0).prefix { $0 == " " }.count }
    #expect(Set(starts).count == 1)
  }

  @Test(arguments: UInt64(0)..<200) func wrappedCodeLosesNothing(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let code = random.words(0...20)
    let wide = random.number(12...60)
    let rows = lines([code], wide: wide, wraps: true)
    for row in rows { #expect(row.width <= wide, "seed \(seed)") }
    let kept = rows.enumerated().flatMap { index, row in
      row.glyphs.dropFirst(index == 0 ? 0 : 1).map(\.cluster)
    }
    #expect(kept == code.map { Glyph($0, .code).cluster }, "seed \(seed)")
  }

  @Test func shiftingStopsWhereNoLineGoesOn() {
    var desk = Desk.reviewing([.longCode])
    desk.press(.enter)
    for _ in 0..<60 { desk.press(.character("l")) }
    #expect(desk.text.contains("No code goes on to the right."))
    #expect(desk.text.contains("();"))
    for _ in 0..<60 { desk.press(.character("h")) }
    #expect(desk.text.contains("  call_0()."))
  }

  @Test func wrappingStaysOnForTheSession() {
    let other = Sample("other", "And then?", Sample.longCode.card.answer)
    var desk = Desk.reviewing([.longCode, other])
    desk.press(.enter, .character("w"), .character("3"), .enter)
    #expect(desk.text.contains("And then?"))
    #expect(desk.text.contains("↪"))
    desk.press(.character("w"))
    #expect(!desk.text.contains("↪"))
  }
}
