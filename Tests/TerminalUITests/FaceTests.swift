import Decks
import Scheduling
import Testing

@testable import TerminalUI

struct FaceTests {
  /// The digit that stands before a text.
  private func digit(of text: String, on desk: Desk) throws -> Key {
    let row = try #require(desk.screen.first { $0.contains(text) })
    let digit = try #require(row.first { $0.isNumber })
    return .character(digit)
  }

  @Test func anOptionIsChosenAndCheckedWithoutShowingWhichIsRight() throws {
    var desk = Desk.reviewing([.choice])
    #expect(!desk.text.contains("✓") && desk.text.contains("more than one is right"))
    desk.press(try digit(of: "KEYS session", on: desk), try digit(of: "DEL of one", on: desk))
    #expect(desk.text.contains("2 ticked") && !desk.text.contains("✓"))
    desk.press(.enter)
    #expect(desk.text.contains("2 of 3 right, none wrong"))
    #expect(desk.text.contains("you missed it"))
    #expect(desk.text.contains("67%: Hard proposed."))
    desk.press(.enter)
    #expect(desk.log.map(\.rating) == [2])
  }

  @Test func whoOnlyLooksHasMissedNothing() {
    var desk = Desk.reviewing([.oneRight])
    desk.press(.enter)
    #expect(desk.screen.contains { $0.contains("[ ] ✓") } && !desk.text.contains("✗"))
    #expect(!desk.text.contains("proposed") && desk.text.contains("[3 Good"))
  }

  @Test func theOnlyRightOptionIsRightOrNot() {
    var desk = Desk.reviewing([.oneRight])
    desk.press(.character("1"), .enter)
    let isRight = desk.text.contains("✓") && !desk.text.contains("✗")
    #expect(desk.text.contains(isRight ? " Right: Good proposed." : " Not right: Again proposed."))
  }

  @Test func onlyTheRowInFocusIsMarked() {
    var desk = Desk.reviewing([.choice])
    desk.press(.down)
    let grid = desk.app.draw()
    let marked = (0..<grid.rows).filter { grid[$0, 0].ink == .selection }
    #expect(marked.map { grid[$0, 0].cluster } == ["▸"])
  }

  @Test func howSureOneIsIsConfirmedUntilSomethingIsMeasured() {
    var desk = Desk.reviewing([.lock])
    desk.press(.character("2"))
    #expect(desk.text.contains(" Noted: think so. "))
    var points = Desk.reviewing([.points])
    points.press(.character("3"))
    #expect(points.text.contains(" Noted: sure. "))
    points.press(.character("1"))
    #expect(!points.text.contains("Noted"))
  }

  @Test func readingOnIsOfferedWhileThereIsMore() {
    var desk = Desk.reviewing([.long])
    desk.press(.enter)
    #expect(desk.screen.last?.contains("Space read on") == true)
    desk.press(.end)
    #expect(desk.screen.last?.contains("Space read on") == false)
  }

  @Test func stepsAreShownInTheirOrderWithOnesOwnPlaces() throws {
    var desk = Desk.reviewing([.steps])
    #expect(desk.text.contains("5 to place"))
    for step in ["WAL buffers", "COMMIT flushes", "WAL sender", "startup process"] {
      desk.press(try digit(of: step, on: desk))
    }
    #expect(desk.text.contains("0 to place"))
    desk.press(.enter)
    #expect(desk.text.contains("yours: 4th") && desk.text.contains("yours: 5th"))
    #expect(desk.text.contains("9 of 10 pairs in order"))
    let rows = desk.screen.filter { $0.contains("✓") || $0.contains("✗") }
    #expect(rows.count == 5 && rows[0].contains("WAL buffers") && rows[4].contains("startup"))
    desk.press(.character(" "))
    #expect(desk.log.map(\.rating) == [3])
  }

  @Test func aStepCanBeTakenBack() throws {
    var desk = Desk.reviewing([.steps])
    desk.press(try digit(of: "WAL buffers", on: desk), try digit(of: "COMMIT", on: desk))
    desk.press(.backspace)
    #expect(desk.text.contains("4 to place"))
    #expect(desk.screen.contains { $0.contains("1st") } && !desk.text.contains("2nd"))
  }

  @Test func keyPointsAreTickedAndTheProposalFollows() {
    var desk = Desk.reviewing([.points])
    #expect(desk.text.contains("6 points"))
    desk.press(.character(" "))
    #expect(desk.text.contains("[  Good"), "nothing was measured yet")
    desk.type("1235")
    #expect(desk.text.contains("4 of 6") && desk.text.contains("[  Hard"))
    #expect(!desk.text.contains("4 Easy"))
    desk.press(.tab)
    #expect(desk.text.contains("4 Easy"))
    desk.press(.character("4"))
    #expect(desk.log.map(\.rating) == [4])
  }

  @Test func everythingKnownIsThreeKeys() {
    var desk = Desk.reviewing([.points])
    desk.press(.character(" "), .character("a"), .enter)
    #expect(desk.log.map(\.rating) == [3])
  }

  @Test func theRowInFocusStaysInSightInALowWindow() {
    var desk = Desk.reviewing([.points], columns: 40, rows: 10)
    desk.press(.enter)
    for _ in 0..<5 {
      #expect(desk.screen.contains { $0.contains("▸") })
      desk.press(.down)
    }
    #expect(desk.screen.contains { $0.contains("▸ 6") })
  }

  @Test func hintsAreShownUnderTheQuestionAndLowerTheProposal() {
    var desk = Desk.reviewing([.lock])
    desk.press(.character("r"))
    #expect(desk.text.contains("Hint 1  It begins: The lock may …"))
    #expect(!desk.text.contains("another worker"))
    desk.press(.character("r"))
    #expect(desk.text.contains("There is no further hint."))
    desk.press(.enter)
    #expect(desk.text.contains("[2 Hard"))
    desk.press(.enter)
    #expect(desk.log.map(\.rating) == [2])
  }

  @Test func aBlankKeepsItsBracketsOnBothSides() {
    var desk = Desk.reviewing([.cloze])
    #expect(desk.text.contains("has […] hash slots") && !desk.text.contains("16384"))
    desk.press(.enter)
    #expect(desk.text.contains("has [16384] hash slots"))
  }

  @Test func undoLeadsBackToTheSameOptions() throws {
    var desk = Desk.reviewing([.choice] + Sample.plain(1))
    let front = desk.screen
    desk.press(.enter, .enter, .character("u"))
    let rows = front.filter { $0.contains("[ ]") }.map { $0.dropFirst(8).prefix(12) }
    for (row, text) in zip(desk.screen.filter { $0.contains("[ ]") }, rows) {
      #expect(row.contains(text))
    }
    #expect(rows.count == 5)
  }
}

struct TypingTests {
  @Test func charactersAreTextAndTheAnswerIsCompared() {
    var desk = Desk.reviewing([.cloze])
    desk.press(.character("t"))
    desk.type("q16384 1")
    #expect(desk.text.contains("Your answer: q16384 1"))
    desk.press(.backspace, .backspace, .home, .delete, .enter)
    #expect(desk.text.contains("You typed") && desk.text.contains("✓ 16384"))
    #expect(desk.text.contains("[3 Good"))
    desk.press(.enter)
    #expect(desk.log.map(\.rating) == [3])
  }

  @Test func numbersAreNeverTypingSlips() {
    var desk = Desk.reviewing([.cloze])
    desk.press(.character("t"))
    desk.type("16834")
    desk.press(.enter)
    #expect(desk.text.contains("✗ 16384") && desk.text.contains("[1 Again"))
  }

  @Test func escapeClosesTheLineAndKeepsTheText() {
    var desk = Desk.reviewing([.lock])
    desk.press(.character("t"))
    desk.type("DEL")
    desk.press(.escape)
    #expect(!desk.text.contains("DEL of") && !desk.text.contains("Answer ─"))
    desk.press(.character("t"))
    #expect(desk.text.contains("Your answer: DEL"))
  }

  @Test func typedKeyPointsAreTickedAndCanBeCorrected() {
    var desk = Desk.reviewing([.points])
    desk.press(.character("t"))
    desk.type("durable replicated quorum queue, persistent messages, publisher confirms")
    desk.press(.enter)
    #expect(desk.screen.contains { $0.contains("1 [x]") && $0.contains("durable") })
    #expect(desk.screen.contains { $0.contains("2 [x]") })
    #expect(desk.screen.contains { $0.contains("6 [ ]") })
    let before = desk.screen.filter { $0.contains("[x]") }.count
    desk.press(.character("6"))
    #expect(desk.screen.filter { $0.contains("[x]") }.count == before + 1)
  }

  @Test func aPasteIsTextOnly() {
    var desk = Desk.reviewing([.lock])
    desk.press(.character("t"))
    desk.send(.paste("one\n3q\u{1b}[31m"))
    #expect(desk.text.contains("Your answer: one 3q"))
    #expect(desk.log.isEmpty)
  }

  @Test func nothingTypedMeasuresNothing() {
    var desk = Desk.reviewing([.cloze])
    desk.press(.character("t"), .character(" "), .enter)
    #expect(desk.text.contains("[3 Good"))
  }

  @Test func theNextCardBeginsWithoutText() {
    var desk = Desk.reviewing([.cloze, .lock])
    desk.press(.character("t"))
    desk.type("1")
    desk.press(.enter, .enter)
    #expect(!desk.text.contains("You typed"))
    desk.press(.character("t"))
    #expect(desk.screen.contains { $0.hasPrefix("  Your answer:  ") })
  }
}
