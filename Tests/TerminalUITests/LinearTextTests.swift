import Decks
import TestSupport
import Testing

@testable import TerminalUI

struct LinearTextTests {
  @Test(arguments: [
    ("one\n\ntwo", "one\ntwo"),
    ("- a\n- b\n  - c", "- a\n- b\n  - c"),
    ("3. a\n4. b\n\n   more", "3. a\n4. b\n   more"),
    ("1. a\n   - b\n     - c", "1. a\n   - b\n     - c"),
    ("`x` and **y**", "`x` and y"),
    ("> said", "said"),
    ("```go\nf()\n\ng()\n```", "Code, go, 3 lines.\nf()\n\ng()\nEnd of code."),
    ("```\nf()\n```", "Code, 1 line.\nf()\nEnd of code."),
    (
      "| Kind | How | Loses |\n|---|---|---|\n| RDB | a `fork` | much |\n| AOF | a log | little |",
      "RDB\n  How: a `fork`\n  Loses: much\nAOF\n  How: a log\n  Loses: little"
    ),
  ])
  func textIsReadInOrderWithoutLayoutThatNeedsEyes(markdown: String, text: String) {
    #expect(LinearText(width: nil).text(of: RichText(markdown: markdown)) == text)
  }

  @Test func proseIsWrappedOnATerminalOnly() {
    let long = String(repeating: "word ", count: 40)
    #expect(!LinearText(width: nil).text(of: RichText(markdown: long)).contains("\n"))
    for line in LinearText(width: 200).text(of: RichText(markdown: long)).split(separator: "\n") {
      #expect(line.count <= 72)
    }
  }

  @Test func nestedPointsKeepWithinTheWidth() {
    let text =
      "- \(String(repeating: "word ", count: 30))\n  - \(String(repeating: "deep ", count: 30))"
    let lines = LinearText(width: 40).text(of: RichText(markdown: text)).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 40 })
    #expect(lines.contains { $0.hasPrefix("  - deep") })
    #expect(lines.contains { $0.hasPrefix("    deep") })
  }

  @Test(arguments: UInt64(0)..<200) func noControlCharacterIsEverPrinted(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let rich = RichText(blocks: random.blocks())
    let width = random.pick([nil, 20, 72], or: nil)
    for scalar in LinearText(width: width).text(of: rich).unicodeScalars
    where scalar != "\n" && scalar != "\t" {
      let category = scalar.properties.generalCategory
      if category == .control || category == .format {
        Issue.record("seed \(seed): U+\(String(scalar.value, radix: 16))")
      }
    }
  }
}
