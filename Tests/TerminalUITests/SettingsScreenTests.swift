import Testing

@testable import TerminalUI

/// The settings on the screen.
struct SettingsScreenTests {
  private func desk(columns: Int = 80, rows: Int = 24) -> Desk {
    var desk = Desk(columns: columns, rows: rows)
    desk.press(.character("S"))
    #expect(desk.effects.last == .settings(.open))
    return desk
  }

  @Test func everySettingIsShownWithItsOriginAndMeaning() {
    let text = desk().text
    for words in [
      "ebb › Settings", "~/.config/ebb/config.toml", "REVIEW", "LOOK",
      "▸ review.new_per_day", "0.90", "env  for which ground",
      "First sights a day: a whole number from 0 to 9999.",
    ] {
      #expect(text.contains(words), "\(words)\n\(text)")
    }
  }

  @Test func spaceTakesTheNextValueAndXTheDefault() {
    var desk = desk()
    desk.press(.down, .down, .character(" "))
    #expect(desk.effects.last == .settings(.change("review.order", to: "due")))
    desk.press(.character("x"))
    #expect(desk.effects.last == .settings(.change("review.order", to: nil)))
    desk.press(.character("e"))
    #expect(desk.effects.last == .settings(.edit))
  }

  @Test func aValueIsTypedAndTakenOrLetGo() {
    var desk = desk()
    desk.press(.enter)
    #expect(desk.text.contains("review.new_per_day: 10"))
    desk.press(.control("u"))
    desk.type("q5")
    desk.press(.escape)
    #expect(
      desk.status == nil
        && !desk.effects.contains(.settings(.change("review.new_per_day", to: "q5"))))
    desk.press(.enter, .control("u"))
    desk.type("25")
    desk.press(.enter)
    #expect(desk.effects.last == .settings(.change("review.new_per_day", to: "25")))
  }

  @Test func theAnswerIsSaidAndTheCursorStays() {
    var desk = desk()
    desk.press(.down)
    desk.perform(desk.app.handle(.failed("review.retention must be a number.")))
    #expect(desk.text.contains("! review.retention must be a number."))
    var look = Look()
    look.measure = 40
    let fresh = SettingsScreen(path: "p", rows: SettingsScreen.sampleRows, notice: "Written.")
    desk.perform(desk.app.handle(.settings(fresh, look)))
    #expect(desk.text.contains("Written.") && desk.text.contains("▸ review.retention"))
    desk.press(.character("q"))
    #expect(desk.text.contains("All topics"))
  }
}

extension SettingsScreen {
  static let sampleRows = [
    Row(
      name: "review.new_per_day", value: "10", origin: "default", meaning: "first sights a day",
      expectation: "a whole number from 0 to 9999", choices: []),
    Row(
      name: "review.retention", value: "0.90", origin: nil, meaning: "chance of recall aimed at",
      expectation: "a number from 0.70 to 0.97", choices: []),
    Row(
      name: "review.order", value: "mixed", origin: "default", meaning: "what comes first",
      expectation: "\"mixed\", \"due\" or \"random\"", choices: ["mixed", "due", "random"]),
    Row(
      name: "ui.theme", value: "dark", origin: "env", meaning: "for which ground",
      expectation: "\"auto\" or \"dark\"", choices: ["auto", "dark"]),
    Row(
      name: "deck.\"System design\".retention", value: "0.95", origin: "plan",
      meaning: "chance of recall aimed at here", expectation: "a number from 0.70 to 0.97",
      choices: []),
  ]

  static let sample = SettingsScreen(path: "~/.config/ebb/config.toml", rows: sampleRows)
}
