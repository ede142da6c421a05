import Foundation
import TestSupport
import Testing

@testable import TerminalUI

/// Five hundred keys at random, from every screen, in windows that change: nothing outside the
/// grid, nothing in the log that was not answered. All 200 seeds a screen with EBB_LONG_TESTS.
struct RandomKeysTests {
  private static let isLong = ProcessInfo.processInfo.environment["EBB_LONG_TESTS"] != nil

  /// The keys that lead from home to each screen.
  private static let ways: [String] = [
    "", "⏎", "⏎ ", "B", "Bji", "Bjv", "B/", "N", "N2", "N3", "N4", "P", "Pt", "S", "S/", "R", "R5",
    "?", "⏎ d", "⏎t", "⏎sss",
  ]

  private static let trials = ways.flatMap { way in
    (UInt64(0)..<(isLong ? 200 : 1)).map { (way: way, seed: $0) }
  }

  private static let cards =
    [Sample.changed, .points, .choice, .steps, .cloze, .long, .longCode, .table, .wide]
    + Sample.library

  @Test(arguments: trials) func anyKeysLeaveTheGridAndTheLogWhole(way: String, seed: UInt64) {
    var random = SeededGenerator(
      seed: seed &* 31 &+ UInt64(way.utf8.reduce(7) { $0 &* 33 &+ Int($1) }))
    var desk = Desk(Self.cards)
    for key in way { desk.press(key == "⏎" ? .enter : .character(key)) }
    for step in 0..<(Self.isLong ? 500 : 160) {
      switch random.number(0...19) {
      case 0:
        let size = random.size()
        desk.send(.resize(columns: size.columns, rows: size.rows), after: 1)
      case 1: desk.send(.paste(random.words(0...4)), after: 1)
      case 2: desk.send(.tick, after: Double(random.number(0...1200)))
      case 3: desk.problem = random.pick([nil, nil, nil, "no space is left"], or: nil)
      case 4: desk.send(.resumed, after: 60)
      default: desk.press(random.key())
      }
      #expect(desk.app.draw().fault == nil, "“\(way)”, seed \(seed), step \(step)")
    }
    // What was taken back had been recorded just before; what is left was answered once a time.
    var open: [String] = []
    for effect in desk.saved {
      switch effect {
      case .record(let review): open.append(review.card.rawValue)
      case .revert(let review):
        #expect(open.popLast() == review.card.rawValue, "“\(way)”, seed \(seed)")
      default: break
      }
    }
    #expect(desk.log.map(\.card) == open)
    #expect(desk.status == nil || desk.status == 0)
  }
}
