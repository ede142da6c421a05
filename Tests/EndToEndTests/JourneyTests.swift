import Foundation
import TestSupport
import Testing

/// What a newcomer does, on a real pseudo-terminal.
struct JourneyTests {
  @Test(arguments: [(80, 24), (60, 20), (120, 40), (40, 10)])
  func oneReviewedCardLowersTheCountForTheNextStart(columns: Int, rows: Int) throws {
    let program = try BuiltProgram()
    let before = try program.dueAndNew()
    #expect(before == "0 due, 10 new\n")

    let terminal = try program.open(columns: columns, rows: rows)
    #expect(terminal.wait(for: "All topics"))
    terminal.send("\r")
    #expect(terminal.wait(for: "1 of 10"), "\(terminal.screen.text)")
    terminal.send(" ")
    #expect(terminal.wait(for: "Answer ──"), "\(terminal.screen.text)")
    terminal.send("4")
    #expect(terminal.wait(for: "2 of 10"), "\(terminal.screen.text)")
    terminal.send("q")
    #expect(terminal.wait(for: "1 answer"), "\(terminal.screen.text)")
    terminal.send("\r")
    #expect(terminal.wait(for: "All topics"))
    terminal.send("q")
    #expect(terminal.waitForEnding() == .exit(0))
    #expect(terminal.isCooked && !terminal.screen.isAlternate && terminal.screen.showsCursor)

    #expect(try program.dueAndNew() == "0 due, 9 new\n")
  }

  @Test func undoTakesTheAnswerBackForGood() throws {
    let program = try BuiltProgram()
    let terminal = try program.open(["review"])
    #expect(terminal.wait(for: "1 of 10"))
    terminal.send(" ")
    #expect(terminal.wait(for: "Good"))
    terminal.send("4")
    #expect(terminal.wait(for: "2 of 10"))
    terminal.send("u")
    #expect(terminal.wait(for: "Undone"), "\(terminal.screen.text)")
    terminal.send("Q")
    #expect(terminal.waitForEnding() == .exit(0))
    #expect(try program.dueAndNew() == "0 due, 10 new\n")
  }

  @Test func helpListsTheKeysAndCloses() throws {
    let program = try BuiltProgram()
    let terminal = try program.open()
    #expect(terminal.wait(for: "All topics"))
    terminal.send("?")
    #expect(terminal.wait(for: "Keys › Home"))
    terminal.send("q")
    #expect(terminal.wait(until: { !$0.text.contains("Keys ›") && $0.text.contains("All topics") }))
  }

  @Test func anIdleScreenWritesNothing() throws {
    let program = try BuiltProgram()
    let terminal = try program.open()
    #expect(terminal.wait(for: "All topics"))
    terminal.read(seconds: 0.3)
    let written = terminal.output.count
    terminal.read(seconds: 0.7)
    #expect(terminal.output.count == written)
  }

  @Test func resizingInAnyOrderKeepsTheCardAndTheFrame() throws {
    let program = try BuiltProgram()
    let terminal = try program.open(["review"], columns: 80, rows: 24)
    #expect(terminal.wait(for: "1 of 10"))
    for (columns, rows) in [(60, 20), (120, 40), (30, 8), (40, 10), (200, 60), (80, 24)] {
      terminal.resize(columns: columns, rows: rows)
      let expected = columns < 40 || rows < 10 ? "needs 40 columns" : "1 of 10"
      #expect(terminal.wait(for: expected), "\(columns)x\(rows)\n\(terminal.screen.text)")
    }
  }

  @Test func withNoColourNoColourIsSent() throws {
    let program = try BuiltProgram()
    let terminal = try program.open(["review"], environment: ["NO_COLOR": "1"])
    #expect(terminal.wait(for: "1 of 10"))
    terminal.send(" ")
    #expect(terminal.wait(for: "Good"))
    let text = String(decoding: terminal.output, as: UTF8.self)
    #expect(!text.contains("[3") || text.firstMatch(of: /\[[0-9;]*[349][0-7](;[0-9]+)*m/) == nil)
  }

  @Test func asciiDrawsNoOtherMarks() throws {
    let program = try BuiltProgram(notes: ["redis.md": Samples.redis])
    let terminal = try program.open(["review", "--ascii", "--theme", "mono"])
    #expect(terminal.wait(for: "1 of "))
    terminal.send(" ")
    #expect(terminal.wait(for: "Answer ---"), "\(terminal.screen.text)")
    let text = String(decoding: terminal.output, as: UTF8.self)
    #expect(!text.contains("─") && !text.contains("›"))
    #expect(text.firstMatch(of: /\[[0-9;]*38;5/) == nil)
  }

  /// Where the locale is not UTF-8, a mark of our own without a stand-in would be a `?`.
  @Test func everyMarkHasAStandInWithoutUTF8() throws {
    let program = try BuiltProgram(notes: ["redis.md": Samples.redis])
    let terminal = try program.open(environment: ["LC_ALL": "C"])
    #expect(terminal.wait(for: "> All topics"), "\(terminal.screen.text)")
    for (keys, sign) in [
      ("B", "ebb > Browser"), ("i", "STATE"), ("qv", "Note >"), ("qqN", "ebb > Notes"),
      ("qR", "WHAT TO DO NEXT"), ("4", "MEAN"), ("qP", "ebb > Plan"), ("qM", "ebb > Mock"),
    ] {
      for key in keys {
        terminal.send(String(key))
        terminal.read(seconds: 0.2)
      }
      #expect(terminal.wait(for: sign), "\(sign)\n\(terminal.screen.text)")
      for line in terminal.screen.lines {
        // A question and the key for help have one of their own.
        let strange = line.replacing("? help", with: "").replacing(/[a-z]\?/, with: "")
        #expect(!strange.contains("?"), "\(sign)\n\(terminal.screen.text)")
      }
    }
    #expect(terminal.output.allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: ["xterm", "tmux-256color", "linux", "screen-256color", "vt100"])
  func everyKindOfTerminalShowsTheSameWords(term: String) throws {
    let program = try BuiltProgram()
    let terminal = try program.open(["review"], environment: ["TERM": term])
    #expect(terminal.wait(for: "1 of 10"), "\(terminal.screen.text)")
    terminal.send("q")
    #expect(terminal.wait(for: "All topics"), "\(terminal.screen.text)")
    terminal.send("Q")
    #expect(terminal.waitForEnding() == .exit(0))
    #expect(terminal.isCooked)
  }

  @Test(arguments: ["dumb", "no-such-terminal", ""])
  func aTerminalThatCannotDrawIsSaidSo(term: String) throws {
    let program = try BuiltProgram()
    let terminal = try program.open(environment: ["TERM": term])
    #expect(terminal.waitForEnding() == .exit(2), "\(terminal.screen.text)")
    let said = terminal.screen.text.replacing("\n", with: "")
    #expect(said.contains("Cannot draw on the terminal"), "\(terminal.screen.text)")
  }

  @Test func wideTextKeepsTheFrame() throws {
    let program = try BuiltProgram(notes: ["wide.md": Samples.wide])
    for (columns, rows) in [(60, 20), (120, 40)] {
      let terminal = try program.open(["review"], columns: columns, rows: rows)
      #expect(terminal.wait(for: "1 of 3"))
      for _ in 0..<3 {
        terminal.send("\r")
        #expect(terminal.wait(for: "Good"))
        terminal.read(seconds: 0.05)
        // The rule above the ratings runs from edge to edge: nothing has pushed the frame.
        let rule = terminal.screen.lines[rows - 4].filter { $0 == "─" }.count
        #expect(rule > columns / 2, "\(terminal.screen.text)")
        for line in terminal.screen.lines {
          #expect(!line.contains("\u{1B}"))
        }
        terminal.send("s")
        #expect(terminal.wait(until: { !$0.text.contains("3 Good") }))
      }
    }
  }
}
