import Foundation
import TestSupport
import Testing

/// Queries on the command line: find, set, review, due.
struct FindTests {
  private func objects(_ program: BuiltProgram, _ query: String) throws -> [[String: Any]] {
    let json = try program.run(["find", query, "--json"]).output
    let list = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(list?["schema"] as? String == "ebb.cards/1")
    return try #require(list?["cards"] as? [[String: Any]])
  }

  @Test func findListsIdentityDuePlaceAndQuestion() throws {
    let program = try BuiltProgram()
    let list = try program.run(["find", "topic:redis", "carry a token"])
    #expect(list.status == 0)
    #expect(
      list.output.contains("new          ·  redis.md:5  Why must a lock carry a token?"),
      "\(list.output)")
    #expect(list.output.split(separator: "\n").count == 1)
    let all = try program.run(["cards"]).output.split(separator: "\n")
    let two = try program.run(["find", "--limit", "2"]).output.split(separator: "\n")
    #expect(all.count > 2 && two == Array(all.prefix(2)))
  }

  @Test func aQueryThatCannotBeReadShowsThePlace() throws {
    let program = try BuiltProgram()
    let topic = try program.run(["find", "topic:redsi"])
    #expect(topic.status == 1 && topic.errors.contains("Nearest topic: redis"))
    #expect(topic.errors.contains("  topic:redsi\n        ^^^^^"))
    let field = try program.run(["find", "topc:redis"])
    #expect(field.status == 2 && field.errors.contains("Nearest field: topic"))
    #expect(try program.run(["find", "nothing-is-like-this"]).status == 1)
    #expect(try program.run(["find", "--order", "size"]).status == 2)
  }

  @Test func setDecidesAboutCardsAndOneUndoTakesItBack() throws {
    let program = try BuiltProgram()
    let due = try program.dueAndNew()
    let count = try program.run(["find", "topic:redis"]).output.split(separator: "\n").count
    let dry = try program.run(["set", "topic:redis", "suspend", "--dry-run"])
    #expect(dry.output.contains("\(count) cards of \(count) found would change"))
    #expect(try program.run(["find", "is:suspended"]).status == 1)

    let set = try program.run(["set", "topic:redis", "suspend"])
    #expect(set.status == 0 && set.output.contains("Suspended \(count) cards"))
    let found = try program.run(["find", "is:suspended"]).output.split(separator: "\n")
    #expect(found.count == count && found.allSatisfy { $0.contains("suspended") })
    #expect(try program.run(["review", "redis", "--plain"]).status == 1)
    let again = try program.run(["set", "topic:redis", "suspend"])
    #expect(again.output.contains("all so already"))

    let undo = try program.run(["undo"])
    #expect(undo.status == 0 && undo.output.contains("suspend"))
    #expect(try program.run(["find", "is:suspended"]).status == 1)
    #expect(try program.dueAndNew() == due)
  }

  @Test(arguments: [
    (["bury"], "is:buried"), (["flag", "2"], "is:flagged"),
    (["memo", "mind", "it"], "memo:\"mind it\""),
    (["due", "tomorrow"], "due:tomorrow"),
  ])
  func changesAreFoundAgain(change: [String], query: String) throws {
    let program = try BuiltProgram()
    #expect(try program.run(["find", query]).status == 1)
    #expect(try program.run(["set", "carry a token"] + change).status == 0)
    #expect(try objects(program, query).count == 1)
  }

  @Test func aForgottenCardIsNewAndKeepsItsAnswers() throws {
    let program = try BuiltProgram()
    _ = try program.run(["review", "--plain", "topic:redis"], input: "\n4\nq\n")
    let seen = try objects(program, "is:seen")
    #expect(seen.count == 1 && seen[0]["reviews"] as? Int == 1)
    // The clock begins anew with every run.
    func later(_ minute: Int) -> [String: String] { ["EBB_NOW": "2026-11-24T09:\(minute):00Z"] }
    #expect(
      try program.run(["set", "is:seen", "forget"], environment: later(20)).status == 0)
    #expect(try program.run(["find", "is:seen"]).status == 1)
    _ = try program.run(["undo"], environment: later(30))
    #expect(try objects(program, "is:seen").count == 1)
  }

  @Test(arguments: [
    ["set", "is:new"], ["set", "is:new", "explode"], ["set", "is:new", "due", "soon"],
    ["set", "is:new", "due", "2020-01-01"], ["set", "is:new", "flag", "x"],
    ["set", "is:new", "suspend", "them"], ["set", "is:", "suspend"],
  ])
  func whatCannotBeSetChangesNothing(arguments: [String]) throws {
    let program = try BuiltProgram()
    let outcome = try program.run(arguments)
    #expect(outcome.status == 2 && !outcome.errors.isEmpty, "\(outcome.errors)")
  }

  @Test func aNearbyChangeIsNamed() throws {
    let outcome = try BuiltProgram().run(["set", "is:new", "suspnd"])
    #expect(outcome.errors.contains("the nearest is “suspend”"))
  }

  @Test func reviewAsksWhatAQueryFinds() throws {
    let program = try BuiltProgram()
    let outcome = try program.run(["review", "--plain", "carry a token"], input: "q\n")
    #expect(outcome.output.contains("Why must a lock carry a token?"))
    #expect(outcome.output.contains("1 of 1") || !outcome.output.contains("of 2"))
    #expect(try program.run(["review", "--plain", "is:mature"]).status == 1)
    let misspelt = try program.run(["review", "--plain", "topic:redsi"])
    #expect(misspelt.status == 1 && misspelt.errors.contains("Nearest topic: redis"))
  }

  @Test func dueCountsWhatAQueryFindsAlsoAsJSON() throws {
    let program = try BuiltProgram()
    #expect(try program.run(["due", "carry a token"]).output == "0 due, 1 new\n")
    let json = try program.run(["due", "--json"]).output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(object?["schema"] as? String == "ebb.due/1")
    #expect(object?["due"] as? Int == 0 && object?["new"] as? Int == 10)
    #expect(object?["now"] as? String == "2026-11-24T09:12:00Z")
    let topics = try #require(object?["topics"] as? [[String: Any]])
    #expect(topics.contains { $0["topic"] as? String == "Redis" && $0["seen"] as? Int == 0 })
    #expect(try program.run(["due", "topic:redis is:mature"]).status == 1)
  }

  @Test func theBrowserFindsDecidesAndComesBack() throws {
    let program = try BuiltProgram()
    let screen = try program.open(["browse", "topic:redis"])
    #expect(screen.wait(for: "Filter: topic:redis"), "\(screen.screen.text)")
    screen.send("/")
    screen.send(" carry a token\r")
    #expect(screen.wait(for: "1 of "), "\(screen.screen.text)")
    screen.send("x")
    #expect(screen.wait(for: "Suspended"), "\(screen.screen.text)")
    screen.send("u")
    #expect(screen.wait(for: "Undone: suspend"), "\(screen.screen.text)")
    screen.send("mhi\r")
    #expect(screen.wait(for: "Memo kept"), "\(screen.screen.text)")
    screen.send("v")
    #expect(screen.wait(for: "Note ›"), "\(screen.screen.text)")
    screen.send("q")
    #expect(screen.wait(for: "Browser"), "\(screen.screen.text)")
    // Another key: a held one would do nothing to the new screen.
    screen.send("\u{1b}")
    #expect(screen.wait(for: "TOPIC"), "\(screen.screen.text)")
    screen.send("q")
    #expect(screen.waitForEnding() == .exit(0))
    #expect(try objects(program, "memo:hi").count == 1)
  }

  @Test func notesTellsHowReadyEveryPartIs() throws {
    let program = try BuiltProgram()
    let files = try program.run(["notes"]).output
    #expect(files.contains("redis.md") && !files.contains("Locks"))
    let parts = try program.run(["notes", "redis"]).output
    #expect(parts.contains("  Locks") && parts.contains("0%") && !parts.contains("wide.md"))
    let json = try program.run(["notes", "--all", "--json"]).output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let rows = try #require(object?["parts"] as? [[String: Any]])
    #expect(rows.contains { $0["title"] as? String == "Locks" && $0["depth"] as? Int == 1 })
    #expect(try program.run(["notes", "nowhere"]).status == 1)
  }

  @Test func theTreeOfTheNotesOpensFromHome() throws {
    let program = try BuiltProgram()
    let screen = try program.open([])
    #expect(screen.wait(for: "TOPIC"), "\(screen.screen.text)")
    screen.send("N")
    #expect(screen.wait(for: "PART OF THE NOTES"), "\(screen.screen.text)")
    // Another key: a held one would do nothing to the new screen.
    screen.send("\u{1b}")
    #expect(screen.wait(for: "TOPIC"), "\(screen.screen.text)")
    screen.send("/red\r")
    screen.send("Q")
    #expect(screen.waitForEnding() == .exit(0))
  }
}
