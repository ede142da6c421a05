import Decks
import Scheduling
import TestSupport

@testable import TerminalUI

extension SeededGenerator {
  private static let clusters: [String] = [
    "a", "b", "Z", "7", "_", "-", ".", ",", "(", "é", "ß", "漢", "字", "ｱ", "、", "。", "한", "😀",
    "👨\u{200D}👩\u{200D}👧", "🇩🇪", "❤\u{FE0F}", "1\u{FE0F}\u{20E3}", "e\u{301}", "q\u{323}\u{303}",
    "\u{A0}", "\u{1B}", "\u{202E}", "\u{9B}", "\u{200B}", "\u{7F}", "→", "─", "\u{FEFF}",
  ]

  mutating func pick<Element>(_ from: [Element], or other: Element) -> Element {
    from.randomElement(using: &self) ?? other
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// A word of at most `longest` clusters, now and then a very long one.
  mutating func word(longest: Int = 12) -> String {
    let length = number(0...9) == 0 ? number(1...longest * 5) : number(1...longest)
    let plain = number(0...2) > 0
    return (0..<length).map { _ in
      plain ? pick(["a", "e", "r", "t", "n"], or: "a") : pick(Self.clusters, or: "a")
    }.joined()
  }

  mutating func words(_ range: ClosedRange<Int>) -> String {
    (0..<number(range)).map { _ in word() }.joined(separator: " ")
  }

  mutating func span() -> RichText.Span {
    RichText.Span(words(0...8) + " ", pick([.plain, .strong, .emphasis, .code], or: .plain))
  }

  mutating func spans() -> [RichText.Span] { (0..<number(0...3)).map { _ in span() } }

  mutating func table() -> RichText.Block {
    let columns = number(0...6)
    let row = { (random: inout SeededGenerator) in
      // Rows of the wrong length happen in notes.
      (0..<max(columns + random.number(-1...1), 0)).map { _ in
        [RichText.Span(random.words(0...4))]
      }
    }
    let header = row(&self)
    return .table(header: header, rows: (0..<number(0...4)).map { _ in row(&self) })
  }

  mutating func block(depth: Int = 0) -> RichText.Block {
    switch number(0...(depth < 6 ? 6 : 3)) {
    case 0, 1: .paragraph(spans())
    case 2:
      .code(
        language: pick(["", "python", "\u{1B}]0;x\u{7}", "go"], or: ""),
        lines: (0..<number(0...4)).map { _ in pick(["", "\t", "# "], or: "") + words(0...14) })
    case 3: table()
    case 4: .quote(blocks(depth: depth + 1))
    default:
      .list(
        start: pick([nil, nil, 1, 9, 98, 999_999_999], or: nil),
        members: (0..<number(0...3)).map { _ in blocks(depth: depth + 1) })
    }
  }

  mutating func blocks(depth: Int = 0) -> [RichText.Block] {
    (0..<number(0...3)).map { _ in block(depth: depth) }
  }

  /// Markdown with a bit of everything, as a careless author might write it.
  mutating func markdown() -> String {
    (0..<number(0...4)).map { _ in
      switch number(0...6) {
      case 0: "```\(pick(["", "python", "sql"], or: ""))\n\(words(0...15))\n\t\(words(0...5))\n```"
      case 1: "- \(words(1...9))\n  - \(words(1...9))\n    1. \(words(1...30))\n- \(words(0...2))"
      case 2:
        "| \(words(1...3)) | \(word()) | c |\n|---|---|---|\n| \(words(1...5)) | `x` | \(word()) |"
      case 3: "> \(words(1...20))"
      case 4: "**\(words(1...4))** *\(word())* `\(word())`"
      default: words(1...20)
      }
    }.joined(separator: "\n\n")
  }

  mutating func sample(_ number: Int) -> Sample {
    Sample(
      "card\(number)", markdown(), markdown(), topic: words(1...4),
      trail: (0..<self.number(0...3)).map { _ in words(1...4) },
      points: self.number(0...3) == 0 ? (0..<self.number(1...5)).map { _ in words(1...20) } : [],
      schedule: pick([.new, .waited], or: .new))
  }

  mutating func key() -> Key {
    if number(0...5) == 0 { return .character(pick(["x", "é", "漢", "\u{1B}", "5"], or: "x")) }
    return pick(Self.keys, or: .enter)
  }

  private static let keys = Keymap.bindings.flatMap(\.keys).filter { key in
    // Leaving at once would make short work of the rest.
    key != .character("Q") && key != .control("c")
  }

  mutating func size() -> (columns: Int, rows: Int) {
    switch number(0...5) {
    case 0: (number(0...200), number(0...200))
    case 1: (number(0...45), number(0...12))
    default: (number(40...100), number(10...30))
    }
  }
}

extension Grid {
  /// What is wrong with the cells; nil if nothing is.
  var fault: String? {
    if cells.count != columns * rows { return "\(cells.count) cells" }
    for row in 0..<rows {
      var isHalf = false
      for column in 0..<columns {
        var place: String { "row \(row + 1), column \(column + 1)" }
        guard let cluster = self[row, column].cluster else {
          if !isHalf { return "\(place): half of no wide character" }
          isHalf = false
          continue
        }
        if isHalf { return "\(place): a wide character lost its right half" }
        if cluster == " " || cluster == "─" { continue }
        if CellWidth.displayable(cluster) != cluster { return "\(place): cannot be shown" }
        isHalf = CellWidth.of(cluster) == 2
      }
      if isHalf { return "row \(row + 1): a wide character at the edge" }
    }
    let isInside =
      (0..<max(rows, 1)).contains(cursor.row)
      && (0..<max(columns, 1)).contains(cursor.column)
    return isInside ? nil : "the cursor is outside, at \(cursor)"
  }
}
