import Foundation
import Testing

/// Presets of the user's own, and what a command line asks of the set-up screen.
struct MockPresetTests {
  private static let path = ".config/ebb/config.toml"

  private static let notes = ["Payments", "Ledger"].reduce(into: [String: String]()) {
    notes, topic in
    notes[topic.lowercased() + ".md"] =
      "# \(topic)\n\n"
      + (1...8).map { number in
        """
        ## What keeps part \(number) of the \(topic) correct?

        - Step \(number) writes an outbox row in the same transaction.
        - The consumer of step \(number) is idempotent by key.
        - Reconciliation finds what step \(number) lost.

        """
      }.joined(separator: "\n")
  }

  private func program(_ settings: String) throws -> BuiltProgram {
    let program = try BuiltProgram(notes: Self.notes)
    try program.write(settings, to: Self.path)
    return program
  }

  @Test func aPresetOfOnesOwnIsAskedAndPrinted() throws {
    let program = try program(
      """
      [mock.preset.staff]
      rounds = [ { name = "breadth", levels = [1, 2, 3], box = "2m", kinds = ["open", "points"] },
                 { name = "pairs", levels = [2, 2], box = "4m" } ]
      spare = "4m"
      reveal = "round"
      topics_at_least = 2
      """)
    let paper = try program.run(["mock", "Staff", "--seed", "7", "--dry-run"])
    #expect(paper.status == 0, "\(paper.errors)")
    #expect(paper.output.hasPrefix("staff, seed 7: 5 questions, 18:00 of answering"))
    #expect(paper.output.contains("\npairs\n"), "\(paper.output)")
    let printed = try program.run(["config", "print"]).output
    #expect(
      printed.contains(
        #"mock.preset.staff.rounds = [{ box = "2m", kinds = ["open", "points"], "#
          + #"levels = [1, 2, 3], name = "breadth" }, "#), "\(printed)")
    let terminal = try program.open(["mock"])
    #expect(terminal.wait(for: "[screen]  onsite  design  rapid  exam"), "\(terminal.screen.text)")
    // Backwards from the first is the last.
    terminal.send("h")
    #expect(terminal.wait(for: "‹ staff ›"), "\(terminal.screen.text)")
    #expect(terminal.wait(for: "18:00 of answering in all"), "\(terminal.screen.text)")
  }

  @Test(
    arguments: [
      ("{ name = \"a\", levels = [5] }", "level 5 of round 1 is outside 1 to 4"),
      ("{ name = \"a\", levels = [] }", "round 1 has no levels"),
      ("{ name = \"a\" }", "round 1 has no levels"),
      ("{ levels = [1], kinds = [\"essay\"] }", "there is no kind “essay”"),
      ("{ levels = [1], kinds = [] }", "allows no kind of card"),
      ("{ levels = [1], bux = \"2m\" }", "round 1 has no “bux”; did you mean box?"),
      ("{ levels = [1], box = \"soon\" }", "the box of round 1 must be a span such as \"2m\""),
      ("{ levels = [1, 2, 3], box = \"2h\" }", "takes 360 minutes; 180 is most"),
    ])
  func whatIsWrongWithAPresetIsNamedWithItsLine(round: String, words: String) throws {
    let program = try program("[mock]\nfresh = 2\n[mock.preset.staff]\nrounds = [\(round)]\n")
    let outcome = try program.run(["mock", "staff", "--dry-run"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(Self.path + ":4: "), "\(outcome.errors)")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test func aPresetNeedsRoundsAndANameOfItsOwn() throws {
    let spare = try program("[mock.preset.staff]\nspare = \"2m\"\n").run(["mock", "list"])
    #expect(spare.status == 2 && spare.errors.contains(":2: mock.preset.staff has no rounds"))
    let named = try program("[mock.preset.screen]\nrounds = [{ levels = [1] }]\n")
      .run(["mock", "list"])
    #expect(named.status == 2 && named.errors.contains("screen is a preset of ebb"))
    let unknown = try program("[mock.preset.staff]\nround = 3\n").run(["mock", "list"])
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("did you mean mock.preset.staff.rounds?"), "\(unknown.errors)")
  }

  @Test func theSetUpScreenBeginsWithWhatTheCommandSaid() throws {
    let program = try program("[mock]\nclock = \"quiet\"\n")
    let terminal = try program.open([
      "mock", "--answer", "type", "--topics", "payments,ledger", "--questions", "5", "--reveal",
      "round", "--seed", "48213",
    ])
    for words in [
      "‹ type ›", "‹ Payments, Ledger ›", "‹ 5 ›", "‹ after the round ›", "‹ quiet ›", "‹ 48213 ›",
    ] {
      #expect(terminal.wait(for: words), "\(words) in \(terminal.screen.text)")
    }
  }

  @Test func homeOffersAMockThatWasLeft() throws {
    let program = try program("")
    _ = try program.run(
      ["mock", "screen", "--questions", "4", "--answer", "type", "--plain"],
      input: "\nhalf an answer\n")
    let terminal = try program.open(environment: ["EBB_NOW": "2026-11-24T09:20:00Z"])
    #expect(
      terminal.wait(for: "A mock is waiting (screen, nothing answered yet); M goes on with it."),
      "\(terminal.screen.text)")
    terminal.send("M")
    #expect(terminal.wait(for: "The clock stands still."), "\(terminal.screen.text)")
    terminal.send("4")
    #expect(terminal.wait(for: "TOPIC"), "\(terminal.screen.text)")
    #expect(!terminal.screen.text.contains("A mock is waiting"))
  }

  @Test func aPlanProposesMocks() throws {
    let program = try program("")
    let plan = try program.run(["plan", "--by", "2026-12-11"])
    #expect(
      plan.output.contains("Mocks: onsite Thu 26 Nov, onsite Wed 2 Dec, onsite Tue 8 Dec."),
      "\(plan.output)\(plan.errors)")
    let json = try program.run(["plan", "--by", "2026-12-11", "--json"])
    #expect(json.output.contains(#""mocks":[{"date":"2026-11-26","preset":"onsite"},"#))
  }
}
