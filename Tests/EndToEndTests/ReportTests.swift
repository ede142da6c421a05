import Foundation
import TestSupport
import Testing

struct ReportTests {
  /// A log of some weeks: every day at nine all due cards answered, some of them wrong.
  static func studied() throws -> BuiltProgram {
    let program = try BuiltProgram()
    var table = "card_id,review_time,review_rating,review_duration\n"
    let cards = try program.run(["cards"]).output.split(separator: "\n").map {
      String($0.prefix { $0 != " " })
    }
    // 2026-10-13 09:00 UTC, and six weeks from then on.
    for day in 0..<42 {
      for (index, card) in cards.enumerated() where (day + index).isMultiple(of: 3 + index % 4) {
        let time = (1_791_882_000 + day * 86_400 + index * 20) * 1_000
        let rating = (day * 7 + index * 3) % 10 == 0 ? 1 : (day + index) % 5 == 0 ? 2 : 3
        table += "\(card),\(time),\(rating),\(4_000 + 700 * (index % 9))\n"
      }
    }
    try program.write(table, to: "log.csv")
    let imported = try program.run(["import", program.folder + "/log.csv"])
    guard imported.status == 0 else { throw BuiltProgram.Failure(message: imported.errors) }
    return program
  }

  private static let views = [
    "overview", "retention", "forecast", "heatmap", "topics", "calibration", "mocks",
  ]

  private func schema() throws -> JSONSchema {
    try JSONSchema(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path
        + "/Resources/schema/report.schema.json")
  }

  @Test func everyReportAsJSONFollowsTheSchema() throws {
    let schema = try schema()
    for program in [try Self.studied(), try BuiltProgram()] {
      for arguments in Self.views.map({ [$0] }) + [["all"], ["--digest"], ["--topic", "Redis"]] {
        let outcome = try program.run(["report", "--json"] + arguments)
        #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
        #expect(try schema.faults(in: outcome.output) == [], "\(arguments)")
      }
    }
  }

  @Test func theSchemaRefusesWhatIsWrong() throws {
    let schema = try schema()
    let good = try BuiltProgram().run(["report", "mocks", "--json"]).output
    #expect(try schema.faults(in: good) == [])
    for (from, to) in [
      ("ebb.report.mocks/1", "ebb.report.mocks/2"), ("\"rows\":[]", "\"rows\":{}"),
      ("\"rows\":[]", "\"rows\":[{}]"), ("\"rows\":[]", "\"rows\":[],\"secret\":1"),
      ("\"topic\":null", "\"topic\":7"), ("\"today\":\"2026", "\"today\":\"x"),
    ] {
      let bad = good.replacingOccurrences(of: from, with: to)
      #expect(bad != good)
      #expect(try !schema.faults(in: bad).isEmpty, "\(to)")
    }
  }

  @Test func textFitsAndSaysTheSameAsJSON() throws {
    let program = try Self.studied()
    for view in Self.views {
      let outcome = try program.run(["report", view])
      #expect(outcome.status == 0, "\(view): \(outcome.errors)")
      let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.allSatisfy { $0.count <= 76 }, "\(outcome.output)")
      #expect(try program.run(["report", view]).output == outcome.output, "\(view)")
    }
    let json = try program.run(["report", "retention", "--json"]).output
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let rows = try #require(object["rows"] as? [[String: Any]])
    let all = try #require(rows.last?["all"] as? [String: Any])
    let (ok, n) = (try #require(all["ok"] as? Int), try #require(all["n"] as? Int))
    #expect(n > 30 && ok > 0 && ok < n)
    #expect(try program.run(["report", "retention"]).output.contains("\(ok) of \(n)"))
  }

  @Test func theDigestFitsOneScreen() throws {
    for program in [try Self.studied(), try BuiltProgram()] {
      let output = try program.run(["report", "--digest"]).output
      #expect(output.split(separator: "\n", omittingEmptySubsequences: false).count <= 24)
      for word in ["LEARNED", "SLIPPED", "NEXT"] { #expect(output.contains(word), "\(output)") }
    }
  }

  @Test func plainLinesHaveTabsAndExactFigures() throws {
    let program = try Self.studied()
    let topics = try program.run(["report", "topics", "--plain"]).output.split(separator: "\n")
    #expect(!topics.isEmpty)
    for line in topics {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      #expect(Double(fields[1]).map { (0...1).contains($0) } == true, "\(line)")
    }
    let weeks = try program.run(["report", "heatmap", "--plain"]).output.split(separator: "\n")
    // A year and the week that goes on; 24 November 2026 is the Tuesday of week 48.
    #expect(weeks.count == 53 && weeks.last?.hasPrefix("2026-W48 ") == true)
    for week in weeks {
      let numbers = week.split(separator: " ").dropFirst().compactMap { Int($0) }
      #expect(numbers.dropLast().reduce(0, +) == numbers.last, "\(week)")
    }
  }

  @Test func everyTableIsAFileOfItsOwn() throws {
    let program = try Self.studied()
    let folder = program.folder + "/tables"
    let outcome = try program.run(["report", "--csv", folder])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    for name in ["forecast", "grades", "heatmap", "hours", "retention", "topics"] {
      #expect(files.contains(name + ".csv"), "\(files)")
    }
    for file in files {
      let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
      let lines = text.components(separatedBy: "\r\n")
      #expect(lines.last == "" && lines.count > 2, "\(file)")
      #expect(!lines.contains { $0.contains("\n") }, "\(file)")
    }
  }

  @Test func markdownHasATableForEveryChart() throws {
    let output = try Self.studied().run(["report", "forecast", "--markdown"]).output
    #expect(output.hasPrefix("# Forecast"))
    #expect(output.contains("| Day | Due | Most of them |\n| --- | --: | --- |\n| 24 Nov 2026 |"))
  }

  @Test func periodsAreReadAndRefused() throws {
    let program = try Self.studied()
    let days = try program.run(
      ["report", "overview", "--json", "--since", "2026-11-01", "--until", "2026-11-10"]).output
    #expect(days.contains("\"from\":\"2026-11-01\"") && days.contains("\"to\":\"2026-11-10\""))
    #expect(days.contains("\"of\":10"))
    let all = try program.run(["report", "--json", "--days", "all"]).output
    #expect(all.contains("\"from\":\"2026-10-13\""))
    for arguments in [
      ["--days", "0"], ["--days", "soon"], ["--since", "2026-02-30"],
      ["--since", "2026-11-02", "--until", "2026-11-01"], ["--until", "yesterday"],
    ] {
      let outcome = try program.run(["report"] + arguments)
      #expect(outcome.status == 2 && outcome.output.isEmpty, "\(arguments)")
      #expect(outcome.errors.hasPrefix("ebb: cannot "), "\(outcome.errors)")
    }
    #expect(try program.run(["report", "--json", "--plain"]).status == 2)
    #expect(try program.run(["report", "--open"]).status == 2)
    #expect(try program.run(["report", "--topic", "kafka"]).status == 1)
    let nowhere = try program.run(["report", "--html", "/nowhere/page.html"])
    #expect(nowhere.status == 2 && nowhere.errors.contains("/nowhere/page.html"))
  }

  @Test func answersThatWereTakenBackDoNotCount() throws {
    let program = try BuiltProgram()
    func count() throws -> String {
      let json = try program.run(["report", "--json"]).output
      return String(try #require(json.firstMatch(of: /"answers":\{"count":(\d+)/)).1)
    }
    _ = try program.run(["review", "--plain"], input: "\n3\n\n1\nq\n")
    #expect(try count() == "2")
    _ = try program.run(["undo"])
    #expect(try count() == "1")
  }

  @Test func thePageOpensInTheBrowserOfTheUser() throws {
    let program = try BuiltProgram()
    let page = program.folder + "/page.html"
    let outcome = try program.run(
      ["report", "--html", page, "--open"],
      environment: ["BROWSER": "touch \(program.folder)/opened; cat"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(FileManager.default.fileExists(atPath: program.folder + "/opened"))
    let failed = try program.run(
      ["report", "--html", page, "--open"], environment: ["BROWSER": "no-such-browser"])
    #expect(failed.status == 2 && failed.errors.contains("BROWSER"), "\(failed.errors)")
  }
}
