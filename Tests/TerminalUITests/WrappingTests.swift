import TestSupport
import Testing

@testable import TerminalUI

struct WrappingTests {
  private func rows(_ text: String, _ width: Int) -> [String] {
    Wrapping.rows(of: text.map { Glyph($0, .answer) }, width: width)
      .map { String($0.map(\.cluster)) }
  }

  @Test(arguments: [
    ("", 10, [""]), ("one", 10, ["one"]), ("one two", 7, ["one two"]),
    ("one two", 6, ["one", "two"]), ("one  two", 4, ["one", "two"]),
    ("a b c d", 3, ["a b", "c d"]),
    ("one ", 3, ["one"]), ("abcdefgh", 4, ["abcd", "↪efg", "↪h"]),
    ("x abcdefgh", 4, ["x", "abcd", "↪efg", "↪h"]), ("漢字漢字", 4, ["漢字", "漢字"]),
    ("漢字漢字", 5, ["漢字", "漢字"]), ("漢字。漢字", 4, ["漢", "字。", "漢字"]),
    ("ab漢字", 3, ["ab", "漢", "字"]), ("漢abcd", 3, ["漢", "abc", "↪d"]),
    ("10\u{A0}ms or", 6, ["10 ms", "or"]), ("in 10\u{A0}ms", 5, ["in", "10 ms"]),
    ("a\tb", 3, ["a b"]),
  ])
  func textIsWrapped(text: String, width: Int, expected: [String]) {
    #expect(rows(text, width) == expected)
  }

  @Test func aWideCharacterIsNeverSplit() {
    for row in rows("a" + String(repeating: "漢", count: 9) + "。。。", 4) {
      #expect(CellWidth.of(row) <= 4)
    }
  }

  @Test(arguments: UInt64(0)..<300) func noRowIsTooWideAndNothingIsLost(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = random.words(0...30)
    let width = random.number(3...40)
    let glyphs = text.map { Glyph($0, .answer) }
    let rows = Wrapping.rows(of: glyphs, width: width)
    #expect(!rows.isEmpty, "seed \(seed)")
    for row in rows {
      #expect(row.cells <= width, "seed \(seed), width \(width)")
      #expect(row.last?.isBlank != true, "seed \(seed): a blank at the end")
    }
    let kept: [Character] = rows.flatMap { row in
      row.map(\.cluster).filter { $0 != " " && $0 != Wrapping.continuation }
    }
    let given: [Character] = glyphs.map(\.cluster).filter { $0 != " " }
    #expect(kept == given, "seed \(seed), width \(width)")
  }

  @Test(arguments: UInt64(0)..<100) func wrappingAgainChangesNothing(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let width = random.number(3...40)
    for row in Wrapping.rows(of: random.words(0...30).map { Glyph($0, .answer) }, width: width) {
      let again = Wrapping.rows(of: row, width: width)
      #expect(again == [row], "seed \(seed), width \(width)")
    }
  }
}
