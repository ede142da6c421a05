import Decks
import Foundation
import Scheduling
import Testing

@testable import TerminalUI

/// A note is opened in an editor and read again.
struct EditingTests {
  private let samples = Sample.plain(2)

  private func changed(_ answer: String) -> [CardID: Card] {
    var cards = Sample.cards(samples)
    cards[samples[0].card.id]?.answer = answer
    return cards
  }

  @Test func eAsksForTheEditorAtTheCardsLine() {
    for keys: [Key] in [[], [.character(" ")]] {
      var desk = Desk.reviewing(samples)
      for key in keys { desk.press(key) }
      desk.press(.character("e"))
      #expect(desk.effects.last?.words == "edit sample.md:1")
      #expect(desk.text.contains("Question 0?"))
    }
  }

  @Test func theChangedAnswerIsShownOnTheSameSide() {
    var desk = Desk.reviewing(samples)
    desk.press(.character(" "), .character("e"))
    desk.perform(
      desk.app.handle(
        .reread(cards: changed("Another answer."), notice: "Note read again.", at: desk.now)))
    #expect(desk.text.contains("Another answer.") && desk.text.contains("Note read again."))
    #expect(desk.text.contains("3 Good"))
  }

  @Test func aCardThatLeftItsNoteGivesWayToTheNext() {
    var desk = Desk.reviewing(samples)
    desk.press(.character("e"))
    let rest = Sample.cards([samples[1]])
    desk.perform(desk.app.handle(.reread(cards: rest, notice: "Note read again.", at: desk.now)))
    #expect(desk.text.contains("Question 1?"))
    #expect(desk.text.contains("left its note; its progress is kept"))
  }

  @Test func timeInTheEditorIsNoThinkingTime() {
    var desk = Desk.reviewing(samples)
    desk.press(.character("e"), after: 4)
    let back = desk.now + 600
    desk.perform(desk.app.handle(.reread(cards: nil, notice: "", at: back)))
    desk.now = back
    desk.press(.character(" "), .character("3"))
    guard case .record(let review) = desk.saved.last else {
      Issue.record("nothing was recorded")
      return
    }
    #expect(review.duration == 6000)
  }
}
