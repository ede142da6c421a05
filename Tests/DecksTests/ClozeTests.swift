import Testing

@testable import Decks

struct ClozeTests {
  @Test func eachNumberIsACardAndTheOtherGapsAreFilled() throws {
    let cloze = try #require(
      Cloze(numbered: "The {{c1::ebb::tide}} and the {{c1::flood}} meet at {{c2::slack `water`}}."))
    let drafts = cloze.drafts(line: 3, quality: 0.9)
    #expect(
      drafts.map(\.prompt) == [
        "The […tide] and the […] meet at slack `water`.",
        "The ebb and the flood meet at […].",
      ])
    #expect(drafts.map(\.blanks) == [["ebb", "flood"], ["slack `water`"]])
    #expect(Set(drafts.map(\.answer)) == ["The ebb and the flood meet at slack `water`."])
    #expect(drafts.allSatisfy { $0.kind == .cloze && $0.group == 3 })
  }

  @Test(arguments: ["plain", "{{c::x}}", "{{c1:x}}", "{{c1::open", "{{cx::a}}", "a {{ b }}"])
  func whatIsNoNumberedGapIsLeftAlone(text: String) {
    #expect(Cloze(numbered: text) == nil)
  }

  @Test(arguments: [
    ("The ==ebb== and the ==flood==.", ["ebb", "flood"]), ("if a == b and c == d", nil),
    ("`a==b` and `c==d`", nil), ("x ==one two three four five six seven eight nine==", nil),
    ("a === b === c", nil), ("==all==", ["all"]),
  ])
  func aHighlightOfFewWordsIsAGap(text: String, blanks: [String]?) {
    let drafts = Cloze(highlighted: text)?.drafts(line: 1, quality: 0.7)
    #expect(drafts?.flatMap(\.blanks) == blanks)
  }

  @Test func anAuthorsGapsAreCardsAndAreShownFilledElsewhere() throws {
    let source = """
      # Sea

      - The {{c1::moon}} pulls harder than the sun.

      ## Slack water

      Slack water is the time in which ==no current== runs between ebb and flood.
      """
    let cards = Compilation(of: try Note.read(Array(source.utf8), path: "sea.md").get()).cards
    #expect(
      cards.map(\.prompt) == [
        "The […] pulls harder than the sun.",
        "Slack water is the time in which […] runs between ebb and flood.",
        "What is **Slack water**?",
      ])
    #expect(
      cards.last?.answer
        == "Slack water is the time in which no current runs between ebb and flood.")
  }
}
