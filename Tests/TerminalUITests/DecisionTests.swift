import Decks
import Foundation
import Scheduling
import Testing

@testable import TerminalUI

/// Bury, suspend, flag and memo in a review, with undo and redo.
struct DecisionTests {
  @Test(arguments: [("b", "bury 2026-11-25 n0"), ("x", "suspend  n0")])
  func aCardThatIsNotToBeAskedGivesWay(key: String, effect: String) {
    for reveal in [false, true] {
      var desk = Desk.reviewing()
      if reveal { desk.press(.enter) }
      desk.type(key)
      #expect(desk.effects.last?.words == effect)
      #expect(desk.text.contains("Question 1?") && desk.text.contains("Space shows the answer"))
      desk.type("u")
      #expect(desk.effects.last?.words == "undo")
      #expect(desk.text.contains("Question 0?") && desk.text.contains("Undone."))
      desk.press(.control("r"))
      #expect(desk.effects.last?.words == "redo")
      #expect(desk.text.contains("Question 1?"))
    }
  }

  @Test func aFlagAndAMemoAreShownAboveTheCardWhichStays() {
    var desk = Desk.reviewing()
    desk.press(.enter)
    desk.type("f")
    #expect(desk.screen[2].hasSuffix("⚑ flag  "))
    #expect(desk.text.contains("3 Good"))
    desk.type("mhi")
    #expect(desk.text.contains("Memo: hi"))
    desk.press(.enter)
    #expect(desk.screen[2].hasSuffix("⚑ flag  memo  "))
    #expect(desk.text.contains("3 Good"))
    desk.type("uu")
    #expect(desk.screen[2].allSatisfy { $0 == " " })
    desk.type("u")
    #expect(desk.text.contains("Nothing to undo in this session."))
  }

  @Test func undoGoesBackThroughAnswersAndDecisionsInTheirOrder() {
    var desk = Desk.reviewing(Sample.plain(4))
    desk.press(.enter, .character("4"), .character("x"), .enter, .character("4"))
    #expect(desk.text.contains("Question 3?"))
    var seen: [String] = []
    for _ in 0..<4 {
      desk.type("u")
      seen.append(desk.effects.last?.words ?? "")
    }
    #expect(Array(seen.prefix(3)) == ["revert n2", "undo", "revert n0"])
    #expect(desk.text.contains("Question 0?"))
    for _ in 0..<3 { desk.press(.control("r")) }
    #expect(desk.text.contains("Question 3?"))
    desk.press(.control("r"))
    #expect(desk.text.contains("Nothing to do again."))
  }

  @Test func anAnswerEndsWhatCanBeDoneAgain() {
    var desk = Desk.reviewing()
    desk.press(.enter, .character("4"), .character("u"), .character("3"), .control("r"))
    #expect(desk.text.contains("Nothing to do again."))
  }

  @Test func aDecisionThatCannotBeSavedKeepsTheCard() {
    var desk = Desk.reviewing()
    desk.problem = "disk full"
    desk.type("x")
    #expect(desk.text.contains("! Not saved: disk full"))
    #expect(desk.text.contains("Question 0?"))
    desk.problem = nil
    desk.type("1")
    #expect(desk.text.contains("Question 1?"))
  }

  @Test func aCardMovedInItsInfoIsNotAskedAnyMore() {
    var desk = Desk.reviewing([.lock] + Sample.plain(1))
    desk.type("i2")
    desk.press(.escape)
    #expect(desk.text.contains("it is not asked in this session"))
    #expect(desk.text.contains("Question 0?"))
  }

  @Test func aMemoOfTheInfoIsShownOnTheCard() {
    var desk = Desk.reviewing()
    desk.type("imhi")
    desk.press(.enter, .escape)
    #expect(desk.screen[2].contains("memo"))
    #expect(desk.text.contains("Question 0?"))
  }

  @Test func theNoteIsSeenOnlyOnceTheAnswerIs() {
    var desk = Desk.reviewing([Sample.library[0]])
    desk.type("v")
    #expect(desk.text.contains("v does nothing here."))
    desk.press(.enter)
    desk.type("v")
    #expect(desk.screen[0].contains("Note › redis.md"))
    desk.press(.escape)
    #expect(desk.text.contains("3 Good"))
  }

  @Test func aKeyThatDoesNothingSaysSo() {
    var desk = Desk.reviewing()
    desk.type("y")
    #expect(desk.text.contains("y does nothing here. ? lists the keys."))
  }
}
