import Testing

@testable import TerminalUI

struct KeyTranslationTests {
  private func translation(_ moved: [(String, [Key])]) throws -> KeyTranslation {
    try KeyTranslation(
      moved.map { (command: try #require(KeyCommand.named($0.0)), keys: $0.1) })
  }

  @Test func aMovedCommandHasItsNewKeyAndNotItsOldOne() throws {
    let keys = try translation([("skip", [.character("Z"), .control("g")])])
    #expect(keys.meaning(of: .character("Z")) == .character("s"))
    #expect(keys.meaning(of: .control("g")) == .character("s"))
    #expect(Keymap.action(for: keys.meaning(of: .character("s")), in: .front) == nil)
    #expect(keys.meaning(of: .character("u")) == .character("u"))
    #expect(keys.label("s") == "Z ^G" && keys.label("j Down") == "j Down")
  }

  @Test func commandsMayExchangeTheirKeys() throws {
    let keys = try translation([("skip", [.character("u")]), ("undo", [.character("s")])])
    #expect(keys.meaning(of: .character("u")) == .character("s"))
    #expect(keys.meaning(of: .character("s")) == .character("u"))
  }

  @Test func aKeyOfAnotherCommandIsRefused() {
    let clash = #expect(throws: KeyTranslation.Clash.self) {
      try translation([("skip", [.character("u")])])
    }
    #expect(clash?.other == "undo" && clash?.key == "u")
    let twice = #expect(throws: KeyTranslation.Clash.self) {
      try translation([("skip", [.character("Z")]), ("edit", [.character("Z")])])
    }
    #expect(twice?.other == "skip")
  }

  @Test func everyCommandHasAKeyOfItsOwn() {
    #expect(Set(KeyCommand.all.map(\.key)).count == KeyCommand.all.count)
    #expect(Set(KeyCommand.all.map(\.name)).count == KeyCommand.all.count)
  }

  /// A letter of the table of keys that is in no command could not be moved.
  @Test func everyLetterOfTheTableIsACommand() {
    let commands = Set(KeyCommand.all.map(\.key))
    for key in Keymap.bindings.flatMap(\.keys) {
      switch key {
      case .character(let character) where character.isLetter || character == "?":
        #expect(commands.contains(key), "\(character)")
      default: break
      }
    }
  }

  @Test(arguments: ["Z", "^G", "Tab", "ä", "!"]) func aNameGivesAKey(name: String) {
    #expect(Key(named: name) != nil)
  }

  @Test(arguments: ["", "5", " ", "^C", "^I", "^1", "Enter", "ab", "\u{7}", "👩‍👩‍👧‍👦"])
  func whatMustStayCannotBeNamed(name: String) {
    #expect(Key(named: name) == nil)
  }
}
