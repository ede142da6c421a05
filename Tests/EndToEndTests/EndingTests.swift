import Foundation
import TestSupport
import Testing

/// However it ends, the terminal is sane and every answer given is kept.
struct EndingTests {
  @Test(arguments: [
    (SIGTERM, PseudoTerminal.Ending.exit(143)), (SIGHUP, .exit(129)), (SIGSEGV, .signal(SIGSEGV)),
    (SIGABRT, .signal(SIGABRT)),
  ])
  func aSignalLeavesASaneTerminal(number: Int32, ending: PseudoTerminal.Ending) throws {
    let program = try BuiltProgram()
    let terminal = try program.open(["review"])
    #expect(terminal.wait(for: "1 of 10"))
    terminal.signal(number)
    #expect(terminal.waitForEnding() == ending)
    #expect(terminal.isCooked && !terminal.screen.isAlternate && terminal.screen.showsCursor)
  }

  @Test func controlCLeavesAtOnce() throws {
    let program = try BuiltProgram()
    let terminal = try program.open(["review"])
    #expect(terminal.wait(for: "1 of 10"))
    terminal.send("\u{3}")
    #expect(terminal.waitForEnding() == .exit(130))
    #expect(terminal.isCooked && !terminal.screen.isAlternate)
  }

  @Test func stoppingAndComingBackShowsTheSameCard() throws {
    let program = try BuiltProgram()
    let terminal = try program.open(["review"])
    #expect(terminal.wait(for: "1 of 10"))
    terminal.read(seconds: 0.2)
    let screen = terminal.screen.text
    for _ in 0..<2 {
      terminal.send("\u{1A}")
      #expect(terminal.waitForStop())
      #expect(terminal.isCooked)
      terminal.resume()
      #expect(terminal.wait { $0.isAlternate && $0.text == screen }, "\(terminal.screen.text)")
    }
  }

  @Test func aClosedTerminalEndsTheProgram() throws {
    let program = try BuiltProgram()
    let terminal = try program.open(["review"])
    #expect(terminal.wait(for: "1 of 10"))
    terminal.hangUp()
    #expect(terminal.waitForEnding() == .exit(129))
  }

  /// Answers are counted on the screen as they are given; whatever the screen had moved on from
  /// must be in the file.
  @Test(arguments: 1...20)
  func killedAtARandomMomentNoAnswerIsLost(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let program = try BuiltProgram()
    let terminal = try program.open(["review", "kind:open"])
    #expect(terminal.wait(for: "1 of 10"))
    let answers = Int.random(in: 0...6, using: &generator)
    for number in 0..<answers {
      terminal.send(" ")
      #expect(terminal.wait(for: "Good"), "seed \(seed)\n\(terminal.screen.text)")
      terminal.send("4")
      #expect(
        terminal.wait(for: "\(number + 2) of 10"), "seed \(seed)\n\(terminal.screen.text)")
      guard Int.random(in: 0..<3, using: &generator) == 0 else { continue }
      // Taken back, and answered in another way.
      terminal.send("u")
      #expect(terminal.wait(for: "Undone"), "seed \(seed)\n\(terminal.screen.text)")
      terminal.send("4")
      #expect(
        terminal.wait(for: "\(number + 2) of 10"), "seed \(seed)\n\(terminal.screen.text)")
    }
    // One more answer is under way when the end comes.
    terminal.send(" 4")
    terminal.read(seconds: Double.random(in: 0...0.012, using: &generator))
    terminal.signal(SIGKILL)
    #expect(terminal.waitForEnding() == .signal(SIGKILL))

    let left = try program.dueAndNew()
    let possible = [answers, answers + 1].map { "0 due, \(10 - $0) new\n" }
    #expect(possible.contains(left), "seed \(seed): \(answers) answers, then \(left)")
    guard answers > 0 else { return }
    let doctor = try program.run(["doctor"])
    #expect(doctor.status == 0 && !doctor.output.contains("repaired"), "seed \(seed)")
  }
}
