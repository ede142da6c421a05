import Scheduling
import Testing

@testable import ebb

struct SettingsTests {
  private func settings(_ text: String) throws -> Settings {
    var settings = Settings()
    settings.put(try SettingsFile.values(of: text, path: "config.toml"))
    return settings
  }

  @Test func theDefaultsAreThoseOfTheScheduler() {
    let settings = Settings()
    let limits = DailyLimits()
    #expect(settings.integer("review.new_per_day") == limits.newPerDay)
    #expect(settings.integer("review.max_per_day") == limits.reviewsPerDay)
    #expect(settings.steps == Steps())
    #expect(settings.parameters().weights == Parameters.standard.weights)
    #expect(settings.parameters().desiredRetention == 0.9)
    #expect(settings.parameters().maximumInterval == 3650)
    #expect(settings.learnAhead == 1200 && settings.rolloverHour == 4)
    #expect(settings.leechRule == LeechRule() && settings.model == .fsrs6)
    #expect(settings.reviewOrder == .mixed && settings.sittingLimit == nil)
    #expect(settings.week == Array(repeating: .normal, count: 7))
  }

  @Test func whatIsWrittenIsWhatTheSchedulerGets() throws {
    let settings = try settings(
      """
      [review]
      retention = 0.8
      learn_steps = ["30s", "2h"]
      relearn_steps = []
      learn_ahead = "1h"
      day_starts = "00:00"
      max_interval = "90d"
      model = "fsrs-7"
      leech = 0
      order = "topic"
      limit = 20
      light_days = ["sat"]
      free_days = ["sun"]
      """)
    #expect(settings.steps == Steps(learning: [30, 7200], relearning: []))
    #expect(settings.learnAhead == 3600 && settings.rolloverHour == 0)
    #expect(settings.parameters().maximumInterval == 90)
    #expect(settings.parameters().desiredRetention == 0.8)
    #expect(settings.model.name == "fsrs-7" && settings.leechRule.threshold == nil)
    #expect(settings.reviewOrder == .topic && settings.sittingLimit == 20)
    #expect(settings.week.suffix(2) == [.reduced, .minimum])
  }

  @Test func ownWeightsGoBeforeFittedOnes() throws {
    let own = Parameters.standard.weights.map { $0 * 1.01 }
    let fitted = Parameters.standard.weights.map { $0 * 0.99 }
    let list = own.map { String($0) }.joined(separator: ", ")
    let settings = try settings("[review]\nweights = [\(list)]\n")
    #expect(settings.parameters(fitted: fitted).weights == (try Parameters(weights: own)).weights)
    #expect(
      Settings().parameters(fitted: fitted).weights == (try Parameters(weights: fitted)).weights)
  }

  @Test func theStrongerOriginWins() throws {
    var settings = try Settings(file: "/nowhere/config.toml", environment: ["NO_COLOR": "1"])
    #expect(settings["ui.color"]?.origin == .environment("NO_COLOR"))
    let beside = try SettingsFile.values(
      of: "deck.redis.retention = 0.8\nui.color = \"always\"", path: ".ebb.toml")
    settings.putBelow(beside)
    #expect(settings.text("ui.color") == "never")
    #expect(settings.decks["redis"]?.retention == 0.8)
    settings.put("ui.color", .text("auto"), from: .option("--color"))
    #expect(settings.text("ui.color") == "auto")
  }

  @Test(arguments: [
    ("30s", 30), ("10m", 600), ("2h", 7200), ("90d", 7_776_000), ("1w", 604_800),
    ("1mo", 2_592_000), ("10y", 315_360_000), ("m", nil), ("-1m", nil), ("1.5h", nil), ("5", nil),
    ("", nil), ("9223372036854775807y", nil),
  ]) func spansAreNumbersWithAUnit(text: String, seconds: Int?) {
    #expect(Span.seconds(text) == seconds)
  }

  @Test(arguments: [
    ("redis", "Redis"), ("POSTGRES", "PostgreSQL"), ("fault-tolerance", "Fault tolerance"),
    ("r", nil), ("redi", "Redis"), ("kafka", nil), ("", nil), ("rest", "REST design"),
  ]) func topicsAreFoundByWhatPeopleType(name: String, topic: String?) {
    let topics = ["Redis", "RabbitMQ", "PostgreSQL", "Fault tolerance", "REST design"]
    #expect(TopicNames.find(name, among: topics) == topic)
  }

  @Test func aKeyThatIsTakenIsAnErrorWithBothNames() throws {
    let clash = try settings("[keys]\nskip = \"u\"\n")
    let failure = #expect(throws: CommandFailure.self) { try clash.look() }
    #expect(failure?.message.hasPrefix("config.toml:2: keys.skip cannot be u") == true)
    #expect(failure?.message.contains("undo") == true)
    let exchanged = try settings("[keys]\nskip = \"u\"\nundo = \"s\"\n")
    #expect(throws: Never.self) { try exchanged.look() }
    let unknown = try settings("[keys]\nskp = \"Z\"\n")
    let second = #expect(throws: CommandFailure.self) { try unknown.look() }
    #expect(second?.message.contains("did you mean keys.skip?") == true)
    let role = try settings("[theme]\ngod = \"72\"\n")
    let third = #expect(throws: CommandFailure.self) { try role.terminal() }
    #expect(third?.message.contains("did you mean theme.good?") == true)
  }
}
