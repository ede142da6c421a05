/// What a key can ask for.
package enum Action: Hashable, Sendable {
  case accept
  case goOn
  case back
  case rate(Int)
  case undo
  case skip
  case rowDown
  case rowUp
  case pageDown
  case pageUp
  case top
  case bottom
  case shiftLeft
  case shiftRight
  case wrapCode
  case help
  case redraw
  case suspend
  case leave
  case interrupt
}

/// Where the program is, as far as keys are concerned.
package enum KeyContext: String, Hashable, CaseIterable, Sendable {
  case home = "Home"
  case front = "Review, question"
  case back = "Review, answer shown"
  case saving = "Review, not saved"
  case nothingDue = "Nothing due"
  case summary = "Summary"
  case help = "Keys"
}

/// A key with its action and its help text. Behaviour, footer and help overlay read the same table.
package struct Binding: Hashable, Sendable {
  let keys: [Key]
  let action: Action
  /// How the keys are written in footer and help.
  let label: String
  /// What they do, in the imperative.
  let help: String
  let contexts: Set<KeyContext>
  /// A word or two for the footer, which shows entries in the order of the table and drops them
  /// from the right; nil keeps the binding out of it.
  let footer: String?

  init(
    _ keys: [Key], _ action: Action, _ label: String, _ help: String,
    in contexts: Set<KeyContext>, footer: String? = nil
  ) {
    self.keys = keys
    self.action = action
    self.label = label
    self.help = help
    self.contexts = contexts
    self.footer = footer
  }
}

/// The one table of keys.
package enum Keymap {
  package static let bindings: [Binding] = [
    Binding(
      [.character("1")], .rate(1), "1", "Again: a miss", in: [.back], footer: nil),
    Binding([.character("2")], .rate(2), "2", "Hard: recalled with effort", in: [.back]),
    Binding([.character("3")], .rate(3), "3", "Good: the usual answer", in: [.back]),
    Binding([.character("4")], .rate(4), "4", "Easy: without thinking", in: [.back]),
    Binding(
      [.character("1")], .rate(1), "1", "how sure you are: guess; shows the answer", in: [.front]),
    Binding([.character("2")], .rate(2), "2", "think so", in: [.front]),
    Binding([.character("3")], .rate(3), "3", "sure", in: [.front]),
    Binding(
      [.character("1"), .enter], .accept, "1", "try to save again", in: [.saving],
      footer: "try again"),
    Binding(
      [.character("2")], .back, "2", "end the session", in: [.saving], footer: "end the session"),
    Binding([.enter], .accept, "Enter", "review this row", in: [.home], footer: "review"),
    Binding(
      [.character(" ")], .goOn, "Space", "read on, then show the answer", in: [.front],
      footer: "answer"),
    Binding([.enter], .accept, "Enter", "show the answer", in: [.front]),
    Binding([.enter], .accept, "Enter", "accept the [proposal]", in: [.back], footer: "accept [ ]"),
    Binding(
      [.character(" ")], .goOn, "Space", "read on, then accept", in: [.back], footer: "read on"),
    Binding(
      [.enter, .character(" ")], .accept, "Enter", "go home", in: [.summary, .nothingDue],
      footer: "home"),
    Binding(
      [.character("s")], .skip, "s", "skip: to the end; the second time until tomorrow",
      in: [.front, .back], footer: "skip"),
    Binding(
      [.character("u")], .undo, "u", "undo the last answer", in: [.front, .back, .summary],
      footer: "undo"),
    Binding(
      [.character("j"), .down], .rowDown, "j", "one row down", in: Set(KeyContext.allCases)),
    Binding([.character("k"), .up], .rowUp, "k", "one row up", in: Set(KeyContext.allCases)),
    Binding(
      [.control("d"), .pageDown], .pageDown, "^D", "half a page down",
      in: [.home, .front, .back, .summary, .help]),
    Binding(
      [.control("u"), .pageUp], .pageUp, "^U", "half a page up",
      in: [.home, .front, .back, .summary, .help]),
    Binding(
      [.character("g"), .home], .top, "g", "to the top",
      in: [.home, .front, .back, .summary, .help]),
    Binding(
      [.character("G"), .end], .bottom, "G", "to the bottom",
      in: [.home, .front, .back, .summary, .help]),
    Binding(
      [.character("h"), .left], .shiftLeft, "h", "shift code back", in: [.front, .back]),
    Binding(
      [.character("l"), .right], .shiftRight, "l", "shift code to see its right side",
      in: [.front, .back]),
    Binding([.character("w")], .wrapCode, "w", "wrap long code lines", in: [.front, .back]),
    Binding(
      [.character("q"), .escape], .back, "q", "end the session", in: [.front, .back],
      footer: "end"),
    Binding(
      [.character("q"), .escape], .back, "q", "leave ebb", in: [.home], footer: "quit"),
    Binding(
      [.character("q"), .escape], .back, "q", "go back", in: [.summary, .nothingDue, .saving]),
    Binding(
      [.character("q"), .escape, .character("?"), .enter], .back, "q", "close", in: [.help],
      footer: "close"),
    Binding(
      [.character("?")], .help, "?", "these keys",
      in: [.home, .front, .back, .summary, .nothingDue], footer: "help"),
    Binding([.character("Q")], .leave, "Q", "leave ebb at once", in: Set(KeyContext.allCases)),
    Binding([.control("l")], .redraw, "^L", "draw the screen anew", in: Set(KeyContext.allCases)),
    Binding([.control("z")], .suspend, "^Z", "to the shell; fg comes back", in: Set(KeyContext.allCases)),
    Binding([.control("c")], .interrupt, "^C", "leave at once", in: Set(KeyContext.allCases)),
  ]

  package static func action(for key: Key, in context: KeyContext) -> Action? {
    bindings.first { $0.contexts.contains(context) && $0.keys.contains(key) }?.action
  }

  /// The bindings of a place in the order of the table.
  static func bindings(in context: KeyContext) -> [Binding] {
    bindings.filter { $0.contexts.contains(context) }
  }

  /// One row of key hints. Entries that do not fit are dropped from the right; the last one, which
  /// leads back or to help, stays.
  static func footer(for context: KeyContext, width: Int) -> [(key: String, words: String)] {
    var shown = bindings(in: context).compactMap { binding in
      binding.footer.map { (key: binding.label, words: $0) }
    }
    if context == .back { shown.insert(("1-4", "grade"), at: 0) }
    func length() -> Int { shown.reduce(1) { $0 + $1.key.count + $1.words.count + 3 } }
    while length() > width, shown.count > 1 { shown.remove(at: shown.count - 2) }
    return shown
  }
}
