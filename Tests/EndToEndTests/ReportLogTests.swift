import Foundation
import TestSupport
import Testing

/// What must leave no trace in any figure, and what the reports read besides the log.
struct ReportLogTests {
  private static let later = ["EBB_NOW": "2026-11-26T10:00:00Z"]

  private func reports(_ program: BuiltProgram) throws -> String {
    let outcome = try program.run(["report", "all", "--json"], environment: Self.later)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  /// Every figure of every report, compared as a whole.
  @Test func whatIsTakenBackOrOnlyPractisedChangesNoFigure() throws {
    let program = try BuiltProgram()
    let review = ["EBB_NOW": "2026-11-24T09:30:00Z"]
    _ = try program.run(["review", "--plain"], input: "\n3\n\n1\nq\n", environment: review)
    let before = try reports(program)
    #expect(before.contains("\"answers\":{\"count\":2"))

    // The next answer, with a sureness, is taken back.
    let second = ["EBB_NOW": "2026-11-24T11:00:00Z"]
    _ = try program.run(["review", "--plain"], input: "3\n1\nq\n", environment: second)
    #expect(try reports(program) != before)
    #expect(try program.run(["undo"], environment: second).status == 0)
    #expect(try reports(program) == before)

    let third = ["EBB_NOW": "2026-11-25T09:00:00Z"]
    let practice = try program.run(
      ["review", "--cram", "--plain"], input: "\n1\n\n4\nq\n", environment: third)
    #expect(practice.status == 0, "\(practice.errors)")
    #expect(try reports(program) == before)
  }

  @Test func theZoneOfTheReaderMovesNoAnswerToAnotherDay() throws {
    let program = try BuiltProgram()
    // 05:00 on the 25th in Tokyo.
    _ = try program.run(
      ["review", "--plain"], input: "\n3\nq\n",
      environment: ["EBB_NOW": "2026-11-24T20:00:00Z", "TZ": "Asia/Tokyo"])
    for zone in ["Asia/Tokyo", "UTC", "America/New_York"] {
      let json = try program.run(
        ["report", "heatmap", "--json"],
        environment: ["EBB_NOW": "2026-11-26T10:00:00Z", "TZ": zone]
      ).output
      #expect(json.contains("{\"answers\":1,\"cards\":1,\"day\":\"2026-11-25\""), "\(zone)")
      #expect(
        json.contains("{\"answers\":1,\"first\":{\"high\":null,\"low\":null,\"n\":0,"), "\(zone)")
      #expect(json.contains("\"hour\":5}"), "\(zone)")
    }
  }

  @Test func partsOfTheNotesWithoutACardAreNamed() throws {
    let program = try BuiltProgram(notes: [:])
    let plain =
      "This part only tells how the rest of the text came to be, who wrote which of its chapters, "
      + "when they met, and which of the many drafts they threw away before the summer.\n"
    try program.write(
      "# Caches\n\n## What is a cache stampede?\n\nMany clients miss one key at the same moment "
        + "and all of them recompute the value, so that the database is hit by every one of them."
        + "\n\n## Summary\n\n" + plain, to: "own/caches.md")
    try program.write(
      "---\nebb: off\n---\n# Private\n\n## Summary\n\n" + plain, to: "own/private.md")
    _ = try program.run(["add", program.folder + "/own"])
    let json = try program.run(["report", "topics", "--json"]).output
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(object["note_parts"] as? Int == 2)
    let parts = try #require(object["without_card"] as? [[String: Any]])
    #expect(parts.map { $0["path"] as? [String] } == [["Summary"]])
    #expect(parts.map { $0["line"] as? Int } == [7])
    let text = try program.run(["report", "topics"]).output
    #expect(text.contains("1 of 2 parts") && text.contains("Summary"), "\(text)")
    #expect(text.contains("never"), "\(text)")
  }

  @Test func aReportIsWrittenFromTheScreen() throws {
    let program = try BuiltProgram()
    let terminal = try PseudoTerminal(
      BuiltProgram.path, columns: 80, rows: 24, environment: program.environment,
      directory: program.folder)
    #expect(terminal.wait(for: "All topics"))
    terminal.send("R")
    #expect(terminal.wait(for: "[1 overview]"), "\(terminal.screen.text)")
    terminal.send("2")
    #expect(terminal.wait(for: "[2 retention]"), "\(terminal.screen.text)")
    terminal.send("E")
    let name = "ebb-report-retention-2026-11-24.md"
    #expect(terminal.wait(for: "Written to \(name)."), "\(terminal.screen.text)")
    terminal.send("Q")
    #expect(terminal.waitForEnding() == .exit(0))
    let text = try String(contentsOfFile: program.folder + "/" + name, encoding: .utf8)
    #expect(text.hasPrefix("# Retention"))
    // Like every file with figures about somebody, it is for its owner alone.
    let mode = try FileManager.default.attributesOfItem(atPath: program.folder + "/" + name)
    #expect(mode[.posixPermissions] as? Int == 0o600)
  }
}
