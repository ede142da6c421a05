import Decks
import Foundation
import Scheduling
import TestSupport
import Testing

@testable import TerminalUI

struct BrowserTests {
  private func desk(columns: Int = 80, rows: Int = 24) -> Desk {
    var desk = Desk(Sample.library, columns: columns, rows: rows)
    desk.press(.character("B"))
    return desk
  }

  @Test func itOpensFromHomeAndLeadsBackToTheSameRow() {
    var desk = Desk(Sample.library)
    desk.press(.character("j"))
    let before = desk.app.draw()
    desk.press(.character("B"))
    #expect(desk.screen[0].contains("ebb › Browser"))
    #expect(desk.text.contains("Filter: topic:Redis"))
    desk.press(.character("q"))
    #expect(desk.app.draw() == before)
  }

  @Test func theLikeliestForgottenComesFirstAndItsAnswerIsInView() {
    let desk = desk()
    #expect(desk.screen[0].contains("9 of 9 cards · by recall"))
    #expect(desk.screen[5].hasPrefix("▸ When does MULTI/EXEC"))
    #expect(desk.text.contains("It never rolls back."))
    #expect(desk.text.contains("redis.md:7"))
  }

  @Test func theListFollowsWhatIsTyped() {
    var desk = desk()
    desk.press(.character("/"))
    desk.type("topic:redis is:due")
    #expect(desk.screen[0].contains("2 of 9 cards"))
    #expect(desk.text.contains("When does MULTI/EXEC") && !desk.text.contains("UNLINK"))
    desk.press(.enter)
    #expect(desk.text.contains("Filter: topic:redis is:due"))
    // Escape restores the filter that held before.
    desk.press(.character("/"))
    desk.type(" wait")
    #expect(desk.text.contains("No card is like this."))
    desk.press(.escape)
    #expect(desk.screen[0].contains("2 of 9 cards"))
  }

  @Test func aQueryThatCannotBeReadLeavesTheListAndSaysWhy() {
    var desk = desk()
    desk.press(.character("/"))
    desk.type("topic:redsi")
    #expect(desk.text.contains("! no topic begins with “redsi”. Nearest topic: redis"))
    #expect(desk.screen[0].contains("2 of 9 cards") || desk.screen[0].contains("7 of 9 cards"))
    desk.press(.enter)
    #expect(desk.text.contains("redsi"))
    desk.press(.escape)
    #expect(desk.screen[0].contains("9 of 9 cards"))
  }

  @Test func commandsAreForTheTickedCardsAndOneUndoTakesThemBack() {
    var desk = desk()
    desk.press(.character(" "), .character(" "))
    #expect(desk.text.contains("2 cards ticked"))
    desk.press(.character("x"))
    #expect(desk.effects.last?.words == "suspend  multi lock")
    #expect(desk.text.contains("Suspended 2 cards"))
    desk.press(.character("x"))
    #expect(desk.effects.last?.words == "unsuspend  multi lock")
    desk.press(.character("u"), .character("u"))
    #expect(desk.text.contains("Undone."))
    desk.press(.character("u"))
    #expect(desk.text.contains("Nothing was done today."))
    desk.press(.control("r"))
    #expect(desk.text.contains("Done again.") && desk.text.contains("suspended"))
  }

  @Test(arguments: [("f", "flag 1 multi"), ("b", "bury 2026-11-25 multi"), ("x", "suspend  multi")])
  func aLetterDecidesAboutTheCardInFocus(key: String, effect: String) {
    var desk = desk()
    desk.type(key)
    #expect(desk.effects.last?.words == effect)
  }

  @Test func aMemoIsTypedAndKept() {
    var desk = desk()
    desk.type("mhi")
    #expect(desk.text.contains("Memo: hi"))
    desk.press(.enter)
    #expect(desk.effects.last?.words == "memo hi multi")
    desk.type("i")
    #expect(desk.text.contains("MEMO") && desk.text.contains("hi"))
  }

  @Test func aMemoThatIsLetGoChangesNothing() {
    var desk = desk()
    desk.type("mhi")
    desk.press(.escape)
    #expect(!desk.effects.contains { if case .cards(.mark) = $0 { true } else { false } })
  }

  @Test func enterReviewsWhatIsShownButSuspendedCards() {
    var desk = desk()
    desk.press(.enter)
    #expect(desk.effects.last?.words == "review multi lock shard evict unlink aof vacuum wal")
    #expect(desk.text.contains("Space shows the answer"))
    desk.press(.character("q"))
    #expect(desk.screen[0].contains("ebb › Browser"))
    #expect(desk.effects.map(\.words).contains("search  recall"))
  }

  @Test func anotherOrderKeepsTheCardInFocus() {
    var desk = desk()
    desk.press(.character("j"), .character("o"))
    #expect(desk.screen[0].contains("by due date"))
    let focus = desk.screen.first { $0.hasPrefix("▸") }
    #expect(focus?.contains("Why must a Redis") == true)
  }

  @Test func tabScrollsThePreviewOfALongCard() {
    var desk = Desk([.long])
    desk.press(.character("B"))
    let before = desk.screen
    desk.press(.tab, .character("j"), .character("j"))
    #expect(desk.screen != before)
    #expect(desk.text.contains("▸ Preview"))
    desk.press(.escape)
    #expect(desk.screen[0].contains("ebb › Browser"))
  }

  @Test func withoutCardsEveryKeyIsHarmless() {
    var desk = Desk([])
    desk.press(.character("B"))
    #expect(desk.text.contains("No cards yet."))
    for key in "jkgGxfbmieov a/" { desk.press(.character(key), .escape) }
    #expect(desk.app.draw().fault == nil)
  }

  @Test(arguments: UInt64(0)..<150) func randomKeysNeverLeaveTheGrid(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var desk = Desk(Sample.library)
    desk.press(.character(random.pick(["B", "N"], or: "B")))
    for step in 0..<25 {
      switch random.number(0...12) {
      case 0:
        let size = random.size()
        desk.send(.resize(columns: size.columns, rows: size.rows), after: 1)
      case 1: desk.send(.paste(random.words(0...4)))
      case 2: desk.problem = random.pick([nil, nil, "disk full"], or: nil)
      default: desk.press(random.key())
      }
      #expect(desk.app.draw().fault == nil, "seed \(seed), step \(step)")
    }
  }
}
