import Foundation
import Testing

struct PredictionTests {
  private func object(_ outcome: BuiltProgram.Outcome) throws -> [String: Any] {
    let data = Data(outcome.output.utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func answered() throws -> BuiltProgram {
    let program = try BuiltProgram()
    _ = try program.run(
      ["review", "--plain"], input: String(repeating: "\n3\n", count: 12) + "q\n")
    return program
  }

  @Test func theForecastIsATableThatFits() throws {
    let program = try answered()
    let outcome = try program.run(["forecast"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 76 }, "\(outcome.output)")
    #expect(lines[0] == "All topics, 30 days: Tue 24 Nov 2026 to Wed 23 Dec 2026")
    for part in ["recall 80%", "recall 95%", "24 Nov", "23 Dec", "a day", "the usual ones"] {
      #expect(outcome.output.contains(part), "\(part): \(outcome.output)")
    }
    #expect(try program.run(["forecast"]).output == outcome.output)
    // The seed orders queues; the forecast of the same cards stays the same.
    let seeded = try program.run(["forecast"], environment: ["EBB_SEED": "99"])
    #expect(seeded.output == outcome.output)
  }

  @Test func manyDaysAndRetentionsStillFit() throws {
    let program = try BuiltProgram()
    let outcome = try program.run(
      ["forecast", "--days", "90", "--retention", "0.7,0.75,0.8,0.85,0.925,0.99"])
    let lines = outcome.output.split(separator: "\n")
    #expect(outcome.status == 0 && lines.allSatisfy { $0.count <= 76 }, "\(outcome.output)")
    #expect(outcome.output.contains("recall 92.5%") && outcome.output.contains("from"))
  }

  @Test func theForecastAsJSONHasEveryDay() throws {
    let program = try answered()
    let forecast = try object(
      program.run(["forecast", "--json", "--days", "7", "--retention", "0.9,0.95,0.9"]))
    #expect(forecast["schema"] as? String == "ebb.forecast/1")
    #expect(forecast["from"] as? String == "2026-11-24")
    #expect(forecast["to"] as? String == "2026-11-30")
    #expect(forecast["topic"] is NSNull && forecast["habits"] as? String == "usual")
    let columns = try #require(forecast["retentions"] as? [[String: Any]])
    #expect(columns.map { $0["retention"] as? Double } == [0.9, 0.95])
    let days = try #require(columns[0]["days"] as? [[String: Any]])
    #expect(days.count == 7)
    #expect(Set(days[0].keys) == ["day", "known", "new", "reviews", "time_s"])
    let known = try #require(days[6]["known"] as? Double)
    #expect(known > 0 && known <= Double(forecast["cards"] as? Int ?? 0))
    let topic = try object(program.run(["forecast", "--json", "--topic", "red"]))
    #expect(topic["topic"] as? String == "Redis")
  }

  @Test func theYearCostsLessWhereLessIsToBeRemembered() throws {
    let forecast = try object(
      answered().run(["forecast", "--json", "--days", "3", "--retention", "0.75,0.95"]))
    let columns = try #require(forecast["retentions"] as? [[String: Any]])
    let years = columns.compactMap { $0["year_s"] as? Double }
    #expect(years.count == 2 && years[0] > 0 && years[0] < years[1], "\(years)")
  }

  @Test func aDeckNotBegunYetHasItsPrice() throws {
    let program = try BuiltProgram()
    let outcome = try program.run(["forecast", "--new", "200", "--days", "60"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.output.hasPrefix("All topics, 200 new cards, 60 days: Tue 24 Nov 2026"),
      "\(outcome.output)")
    #expect(
      outcome.output.split(separator: "\n").allSatisfy { $0.count <= 76 }, "\(outcome.output)")
    let deck = try object(
      program.run(["forecast", "--new", "200", "--days", "60", "--retention", "0.8,0.95", "--json"])
    )
    #expect(deck["schema"] as? String == "ebb.forecast-new/1")
    let columns = try #require(deck["retentions"] as? [[String: Any]])
    #expect(columns.map { $0["new"] as? Double } == [200, 200])
    let known = columns.compactMap { $0["known"] as? Double }
    let reviews = columns.compactMap { $0["reviews"] as? Double }
    #expect(known.count == 2 && known[0] < known[1] && known[1] < 200, "\(known)")
    #expect(reviews.count == 2 && reviews[0] < reviews[1], "\(reviews)")
    let refused = try program.run(["forecast", "--new", "0"])
    #expect(refused.status == 2 && refused.errors.contains("--new takes 1 to 20000"))
  }

  @Test func thePlanIsATableThatFits() throws {
    let program = try answered()
    let outcome = try program.run(["plan", "--by", "2026-12-11"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 76 }, "\(outcome.output)")
    #expect(lines[0] == "Plan for Fri 11 Dec 2026, in 17 days; aim 90%")
    for part in ["TOPIC", "Redis", "together", "The plan: ", "enough for this aim", "Take first"] {
      #expect(outcome.output.contains(part), "\(part): \(outcome.output)")
    }
    #expect(try program.run(["plan", "--by", "2026-12-11"]).output == outcome.output)
    #expect(try program.run(["due"]).output == program.run(["due"]).output)
  }

  @Test func thePlanAsJSONFollowsItsSchema() throws {
    let program = try answered()
    let plan = try object(
      program.run(["plan", "--by", "2026-12-11", "--topics", "redis", "--aim", "0.85", "--json"]))
    #expect(plan["schema"] as? String == "ebb.plan/1")
    #expect(plan["date"] as? String == "2026-12-11" && plan["aim"] as? Double == 0.85)
    let topics = try #require(plan["topics"] as? [[String: Any]])
    #expect(topics.map { $0["topic"] as? String } == ["Redis"])
    for figure in ["now", "stop", "review", "plan"] {
      #expect((topics[0][figure] as? Double).map { (0...1).contains($0) } == true, "\(figure)")
    }
    #expect((plan["new_per_day"] as? Int ?? 0) >= 1)
    for key in ["reviews_per_day", "retention", "last_pass", "mocks", "first", "least_retention"] {
      #expect(plan[key] != nil, "\(key)")
    }
    let first = try #require(plan["first"] as? [String: Any])
    #expect((first["cards"] as? [Any])?.count == min(first["count"] as? Int ?? 0, 10))
  }

  @Test func aPlanForTodayOrForTooManyCardsSaysWhatIsMissing() throws {
    let program = try answered()
    let today = try program.run(["plan", "--by", "2026-11-24"])
    #expect(today.status == 0 && today.output.contains("today is the day"), "\(today.output)")
    let tight = try BuiltProgram().run(["plan", "--by", "2026-11-25", "--new", "1"])
    let sentence = tight.output.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
    #expect(tight.status == 0 && sentence.contains("would never be seen"), "\(tight.output)")
  }

  @Test func wrongUsageIsOneSentenceAndTwo() throws {
    let program = try BuiltProgram()
    for arguments in [
      ["plan", "--by", "tomorrow"], ["plan", "--by", "2026-02-30"], ["plan", "--by", "2026-11-23"],
      ["plan", "--by", "2126-01-01"], ["plan", "--by", "2026-12-11", "--aim", "0.98"],
      ["plan", "--by", "2026-12-11", "--aim", "high"],
      ["plan", "--by", "2026-12-11", "--aim", "nan"],
      ["plan", "--by", "2026-12-11", "--topics", "redis,"],
      ["plan", "--by", "2026-12-11", "--new", "0"],
      ["forecast", "--days", "0"], ["forecast", "--days", "3651"],
      ["forecast", "--retention", "0.9,,0.8"], ["forecast", "--retention", "1"],
      ["forecast", "--retention", "nan"],
    ] {
      let outcome = try program.run(arguments)
      #expect(outcome.status == 2 && outcome.output.isEmpty, "\(arguments)")
      #expect(outcome.errors.hasPrefix("ebb: cannot "), "\(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    }
    #expect(try program.run(["plan", "set"]).status == 2)
  }

  @Test func anUnknownTopicIsOneAndNamesTheTopics() throws {
    let program = try BuiltProgram()
    for arguments in [
      ["plan", "--by", "2026-12-11", "--topics", "redis,kafka"], ["forecast", "--topic", "kafka"],
    ] {
      let outcome = try program.run(arguments)
      #expect(outcome.status == 1 && outcome.errors.contains("“kafka”"), "\(arguments)")
      #expect(outcome.errors.contains("Redis"))
    }
    let empty = ["EBB_DECKS": program.folder + "/notes"]
    #expect(try program.run(["forecast"], environment: empty).status == 1)
    #expect(try program.run(["plan", "--by", "2026-12-11"], environment: empty).status == 1)
  }

  @Test func helpExplainsBothCommands() throws {
    let program = try BuiltProgram()
    for command in [["forecast"], ["plan", "show"], ["plan", "set"]] {
      let help = try program.run(command + ["--help"])
      #expect(help.status == 0 && help.output.contains("--json"), "\(command)")
    }
  }
}
