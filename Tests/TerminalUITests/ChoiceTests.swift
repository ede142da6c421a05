import Scheduling
import Testing

@testable import TerminalUI

/// Situations with a few ways on.
struct ChoiceTests {
  private func desk(_ screen: any Screen, rows: Int = 24) -> Desk {
    var desk = Desk(rows: rows)
    _ = desk.app.handle(.show(screen))
    return desk
  }

  private var redis: NothingDue {
    var nothing = NothingDue(topic: "Redis", today: tuesday)
    nothing.next = NothingDue.Next(cards: 14, when: "tomorrow", days: 1)
    (nothing.unseen, nothing.seen) = (25, 95)
    return nothing
  }

  @Test(arguments: [
    ([Key.character("1")], "new(5) of Redis"), ([.enter], "new(5) of Redis"),
    ([.character("2")], "ahead(days: 1) of Redis"), ([.down, .enter], "ahead(days: 1) of Redis"),
    ([.end, .enter], "weakest(20) of Redis"),
  ])
  func digitsAndEnterChoose(keys: [Key], effect: String) {
    var desk = desk(redis.screen)
    #expect(desk.text.contains("Nothing of Redis is due before tomorrow, 14 cards."))
    for key in keys { desk.press(key) }
    #expect(desk.effects.map(\.words) == [effect])
  }

  @Test func aDigitWithoutAChoiceSaysSo() {
    var desk = desk(redis.screen)
    desk.press(.character("7"))
    #expect(desk.effects.isEmpty)
    #expect(desk.text.contains("There is no choice 7."))
  }

  @Test func onlyWhatThereIsIsOffered() {
    var nothing = NothingDue(topic: nil, today: tuesday)
    #expect(!desk(nothing.screen).text.contains("Or:"))
    nothing.next = NothingDue.Next(cards: 2, when: "10:05", days: 0)
    nothing.seen = 2
    let text = desk(nothing.screen).text
    #expect(text.contains("Nothing is due before 10:05, 2 cards."))
    #expect(text.contains("1  weakest first"))
    #expect(!text.contains("look ahead"))
  }

  @Test func everyChoiceComesIntoSightInALowWindow() {
    let screen = ChoiceScreen(
      "ebb", head: (1...9).map { "Paragraph \($0)." },
      choices: (1...9).map { ChoiceScreen.Choice("choice \($0)", "", []) }, foot: ["The end."])
    var desk = desk(screen, rows: 10)
    for number in 1...9 {
      #expect(desk.text.contains("▸ \(number)  choice \(number)") || number == 1, "\(number)")
      desk.press(.down)
    }
    #expect(desk.text.contains("The end."))
    desk.press(.home)
    #expect(desk.text.contains("Paragraph 1."))
  }

  @Test func aTextIsAnsweredWholeAndPastedTextCommandsNothing() {
    var desk = desk(TextQuestion("ebb", head: ["Where?"], label: "Folder:", back: [.close]))
    desk.press(.enter)
    #expect(desk.effects.isEmpty)
    desk.type("~/q")
    desk.send(.paste("notes\n"))
    desk.press(.enter)
    #expect(desk.effects.map(\.words) == ["answered text(\"~/qnotes \")"])
  }
}
