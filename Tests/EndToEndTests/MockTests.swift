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

  @Test func whoAsksForAnotherMockIsOfferedTheOneThatWasLeft() throws {
    let program = try program()
    let words = [
      "mock", "screen", "--questions", "2", "--answer", "type", "--seed", "7", "--plain",
    ]
    _ = try program.run(words, input: "\nhalf an answer\n")
    func again(_ input: String, _ minute: Int) throws -> BuiltProgram.Outcome {
      try program.run(
        words, input: input, environment: ["EBB_NOW": "2026-11-24T09:\(minute):00Z"])
    }
    let left = try again("q\n", 20)
    #expect(
      left.output.contains("Mock 1, screen, was left at 0 of 2 answered. Payments is open with"))
    #expect(left.output.contains("3 hands it in, 4 throws it away"), "\(left.output)")
    let resumed = try again("\n", 30)
    #expect(resumed.output.contains("So far: half an answer"), "\(resumed.output)")
    let thrown = try again("4\n", 40)
    #expect(thrown.output.contains("ebb mock discard 1 --restore"), "\(thrown.output)")
    #expect(try again("", 50).output.hasPrefix("Mock 2, screen. 2 questions"))
  }

  /// What a program reads as it goes holds no answer before it is given.
  @Test func aStreamOfAMockSaysEachEventOnceAndNoAnswerTooSoon() throws {
    let program = try program()
    let input = "\noutbox row\n\n3\nlater\n\n2\n\n\n3\n\n"
    let outcome = try program.run(
      ["mock", "screen", "--questions", "1", "--answer", "type", "--seed", "7", "--json"],
      input: input)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    let kinds = try lines.map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(object?["k"] as? String)
    }
    #expect(
      kinds == [
        "mock.start", "brief", "mock.show", "ask", "ask", "sure", "mock.answer", "mock.show", "ask",
        "ask", "sure", "mock.answer", "mark", "mock.mark", "mark", "mock.mark", "clarity",
        "mock.end", "result", "schedule", "post-mortem", "over",
      ], "\(kinds)")
    let marking = try #require(kinds.firstIndex(of: "mark"))
    for line in lines[..<marking] {
      #expect(!line.contains("outbox table") && !line.contains("idempotent"), "\(line)")
    }
  }

  @Test func anOptionThatWasRightlyLeftAloneIsNotHeldAgainstAnybody() throws {
    let program = try BuiltProgram(notes: [
      "pg.md": """
      # PostgreSQL

      ## Which statements about VACUUM are true?

      - [ ] it returns free space to the operating system
      - [x] it makes the space of dead rows usable again
      - [x] it updates the visibility map
      - [ ] it locks the table for its whole run
      """
    ])
    let taken = try program.run(
      ["mock", "exam", "--questions", "1", "--seed", "3", "--plain"], input: "\n1 2\n\n\n\n\n\n")
    let asked = taken.output.split(separator: "\n").map(String.init)
    #expect(taken.status == 0 && taken.output.contains("Picked 1, 2."), "\(asked)")
    #expect(taken.output.contains("Into the schedule?") && taken.output.contains("Post-mortem"))
    let page = program.folder + "/mock.html"
    #expect(try program.run(["mock", "export", "1", page]).status == 0)
    let html = try String(contentsOfFile: page, encoding: .utf8)
    let rows = html.split(separator: "<li ").filter { $0.hasPrefix("class=") }.map {
      $0.split(separator: "</li>").first.map(String.init) ?? ""
    }
    #expect(rows.count == 4)
    for row in rows {
      let isPicked = !row.contains("not picked") && row.contains("(")
      let isRight = row.contains("usable") || row.contains("visibility")
      let name = isRight ? isPicked ? "said" : "missed" : isPicked ? "missed" : ""
      #expect(row.hasPrefix("class=\"\(name)\">"), "\(row)")
    }
    #expect(rows.count { $0.hasPrefix("class=\"\"") } + rows.count { $0.contains("(wrong)") } == 2)
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
    let said = try String(contentsOfFile: program.folder + "/mock.md", encoding: .utf8)
    #expect(
      said.contains(/Calibration: Brier [^,]+(, skill [+-]?\d+%)?, bias [+-]\d+\n/), "\(said)")
    let page = try String(contentsOfFile: program.folder + "/mock.html", encoding: .utf8)
    #expect(page.contains("<p>How does part") && !page.contains("http"), "\(page)")
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("</body></html>"))
    #expect(try program.run(["mock", "withdraw", "1"]).status == 1)
    #expect(try program.run(["mock", "show", "9"]).status == 1)
  }

  @Test func countingAMockAndWithdrawingItLeavesEveryDueDateAsItWas() throws {
    let program = try program()
    func later(_ day: Int) -> [String: String] { ["EBB_NOW": "2026-11-\(day)T09:00:00Z"] }
    let reviewed = try program.run(
      ["review", "--plain"], input: String(repeating: "\n3\n", count: 12) + "q\n")
    #expect(reviewed.status == 0, "\(reviewed.errors)")
    let taken = try program.run(
      ["mock", "screen", "--questions", "4", "--answer", "type", "--plain", "--seed", "3"],
      input: "\n" + String(repeating: "outbox row in the same transaction\n\n3\n", count: 8)
        + String(repeating: "a\n\n", count: 8) + "3\nq\n\n", environment: later(27))
    #expect(taken.output.contains("Result of mock 1"), "\(taken.output)")
    func standing(_ day: Int) throws -> [String] {
      try program.run(["cards", "--json"], environment: later(day)).output
        .split(separator: "\"due\":").map { String($0.prefix(40)) }
    }
    let before = try standing(28)
    let applied = try program.run(["mock", "apply", "1"], environment: later(28))
    #expect(applied.status == 0, "\(applied.errors)")
    #expect(try standing(28) != before)
    let withdrawn = try program.run(["mock", "withdraw", "1"], environment: later(28))
    #expect(withdrawn.status == 0, "\(withdrawn.errors)")
    #expect(try standing(28) == before)
  }

  @Test func whatWasWrittenAfterAMockIsThereBeforeTheNext() throws {
    let program = try program()
    let terminal = try program.open(["mock", "screen", "--questions", "1", "--seed", "7"])
    #expect(terminal.wait(for: "Enter starts the clock"), "\(terminal.screen.text)")
    for (key, words) in [
      ("\r", "1 of 1"), (" ", "How sure"), ("3", "Key points"), ("a", "3 of 3"),
      ("\r", "And then:"), (" ", "How sure"), ("3", "Key points"), ("a", "Score 100%"),
      ("\r", "How clear"), ("3", "› result"), ("W", "What went well?"),
      ("Named the outbox first.", "outbox first."), ("\u{1b}", "› result"), ("q", "All topics"),
      ("M", "Last time you wrote: Named the outbox first."),
    ] {
      terminal.send(key)
      #expect(terminal.wait(for: words), "after \(key): \(terminal.screen.text)")
    }
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
