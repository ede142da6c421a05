import Foundation
import Scheduling
import Testing

@testable import TerminalUI

/// What is decided about changed notes.
struct NoteChangeTests {
  private func reviewing(_ cards: [Sample], look: Look = Look(), columns: Int = 80) -> Desk {
    var desk = Desk(cards, columns: columns)
    let screen = ReviewScreen(
      topic: nil, session: Sample.session(cards), cards: Sample.cards(cards),
      drifted: Set(cards.map(\.card).filter { Shelf.drift(of: $0) != nil }.map(\.id)), look: look,
      calendar: .fixed(), at: morning)
    desk.perform(desk.app.handle(.show(screen)))
    return desk
  }

  @Test func aChangeIsOfferedWithTheAnswerAndNotBefore() {
    var desk = reviewing([.changed])
    #expect(!desk.text.contains("The note changed"))
    desk.press(.character("d"))
    #expect(desk.text.contains("d does nothing here"))
    desk.press(.character(" "))
    #expect(desk.text.contains("! The note changed since your last answer; d shows how."))
    desk.press(.character("d"))
    #expect(desk.text.contains("- The only atomic way to do this is a Lua script."))
    #expect(desk.text.contains("+ delete must be one atomic step."))
    #expect(desk.text.contains("You learned this on 14 Nov"))
  }

  @Test func keepingWhatIsKnownLeadsBackToTheCardWhichIsRatedAsUsual() {
    var desk = reviewing([.changed])
    desk.press(.character(" "), .character("d"), .character("1"))
    #expect(desk.effects.map(\.words).contains("settle changed"))
    #expect(desk.text.contains("Kept.") && desk.text.contains("3 Good"))
    desk.press(.character("d"))
    #expect(desk.text.contains("The note says what it said when you last answered."))
    desk.press(.character("3"))
    #expect(desk.log.map(\.card) == ["changed"])
  }

  @Test(arguments: [("2", "due 2026-11-"), ("3", "reset")])
  func aCardThatIsSeenSoonerOrAnewLeavesTheSitting(key: Character, effect: String) {
    var desk = reviewing([.changed] + Sample.plain(1))
    desk.press(.character(" "), .character("d"), .character(key))
    #expect(desk.effects.map(\.words).contains { $0.hasPrefix(effect) })
    #expect(desk.log.isEmpty)
    #expect(desk.text.contains("Question 0?"), "\(desk.text)")
  }

  @Test func escapeDecidesLater() {
    var desk = reviewing([.changed])
    desk.press(.character(" "), .character("d"), .escape)
    #expect(desk.text.contains("The note changed since your last answer"))
  }

  @Test func theViewsOfTheNotesLeadToEachOtherAndBack() {
    var desk = Desk(Sample.library)
    desk.press(.character("N"), .character("2"))
    #expect(desk.text.contains("[2 changes +2 ~1 -1]") && desk.text.contains("enters as new"))
    desk.press(.character("3"))
    #expect(desk.text.contains("[3 skipped 2]") && desk.text.contains("Further reading"))
    desk.press(.character("1"))
    #expect(desk.text.contains("[1 coverage]"))
    desk.press(.escape)
    #expect(desk.text.contains("All topics"))
  }

  @Test func anOldCardIsJoinedLeftAsideOrPutOff() {
    var desk = Desk(Sample.library)
    desk.press(.character("N"), .character("4"))
    #expect(desk.text.contains("1 of 2") && desk.text.contains("88% alike"))
    desk.press(.character("s"))
    #expect(desk.text.contains("What is a double entry?"))
    desk.press(.character("2"))
    #expect(desk.effects.map(\.words).last == "aside old2")
    desk.press(.down, .enter)
    #expect(desk.effects.map(\.words).last { $0.hasPrefix("link") } == "link old to new2")
    #expect(desk.text.contains("Decided.") && desk.text.contains("[1 coverage]"))
  }

  @Test func oldAndNewAreComparedBeforeOneDecides() {
    var desk = Desk(Sample.library)
    desk.press(.character("N"), .character("4"), .character("d"))
    #expect(desk.text.contains("- The call to the payment provider, keyed by refund id."))
    #expect(desk.text.contains("+ The call to the provider, keyed by the refund's id."))
    desk.press(.escape)
    #expect(desk.text.contains("Candidates"))
  }

  // MARK: Manners

  @Test func asidesStandInWideWindowsOnlyAndGiveWayToWideCode() {
    var desk = reviewing([.changed, .longCode], columns: 117)
    #expect(!desk.text.contains("MEMORY"))
    desk.send(.resize(columns: 118, rows: 40))
    #expect(desk.text.contains("MEMORY") && desk.text.contains("stable 9.7 days"))
    #expect(desk.screen[3].hasPrefix("  Why must a Redis lock"))
    desk.press(.character(" "), .character("3"), .character(" "))
    #expect(desk.text.contains("call_0()") && !desk.text.contains("MEMORY"))
    var look = Look()
    look.showsSideNote = false
    #expect(!reviewing([.changed], look: look, columns: 130).text.contains("MEMORY"))
  }

  @Test func howSureOneIsCanBeAskedOrLeftOut() {
    var look = Look()
    look.manner.confidence = .ask
    var asking = reviewing([.lock], look: look)
    asking.press(.character(" "))
    #expect(asking.text.contains("How sure are you?") && !asking.text.contains("Answer ─"))
    asking.press(.character("2"), .character("3"))
    #expect(asking.effects.map(\.words).contains("record lock 3 sure 2"))
    look.manner.confidence = .off
    var silent = reviewing([.lock], look: look)
    #expect(!silent.text.contains("sure of it?"))
    silent.press(.character("2"))
    #expect(silent.text.contains("Space shows the answer.") && !silent.text.contains("Answer ─"))
  }

  @Test func twoGradesAreAgainAndGood() {
    var look = Look()
    look.manner.hasFourGrades = false
    var desk = reviewing([.lock], look: look)
    desk.press(.character(" "))
    #expect(desk.text.contains("1 Again") && desk.text.contains("[3 Good"))
    #expect(!desk.text.contains("Hard") && !desk.text.contains("Easy"))
    desk.press(.character("2"))
    #expect(desk.log.isEmpty && desk.text.contains("1 is Again and 3 is Good"))
    desk.press(.character("1"))
    #expect(desk.log.map(\.rating) == [1])
  }

  @Test func aLineOpensByItselfWhereItIsWanted() {
    var look = Look()
    look.manner.typing = .short
    var cloze = reviewing([.cloze], look: look)
    #expect(cloze.text.contains("Your answer:"))
    cloze.type("16384")
    cloze.press(.enter)
    #expect(cloze.text.contains("You typed"))
    #expect(!reviewing([.lock], look: look).text.contains("Your answer:"))
    look.manner.typing = .always
    var open = reviewing([.lock], look: look)
    open.press(.enter)
    #expect(open.text.contains("Answer ─") && !open.text.contains("You typed"))
  }

  @Test func aLeechIsMarkedEachTimeItIsAsked() {
    var leech = Sample.lock
    leech.schedule = Schedule(
      phase: .review, memory: MemoryState(stability: 9.73, difficulty: 7.35), due: .day(tuesday),
      interval: 10, lastReview: morning - 10 * 86400, reviews: 20, lapses: 7)
    #expect(!reviewing([leech]).text.contains("leech"))
    leech.schedule.lapses = 8
    #expect(reviewing([leech]).screen[2].hasSuffix("leech 8  "), "\(reviewing([leech]).text)")
  }

  @Test func aNewDayIsSaidOnceAndTheQueueStays() {
    var desk = reviewing(Sample.plain(3))
    desk.press(.character(" "))
    desk.press(.character("4"), after: 86_400)
    #expect(desk.text.contains("A new day began; what it brings is due when you finish."))
    #expect(desk.text.contains("2 of 3"))
    desk.press(.character(" "), .character("3"))
    #expect(!desk.text.contains("A new day began"))
  }

  @Test func theTimeLeftCanBeHidden() {
    var desk = reviewing([.lock])
    #expect(desk.screen[0].contains("min left"))
    desk.press(.character("c"))
    #expect(!desk.screen[0].contains("min left") && desk.screen[0].contains("1 of 1"))
  }

  @Test func wheelAndClickMoveTheMark() {
    var desk = Desk()
    desk.send(.click(row: 6))
    #expect(desk.screen[6].hasPrefix("▸ Docker"), "\(desk.text)")
    desk.send(.wheel(-2))
    #expect(desk.screen[4].hasPrefix("▸ Redis"))
    desk.send(.wheel(9))
    #expect(desk.screen[8].hasPrefix("▸ REST design"))
    desk.send(.click(row: 0))
    #expect(desk.screen[3].hasPrefix("▸ All topics"))
    #expect(desk.effects.isEmpty)
  }

  @Test func aLongSittingIsToldInHours() {
    #expect(SpokenTime.about(minutes: 89) == "89 minutes")
    #expect(SpokenTime.about(minutes: 1095) == "18 hours")
    #expect(SpokenTime.aboutShort(minutes: 90) == "2 h")
  }

  // MARK: Plan

  @Test func aPlanFollowsTheDayTheAimAndTheTopics() {
    var desk = Desk(Sample.library)
    desk.press(.character("P"))
    #expect(desk.text.contains("Fri 11 Dec 2026") && desk.text.contains("[x] Redis"))
    desk.press(.right, .down, .left)
    #expect(
      desk.effects.map(\.words).suffix(2) == ["count 2026-12-12 0.9", "count 2026-12-12 0.89"])
    desk.press(.end, .character(" "))
    #expect(desk.text.contains("[ ] Redis"))
    desk.press(.character("t"), .control("u"))
    desk.type("3d")
    desk.press(.enter)
    #expect(desk.text.contains("Fri 27 Nov 2026, in 3 days"))
    desk.press(.enter)
    #expect(desk.effects.map(\.words).last == "set plan 2026-11-27")
    desk.press(.character("x"))
    #expect(desk.effects.map(\.words).last == "set plan off")
  }

  @Test func aPlanKeepsWithinItsBounds() {
    var desk = Desk(Sample.library)
    desk.press(.character("P"), .down)
    for _ in 0..<10 { desk.press(.right) }
    #expect(desk.text.contains("An aim is from 70% to 97%."))
    desk.press(.character("a"))
    #expect(desk.text.contains("Tick at least one topic."))
    desk.press(.enter)
    #expect(!desk.effects.map(\.words).contains { $0.hasPrefix("set plan") })
  }
}
