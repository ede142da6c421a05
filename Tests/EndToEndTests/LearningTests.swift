import Foundation
import Testing

/// Weights fitted to the log, moving cards, and plans in force, by the built program.
struct LearningTests {
  /// A program with two years of somebody's answers.
  private func learned() throws -> (program: BuiltProgram, home: [String: String]) {
    let program = try BuiltProgram()
    let home = program.folder + "/home"
    let made = try program.run(["fixture", home, "--cards", "200", "--reviews", "3000"])
    try #require(made.status == 0, "\(made.errors)")
    return (program, ["EBB_HOME": home, "EBB_PROGRESS": ""])
  }

  @Test func fittedWeightsAreUsedUntilTheyAreTakenBack() throws {
    let (program, home) = try learned()
    var minute = 12
    func run(_ arguments: [String]) throws -> BuiltProgram.Outcome {
      // Each command comes after the one before: the log is in the order of time.
      minute += 1
      return try program.run(
        arguments, environment: home.merging(["EBB_NOW": "2026-11-24T09:\(minute):00Z"]) { $1 })
    }
    try forget(in: program, home)
    let before = try run(["plan", "--by", "2026-12-30", "--json"]).output
    let dry = try run(["optimize", "--dry-run"])
    #expect(dry.status == 0 && dry.output.contains("weights in use:"), "\(dry.errors)")
    #expect(try run(["plan", "--by", "2026-12-30", "--json"]).output == before)
    #expect(try run(["optimize", "--reset"]).status == 1)

    let fitted = try run(["optimize", "--json"])
    #expect(fitted.output.contains("\"stored\":true"), "\(fitted.output)\(fitted.errors)")
    #expect(try run(["doctor"]).output.contains("all as the log says"))
    let changed = try run(["plan", "--by", "2026-12-30", "--json"]).output
    #expect(changed != before)
    // The same answers again gain nothing that counts.
    #expect(try run(["optimize", "--json"]).status == 0)

    #expect(try run(["optimize", "--reset"]).status == 0)
    #expect(try run(["doctor"]).output.contains("all as the log says"))
    #expect(try run(["plan", "--by", "2026-12-30", "--json"]).output == before)
    #expect(try run(["undo"]).output.contains("weights"))
    #expect(try run(["plan", "--by", "2026-12-30", "--json"]).output != before)
    #expect(try run(["doctor"]).output.contains("all as the log says"))
  }

  /// Adds answers of somebody who forgets half of everything within two days.
  private func forget(in program: BuiltProgram, _ home: [String: String]) throws {
    let cards = try program.run(["cards"], environment: home).output.split(separator: "\n")
      .map { $0.prefix(13) }
    var rows = ["card_id,review_time,review_rating"]
    for (index, card) in cards.enumerated() {
      for (visit, day) in [0, 2, 4, 6, 8, 10].enumerated() {
        let time = 1_600_000_000_000 + index * 20_000 + day * 86_400_000
        rows.append("\(card),\(time),\(visit > 0 && (index + visit) % 2 == 0 ? 1 : 3)")
      }
    }
    try program.write(rows.joined(separator: "\n") + "\n", to: "forgotten.csv")
    let added = try program.run(["import", program.folder + "/forgotten.csv"], environment: home)
    try #require(added.status == 0, "\(added.errors)")
  }

  @Test func movingCardsIsShownDoneAndTakenBack() throws {
    let (program, home) = try learned()
    var minute = 12
    func run(_ arguments: [String]) throws -> BuiltProgram.Outcome {
      // Each command comes after the one before: the log is in the order of time.
      minute += 1
      return try program.run(
        arguments, environment: home.merging(["EBB_NOW": "2026-11-24T09:\(minute):00Z"]) { $1 })
    }
    #expect(try run(["config", "set", "review.retention", "0.97"]).status == 0)
    let preview = try run(["reschedule"]).output
    #expect(preview.contains("Nothing is changed yet"), "\(preview)")
    let due = try run(["due"]).output
    let done = try run(["reschedule", "--apply"])
    #expect(done.output.contains("Done;"), "\(done.errors)")
    #expect(try run(["due"]).output != due)
    #expect(try run(["reschedule"]).output.contains("cards that move:      0 of"))
    #expect(try run(["undo"]).status == 0)
    #expect(try run(["due"]).output == due)
    #expect(try run(["doctor"]).output.contains("all as the log says"))
  }

  @Test func aPlanInForceChangesItsTopicsUntilItEnds() throws {
    let (program, home) = try learned()
    var minute = 12
    func run(_ arguments: [String]) throws -> BuiltProgram.Outcome {
      // Each command comes after the one before: the log is in the order of time.
      minute += 1
      return try program.run(
        arguments, environment: home.merging(["EBB_NOW": "2026-11-24T09:\(minute):00Z"]) { $1 })
    }
    #expect(try run(["plan"]).status == 1)
    let set = try run(["plan", "set", "2026-11-30", "--topics", "subject-1", "--new", "40"])
    #expect(
      set.status == 0 && set.output.contains("in force until Mon 30 Nov 2026"), "\(set.errors)")
    #expect(try run(["plan"]).output.contains("Plan for Mon 30 Nov 2026"))
    let origin = try run(["config", "print", "--origin"]).output
    #expect(origin.contains("deck.\"Subject 1\".retention") && origin.contains("# plan"))
    #expect(try run(["plan", "clear"]).status == 0)
    #expect(try run(["plan"]).status == 1)
    #expect(try run(["undo"]).status == 0)
    #expect(try run(["plan", "show", "--json"]).output.contains("\"date\":\"2026-11-30\""))
    // It ends by itself.
    let later = home.merging(["EBB_NOW": "2026-12-01T09:00:00Z"]) { $1 }
    #expect(try program.run(["plan"], environment: later).status == 1)
    for arguments in [["plan", "set"], ["plan", "set", "2026-11-01"], ["plan", "set", "soon"]] {
      #expect(try run(arguments).status == 2, "\(arguments)")
    }
  }

  @Test func anotherModelIsComputedFromTheLog() throws {
    let (program, home) = try learned()
    var minute = 12
    // Of 200 cards that are well known, some are due within a week.
    var day = 24
    func run(_ arguments: [String], input: String = "") throws -> BuiltProgram.Outcome {
      // Each command comes after the one before: the log is in the order of time.
      minute += 1
      return try program.run(
        arguments, input: input,
        environment: home.merging(["EBB_NOW": "2026-11-\(day)T09:\(minute):00Z"]) { $1 })
    }
    let due = try run(["due"]).output
    #expect(try run(["config", "set", "review.model", "fsrs-7"]).status == 0)
    #expect(try run(["due"]).output == due)
    #expect(try run(["doctor"]).output.contains("all as the log says"))
    day = 30
    let answered = try run(["review", "--plain"], input: "\n3\n\n1\nq\n")
    #expect(answered.output.contains("Done. 2 answers"), "\(answered.errors)")
    #expect(try run(["doctor"]).output.contains("all as the log says"))
    #expect(try run(["config", "set", "review.model", "fsrs-6"]).status == 0)
    #expect(try run(["doctor"]).output.contains("all as the log says"))
  }
}
