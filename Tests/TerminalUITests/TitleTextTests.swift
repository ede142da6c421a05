import TestSupport
import Testing

@testable import TerminalUI

struct TitleTextTests {
  private struct Case {
    let columns: Int
    let place: String
    let right: String

    init(_ columns: Int, _ place: String, _ right: String) {
      (self.columns, self.place, self.right) = (columns, place, right)
    }
  }

  @Test func whatSaysLeastIsLeftOutFirst() {
    let place = ["Review", "Redis", "Distributed locks", "Unlocking"]
    let cases = [
      Case(64, "Review › Redis › Distributed locks › Unlocking", "3 of 9 · 2 min"),
      Case(63, "Review › Redis › … › Unlocking", "3 of 9 · 2 min"),
      Case(60, "Review › Redis › … › Unlocking", "3 of 9 · 2 min"),
      Case(59, "Redis › Distributed locks › Unlocking", "3 of 9 · 2 min"),
      Case(55, "Redis › Distributed locks › Unlocking", "3 of 9 · 2 min"),
      Case(54, "Redis › Distributed locks › Unlocking", "3 of 9"),
      Case(46, "Redis › … › Unlocking", "3 of 9"),
      Case(31, "Redis › … › Unlocking", "3 of 9"),
      Case(30, "Redis › … › Unlocki…", "3 of 9"),
      Case(18, "Redis ›…", "3 of 9"),
      Case(17, "Redis › … › Un…", ""),
    ]
    for one in cases {
      let text = TitleText(place, right: "3 of 9", less: ["2 min"], columns: one.columns)
      #expect(text.place == one.place && text.right == one.right, "\(one.columns): \(text)")
    }
  }

  @Test func aNameThatSaysWhatIsDoneStays() {
    let place = ["Practice", "Redis", "Locks"]
    let text = TitleText(place, right: "1 of 4", less: [], columns: 30)
    #expect(text.place == "Practice › … › Locks" && text.right == "1 of 4")
    #expect(TitleText(["ebb"], right: "Tue 24 Nov", less: [], columns: 12).place == "ebb")
  }

  @Test func aRightSideThatCanBeSparedGoesWhole() {
    let less = ["written to the log, not to your notes"]
    let place = ["Mock", "screen 14", "post-mortem"]
    for (columns, right) in [(71, less[0]), (60, "")] {
      let text = TitleText(place, right: "", less: less, columns: columns)
      #expect(text.place == "Mock › screen 14 › post-mortem" && text.right == right, "\(text)")
    }
  }

  @Test(arguments: UInt64(0)..<300) func bothTextsAlwaysHaveRoom(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let place = (0...random.number(0...4)).map { _ in random.words(1...4) }
    let columns = random.number(40...140)
    let text = TitleText(
      place, right: random.words(0...3),
      less: (0..<random.number(0...2)).map { _ in
        random.words(0...3)
      }, columns: columns)
    let cells = CellWidth.of(text.place) + CellWidth.of(text.right)
    #expect(cells + (text.right.isEmpty ? 2 : 4) <= columns, "seed \(seed): \(text)")
    #expect(!text.place.isEmpty || place.joined() == "", "seed \(seed): \(text)")
  }
}
