import TestSupport
import Testing

@testable import TerminalUI

struct TextFieldTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let keys: [Key]
    let text: String
    var testDescription: String { name }

    init(_ name: String, _ keys: [Key], _ text: String) {
      self.name = name
      self.keys = keys
      self.text = text
    }
  }

  private static func typed(_ text: String) -> [Key] { text.map { .character($0) } }

  @Test(arguments: [
    Case("letters stand where the cursor is", typed("ac") + [.left] + typed("b"), "abc"),
    Case(
      "Home and End go to the ends", typed("b") + [.home] + typed("a") + [.end] + typed("c"), "abc"),
    Case("Backspace takes the letter before", typed("abc") + [.left, .backspace], "ac"),
    Case("Backspace at the beginning does nothing", typed("a") + [.home, .backspace], "a"),
    Case("Delete takes the letter after", typed("abc") + [.home, .delete], "bc"),
    Case("Delete at the end does nothing", typed("a") + [.delete], "a"),
    Case("^U clears", typed("abc") + [.left, .control("u")], ""),
    Case("^W takes a word and the blanks after it", typed("one two  ") + [.control("w")], "one "),
    Case("^W keeps what is after the cursor", typed("one two") + [.left, .control("w")], "one o"),
    Case(
      "a mark joins its letter and goes with it",
      typed("e") + typed("\u{301}x") + [.left, .backspace], "x"),
    Case(
      "movement beyond the ends stays",
      [.left, .right] + typed("a") + [.right, .right] + typed("b"), "ab"),
    Case("capitals and q are text", typed("Qq?/ 1"), "Qq?/ 1"),
  ])
  func keysEditTheText(_ sample: Case) {
    var field = TextField()
    field.press(sample.keys)
    #expect(field.text == sample.text)
  }

  @Test(arguments: [Key.enter, .escape, .tab, .control("c"), .control("l"), .pageUp, .pageDown])
  func otherKeysAreLeftToTheScreen(key: Key) {
    var field = TextField("abc")
    let before = field
    let isIts = field.handle(key)
    #expect(!isIts && field == before)
  }

  @Test func pastedTextIsOneLineWithoutControls() {
    var field = TextField("a")
    field.insert("b\r\nc\td\u{1B}[31m\u{202E}\u{0}e")
    #expect(field.text == "ab c d[31me")
  }

  @Test func aHugePasteIsCut() {
    var field = TextField()
    field.insert(String(repeating: "x", count: 100_000))
    #expect(field.text.count == TextField.longest)
    field.press([.character("y")])
    #expect(field.text.count == TextField.longest)
  }

  @Test func theArrowKeysBringBackWhatWasAccepted() {
    var field = TextField()
    for text in ["one", "two", "one"] {
      field.replace(with: text)
      field.remember()
    }
    field.replace(with: "draft")
    var seen: [String] = []
    for key in [Key.up, .up, .up, .down, .down, .down] {
      field.press([key])
      seen.append(field.text)
    }
    // What was accepted twice is there once, where it was last.
    #expect(seen == ["one", "two", "two", "one", "draft", "draft"])
  }

  @Test func theCursorIsParkedAfterWideCharacters() {
    var field = TextField("数据x")
    var grid = Grid(columns: 20, rows: 1)
    field.draw(in: &grid, row: 0, columns: 2..<18, ink: .answer)
    #expect(grid.cursor == Grid.Position(row: 0, column: 7))
    field.press([.left, .left])
    field.draw(in: &grid, row: 0, columns: 2..<18, ink: .answer)
    #expect(grid.cursor == Grid.Position(row: 0, column: 4))
  }

  @Test func aLongTextShowsThePartAroundTheCursor() {
    var field = TextField("abcdefghijklmnop")
    func shown() -> String {
      var grid = Grid(columns: 8, rows: 1)
      field.draw(in: &grid, row: 0, columns: 0..<8, ink: .answer)
      return grid.text(row: 0)
    }
    #expect(shown() == "‹klmnop ")
    field.press([.home])
    #expect(shown() == "abcdefg›")
  }

  @Test(arguments: UInt64(0)..<300) func whateverIsTypedStaysInItsCells(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var field = TextField(history: ["数据库事务与隔离级别", "a b c"])
    let width = random.number(3...30)
    for step in 0..<40 {
      if random.number(0...9) == 0 { field.insert(random.words(0...4)) }
      _ = field.handle(random.key())
      var grid = Grid(columns: width + 4, rows: 3)
      field.draw(in: &grid, row: 1, columns: 2..<(2 + width), ink: .answer)
      #expect(grid.fault == nil, "seed \(seed), step \(step)")
      let row = Array(grid.text(row: 1))
      #expect(row.first == " " && row.last == " ", "seed \(seed), step \(step)")
      #expect(
        (2..<(2 + width)).contains(grid.cursor.column), "seed \(seed), step \(step): the cursor")
    }
  }
}

extension TextField {
  fileprivate mutating func press(_ keys: [Key]) {
    for key in keys {
      let isIts = handle(key)
      #expect(isIts)
    }
  }
}
