import TestSupport
import Testing

@testable import TerminalUI

struct GridChangesTests {
  /// What a screen shows after changes were written over what it showed.
  private func written(_ changes: [Grid.Change], over before: Grid) -> Grid {
    var grid = before
    for change in changes {
      grid.write(String(change.cluster), row: change.row, column: change.column, ink: change.ink)
    }
    return grid
  }

  private func grid(_ random: inout SeededGenerator, over before: Grid) -> Grid {
    var grid = before
    for _ in 0..<random.number(0...6) {
      grid.write(
        random.words(0...4), row: random.number(0...(before.rows - 1)),
        column: random.number(-2...(before.columns - 1)),
        ink: random.pick(Ink.allCases, or: .answer))
    }
    return grid
  }

  @Test(arguments: UInt64(0)..<300) func whatChangedMakesOneGridOfTheOther(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let blank = Grid(columns: random.number(2...30), rows: random.number(1...6))
    let before = grid(&random, over: blank)
    let after = grid(&random, over: before)
    // As a part of a larger window the last cell is written too.
    let changes = after.changes(since: before, rows: after.rows + 1, columns: after.columns)
    #expect(written(changes, over: before).cells == after.cells, "seed \(seed)")
    let all = after.changes(since: nil, rows: after.rows + 1, columns: after.columns)
    #expect(written(all, over: blank).cells == after.cells, "seed \(seed)")
    #expect(all.allSatisfy { $0.isWide == (CellWidth.of($0.cluster) == 2) }, "seed \(seed)")
  }

  @Test func nothingIsWrittenWhereNothingChanged() {
    var before = Grid(columns: 10, rows: 2)
    before.write("same 漢", row: 0, column: 0, ink: .answer)
    var after = before
    #expect(after.changes(since: before, rows: 2, columns: 10).isEmpty)
    after.reink(row: 0, columns: 1..<2, ink: .hint)
    #expect(
      after.changes(since: before, rows: 2, columns: 10)
        == [Grid.Change(row: 0, column: 1, cluster: "a", isWide: false, ink: .hint)])
  }

  @Test func theLastCellOfAWindowIsNeverWritten() {
    var grid = Grid(columns: 4, rows: 2)
    grid.write("漢字", row: 0, column: 0, ink: .answer)
    grid.write("漢字", row: 1, column: 0, ink: .answer)
    let changes = grid.changes(since: nil, rows: 2, columns: 4)
    #expect(!changes.contains { $0.row == 1 && $0.column == 3 })
    // Only half of the last character has a place.
    #expect(changes.filter(\.isWide).map(\.column) == [0, 2, 0])
    // A smaller window shows a part.
    #expect(grid.changes(since: nil, rows: 1, columns: 3).map(\.column) == [0])
  }

  @Test func aGridOfAnotherSizeIsWrittenWhole() {
    let before = Grid(columns: 3, rows: 1)
    let after = Grid(columns: 2, rows: 2)
    #expect(after.changes(since: before, rows: 2, columns: 2).count == 3)
  }
}
