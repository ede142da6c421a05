import Foundation
import TestSupport
import Testing

@testable import TerminalUI

/// Windows that change, are too small, or go away.
struct WindowTests {
  @Test(arguments: UInt64(0)..<60) func resizingInAnyOrderKeepsTheState(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var desk = Desk.reviewing([.long, .longCode, .table])
    let keys: [Key] = [
      .enter, .character("j"), .character(" "), .character("s"), .character("?"), .escape,
      .character("w"), .character("3"), .right,
    ]
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      desk.press(keys.randomElement(using: &random) ?? .enter)
    }
    let before = desk.app.draw()
    for _ in 0..<6 {
      desk.send(
        .resize(
          columns: Int.random(in: 0...200, using: &random),
          rows: Int.random(in: 0...60, using: &random)))
      _ = desk.app.draw()
    }
    desk.send(.resize(columns: 80, rows: 24))
    #expect(desk.app.draw() == before, "seed \(seed)")
  }

  @Test func theGridHasTheSizeOfTheWindow() {
    var desk = Desk()
    for (columns, rows) in [(80, 24), (200, 60), (39, 10), (0, 0), (1, 100), (40, 10)] {
      desk.send(.resize(columns: columns, rows: rows))
      let grid = desk.app.draw()
      #expect(grid.columns == columns && grid.rows == rows)
    }
  }

  @Test(arguments: [(39, 24), (80, 9), (20, 3), (30, 8)])
  func aWindowThatIsTooSmallSaysSoAndForgetsNothing(columns: Int, rows: Int) {
    var desk = Desk.reviewing()
    desk.press(.enter)
    let before = desk.app.draw()
    desk.send(.resize(columns: columns, rows: rows))
    let words = desk.screen.map { $0.trimmingCharacters(in: .whitespaces) }
      .joined(separator: " ")
    #expect(words.contains("ebb needs 40"))
    #expect(!desk.text.contains("Answer"))
    desk.press(.character("3"), .enter, .character("2"), .character("?"), .character(" "))
    #expect(desk.effects.map(\.words) == ["open all"])
    desk.send(.resize(columns: 80, rows: 24))
    #expect(desk.app.draw() == before)
  }

  /// Enter and `?` close help, and 2 ends a session that cannot save: none of them may leave.
  @Test func onlyWhatTheScreenOffersLeavesAWindowThatIsTooSmall() {
    var inHelp = Desk.reviewing()
    inHelp.press(.character("?"))
    var unsaved = Desk.reviewing()
    unsaved.problem = "disk full"
    unsaved.press(.enter, .enter)
    for desk in [inHelp, unsaved] {
      var desk = desk
      desk.send(.resize(columns: 30, rows: 8))
      desk.press(.enter, .character("?"), .character("1"), .character("2"))
      #expect(desk.status == nil)
      desk.press(.character("q"))
      #expect(desk.status == 0)
    }
  }

  @Test(arguments: [
    (Event.Ending.hangUp, Int32(129)), (.interrupt, 130), (.terminate, 143), (.endOfInput, 0),
  ])
  func anEndingLeavesFromEveryScreenWithItsStatus(ending: Event.Ending, status: Int32) {
    for scene in [
      [], [Key.enter], [.enter, .enter], [.character("?")], [.enter, .character("q")],
    ] {
      var desk = Desk()
      for key in scene { desk.press(key) }
      desk.send(.ended(ending))
      #expect(desk.status == status)
    }
  }

  @Test func controlCLeavesFromEveryScreen() {
    for (columns, keys) in [(80, []), (80, [Key.enter]), (80, [.character("?")]), (20, [])] {
      var desk = Desk(columns: columns)
      for key in keys { desk.press(key) }
      desk.press(.control("c"))
      #expect(desk.status == 130)
    }
  }

  @Test func aPasteIsNeverACommand() {
    var desk = Desk.reviewing()
    desk.press(.enter)
    let before = desk.app.draw()
    desk.send(.paste("3q\u{3}"))
    #expect(desk.app.draw() == before)
    #expect(desk.effects.map(\.words) == ["open all"])
  }

  @Test func aRunnerDrawsEveryStepAndEndsWithTheInput() {
    let terminal = ScriptedTerminal(
      columns: 80, rows: 24,
      script: [
        Event(.key(.character("?")), at: morning),
        Event(.resize(columns: 60, rows: 20), at: morning),
        Event(.key(.escape), at: morning + 1), Event(.key(.control("z")), at: morning + 2),
        Event(.resumed, at: morning + 3),
      ])
    var app = App(home: .sample, columns: terminal.columns, rows: terminal.rows, at: morning)
    var status: Int32?
    while status == nil {
      terminal.draw(app.draw())
      for effect in app.handle(terminal.next(timeout: 1)) {
        switch effect {
        case .leave(let code): status = code
        case .suspend: terminal.suspend()
        case .redraw: terminal.redraw()
        // Whatever was over home may have changed what is due.
        case .openHome: _ = app.handle(.home(.sample))
        default: Issue.record("\(effect) was not asked for")
        }
      }
    }
    terminal.restore()
    #expect(status == 0)
    #expect(terminal.grids.map(\.columns) == [80, 80, 60, 60, 60, 60])
    #expect(terminal.grids[1].text(row: 0).contains("Keys › Home"))
    #expect(terminal.grids[3] == terminal.grids[5])
    #expect(terminal.suspensions == 1 && terminal.redraws == 1 && terminal.restorations == 1)
  }
}
