import Foundation
import Testing

/// Settings as the built program reads, writes and obeys them.
struct ConfigTests {
  private static let path = ".config/ebb/config.toml"

  private func program(_ settings: String) throws -> BuiltProgram {
    let program = try BuiltProgram()
    try program.write(settings, to: Self.path)
    return program
  }

  private func settings(of program: BuiltProgram) throws -> String {
    try String(contentsOfFile: program.folder + "/" + Self.path, encoding: .utf8)
  }

  @Test func aMisspeltSettingStopsEveryCommandAndIsNamed() throws {
    let program = try program("[review]\nreview.x = 1\nretension = 0.9\n")
    for command in [["due"], ["review", "--plain"], ["config", "print"], ["cards"]] {
      let outcome = try program.run(command)
      #expect(outcome.status == 2, "\(command)")
      #expect(outcome.errors.contains(".config/ebb/config.toml:3: "), "\(outcome.errors)")
      #expect(outcome.errors.contains("did you mean review.retention?"))
    }
    #expect(try program.run(["config", "path"]).output == program.folder + "/" + Self.path + "\n")
    #expect(try program.run(["--version"]).status == 0)
  }

  @Test func everyValueIsPrintedWithItsOrigin() throws {
    let program = try program("[review]\nretention = 0.85\n")
    let plain = try program.run(["config"])
    #expect(plain.status == 0, "\(plain.errors)")
    #expect(plain.output.contains("review.retention = 0.85\n"))
    let text = try program.run(
      ["config", "print", "--origin", "--color", "never"], environment: ["NO_COLOR": "1"]
    ).output
    for (key, origin) in [
      ("review.retention = 0.85", ".config/ebb/config.toml:2"),
      ("review.order = \"mixed\"", "default"), ("files.progress = ", "EBB_PROGRESS"),
      ("ui.color = \"never\"", "--color"),
    ] {
      let line = text.split(separator: "\n").first { $0.hasPrefix(key) }
      #expect(line?.hasSuffix(origin) == true, "\(key): \(line ?? "missing")")
    }
    // What is printed can be read again.
    try program.write(plain.output, to: "again.toml")
    let again = try program.run(
      ["config"], environment: ["EBB_CONFIG": program.folder + "/again.toml"])
    #expect(again.output == plain.output)
  }

  @Test func getSetAndUnsetKeepTheRestOfTheFile() throws {
    let file = "# mine\n[review]\nretention = 0.85 # strict\n"
    let program = try program(file)
    #expect(try program.run(["config", "get", "review.retention"]).output == "0.85\n")
    #expect(try program.run(["config", "set", "review.retention", "0.8"]).status == 0)
    #expect(try settings(of: program) == "# mine\n[review]\nretention = 0.8 # strict\n")
    #expect(try program.run(["config", "set", "review.learn_steps", "5m", "1h"]).status == 0)
    #expect(try settings(of: program).hasSuffix("strict\nlearn_steps = [\"5m\", \"1h\"]\n"))
    #expect(try program.run(["config", "get", "review.learn_steps"]).output == "5m 1h\n")
    #expect(try program.run(["config", "unset", "review.learn_steps"]).status == 0)
    #expect(try program.run(["config", "unset", "review.learn_steps"]).status == 1)
    #expect(try program.run(["config", "set", "deck.\"A B\".paused", "true"]).status == 0)
    #expect(try settings(of: program).hasSuffix("\n[deck.\"A B\"]\npaused = true\n"))
    // There may be such notes tomorrow; today there are none.
    _ = try program.run(["cards"])
    let absent = try program.run(["config", "set", "deck.rediss.retention", "0.8"])
    #expect(absent.status == 0 && absent.errors.contains("“rediss”; did you mean Redis?"))
    #expect(try program.run(["config", "set", "deck.redis.retention", "0.8"]).errors == "")
    for (arguments, words) in [
      (["set", "review.retention", "2"], "0.70 to 0.97"),
      (["set", "review.retnetion", "0.9"], "did you mean review.retention?"),
      (["get", "no such"], "no name of a setting"),
      (["set", "review.new_per_day", "-1"], "to “-1”: it must be"),
    ] {
      let outcome = try program.run(["config"] + arguments)
      #expect(outcome.status == 2 && outcome.errors.contains(words), "\(outcome.errors)")
    }
  }

  @Test func aFileIsMadeWhereThereIsNone() throws {
    let program = try BuiltProgram()
    #expect(try program.run(["config", "set", "ui.theme", "dark"]).status == 0)
    #expect(try settings(of: program) == "[ui]\ntheme = \"dark\"\n")
    let home = program.folder + "/elsewhere"
    #expect(try program.run(["config", "set", "ui.theme", "mono", "--home", home]).status == 0)
    #expect(
      try String(contentsOfFile: home + "/config/config.toml", encoding: .utf8)
        == "[ui]\ntheme = \"mono\"\n")
  }

  @Test func theEditorGetsTheFileAndItIsCheckedAfterwards() throws {
    let program = try BuiltProgram()
    let good = try program.run(["config", "edit"], environment: ["EDITOR": "true", "VISUAL": ""])
    #expect(good.status == 0, "\(good.errors)")
    #expect(try settings(of: program).hasPrefix("# Settings of ebb"))
    try program.write("#!/bin/sh\nfor file; do :; done\necho 'x = 1' > \"$file\"\n", to: "spoil")
    chmod(program.folder + "/spoil", 0o755)
    let bad = try program.run(
      ["config", "edit"], environment: ["EDITOR": program.folder + "/spoil", "VISUAL": ""])
    #expect(bad.status == 2 && bad.errors.contains("config.toml:1: there is no setting x"))
  }

  @Test func limitsPausesAndDayStartsAreObeyed() throws {
    #expect(try program("[review]\nnew_per_day = 3\n").dueAndNew() == "0 due, 3 new\n")
    #expect(
      try program("[deck.red]\nnew_per_day = 2\n").run(["due", "redis"]).output == "0 due, 2 new\n")
    #expect(try program("[deck.redis]\npaused = true\n").run(["due", "redis"]).status == 1)
    let unknown = try program("[deck.rediss]\npaused = true\n").run(["review", "--plain"])
    #expect(
      unknown.errors.contains(
        "config.toml:2: warning: there is no topic “rediss”; did you mean Redis?"),
      "\(unknown.errors)")
    // Whoever reads figures is told as well, but a prompt is not.
    let silent = try program("[deck.rediss]\nretention = 0.8\n")
    for command in [["report"], ["forecast"]] {
      #expect(try silent.run(command).errors.contains("no topic “rediss”"), "\(command)")
    }
    #expect(try silent.run(["due"]).errors == "")
    // 09:12 belongs to the day before when a day begins at 10:00.
    let late = try program("[review]\nday_starts = \"10:00\"\n")
    _ = try late.run(["review", "--plain"], input: "\n4\nq\n")
    #expect(
      try late.run(["due"], environment: ["EBB_NOW": "2026-11-24T10:05:00Z"]).output
        == "0 due, 10 new\n")
  }

  @Test func notesAreTakenFromTheFoldersOfTheSettings() throws {
    let program = try program(
      "[notes]\nfolders = [\"~/mine\"]\nignore = [\"draft*\"]\nshipped = false\n")
    try program.write("# Kafka\n\n**Lag** — the records that wait.\n", to: "mine/kafka.md")
    try program.write("# Draft\n\n**Idea** — a thought to be tried.\n", to: "mine/draft.md")
    let cards = try program.run(["cards"]).output
    #expect(cards.contains("What is Lag?") && !cards.contains("Idea"), "\(cards)")
    #expect(!cards.contains("redis.md"))
    try program.write("", to: Self.path)
    let shipped = try program.run(["cards"]).output
    #expect(shipped.contains("redis.md") && !shipped.contains("Lag"))
  }

  @Test func filesBesideNotesSpeakOfNotesAndDecksOnly() throws {
    let program = try BuiltProgram()
    try program.write("# Kafka\n\n**Lag** — the records that wait.\n", to: "own/kafka.md")
    try program.write("[deck.kafka]\npaused = true\n", to: "own/.ebb.toml")
    #expect(try program.run(["add", program.folder + "/own"]).status == 0)
    #expect(try program.run(["due", "kafka"]).status == 1)
    #expect(try program.run(["config", "print", "--origin"]).output.contains("own/.ebb.toml:2"))
    try program.write("[review]\nretention = 0.8\n", to: "own/.ebb.toml")
    let outcome = try program.run(["due"])
    #expect(outcome.status == 2 && outcome.errors.contains("own/.ebb.toml:2: "))
  }

  @Test func movedKeysAreMovedEverywhere() throws {
    let program = try program("[keys]\nskip = \"Z\"\n")
    let keys = try program.run(["keys"]).output
    #expect(keys.contains("  Z           skip"), "\(keys)")
    let terminal = try program.open(["review"])
    #expect(terminal.wait(for: "Space answer"), "\(terminal.screen.text)")
    #expect(terminal.screen.text.contains("Z skip"))
    terminal.send("s")
    #expect(terminal.wait(for: "s does nothing here"), "\(terminal.screen.text)")
    terminal.send("Z")
    #expect(terminal.wait(for: "Skipped"), "\(terminal.screen.text)")
    terminal.send("Q")
    #expect(terminal.waitForEnding() != nil)
  }

  @Test func optionsAreCheckedAndTheNearestIsNamed() throws {
    let program = try BuiltProgram()
    let misspelt = try program.run(["review", "--limt", "3"])
    #expect(misspelt.status == 2 && misspelt.errors.contains("--limit"), "\(misspelt.errors)")
    for arguments in [
      ["--limit", "0"], ["--minutes", "-1"], ["--new", "x"], ["--order", "best"],
    ] {
      #expect(try program.run(["review"] + arguments).status == 2, "\(arguments)")
    }
    let short = try program.run(["review", "--plain", "--limit", "2"], input: "\n4\n\n4\n")
    #expect(short.output.contains("Done. 2 answers"), "\(short.output)")
    let practice = try program.run(["review", "--cram", "--plain"], input: "\n1\n\n3\nu\n3\n")
    #expect(practice.output.hasPrefix("ebb practice: "), "\(practice.output)")
    #expect(practice.output.contains("Again. Comes again. "))
    #expect(try program.dueAndNew() == "0 due, 8 new\n")
    let more = try program.run(["review", "--plain", "--new", "1"], input: "\n4\n")
    #expect(more.output.hasPrefix("ebb review: 1 card."), "\(more.output)")
  }
}
