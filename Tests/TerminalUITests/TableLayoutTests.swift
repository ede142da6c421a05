import Decks
import TestSupport
import Testing

@testable import TerminalUI

struct TableLayoutTests {
  private func lines(_ markdown: String, width: Int, measure: Int? = nil) -> [TextLine] {
    guard case .table(let header, let rows) = RichText(markdown: markdown).blocks.first else {
      return []
    }
    return TableLayout(width: width, measure: measure ?? width, ink: .answer)
      .lines(header: header, rows: rows)
  }

  private let stores = """
    | Kind | How it works | Loses |
    |---|---|---|
    | RDB | a forked child writes a snapshot | all since the last one |
    | AOF | every write goes to a log | one second |
    """

  @Test func aTableThatFitsIsAGrid() {
    #expect(
      lines(stores, width: 64).map(\.text) == [
        "Kind  How it works                      Loses",
        "──────────────────────────────────────────────────────────────",
        "RDB   a forked child writes a snapshot  all since the last one",
        "AOF   every write goes to a log         one second",
      ])
  }

  @Test func aTableThatIsTooWideWrapsItsCells() {
    #expect(
      lines(stores, width: 44).map(\.text) == [
        "Kind  How it works        Loses",
        "────────────────────────────────────────────",
        "RDB   a forked child      all since the last",
        "      writes a snapshot   one",
        "",
        "AOF   every write goes    one second",
        "      to a log",
      ])
  }

  @Test func aTableThatWrapsTooMuchBecomesRecords() {
    #expect(
      lines(stores, width: 30).map(\.text) == [
        "RDB",
        "  How it      a forked child",
        "  works       writes a",
        "              snapshot",
        "  Loses       all since the",
        "              last one",
        "AOF",
        "  How it      every write goes",
        "  works       to a log",
        "  Loses       one second",
      ])
  }

  @Test func aTitleOfARecordIsBoldAndALabelIsMuted() {
    let records = lines(stores, width: 30)
    #expect(records[0].glyphs.allSatisfy { $0.ink == .prompt })
    #expect(records[1].glyphs.first?.ink == .muted)
    #expect(records[1].glyphs.last?.ink == .answer)
  }

  @Test func recordsKeepToTheMeasureOfProseInAWideWindow() {
    let cell = String(repeating: "many words ", count: 60)
    let table = "| a | b |\n|---|---|\n| x | \(cell) |"
    for line in lines(table, width: 114, measure: 76) {
      #expect(line.width <= 76)
      #expect(line.span == 0)
    }
  }

  @Test func rowsOfAWideGridAreDrawnAtOneLeftEdge() {
    let cells = [60, 40].map { String(repeating: "x", count: $0) }.joined(separator: " | ")
    let grid = lines(
      "| a | b |\n|---|---|\n| \(cells) |\n| 1 | 2 |", width: 114, measure: 76)
    #expect(Set(grid.map(\.span)) == [102])
  }

  @Test func aTableWithWideCharactersIsStraight() {
    let rows = lines("| 言語 | x |\n|---|---|\n| 日本語 | 1 |\n| a | 2 |", width: 40).map(\.text)
    #expect(rows == ["言語    x", "─────────", "日本語  1", "a       2"])
  }

  @Test func cellsThatAreMissingAreBlank() {
    #expect(lines("| a | b |\n|---|---|\n| 1 |", width: 40).map(\.text).last?.first == "1")
    #expect(TableLayout(width: 40, measure: 40, ink: .answer).lines(header: [], rows: []).isEmpty)
  }

  @Test(arguments: UInt64(0)..<300) func noTableIsWiderThanItsRoomOrLosesText(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    guard case .table(let header, let rows) = random.table() else {
      Issue.record("seed \(seed) gave no table")
      return
    }
    let measure = random.number(34...76)
    let width = measure + random.number(0...40)
    let lines = TableLayout(width: width, measure: measure, ink: .answer)
      .lines(header: header, rows: rows)
    for line in lines { #expect(line.width <= width, "seed \(seed)") }
    // Each character of a cell is drawn at least as often as it is written.
    func counts(_ clusters: [Character]) -> [Character: Int] {
      clusters.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    let drawn = counts(lines.flatMap { $0.glyphs.map(\.cluster) })
    let given = counts(
      rows.joined().flatMap { TextLayout.glyphs(of: $0, ink: .answer) }.map(\.cluster))
    for (cluster, count) in given where cluster != " " {
      #expect(drawn[cluster, default: 0] >= count, "seed \(seed): \(cluster)")
    }
  }
}
