import Testing

@testable import TerminalUI

struct GridTests {
  @Test(arguments: [
    ("ab", 0, "ab   "), ("漢a", 0, "漢a  "), ("漢字", 1, " 漢字"), ("漢字", 2, "  漢 "),
    ("abc", -1, "bc   "), ("漢a", -1, " a   "), ("abcdef", 3, "   ab"), ("x", 5, "     "),
    ("\u{1B}[2J", 0, "?[2J "), ("🇩🇪!", 0, "?!   "),
  ])
  func textIsCutAtTheEdges(text: String, column: Int, row: String) {
    var grid = Grid(columns: 5, rows: 1)
    grid.write(text, row: 0, column: column, ink: .answer)
    #expect(grid.text(row: 0) == row)
    #expect(grid.fault == nil)
  }

  @Test(arguments: [(0, "x 字"), (1, " x字"), (2, "漢x "), (3, "漢 x")])
  func halfOfAWideCharacterThatIsOverwrittenGoesWithIt(column: Int, row: String) {
    var grid = Grid(columns: 4, rows: 1)
    grid.write("漢字", row: 0, column: 0, ink: .answer)
    grid.write("x", row: 0, column: column, ink: .answer)
    #expect(grid.text(row: 0) == row)
    #expect(grid.fault == nil)
  }

  @Test func aWideCharacterOverTwoOthersLeavesBlanksBesideIt() {
    var grid = Grid(columns: 4, rows: 1)
    grid.write("漢字", row: 0, column: 0, ink: .answer)
    grid.write("國", row: 0, column: 1, ink: .code)
    #expect(grid.text(row: 0) == " 國 ")
    #expect(grid[0, 1].ink == .code && grid[0, 2].ink == .code)
    #expect(grid.fault == nil)
  }

  @Test func writingReturnsWhereItEnded() {
    var grid = Grid(columns: 10, rows: 1)
    #expect(grid.write("漢a", row: 0, column: 2, ink: .answer) == 5)
    #expect(grid.write("nothing", row: 7, column: 3, ink: .answer) == 3)
  }

  @Test func aGridOfNoSizeTakesAnyText() {
    var grid = Grid(columns: -3, rows: 0)
    grid.write("text", row: 0, column: 0, ink: .answer)
    #expect(grid.cells.isEmpty)
  }

  @Test(arguments: [
    ("One. Two.", 9, "One. Two."), ("One. Two.", 8, "One. …"), ("One. Two.", 6, "One. …"),
    ("One. Two.", 5, "One.…"), ("One. Two. Three.", 11, "One. Two. …"),
    ("v1.2 is old", 8, "v1.2 is…"),
    ("漢字。One. Two.", 12, "漢字。One. …"),
  ])
  func whereSentencesDoNotFitTheLastOnesGoWhole(text: String, width: Int, shown: String) {
    #expect(Frame.shortened(text, to: width) == shown)
  }

  @Test(arguments: [
    ("short", 5, "short"), ("shorter", 5, "shor…"), ("漢字漢字", 5, "漢字…"), ("漢字漢字", 4, "漢…"),
    ("abc", 1, "…"), ("abc", 0, ""), ("", 0, ""),
  ])
  func aCutTextEndsInASignOfIt(text: String, width: Int, cut: String) {
    #expect(Frame.cut(text, to: width) == cut)
  }
}
