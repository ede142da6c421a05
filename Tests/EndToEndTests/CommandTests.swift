import Foundation
import Testing

struct CommandTests {
  @Test func versionAndHelpSucceed() throws {
    let program = try BuiltProgram()
    let version = try program.run(["--version"])
    #expect(version.status == 0 && version.output.hasPrefix("ebb "))
    for command in [
      [], ["home"], ["review"], ["due"], ["find"], ["set"], ["browse"], ["compile"], ["add"],
      ["remove"], ["sources"],
      ["card"], ["keys"],
    ] {
      let help = try program.run(command + ["--help"])
      #expect(help.status == 0 && help.output.contains("USAGE"), "\(command)")
    }
  }

  @Test func wrongUsageIsTwo() throws {
    let program = try BuiltProgram()
    for arguments in [
      ["nonsense"], ["review", "--limit", "0"], ["compile", "-o", "x"], ["due", "--colour"],
      ["--progress"],
    ] {
      let outcome = try program.run(arguments)
      #expect(outcome.status == 2, "\(arguments): \(outcome.errors)")
      #expect(!outcome.errors.isEmpty)
    }
    let clock = try program.run(["due"], environment: ["EBB_NOW": "yesterday"])
    #expect(clock.status == 2 && clock.errors.contains("EBB_NOW"))
  }

  @Test func withoutATerminalTheHomeScreenIsACount() throws {
    let program = try BuiltProgram()
    let outcome = try program.run([])
    #expect(outcome.status == 0 && outcome.output == "0 due, 10 new\n")
  }

  @Test func dueTellsByStatusAndFormat() throws {
    let program = try BuiltProgram()
    #expect(try program.run(["due", "--quiet"]).output == "")
    #expect(try program.run(["due", "--format", "[%d+%n]"]).output == "[0+10]\n")
    #expect(try program.run(["due", "red"]).output.hasSuffix("new\n"))
    let unknown = try program.run(["due", "kafka"])
    #expect(unknown.status == 1 && unknown.errors.contains("Redis"))
    let empty = try program.run(["due"], environment: ["EBB_DECKS": program.folder + "/notes"])
    #expect(empty.status == 1 && empty.output == "0 due, 0 new\n")
  }

  @Test func aCardIsPrintedWithItsHistory() throws {
    let program = try BuiltProgram()
    let list = try program.run(["find", "topic:redis"]).output.split(separator: "\n")
    let id = try #require(list.first { $0.contains("Why must a lock") }?.prefix(13))
    #expect(try program.run(["card", String(id)]).output.contains("Never answered."))
    _ = try program.run(
      ["review", "redis", "--plain"], input: String(repeating: "\n4\n", count: 9))
    let card = try program.run(["card", String(id.prefix(6))]).output
    for words in [
      "Redis › Locks", "redis.md:5", "Why must a lock", "owner was paused", "easy, took",
    ] {
      #expect(card.contains(words), "\(words)\n\(card)")
    }
    let unknown = try program.run(["card", "zzz"])
    #expect(unknown.status == 1 && unknown.errors.contains("there is no card “zzz”"))
  }

  @Test func keysListsEveryScreen() throws {
    let keys = try BuiltProgram().run(["keys"])
    #expect(keys.status == 0)
    #expect(keys.output.contains("Review, answer shown\n  1           Again: a miss"))
  }

  @Test func aPlainReviewRunsFromAPipe() throws {
    let program = try BuiltProgram()
    let outcome = try program.run(
      ["review", "--plain"], input: "?\n\n4\n2\ngood\nu\neasy\ns\nq\n")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("ebb review: 10 cards."))
    #expect(outcome.output.contains("Noted: think so."))
    #expect(outcome.output.contains("Undone: Good."))
    #expect(outcome.output.contains("Done. 2 answers"), "\(outcome.output)")
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(try program.dueAndNew() == "0 due, 8 new\n")
  }

  @Test func theEndOfInputEndsAPlainReviewWithAllSaved() throws {
    let program = try BuiltProgram()
    let outcome = try program.run(["review", "--plain"], input: "\n4")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Done. 1 answer"))
    #expect(try program.dueAndNew() == "0 due, 9 new\n")
  }

  @Test func ownNotesAreAddedListedCompiledAgainAndRemoved() throws {
    let program = try BuiltProgram()
    try program.write(
      "# Kafka\n\n**Offset** — the place of a record in its log.\n", to: "own/kafka.md")
    let own = program.folder + "/own"
    #expect(try program.run(["add", own]).status == 0)
    #expect(try program.run(["sources"]).output == own + "\n")
    #expect(try program.run(["find", "topic:kafka"]).output.contains("What is Offset?"))
    try program.write("# Kafka\n\n**Lag** — the records that wait.\n", to: "own/kafka.md")
    let changed = try program.run(["find", "topic:kafka"]).output
    #expect(changed.contains("What is Lag?") && !changed.contains("Offset"))
    #expect(try program.run(["remove", own]).status == 0)
    #expect(try program.run(["find", "topic:kafka"]).status == 1)
    #expect(try program.run(["remove", own]).status == 1)
    #expect(try program.run(["add", program.folder + "/nowhere"]).status == 3)
  }

  @Test func theStudyDayIsThatOfTheTimeZone() throws {
    let program = try BuiltProgram()
    _ = try program.run(["review", "--plain"], input: "\n4\nq\n")
    // 01:00 UTC on the 25th: still the 24th in UTC, where a day begins at 04:00, but 06:00 in
    // Karachi, where ten new cards wait again.
    let late = ["EBB_NOW": "2026-11-25T01:00:00Z"]
    #expect(try program.run(["due"], environment: late).output == "0 due, 9 new\n")
    let there = late.merging(["TZ": "Asia/Karachi"]) { $1 }
    #expect(try program.run(["due"], environment: there).output == "0 due, 10 new\n")
  }
}
