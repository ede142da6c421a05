import Foundation
import TestSupport
import Testing

@testable import TerminalUI

struct DrawingPropertyTests {
  @Test(arguments: UInt64(0)..<300) func drawingStaysInsideTheGridWhateverHappens(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let cards = (0..<random.number(0...5)).map { random.sample($0) }
    var desk = Desk(cards)
    for step in 0..<9 {
      switch random.number(0...9) {
      case 0, 1:
        let size = random.size()
        desk.send(.resize(columns: size.columns, rows: size.rows), after: 1)
      case 2: desk.send(.tick, after: 30)
      case 3: desk.problem = random.pick([nil, nil, random.words(1...12)], or: nil)
      case 4: desk.press(.enter)
      default: desk.press(random.key())
      }
      let grid = desk.app.draw()
      #expect(grid.fault == nil, "seed \(seed), step \(step)")
    }
  }

  @Test(arguments: UInt64(0)..<300) func nothingOfAQuestionOrAnswerIsOutOfReach(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let marks = (0..<6).map { "mark\($0)x" }
    let answer = marks.map { random.words(0...12) + " " + $0 }.joined(separator: "\n\n")
    let columns = random.number(40...130)
    var desk = Desk.reviewing(
      [Sample("one", "what? " + random.words(0...20), answer)], columns: columns,
      rows: random.number(10...40))
    desk.press(.enter)
    var seen = desk.text
    while seen.contains("more row"), desk.text.contains("more row") {
      let before = desk.app.draw()
      desk.press(.character(" "))
      seen += desk.text
      if desk.app.draw() == before { break }
    }
    #expect(desk.log.isEmpty, "seed \(seed): reading on must not rate")
    for mark in marks { #expect(seen.contains(mark), "seed \(seed): \(mark) was not shown") }
  }

  @Test(arguments: UInt64(0)..<300) func textWrittenAnywhereLeavesTheGridWhole(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var grid = Grid(columns: random.number(0...12), rows: random.number(0...3))
    for _ in 0..<12 {
      grid.write(
        random.words(0...3), row: random.number(-2...4), column: random.number(-4...14),
        ink: .answer)
      let start = random.number(-3...12)
      grid.reink(
        row: random.number(-1...4), columns: start..<start + random.number(0...9), ink: .code)
      #expect(grid.fault == nil, "seed \(seed)")
    }
  }
}
