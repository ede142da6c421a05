import CursesTerminal
import Decks
import Scheduling
import TerminalUI

/// One row of the table of settings.
struct Setting: Sendable {
  /// Its name; `*` stands for a name that the user gives.
  let name: SettingName
  let rule: SettingRule
  /// What holds where nobody says anything; nil if then nothing holds.
  let standard: SettingValue?
  /// What it does, in a few words.
  let meaning: String

  init(_ name: String, _ rule: SettingRule, _ standard: SettingValue?, _ meaning: String) {
    self.name = SettingName(name)
    self.rule = rule
    self.standard = standard
    self.meaning = meaning
  }

  func matches(_ other: SettingName) -> Bool {
    other.parts.count == name.parts.count
      && zip(name.parts, other.parts).allSatisfy { $0 == "*" || $0 == $1 }
  }
}

/// Every setting there is. What is not here is an error in a file.
enum SettingsTable {
  static let rows: [Setting] = notes + review + decks + mocks + interface + files + hooks

  /// The setting of this name.
  static func row(_ name: SettingName) -> Setting? { rows.first { $0.matches(name) } }

  /// The known name that is most like another, if any is like it at all.
  static func nearest(to name: SettingName) -> SettingName? {
    let candidates = rows.map { row in
      // A name of the user's own stays what it is.
      guard row.name.parts.count == name.parts.count else { return row.name }
      return SettingName(zip(row.name.parts, name.parts).map { $0 == "*" ? $1 : $0 })
    }
    let nearest = NearestName.of(name.description, among: candidates.map(\.description))
    return candidates.first { $0.description == nearest }
  }

  private static let notes = [
    Setting("notes.folders", .texts("folders"), .texts([]), "folders of Markdown, read only"),
    Setting(
      "notes.ignore", .texts("patterns as in .gitignore"), .texts([]), "what to leave out"),
    Setting("notes.shipped", .flag, .flag(true), "include the shipped topics"),
    Setting(
      "notes.min_quality", .number(0...1), .number(Compilation.minimumQuality),
      "surer cards only; --skipped lists the others"),
  ]

  private static let review = [
    Setting("review.new_per_day", .integer(0...9999), .integer(10), "first sights a day"),
    Setting("review.max_per_day", .integer(0...9999), .integer(200), "reviews a day at most"),
    Setting("review.comeback", .integer(0...9999), .integer(80), "the same after a break, 0 never"),
    Setting("review.retention", .number(0.70...0.97), .number(0.9), "chance of recall aimed at"),
    Setting(
      "review.order", .choice(["mixed", "due", "recall", "topic", "random"]), .text("mixed"),
      "what comes first"),
    Setting(
      "review.typing", .choice(ReviewManner.Typing.allCases.map(\.rawValue)), .text("off"),
      "which cards open a line"),
    Setting(
      "review.confidence", .choice(ReviewManner.Confidence.allCases.map(\.rawValue)),
      .text("offer"), "whether to say how sure"),
    Setting("review.grades", .oneOf([4, 2]), .integer(4), "2 is Again and Good alone"),
    Setting(
      "review.learn_steps", .steps, .texts(["1m", "10m"]), "waits of a new card before days"),
    Setting("review.relearn_steps", .steps, .texts(["10m"]), "waits of a forgotten card"),
    Setting(
      "review.learn_ahead", .span(0...86400), .text("20m"), "how early a step may come"),
    Setting("review.day_starts", .hour, .text("04:00"), "when a study day begins"),
    Setting("review.bury_siblings", .flag, .flag(true), "one card of a passage a day"),
    Setting("review.fuzz", .flag, .flag(true), "spread intervals a little"),
    Setting("review.balance", .flag, .flag(true), "spread them to days with few cards"),
    Setting("review.light_days", .weekdays, .texts([]), "weekdays with about half as much"),
    Setting("review.free_days", .weekdays, .texts([]), "weekdays with as little as can be"),
    Setting("review.max_interval", .days(1...36500), .text("10y"), "the longest interval"),
    Setting("review.leech", .integer(0...99), .integer(8), "lapses that make a leech, 0 none"),
    Setting("review.model", .choice(["fsrs-6", "fsrs-7"]), .text("fsrs-6"), "the memory model"),
    Setting("review.weights", .weights, .numbers([]), "weights of FSRS-6, instead of fitted ones"),
    Setting("review.minutes", .integer(0...1440), .integer(0), "length of a sitting, 0 no cap"),
    Setting("review.limit", .integer(0...9999), .integer(0), "cards of a sitting, 0 no cap"),
  ]

  private static let decks = [
    Setting("deck.*.retention", .number(0.70...0.97), nil, "chance of recall aimed at here"),
    Setting("deck.*.new_per_day", .integer(0...9999), nil, "first sights a day here"),
    Setting("deck.*.max_per_day", .integer(0...9999), nil, "reviews a day here at most"),
    Setting("deck.*.paused", .flag, nil, "ask nothing of it"),
  ]

  private static let mocks = [
    Setting("mock.answer", .choice(["speak", "type"]), .text("speak"), "aloud or in writing"),
    Setting("mock.reveal", .choice(["each", "round", "end"]), nil, "when answers are shown"),
    Setting(
      "mock.clock", .choice(["shown", "quiet", "hidden"]), .text("shown"),
      "its digits: running, in warnings only, never"),
    Setting("mock.bell", .flag, .flag(false), "ring when time runs out"),
    Setting("mock.fresh", .integer(0...20), .integer(3), "papers whose cards are not repeated"),
    Setting("mock.strict", .flag, .flag(false), "leaving does not stop the clock"),
    Setting("mock.pass", .integer(1...100), .integer(70), "points that an exam asks for"),
    Setting("mock.match", .choice(["on", "off"]), .text("on"), "typed words tick key points"),
    Setting("mock.keep_text", .flag, .flag(true), "keep typed answers in words"),
    Setting("mock.preset.*.rounds", .rounds, nil, "the rounds of a preset of your own"),
    Setting("mock.preset.*.spare", .span(0...10800), nil, "time beyond its boxes"),
    Setting(
      "mock.preset.*.reveal", .choice(["each", "round", "end"]), nil, "when it shows answers"),
    Setting("mock.preset.*.topics_at_least", .integer(1...99), nil, "topics it spreads over"),
  ]

  private static let interface = [
    Setting(
      "ui.theme", .choice(Theme.allCases.map(\.rawValue)), .text("auto"), "colours for which ground"
    ),
    Setting("ui.glyphs", .choice(["auto", "unicode", "ascii"]), .text("auto"), "lines and marks"),
    Setting(
      "ui.color", .choice(["auto", "always", "never"]), .text("auto"), "whether to use them"),
    Setting("ui.ambiguous_width", .integer(1...2), .integer(1), "cells of ambiguous characters"),
    Setting("ui.measure", .integer(40...100), .integer(76), "columns of prose"),
    Setting("ui.side", .flag, .flag(true), "facts beside a card, if wide"),
    Setting("ui.clock", .choice(["shown", "hidden"]), .text("shown"), "the time left of a review"),
    Setting("ui.tab_width", .integer(1...16), .integer(4), "columns of a tab in code"),
    Setting("ui.mouse", .flag, .flag(false), "wheel and click move the mark"),
    Setting("ui.guard_ms", .integer(0...2000), .integer(150), "a held key is ignored for this"),
    Setting("ui.esc_ms", .integer(0...2000), .integer(25), "wait for the rest of a key"),
    Setting("theme.*", .shade, nil, "the look of a role"),
    Setting("keys.*", .keys, nil, "the key of a command"),
  ]

  private static let files = [
    Setting("files.progress", .text("a path"), nil, "the progress file"),
    Setting("files.backups", .integer(3...99), .integer(12), "backups that are kept"),
    Setting("files.fsync", .flag, .flag(true), "wait for the disk after an answer"),
  ]

  private static let hooks = [
    Setting(
      "hooks.post_session", .text("a command"), nil, "runs after a sitting, with its JSON"),
    Setting("hooks.post_mock", .text("a command"), nil, "runs after a mock, with its JSON"),
  ]
}
