import Foundation
import Scheduling
import Testing

@testable import TerminalUI

/// Held keys, and the time that counts as thinking.
struct TimeTests {
  private let space = Key.character(" ")

  @Test func theKeyThatRevealedDoesNotRateAtOnce() {
    var desk = Desk.reviewing()
    desk.press(space)
    desk.press(space, after: 0.1)
    #expect(desk.log.isEmpty)
    desk.press(space, after: 0.2)
    #expect(desk.log.map(\.card) == ["n0"])
  }

  @Test func anotherKeyIsNotKeptWaiting() {
    var desk = Desk.reviewing()
    desk.press(space)
    desk.press(.character("3"), after: 0.01)
    desk.press(space, after: 0.01)
    #expect(desk.log.map(\.card) == ["n0"])
    #expect(desk.text.contains("Answer 1."))
  }

  @Test(arguments: [Key.character(" "), .enter]) func aHeldKeyDoesNotRunThroughCards(key: Key) {
    var desk = Desk.reviewing(Sample.plain(9))
    desk.press(key)
    // A keyboard repeats after half a second, then thirty times a second.
    desk.press(key, after: 0.5)
    for _ in 0..<200 { desk.press(key, after: 1.0 / 30) }
    #expect(desk.log.count <= 1)
    #expect(desk.screen[0].contains("Review › Redis"))
    #expect(desk.screen[0].contains("2 of "))
    desk.press(key)
    #expect(desk.text.contains("Answer 1."))
  }

  @Test func aHeldKeyScrolls() {
    var desk = Desk.reviewing([.long])
    desk.press(.enter)
    for _ in 0..<5 { desk.press(.character("j"), after: 0.03) }
    #expect(desk.text.contains("5 above"))
  }

  @Test func theTimeFromShownToRatedIsRecorded() {
    var desk = Desk.reviewing()
    desk.press(space, after: 8)
    desk.press(.character("3"), after: 4.5)
    #expect(durations(desk) == [12500])
    desk.press(space, after: 2)
    desk.press(.character("3"), after: 1)
    #expect(durations(desk) == [12500, 3000])
  }

  @Test func theTimeInTheShellIsNoThinkingTime() {
    var desk = Desk.reviewing()
    desk.press(.control("z"), after: 5)
    desk.send(.resumed, after: 3600)
    desk.press(space, after: 1)
    desk.press(.character("3"), after: 2)
    #expect(durations(desk) == [8000])
    #expect(desk.effects.map(\.words) == ["open all", "suspend", "redraw", "record n0 3"])
  }

  @Test func theTimeWithHelpOpenIsNoThinkingTime() {
    var desk = Desk.reviewing()
    desk.press(.character("?"), after: 5)
    desk.press(.character("j"), after: 60)
    desk.press(.escape, after: 60)
    desk.press(space, after: 1)
    desk.press(.character("3"), after: 2)
    #expect(durations(desk) == [8000])
  }

  @Test func helpAndShellAtOnceAreTakenOffOnce() {
    var desk = Desk.reviewing()
    desk.press(.character("?"), after: 5)
    desk.press(.control("z"), after: 10)
    desk.send(.resumed, after: 100)
    desk.press(.escape, after: 10)
    desk.press(space, .character("3"))
    #expect(durations(desk) == [7000])
  }

  @Test func aClockThatIsPutBackGivesNoNegativeTime() {
    var desk = Desk.reviewing()
    desk.send(.tick, after: -7200)
    desk.press(space, .character("3"))
    #expect(durations(desk) == [0])
  }

  @Test func ticksAloneChangeNothingOnTheScreenButTheLikelihood() {
    var desk = Desk.reviewing()
    let before = desk.app.draw()
    for _ in 0..<10 { desk.send(.tick, after: 30) }
    #expect(desk.app.draw() == before)
    #expect(desk.effects.count == 1)
  }

  private func durations(_ desk: Desk) -> [Int] {
    desk.saved.compactMap { effect in
      if case .record(let review) = effect { review.duration } else { nil }
    }
  }
}
