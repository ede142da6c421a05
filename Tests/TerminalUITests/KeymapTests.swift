import Testing

@testable import TerminalUI

struct KeymapTests {
  @Test(arguments: KeyContext.allCases) func noKeyIsBoundTwiceInAPlace(context: KeyContext) {
    let keys = Keymap.bindings(in: context).flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test(arguments: KeyContext.allCases) func everyPlaceHasAWayBackAndCanBeLeft(
    context: KeyContext
  ) {
    #expect(Keymap.action(for: .escape, in: context) == .back)
    // Where characters are text no letter commands.
    let letters = !Keymap.texts.contains(context)
    #expect(Keymap.action(for: .character("q"), in: context) == (letters ? .back : nil))
    #expect(Keymap.action(for: .character("Q"), in: context) == (letters ? .leave : nil))
    #expect(Keymap.action(for: .control("c"), in: context) == .interrupt)
  }

  @Test func keysOfMultiplexersAndOfFlowControlStayFree() {
    for letter in "absqhijm" {
      #expect(!Keymap.bindings.contains { $0.keys.contains(.control(letter)) }, "^\(letter)")
    }
    for mark in "[]{}\\|@#~" {
      #expect(!Keymap.bindings.contains { $0.keys.contains(.character(mark)) }, "\(mark)")
    }
  }

  @Test func everyMovementHasALetterAndAKeyWithAName() {
    for action in [Action.rowDown, .rowUp, .top, .bottom, .shiftLeft, .shiftRight] {
      for binding in Keymap.bindings where binding.action == action {
        #expect(binding.keys.count == 2, "\(binding.label)")
      }
    }
  }

  @Test func digitsAndLettersMeanWhatTheLabelSays() {
    for binding in Keymap.bindings {
      let first = binding.label.prefix { $0 != " " }
      switch binding.keys[0] {
      case .character(" "): #expect(first == "Space")
      case .character(let character): #expect(first == String(character))
      case .control(let letter): #expect(first == "^" + letter.uppercased())
      case .enter: #expect(first == "Enter")
      case .escape: #expect(first == "Esc")
      case .tab: #expect(first == "Tab")
      case .backspace: #expect(first == "Backspace")
      default: Issue.record("\(binding.label) begins with a key that has no letter")
      }
      #expect(binding.label.split(separator: " ").count <= binding.keys.count)
    }
  }

  @Test(arguments: KeyContext.allCases) func theFooterIsNeverWiderThanTheWindow(
    context: KeyContext
  ) {
    for width in 40...200 {
      let cells = Keymap.footer(for: context, width: width).reduce(0) { sum, hint in
        sum + hint.key.count + 1 + hint.words.count + 2
      }
      // One margin at the left; the last hint needs no gap after it.
      #expect(cells - 2 + 1 < width, "\(width)")
    }
  }

  @Test(arguments: KeyContext.allCases) func theFooterKeepsTheWayBackAndHelp(
    context: KeyContext
  ) {
    let all = Keymap.footer(for: context, width: 1000)
    let must = all.filter { hint in
      ["end", "end the session", "home", "quit", "close", "help", "let go", "stop typing"]
        .contains(hint.words)
    }
    #expect(!must.isEmpty)
    for width in 40...200 {
      let shown = Keymap.footer(for: context, width: width).map(\.words)
      #expect(must.allSatisfy { shown.contains($0.words) }, "\(width)")
      #expect(shown.last == all.last?.words, "\(width)")
      // What stays keeps its order.
      #expect(shown == all.map(\.words).filter { shown.contains($0) }, "\(width)")
    }
  }

  @Test(arguments: KeyContext.allCases) func aHintNamesAKeyThatWorks(context: KeyContext) {
    for hint in Keymap.footer(for: context, width: 1000)
    where !["1-4", "1-7", "1-9", "j k"].contains(hint.key) {
      let binding = Keymap.bindings(in: context).first {
        $0.footer == hint.words && $0.label.hasPrefix(hint.key)
      }
      #expect(binding != nil, "\(hint.key) \(hint.words)")
    }
    for number in 1...4 where context == .back {
      let key = Key.character(Character("\(number)"))
      #expect(Keymap.action(for: key, in: context) == .rate(number))
    }
    for number in 1...7 where context == .reports {
      let key = Key.character(Character("\(number)"))
      #expect(Keymap.action(for: key, in: context) == .rate(number))
    }
    for number in 1...9 where [.options, .steps, .points].contains(context) {
      let key = Key.character(Character("\(number)"))
      #expect(Keymap.action(for: key, in: context) == .row(number))
    }
  }

  @Test(arguments: KeyContext.allCases) func helpListsEveryKeyOfThePlace(context: KeyContext) {
    let grid = HelpScreen(context: context).draw(
      in: Window(columns: 100, rows: 60, at: morning))
    let rows = (0..<60).map { grid.text(row: $0) }
    for binding in Keymap.bindings(in: context) {
      #expect(
        rows.contains { $0.contains("  \(binding.label) ") && $0.contains(" \(binding.help) ") },
        "\(binding.label): \(binding.help)")
    }
  }

  @Test func allOfHelpCanBeReachedInASmallWindow() {
    let window = Window(columns: 40, rows: 10, at: morning)
    var help = HelpScreen(context: .back)
    var seen = ""
    for _ in 0..<60 {
      let grid = help.draw(in: window)
      seen += (0..<10).map { grid.text(row: $0) }.joined(separator: "\n")
      _ = help.handle(.rowDown, in: window)
    }
    for binding in Keymap.bindings(in: .back) {
      #expect(seen.contains("  \(binding.label) "), "\(binding.label)")
    }
  }

  @Test func helpOpensOverAReviewAndClosesWithoutATrace() {
    for close in [Key.escape, .character("q"), .character("?"), .enter] {
      var desk = Desk.reviewing()
      desk.press(.enter)
      let before = desk.app.draw()
      desk.press(.character("?"))
      #expect(desk.screen[0].contains("Keys › Review, answer shown"))
      desk.press(.character("3"), .character("s"), .character("u"), .character("j"))
      #expect(desk.screen[0].contains("Keys › Review, answer shown"))
      desk.press(close)
      #expect(desk.app.draw() == before)
      #expect(desk.effects.map(\.words) == ["open all"])
    }
  }
}
