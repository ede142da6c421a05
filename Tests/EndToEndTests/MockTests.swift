import Foundation
import TestSupport
import Testing

/// Mock interviews with the built program, line by line and on a screen.
struct MockTests {
  private static let note = """
    # Payments

    """
    + (1...12).map { number in
      """
      ## Interview questions

      ### Q: How does part \(number) of the payment flow stay correct?

      Level: senior

      Rubric:

      - Part \(number) writes an outbox row in the same transaction.
      - The consumer of part \(number) is idempotent by key.
      - Reconciliation finds what part \(number) lost.

      Red flags:

      - Says exactly once is free.

      Follow-up: What if the broker is down? The outbox waits, and the poller sends later.

      Answer:

      Part \(number) writes its event into an outbox table together with the change, and a poller \
      publishes it. Consumers are idempotent, and reconciliation compares both sides every night.

      """
    }.joined(separator: "\n")

  private func program() throws -> BuiltProgram {
    try BuiltProgram(notes: ["payments.md": Self.note])
  }

  @Test func aWholeMockInLines() throws {
    let program = try program()
    // Each question is followed by what its note asks then; both are answered, later both marked.
    let input = """

      outbox row in the same transaction

      3
      the poller sends later

      2
      nothing
      more

      1
      no idea

      1
      c
      r
      the consumer is idempotent by key

      2
      it waits


      1 2


      a




      3

      3

      Read about reconciliation.
      """
    let outcome = try program.run(
      ["mock", "screen", "--questions", "3", "--answer", "type", "--seed", "7", "--plain"],
      input: input + "\n")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("Mock 1, screen. "), "\(outcome.output)")
    for words in [
      "How sure are you?", "And then. Payments.", "of 2 minutes 30 left for this question",
      "Hint 1: three points.", "Answers are in.", "Marking 6 of 6.", "1 ticked:",
      "2 ticked by you. 1 not said.", "Red flag: Says exactly once is free.",
      "How clear were you, 1 to 4?", "Result of mock 1, screen: ", "Into the schedule?", "Saved.",
    ] {
      #expect(outcome.output.contains(words), "\(words) is missing in \(outcome.output)")
    }
    #expect(!outcome.output.utf8.contains(0x1b))
  }

  @Test func theSameSeedGivesTheSamePaper() throws {
    let program = try program()
    let arguments = ["mock", "screen", "--seed", "48213", "--dry-run", "--json"]
    let first = try program.run(arguments)
    let second = try program.run(arguments)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output == second.output && first.output.contains("ebb.paper/1"))
    #expect(!first.output.contains("outbox table"), "no answer is on a paper")
    try program.write(first.output, to: "paper.json")
    let again = try program.run(
      ["mock", "--paper", program.folder + "/paper.json", "--dry-run", "--json"])
    #expect(again.status == 0, "\(again.errors)")
  }

  @Test func tooFewCardsAreRefusedWithWhatWouldWork() throws {
    let program = try BuiltProgram(notes: [
      "one.md": "# One\n\n## What is a lock?\n\nA mutual exclusion of threads that write.\n"
    ])
    let outcome = try program.run(["mock", "screen", "--plain"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("screen needs at least 4 questions"), "\(outcome.errors)")
  }

  @Test func whatWasLeftIsGoneOnWith() throws {
    let program = try program()
    let left = try program.run(
      ["mock", "screen", "--questions", "2", "--answer", "type", "--seed", "7", "--plain"],
      input: "\nhalf an answer\n")
    #expect(left.status == 0 && left.output.contains("ebb mock resume"), "\(left.output)")
    // The clock begins anew with every run.
    func later(_ minute: Int) -> [String: String] { ["EBB_NOW": "2026-11-24T09:\(minute):00Z"] }
    let resumed = try program.run(
      ["mock", "resume", "--plain"], input: "", environment: later(20))
    #expect(resumed.output.contains("So far: half an answer"), "\(resumed.output)")
    let discarded = try program.run(["mock", "discard", "1"], environment: later(30))
    #expect(discarded.status == 0)
    let again = try program.run(["mock", "resume", "--plain"], environment: later(40))
    #expect(again.status == 1)
  }

  @Test func aFinishedMockIsCountedWithdrawnAndExported() throws {
    let program = try program()
    let answers = String(repeating: "outbox row in the same transaction\n\n3\n", count: 2)
    let input = "\n" + answers + "a\n\na\n\n3\n" + "q\n\n"
    let taken = try program.run(
      ["mock", "screen", "--questions", "2", "--answer", "type", "--plain", "--seed", "3"],
      input: input)
    #expect(taken.status == 0, "\(taken.output)")
    let list = try program.run(["mock", "list"])
    #expect(list.output.contains("screen"), "\(list.output)\(list.errors)")
    let shown = try program.run(["mock", "show", "1", "--json"])
    #expect(shown.output.contains(#""schema":"ebb.mock/1""#), "\(shown.errors)")
    for file in ["mock.md", "mock.html", "mock.json"] {
      let path = program.folder + "/" + file
      #expect(try program.run(["mock", "export", "1", path]).status == 0)
      #expect(try String(contentsOfFile: path, encoding: .utf8).contains("outbox"))
    }
    let page = try String(contentsOfFile: program.folder + "/mock.html", encoding: .utf8)
    #expect(page.contains("<p>How does part") && !page.contains("http"), "\(page)")
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("</body></html>"))
    #expect(try program.run(["mock", "withdraw", "1"]).status == 1)
    #expect(try program.run(["mock", "show", "9"]).status == 1)
  }

  @Test func aMockOnTheScreenEndsWithAResult() throws {
    let program = try program()
    let terminal = try program.open([
      "mock", "screen", "--questions", "2", "--answer", "type", "--seed", "7",
    ])
    #expect(terminal.wait(for: "Enter starts the clock"), "\(terminal.screen.text)")
    terminal.send("\r")
    #expect(terminal.wait(for: "1 of 2"), "\(terminal.screen.text)")
    #expect(!terminal.screen.text.contains("outbox table"))
    terminal.send("outbox row")
    #expect(terminal.wait(for: "outbox row"))
    terminal.send("\u{1b}")
    #expect(terminal.wait(for: "Space done"), "\(terminal.screen.text)")
    terminal.send(" ")
    #expect(terminal.wait(for: "How sure"), "\(terminal.screen.text)")
    terminal.send("3")
    #expect(terminal.wait(for: "And then:"), "\(terminal.screen.text)")
    terminal.send("\u{1b}")
    #expect(terminal.wait(for: "Space done"))
    terminal.send("q")
    #expect(terminal.wait(for: "Leave the mock?"), "\(terminal.screen.text)")
    terminal.send("2")
    #expect(terminal.wait(for: "All topics"), "\(terminal.screen.text)")
    terminal.send("Q")
    #expect(terminal.waitForEnding() == .exit(0))
    let list = try program.run(["mock", "list"])
    #expect(list.output.contains("paused"), "\(list.output)\(list.errors)")
  }
}
