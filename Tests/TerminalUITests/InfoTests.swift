import Decks
import Foundation
import Scheduling
import Testing

@testable import TerminalUI

/// Card info and history.
struct InfoTests {
  private func desk(columns: Int = 80, rows: Int = 24) -> Desk {
    var sample = Sample("a", "What is a lease?", "A lock that ends by itself.")
    sample.schedule = .waited
    var desk = Desk.reviewing([sample], columns: columns, rows: rows)
    desk.press(.character("i"))
    #expect(desk.effects.last?.words == "history a")
    let first = review(.good, daysAgo: 11, after: .waited)
    let second = review(.again, daysAgo: 10, before: .waited, after: .waited)
    desk.perform(desk.app.handle(.history([first, second])))
    return desk
  }

  private func review(
    _ rating: Rating, daysAgo days: Double, before: Schedule = .new, after: Schedule
  ) -> Review {
    Review(
      card: CardID(rawValue: "a"), time: morning - days * 86400, rating: rating, duration: 12_000,
      before: before, after: after)
  }

  @Test func itSaysWhereTheCardStandsAndEveryAnswerNewestFirst() {
    let text = desk().text
    for words in [
      "What is a lease?", "review, due today", "9.7 days", "7.4 of 10", "sample.md:1", "24 s",
      "0 in 2 answers",
    ] {
      #expect(text.contains(words), "\(words)\n\(text)")
    }
    let rows = desk().screen
    let again = rows.firstIndex { $0.contains("14 Nov") && $0.contains("Again") }
    let good = rows.firstIndex { $0.contains("13 Nov") && $0.contains("first") }
    #expect(again != nil && good != nil)
    #expect((again ?? 0) < (good ?? 0))
    #expect(!text.contains("A lock that ends"))
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
    for words in ["lease", "STABILITY", "SOURCE", "14 Nov", "13 Nov"] {
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
}
