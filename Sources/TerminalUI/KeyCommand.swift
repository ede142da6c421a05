/// A command that can be given another key: one letter has one meaning in the whole program.
package struct KeyCommand: Hashable, Sendable {
  /// Its name in settings.
  package let name: String
  /// The key it has unless the user moves it. Arrows, Enter, Esc and the like stay where they are.
  package let key: Key

  private init(_ name: String, _ key: Key) {
    self.name = name
    self.key = key
  }

  /// Every command with a letter of its own.
  package static let all: [KeyCommand] = [
    KeyCommand("down", .character("j")), KeyCommand("up", .character("k")),
    KeyCommand("left", .character("h")), KeyCommand("right", .character("l")),
    KeyCommand("page_down", .control("d")), KeyCommand("page_up", .control("u")),
    KeyCommand("top", .character("g")), KeyCommand("bottom", .character("G")),
    KeyCommand("back", .character("q")), KeyCommand("leave", .character("Q")),
    KeyCommand("help", .character("?")), KeyCommand("redraw", .control("l")),
    KeyCommand("to_shell", .control("z")),
    KeyCommand("find", .character("/")), KeyCommand("next", .character("n")),
    KeyCommand("previous", .character("p")), KeyCommand("all", .character("a")),
    KeyCommand("bury", .character("b")), KeyCommand("clock", .character("c")),
    KeyCommand("difference", .character("d")), KeyCommand("edit", .character("e")),
    KeyCommand("flag", .character("f")), KeyCommand("info", .character("i")),
    KeyCommand("memo", .character("m")), KeyCommand("order", .character("o")),
    KeyCommand("hint", .character("r")), KeyCommand("skip", .character("s")),
    KeyCommand("type", .character("t")), KeyCommand("undo", .character("u")),
    KeyCommand("redo", .control("r")), KeyCommand("view", .character("v")),
    KeyCommand("wrap", .character("w")), KeyCommand("take_out", .character("x")),
    KeyCommand("pause", .character("z")),
    KeyCommand("schedule", .character("A")), KeyCommand("browser", .character("B")),
    KeyCommand("mock", .character("M")), KeyCommand("notes", .character("N")),
    KeyCommand("plan", .character("P")), KeyCommand("reports", .character("R")),
    KeyCommand("settings", .character("S")), KeyCommand("export", .character("E")),
    KeyCommand("open", .character("O")), KeyCommand("editor", .character("T")),
    KeyCommand("post_mortem", .character("W")),
  ]

  /// The command of this name in settings.
  package static func named(_ name: String) -> KeyCommand? { all.first { $0.name == name } }
}

extension Key {
  /// The key written like this: `Z`, `^G`, `Tab`. Nil if none is, or if it cannot be given to a
  /// command: digits answer, Space, Enter, Esc and the arrows move, and terminals and multiplexers
  /// keep `^A ^B ^C ^H ^I ^J ^M ^Q ^S` for themselves.
  package init?(named name: String) {
    let characters = Array(name)
    switch characters.count {
    case 1:
      guard let scalar = name.unicodeScalars.first, scalar.value > 0x20, scalar.value != 0x7f,
        !("0"..."9").contains(scalar), CellWidth.displayable(characters[0]) == characters[0]
      else { return nil }
      self = .character(characters[0])
    case 2 where characters[0] == "^":
      let letter = Character(characters[1].lowercased())
      guard ("a"..."z").contains(letter), !"abchijmqs".contains(letter) else { return nil }
      self = .control(letter)
    case _ where name == "Tab": self = .tab
    default: return nil
    }
  }
}
