import Scheduling
import Testing

@testable import TerminalUI

/// What happens when the store refuses.
struct FailureTests {
  private func refused() -> Desk {
    var desk = Desk.reviewing()
    desk.press(.enter, .character("4"))
    desk.problem = "no space is left"
    desk.press(.character("3"), .character("2"))
    return desk
  }

  @Test func anAnswerThatIsNotSavedKeepsItsCardAndOffersTwoWays() {
    let desk = refused()
    #expect(desk.text.contains("! Not saved: no space is left"))
    #expect(desk.text.contains("Answer 1."))
    #expect(desk.text.contains("1 try again   2 end the session"))
    #expect(desk.effects.last?.words == "record n1 2 sure 3")
    #expect(desk.log.map(\.card) == ["n0"])
  }

  @Test func tryingAgainSavesTheSameAnswer() {
    var desk = refused()
    let refusedAnswer = desk.effects.last
    desk.press(.character("1"))
    #expect(desk.effects.last == refusedAnswer)
    #expect(desk.text.contains("! Not saved"))
    desk.problem = nil
    desk.press(.enter)
    #expect(desk.effects.last == refusedAnswer)
    #expect(desk.log.map(\.card) == ["n0", "n1"])
    #expect(desk.text.contains("Question 2?"))
  }

  @Test(arguments: [Key.character("2"), .character("q"), .escape])
  func endingKeepsWhatWasSavedBefore(key: Key) {
    var desk = refused()
    desk.press(key)
    #expect(desk.text.contains("1 answer,"))
    #expect(desk.text.contains("Left at 1 of 3; the rest stays due. Space goes back in."))
  }

  @Test func noOtherKeyLeavesACardThatIsNotSaved() {
    var desk = refused()
    let before = desk.app.draw()
    let count = desk.effects.count
    desk.press(.character("3"), .character("4"), .character(" "), .character("s"), .character("u"))
    #expect(desk.effects.count == count)
    #expect(desk.app.draw() == before)
  }

  @Test func undoInTheSummaryWorksAfterAFailureThatWasGivenUp() {
    var desk = refused()
    desk.press(.character("2"))
    desk.problem = nil
    desk.press(.character("u"))
    #expect(desk.effects.last?.words == "revert n0")
    #expect(desk.log.isEmpty)
    #expect(desk.text.contains("Answer 0."))
  }

  @Test func anUndoThatIsNotSavedCanBeTriedAgain() {
    var desk = Desk.reviewing()
    desk.press(.enter, .character("4"))
    desk.problem = "it cannot be written"
    desk.press(.character("u"))
    #expect(desk.text.contains("! Not saved: it cannot be written"))
    desk.problem = nil
    desk.press(.character("1"))
    #expect(desk.log.isEmpty)
    #expect(desk.text.contains("Answer 0."))
  }

  @Test func aReviewThatCannotBeOpenedIsSaidAtHome() {
    var desk = Desk()
    desk.problem = "the file is damaged"
    desk.press(.enter)
    #expect(desk.text.contains("! the file is damaged"))
    #expect(desk.text.contains("TOPIC"))
  }

  @Test(arguments: [
    ("a review without an answer", [Key.enter], [Sample.lock]),
    ("nothing due", [.enter], []),
    ("the summary", [.enter, .enter, .character("4")], [Sample.lock]),
  ])
  func whoCannotGoHomeProperlyIsToldAtHomeAndCanLeave(
    name: String, keys: [Key], cards: [Sample]
  ) {
    var desk = Desk(cards)
    for key in keys { desk.press(key) }
    desk.problem = "another program is writing it"
    desk.press(.character("q"))
    #expect(desk.text.contains("! another program is writing it"), "\(name)")
    desk.press(.character("q"), after: 1)
    #expect(desk.status == 0, "\(name)")
  }

  @Test func theRuleOfOneFailureIsNotCarriedToTheNextSession() {
    var desk = refused()
    desk.problem = nil
    desk.press(.character("2"), .enter, .enter)
    #expect(desk.text.contains("Space shows the answer"))
  }
}
