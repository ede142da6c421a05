import Foundation
import TestSupport
import Testing

@testable import TerminalUI

/// Five hundred keys at random, from every screen, in windows that change: nothing outside the
/// grid, nothing in the log that was not answered. All 200 seeds a screen with EBB_LONG_TESTS.
struct RandomKeysTests {
  private static let isLong = ProcessInfo.processInfo.environment["EBB_LONG_TESTS"] != nil

  /// The keys that lead from home to a screen; `⏎` is Enter.
  private static let ways = [
    "", "⏎", "⏎ ", "B", "Bji", "Bjv", "B/", "N", "N2", "N3", "N4", "P", "Pt", "S", "S/", "R", "R5",
    "R4l", "M", "?", "⏎ d", "⏎t", "⏎sss", "/",
  ]
  /// The pictures of screens that take more than some keys to come to.
  private static let pictures = [
    "mock-rules", "mock-question", "mock-sure", "mock-exam", "mock-design", "mock-break",
    "mock-marking", "mock-leaving", "mock-paused", "mock-result", "mock-result-by-hand",
    "mock-schedule", "mock-post-mortem", "nothing-due-offers", "problem", "text-question",
    "summary-misses", "review-not-saved",
  ]

  /// Where the keys begin, and which they are.
  struct Trial: Sendable, CustomTestStringConvertible {
    let start: String
    let seed: UInt64
    var testDescription: String { "“\(start)”, seed \(seed)" }
  }

  static let trials = (ways + pictures).flatMap { start in
    (UInt64(0)..<(isLong ? 200 : 1)).map { Trial(start: start, seed: $0) }
  }

  private static let cards =
    [Sample.changed, .points, .choice, .steps, .cloze, .long, .longCode, .table, .wide]
    + Sample.library

  private static func desk(_ start: String) -> Desk {
    if let picture = Scene.all.first(where: { $0.name == start }) {
      var desk = picture.desk(Scene.Size(columns: 80, rows: 24))
      desk.opensEverything = true
      return desk
    }
    var desk = Desk(cards)
    desk.opensEverything = true
    for key in start { desk.press(key == "⏎" ? .enter : .character(key)) }
    return desk
  }

  @Test(arguments: trials) func anyKeysLeaveTheGridAndTheLogWhole(_ trial: Trial) {
    var random = SeededGenerator(
      seed: trial.seed &* 31
        &+ trial.start.utf8.reduce(UInt64(7)) { $0 &* 33 &+ UInt64($1) })
    var desk = Self.desk(trial.start)
    let isHome = desk.screen[0].hasPrefix(" ebb   ")
    #expect(isHome == ["", "/", "text-question"].contains(trial.start), "\(trial): no such start")
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
      if let fault = desk.app.draw().fault {
        Issue.record("\(trial), step \(step): \(fault)")
        return
      }
    }
    // What was taken back had been recorded just before; what is left was answered once a time.
    var open: [String] = []
    for effect in desk.saved {
      switch effect {
      case .record(let review): open.append(review.card.rawValue)
      case .revert(let review): #expect(open.popLast() == review.card.rawValue, "\(trial)")
      default: break
      }
    }
    #expect(desk.log.map(\.card) == open, "\(trial)")
    #expect(desk.status == nil || desk.status == 0, "\(trial)")
  }
}
