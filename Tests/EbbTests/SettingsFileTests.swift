import Testing

@testable import ebb

struct SettingsFileTests {
  private func values(_ text: String) throws -> [String: SettingValue] {
    let values = try SettingsFile.values(of: text, path: "config.toml")
    return Dictionary(uniqueKeysWithValues: values.map { ($0.description, $1.value) })
  }

  private static let good: [(String, [String: SettingValue])] = [
    ("", [:]),
    ("# only a comment\n", [:]),
    ("[review]\nretention = 0.85\n", ["review.retention": .number(0.85)]),
    ("review.new_per_day = 0", ["review.new_per_day": .integer(0)]),
    (
      "review = { order = \"due\", fuzz = false }",
      ["review.order": .text("due"), "review.fuzz": .flag(false)]
    ),
    (
      "[deck.\"System design\"]\nretention = 0.95",
      ["deck.\"System design\".retention": .number(0.95)]
    ),
    ("deck.redis.paused = true", ["deck.redis.paused": .flag(true)]),
    ("[review]\nlearn_steps = []\n", ["review.learn_steps": .texts([])]),
    (
      "[review]\nlearn_steps = [\n  \"1m\", # soon\n  \"1h\",\n]\n",
      ["review.learn_steps": .texts(["1m", "1h"])]
    ),
    ("[review]\nweights = []\n", ["review.weights": .numbers([])]),
    ("[theme]\ngood = \"72 bold\"\n", ["theme.good": .text("72 bold")]),
    (
      "[keys]\nskip = \"Z\"\nhelp = [\"?\", \"^G\"]",
      ["keys.skip": .texts(["Z"]), "keys.help": .texts(["?", "^G"])]
    ),
    ("[review]\n[ui]\n", [:]),
    ("[review]\nmax_interval = '6mo'\n", ["review.max_interval": .text("6mo")]),
  ]

  @Test(arguments: good.indices) func whatMayBeSetIsRead(index: Int) throws {
    let (text, expected) = Self.good[index]
    #expect(try values(text) == expected, "\(text)")
  }

  private static let bad: [(String, line: Int, names: [String])] = [
    // The parser of TOML ends the program at these.
    ("[é]\nretention = 0.9\n", 1, ["a table needs a name"]),
    ("[review]\nlearn_steps = [\n  \"1m\", # }\n  } ]\n[é]\n", 4, ["a value cannot begin with }"]),
    ("[mock]\nrounds = [{ levels = [3, \u{2028}4] }]\n", 2, ["a line separator of Unicode"]),
    ("\u{FEFF}[+]\n", 1, ["a table needs a name"]),
    ("[review]\nlearn_steps = [\n[\"1m\"],\n]\n[[\u{2}]]\n", 5, ["a table needs a name"]),
    ("a = \"\"\"\n[é]\n\"\"\"\n[ ,]\n", 4, ["a table needs a name"]),
    ("a = \"open\n[é]\n", 1, ["string"]),
    ("[review]\r\nfuzz = true\r\n[é]\r\n", 3, ["a table needs a name"]),
    ("a = " + String(repeating: "[", count: 200_000), 1, ["256"]),
    ("[review]\nretension = 0.9\n", 2, ["review.retension", "did you mean review.retention?"]),
    ("\n\nreview.retension = 0.9\n", 3, ["review.retention"]),
    ("[review]\nretention = 1.2\n", 2, ["from 0.70 to 0.97", "1.2"]),
    ("[review]\nretention = \"high\"\n", 2, ["a number", "\"high\""]),
    ("[review]\nretention = nan\n", 2, ["a number"]),
    ("[review]\nnew_per_day = 1.5\n", 2, ["a whole number"]),
    ("[review]\nnew_per_day = -1\n", 2, ["from 0 to 9999"]),
    ("[review]\norder = \"rndom\"\n", 2, ["\"random\""]),
    ("[review]\nlearn_steps = [\"1m\", 10]\n", 2, ["learn_steps", "spans"]),
    ("[review]\nlearn_steps = [\"0m\"]\n", 2, ["1s to 30d"]),
    ("[review]\nday_starts = \"4:30\"\n", 2, ["full hour"]),
    ("[review]\nday_starts = 04:00:00\n", 2, ["full hour"]),
    ("[review]\nmax_interval = \"90\"\n", 2, ["10y"]),
    ("[review]\nmax_interval = \"200y\"\n", 2, ["10y"]),
    ("[review]\nweights = [1, 2, 3]\n", 2, ["21 numbers"]),
    ("[review]\nlight_days = [\"Saturday\"]\n", 2, ["sat"]),
    ("[ui]\ntheme = \"drak\"\n", 2, ["\"dark\""]),
    ("[theme]\ngood = \"green\"\n", 2, ["look such as"]),
    ("[keys]\nskip = \"5\"\n", 2, ["keys.skip", "keys"]),
    ("[keys]\nskip = \"^C\"\n", 2, ["keys.skip"]),
    ("review = 3\n", 1, ["table of settings"]),
    ("[review.retention]\nlow = 0.8\n", 2, ["review.retention.low"]),
    ("[reviews]\n", 1, ["reviews"]),
    ("[review]\nretention = \n", 2, []),
    ("[review\nretention = 0.9\n", 1, []),
    ("[review]\nfuzz = true\nfuzz = false\n", 3, []),
    ("[deck.redis]\nretain = 0.9\n", 2, ["did you mean deck.redis.retention?"]),
  ]

  @Test(arguments: bad.indices) func whatIsWrongIsNamedWithItsLine(index: Int) {
    let (text, line, names) = Self.bad[index]
    let failure = #expect(throws: CommandFailure.self) { try values(text) }
    #expect(failure?.status == .usage)
    let message = failure?.message ?? ""
    #expect(message.hasPrefix("config.toml:\(line): "), "\(text)\n\(message)")
    for name in names { #expect(message.contains(name), "\(text)\n\(message)") }
  }

  @Test func everyMistakeIsNamedInTheOrderOfTheLines() {
    let failure = #expect(throws: CommandFailure.self) {
      try values("[ui]\nthem = \"dark\"\n[review]\nfuzz = 1\nretention = 2\n")
    }
    let lines = (failure?.message ?? "").split(separator: "\n").map { $0.prefix(14) }
    #expect(lines == ["config.toml:2:", "config.toml:4:", "config.toml:5:"])
  }

  @Test func besideNotesOnlyNotesAndDecksCount() throws {
    func read(_ text: String) throws {
      _ = try SettingsFile.values(of: text, path: ".ebb.toml") { $0.parts[0] == "deck" }
    }
    try read("deck.redis.paused = true")
    let failure = #expect(throws: CommandFailure.self) { try read("[review]\nfuzz = false\n") }
    #expect(failure?.message.hasPrefix(".ebb.toml:2: review.fuzz cannot be set here") == true)
  }

  @Test func theDefaultsKeepTheirOwnRules() {
    for row in SettingsTable.rows {
      guard let standard = row.standard else { continue }
      #expect(row.rule.accept(standard) == standard, "\(row.name)")
      if case .numbers = standard { continue }
      #expect(row.rule.read(standard.plain) == standard, "\(row.name)")
    }
  }
}
