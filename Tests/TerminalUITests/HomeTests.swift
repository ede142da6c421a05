import Scheduling
import Testing

@testable import TerminalUI

/// What home says of its rows.
struct HomeTests {
  private func desk(_ home: HomeScreen, columns: Int = 80) -> Desk {
    var desk = Desk(columns: columns)
    desk.app = App(home: home, columns: columns, rows: 24, at: morning)
    return desk
  }

  @Test func aTopicIsAsReadyAsTheShareOfItsCardsThatWouldBeRecalled() {
    let row = HomeScreen.TopicRow(
      name: "Redis", due: 0, new: 0, cards: 12, seen: 6, suspended: 2, known: 5.4)
    #expect(row.ready == 0.54)
    let empty = HomeScreen.TopicRow(name: "Redis", due: 0, new: 0, cards: 2, seen: 2, suspended: 2)
    #expect(empty.ready == nil)
  }

  /// 46 reviews of 17 seconds and 10 first sights of 48.
  @Test func theTimeIsThatOfOnesOwnAnswers() {
    let home = HomeScreen.home([("Redis", 46, 10, 100, 90)])
    #expect(
      desk(home).screen[22].hasPrefix(
        " Enter reviews 46 due and 10 new cards, about 21 minutes."))
    #expect(desk(home, columns: 50).screen[22].hasPrefix(" Enter reviews 46 due and 10 new cards."))
  }

  @Test func aSittingThatWasBrokenOffIsGoneOnWithOnItsOwnRow() {
    var news = HomeNews()
    news.session = HomeNews.BrokenOff(topic: "Docker", began: "09:12", done: 5)
    var desk = desk(.home([("Redis", 9, 2, 120, 96), ("Docker", 3, 0, 60, 60)], news: news))
    #expect(desk.text.contains("Go on with the session of 09:12 (5 done)"))
    desk.press(.character("g"))
    #expect(!desk.text.contains("Go on with"))
    desk.press(.character("G"))
    desk.press(.enter)
    #expect(desk.effects.map(\.words) == ["open Docker"])
  }

  @Test func aSittingOfATopicThatHasLeftIsNotOffered() {
    var news = HomeNews()
    news.session = HomeNews.BrokenOff(topic: "Gone", began: "09:12", done: 5)
    let desk = desk(.home([("Redis", 9, 2, 120, 96)], news: news))
    #expect(!desk.text.contains("Go on with"))
    #expect(desk.text.contains("Enter reviews 9 due"))
  }

  @Test func figuresLeaveOutWhatIsSetAside() {
    let desk = desk(.busy)
    #expect(desk.text.contains("You would recall about 291 of 409 cards."))
    #expect(desk.text.contains("324 seen, 91 new, 6 suspended"))
    #expect(desk.screen[0].hasSuffix("Tue 24 Nov 2026 · streak 21 days "))
  }
}
