import Scheduling
import Testing

@testable import TerminalUI

struct UndoTests {
  @Test func undoGoesBackAnswerByAnswer() {
    var desk = Desk.reviewing()
    desk.press(.enter, .character("4"), .enter, .character("4"))
    desk.press(.character("u"))
    #expect(desk.text.contains("Answer 1."))
    #expect(desk.text.contains("Undone: Easy."))
    desk.press(.character("u"))
    #expect(desk.text.contains("Answer 0."))
    #expect(desk.log.isEmpty)
    desk.press(.character("u"))
    #expect(desk.text.contains("Nothing to undo in this session."))
    #expect(desk.effects.map(\.words).filter { $0.hasPrefix("revert") }.count == 2)
  }

  @Test func anUndoneAnswerCanBeGivenAnewWithTheSurenessSaidBefore() {
    var desk = Desk.reviewing()
    desk.press(.character("3"), .character("4"))
    // The sureness of the next card must not stick to the one that comes back.
    desk.press(.character("1"), .character("u"), .character("2"))
    #expect(desk.effects.last?.words == "record n0 2 sure 3")
    #expect(desk.log.map(\.rating) == [2])
  }

  @Test func undoRestoresWhatWasSkippedSince() {
    var desk = Desk.reviewing()
    desk.press(.enter, .character("4"), .character("s"), .character("u"))
    #expect(desk.text.contains("Answer 0."))
    #expect(desk.screen[0].contains("1 of 3"))
  }

  @Test func aSecondSkipSaysThatTheCardWillNotComeBack() {
    var desk = Desk.reviewing(Sample.plain(2))
    desk.press(.character("s"))
    #expect(desk.text.contains("Skipped; it comes back at the end."))
    desk.press(.character("s"), .character("s"))
    #expect(desk.text.contains("Skipped again; it stays due."))
    #expect(desk.text.contains("Question 1?"))
  }

  @Test func skippingEverythingEndsTheReview() {
    var desk = Desk.reviewing(Sample.plain(1))
    desk.press(.character("s"), .character("s"))
    #expect(desk.effects.last?.words == "home")
  }
}
