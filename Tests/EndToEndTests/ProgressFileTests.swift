import Foundation
import Testing

/// Backup, restore, repair, merge, export, import and undo, as a user meets them.
struct ProgressFileTests {
  private let program: BuiltProgram

  init() throws {
    program = try BuiltProgram()
    _ = try program.run(["review", "--plain"], input: "\n4\n\n3\n\n1\nq\n")
  }

  @Test func aBackupIsMadeListedAndRestored() throws {
    let made = try program.run(["backup"])
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.hasSuffix("3 answers, verified\n"), "\(made.output)")
    _ = try program.run(["review", "--plain"], input: "\n4\nq\n")
    let names = try program.run(["backup", "list"]).output.split(separator: "\n")
    let name = try #require(names.first?.split(separator: " ").first.map(String.init))

    let restored = try program.run(["restore", name])
    #expect(restored.status == 0, "\(restored.errors)")
    #expect(restored.output.contains("restored \(name): 3 answers"), "\(restored.output)")
    #expect(restored.output.contains("what was replaced is kept as"))
    let newest = try program.run(["backup", "list"]).output.split(separator: "\n")[0]
    #expect(newest.hasSuffix("4 answers"), "\(newest)")
    let unknown = try program.run(["restore", "yesterday"])
    #expect(unknown.status == 1 && unknown.errors.contains("`ebb backup list`"))
  }

  @Test func theFirstStartOfADayMakesABackup() throws {
    let tomorrow = ["EBB_NOW": "2026-11-25T09:12:00Z"]
    for _ in 0..<2 {
      let outcome = try program.run(
        ["review", "--plain"], input: "\n4\nq\n", environment: tomorrow)
      #expect(outcome.status == 0)
    }
    let list = try program.run(["backup", "list"], environment: tomorrow).output
    #expect(list.split(separator: "\n").count == 1, "\(list)")
    #expect(list.contains("2026-11-25  3 answers"), "\(list)")
  }

  @Test func aDamagedFileIsNamedWithItsBackupAndCanBeRestored() throws {
    let made = try program.run(["backup"]).output
    let name = try #require(made.split(separator: ":").first?.split(separator: "/").last)
    try damage(from: 0)
    for command in [["due"], ["review", "--plain"], ["doctor"], ["backup"]] {
      let outcome = try program.run(command)
      #expect(outcome.status == 4, "\(command): \(outcome.errors)")
      #expect(outcome.errors.contains("`ebb restore \(name)`"), "\(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count == 1)
    }
    let restored = try program.run(["restore", String(name)])
    #expect(restored.status == 0, "\(restored.errors)")
    #expect(restored.output.contains("damaged-"))
    #expect(try program.run(["doctor"]).output == "3 answers, 3 cards: all as the log says\n")
  }

  @Test func aDoctorThatCannotHelpEndsWithFourAndSaysWhatCan() throws {
    let sound = try program.run(["doctor"])
    #expect(sound.status == 0 && sound.output == "3 answers, 3 cards: all as the log says\n")
    try damage(from: 8192)
    let outcome = try program.run(["doctor"])
    #expect(outcome.status == 4, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.errors.contains("damaged"), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
  }

  @Test func theProgressOfTwoMachinesIsUnited() throws {
    let other = try BuiltProgram()
    let there = ["EBB_NOW": "2026-11-24T10:00:00Z"]
    _ = try other.run(["review", "--plain"], input: "\n4\n\n4\nq\n", environment: there)
    let now = ["EBB_NOW": "2026-11-24T11:00:00Z"]
    let merged = try program.run(["merge", other.progress], environment: now)
    #expect(merged.status == 0, "\(merged.errors)")
    #expect(merged.output.contains("2 new answers, 2 cards"), "\(merged.output)")
    let again = try program.run(["merge", other.progress], environment: now)
    #expect(again.output.contains("nothing new"))
    let back = try other.run(["merge", program.progress], environment: now)
    #expect(back.output.contains("3 new answers"), "\(back.output)")
    let logs = try [program, other].map {
      try $0.run(["export", "log", "-"], environment: now).output
    }
    #expect(logs[0] == logs[1])
    #expect(try program.run(["doctor"], environment: now).status == 0)
    let itself = try program.run(["merge", program.progress])
    #expect(itself.status == 2 && itself.errors.contains("itself"))
    #expect(try program.run(["merge", program.folder + "/none.db"]).status == 4)
  }

  @Test func aLogLeavesAndComesBack() throws {
    let file = program.folder + "/log.jsonl"
    let exported = try program.run(["export", "log", file])
    #expect(exported.status == 0 && exported.output == "\(file): 3 events\n", "\(exported.errors)")
    let copy = ["EBB_PROGRESS": program.folder + "/copy.db", "EBB_NOW": "2026-11-24T12:00:00Z"]
    let imported = try program.run(["import", file], environment: copy)
    #expect(imported.output.contains("3 new answers, 3 cards"), "\(imported.errors)")
    #expect(
      try program.run(["export", "log", "-"], environment: copy).output
        == String(contentsOfFile: file, encoding: .utf8))
    #expect(
      try program.run(["due"], environment: copy).output
        == program.run(["due"], environment: ["EBB_NOW": "2026-11-24T12:00:00Z"]).output)
  }

  @Test func aTableLeavesAndComesBack() throws {
    let file = program.folder + "/log.csv"
    #expect(try program.run(["export", "csv", file]).output == "\(file): 3 answers\n")
    let copy = ["EBB_PROGRESS": program.folder + "/copy.db", "EBB_NOW": "2026-11-24T12:00:00Z"]
    let imported = try program.run(["import", file], environment: copy)
    #expect(imported.output.contains("3 new answers, 3 cards"), "\(imported.errors)")
    let again = try program.run(["import", file], environment: copy)
    #expect(again.output.contains("nothing new"), "\(again.output)")
    let both = try [["EBB_NOW": "2026-11-24T12:00:00Z"], copy].map {
      try program.run(["export", "csv", "-"], environment: $0).output
    }
    #expect(both[0] == both[1])
  }

  @Test func aBadFileIsRefusedWithItsLineAndNothingIsTaken() throws {
    let before = try program.run(["export", "log", "-"]).output
    let header = "card_id,review_time,review_rating\n"
    for (text, words) in [
      (header + "a,1700000000000,3\nb,1700000000000,7\n", ":3: the rating is 7"),
      (header + "a,1700000000000,3\na,1700000000000,3\n", ":3: this card was answered"),
      ("card_id,review_rating\na,3\n", ":1: there is no column review_time"),
      (header + "a,4000000000000,3\n", ":2: the time 4000000000000 is in the future"),
      ("{\"schema\":\"ebb.log/1\"}\n{\"writer\":\n", ":2: this is not a JSON object"),
      ("", ":1: the file is empty"),
    ] {
      try program.write(text, to: "bad")
      let outcome = try program.run(["import", program.folder + "/bad"])
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("bad" + words), "\(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count == 1)
    }
    #expect(try program.run(["import", program.folder]).status == 2)
    #expect(try program.run(["export", "log", "/proc/log"]).status == 2)
    #expect(try program.run(["export", "log", "-"]).output == before)
  }

  @Test func answersOfTodayAreTakenBackByAnotherRun() throws {
    let now = ["EBB_NOW": "2026-11-24T09:30:00Z"]
    let undone = try program.run(["undo", "2"], environment: now)
    #expect(undone.status == 0, "\(undone.errors)")
    #expect(undone.output.split(separator: "\n").count == 2)
    #expect(undone.output.hasPrefix("undone: again  "), "\(undone.output)")
    let rest = try program.run(["undo", "5"], environment: now)
    #expect(rest.output.contains("undone: easy  "))
    #expect(rest.output.contains("only 1 change"), "\(rest.output)")
    #expect(try program.run(["undo"], environment: now).status == 1)
    #expect(try program.run(["undo", "0"]).status == 2)
    #expect(try program.run(["due"], environment: now).output == "0 due, 10 new\n")
    #expect(try program.run(["doctor"], environment: now).status == 0)
  }

  @Test func weightsAreFittedToAnyLog() throws {
    var table = "card_id,review_time,review_rating\n"
    for card in 0..<60 {
      for (number, day) in [0, 3, 10, 30, 80].enumerated() {
        let time = 1_700_000_000_000 + (day * 86_400 + card * 60) * 1000
        table += "\(card),\(time),\((card + number) % 5 == 0 ? 1 : 3)\n"
      }
    }
    try program.write(table, to: "revlog.csv")
    let arguments = ["optimize", "--revlog", program.folder + "/revlog.csv"]
    let text = try program.run(arguments)
    #expect(text.status == 0, "\(text.errors)")
    #expect(text.output.hasPrefix("answers to predict: 240\n"), "\(text.output)")
    let json = try program.run(arguments + ["--json"])
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((object?["weights"] as? [Double])?.count == 21)
    let own = try program.run(["optimize"])
    #expect(own.status == 1 && own.errors.contains("two days"), "\(own.errors)")
  }

  @Test func whereThereIsNoProgressNoneIsMade() throws {
    let nowhere = ["EBB_PROGRESS": program.folder + "/none/progress.db"]
    for command in [["backup"], ["doctor"], ["undo"], ["export", "log", "-"], ["backup", "list"]] {
      let outcome = try program.run(command, environment: nowhere)
      #expect(outcome.status == 1 && !outcome.errors.isEmpty, "\(command)")
    }
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/none"))
  }

  /// Overwrites the progress file from a byte on.
  private func damage(from start: Int) throws {
    var data = try Data(contentsOf: URL(fileURLWithPath: program.progress))
    data.replaceSubrange(start..<data.count, with: Data(repeating: 0x55, count: data.count - start))
    try data.write(to: URL(fileURLWithPath: program.progress))
    for ending in ["-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: program.progress + ending)
    }
  }
}
