import Decks

/// A key with its action and its help text. Behaviour, footer and help overlay read the same table.
package struct Binding: Hashable, Sendable {
  let keys: [Key]
  let action: Action
  /// How the keys are written in help; the footer shows the first of them.
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
  static let everywhere = Set(KeyContext.allCases)
  /// Where characters are text, and only control keys and keys with a name command.
  static let texts: Set<KeyContext> = [.typing, .mockTyping, .mockNote]
  /// Where rows can be out of sight.
  private static let scrolling = asking.union([
    .home, .summary, .help, .info, .choices, .browser, .note, .coverage, .settings, .reports,
    .mockSetUp, .drift, .noteList, .relink, .plan,
  ]).union(mockPlaces)
  /// Before and after the answer is in sight.
  private static let hidden: Set<KeyContext> = [.front, .options, .steps]
  static let shown: Set<KeyContext> = [.back, .points]
  static let asking = hidden.union(shown)

  package static let bindings =
    answering + decidingBindings + listBindings + cardBindings + mock + moving

  /// What answers a question or opens a row.
  private static let answering: [Binding] = [
    Binding([.character("1")], .rate(1), "1", "Again: a miss", in: [.back]),
    Binding([.character("2")], .rate(2), "2", "Hard: recalled with effort", in: [.back]),
    Binding([.character("3")], .rate(3), "3", "Good: the usual answer", in: [.back]),
    Binding([.character("4")], .rate(4), "4", "Easy: without thinking", in: [.back]),
    Binding(
      [.character("1")], .rate(1), "1", "show the answer; you had only a guess", in: [.front]),
    Binding(
      [.character("2")], .rate(2), "2", "show the answer; you think you know it", in: [.front]),
    Binding([.character("3")], .rate(3), "3", "show the answer; you are sure", in: [.front]),
    rows(.options, "choose or tick this option"),
    rows(.steps, "this step comes next"),
    rows(.points, "tick this point"),
    rows(.choices, "take this choice"),
    Binding(
      [.character("1"), .enter], .accept, "1 Enter", "try to save again", in: [.saving],
      footer: "try again"),
    Binding(
      [.character("2"), .character("q"), .escape], .back, "2 q Esc", "end the session",
      in: [.saving], footer: "end the session"),
    Binding([.enter], .accept, "Enter", "review this row", in: [.home], footer: "review"),
    Binding(
      [.enter], .accept, "Enter", "take the marked choice", in: [.choices],
      footer: "take the marked one"),
    Binding(
      [.character(" ")], .goOn, "Space", "read on, then show the answer", in: [.front],
      footer: "answer"),
    Binding([.enter], .accept, "Enter", "show the answer", in: [.front]),
    Binding([.enter], .accept, "Enter", "check", in: [.options, .steps], footer: "check"),
    Binding(
      [.character(" ")], .goOn, "Space", "mark the row in focus", in: [.options, .steps, .points]),
    Binding(
      [.backspace], .takeBack, "Backspace", "take the last step back", in: [.steps],
      footer: "take back"),
    Binding([.character("a")], .all, "a", "tick all, or none", in: [.points], footer: "all"),
    Binding([.tab], .focus, "Tab", "let the digits grade", in: [.points], footer: "grades"),
    Binding([.tab], .focus, "Tab", "let the digits tick key points", in: [.back]),
    Binding([.character("t")], .type, "t", "type the answer", in: [.front], footer: "type"),
    Binding([.enter], .accept, "Enter", "accept the [proposal]", in: shown, footer: "accept [ ]"),
    Binding(
      [.character(" ")], .goOn, "Space", "read on, then accept", in: [.back], footer: "read on"),
    Binding(
      [.enter], .accept, "Enter", "go home", in: [.summary], footer: "home"),
    Binding(
      [.character(" ")], .goOn, "Space", "back into the session; home if it is over",
      in: [.summary]),
    Binding(
      [.character("s")], .skip, "s", "skip: to the end; a second time out of the session",
      in: hidden, footer: "skip"),
    Binding(
      [.character("s")], .skip, "s", "skip: to the end; a second time out of the session",
      in: shown),
    Binding(
      [.character("u")], .undo, "u", "undo the last answer", in: asking.union([.summary]),
      footer: "undo"),
    Binding(
      [.character("r")], .hint, "r", "a hint; it lowers the proposal", in: hidden, footer: "hint"),
  ]

  /// What moves through rows and between places.
  private static let moving: [Binding] = [
    Binding([.character("j"), .down], .rowDown, "j Down", "one row down", in: scrolling),
    Binding([.character("k"), .up], .rowUp, "k Up", "one row up", in: scrolling),
    Binding(
      [.control("d"), .pageDown], .pageDown, "^D PgDn", "half a page down", in: scrolling),
    Binding([.character(" ")], .pageDown, "Space", "half a page down", in: [.help]),
    Binding([.control("u"), .pageUp], .pageUp, "^U PgUp", "half a page up", in: scrolling),
    Binding([.character("g"), .home], .top, "g Home", "to the top", in: scrolling),
    Binding([.character("G"), .end], .bottom, "G End", "to the bottom", in: scrolling),
    Binding(
      [.character("h"), .left], .shiftLeft, "h Left", "shift code back", in: asking),
    Binding(
      [.character("l"), .right], .shiftRight, "l Right", "shift code to see its right side",
      in: asking),
    Binding(
      [.character("1")], .rate(1), "1", "overview: how you are doing, and what to do next",
      in: [.reports]),
    Binding([.character("2")], .rate(2), "2", "retention: what you remembered", in: [.reports]),
    Binding([.character("3")], .rate(3), "3", "forecast: what comes due", in: [.reports]),
    Binding([.character("4")], .rate(4), "4", "heatmap: a year of answers", in: [.reports]),
    Binding(
      [.character("5")], .rate(5), "5", "topics: how well you know each topic", in: [.reports]),
    Binding(
      [.character("6")], .rate(6), "6", "calibration: how well you know what you know",
      in: [.reports]),
    Binding([.character("7")], .rate(7), "7", "mocks: mock interviews", in: [.reports]),
    Binding(
      [.character("h"), .left], .shiftLeft, "h Left", "the view before; a day back in a calendar",
      in: [.reports]),
    Binding(
      [.character("l"), .right], .shiftRight, "l Right", "the next view; a day on in a calendar",
      in: [.reports]),
    Binding([.tab], .focus, "Tab", "the next view", in: [.reports]),
    Binding(
      [.character("o")], .period, "o", "another period: 7, 30, 90, 365 days, all", in: [.reports],
      footer: "period"),
    Binding(
      [.enter], .accept, "Enter", "open the topic, the mock or the day in focus", in: [.reports],
      footer: "open"),
    Binding([.enter], .accept, "Enter", "change the value", in: [.settings], footer: "change"),
    Binding(
      [.character(" ")], .goOn, "Space", "the next value", in: [.settings], footer: "next value"),
    Binding(
      [.character("x")], .useDefault, "x", "let the default hold again", in: [.settings],
      footer: "default"),
    Binding(
      [.character("e")], .edit, "e", "edit the file of settings", in: [.settings],
      footer: "edit file"),
    Binding([.character("w")], .wrapCode, "w", "wrap long code lines", in: asking),
    Binding([.character("c")], .clock, "c", "show or hide the time left", in: asking),
    Binding(
      [.character("q"), .escape], .back, "q Esc", "end the session", in: asking,
      footer: "end"),
    Binding([.character("B")], .browse, "B", "browse the cards", in: [.home], footer: "browse"),
    Binding(
      [.character("N")], .notes, "N", "the notes and their parts", in: [.home], footer: "notes"),
    Binding(
      [.character("R")], .reports, "R", "reports: what you remember, and what is next",
      in: [.home], footer: "reports"),
    Binding(
      [.character("P")], .plan, "P", "a plan for the day of an interview", in: [.home],
      footer: "plan"),
    Binding(
      [.character("S")], .settings, "S", "settings", in: [.home], footer: "settings"),
    Binding(
      [.character("q"), .escape], .back, "q Esc", "leave ebb", in: [.home, .tooSmall],
      footer: "quit"),
    Binding([.character("q"), .escape], .back, "q Esc", "go home", in: [.summary]),
    Binding(
      [.character("q"), .escape], .back, "q Esc", "back", in: [.choices, .settings], footer: "back"),
    Binding(
      [.character("q"), .escape, .character("?"), .enter], .back, "q Esc", "close", in: [.help],
      footer: "close"),
    Binding(
      [.character("q"), .escape, .character("i"), .enter], .back, "q Esc", "back to the card",
      in: [.info], footer: "back"),
    Binding(
      [.character("q"), .escape], .back, "q Esc", "back",
      in: [.browser, .note, .coverage, .noteList, .relink, .drift, .plan],
      footer: "back"),
    Binding(
      [.character("q"), .escape, .character("R")], .back, "q Esc", "back", in: [.reports],
      footer: "back"),
    Binding([.enter], .accept, "Enter", "take the text", in: [.typing], footer: "done"),
    Binding([.escape], .back, "Esc", "let the text go", in: [.typing], footer: "let go"),
    Binding(
      [.character("?")], .help, "?", "these keys",
      in: everywhere.subtracting(texts.union([.help, .tooSmall])), footer: "help"),
    Binding(
      [.character("Q")], .leave, "Q", "leave ebb at once", in: everywhere.subtracting(texts)),
    Binding([.control("l")], .redraw, "^L", "draw the screen anew", in: everywhere),
    Binding([.control("z")], .suspend, "^Z", "to the shell; fg comes back", in: everywhere),
    Binding([.control("c")], .interrupt, "^C", "leave at once", in: everywhere),
  ]

  /// The digits of a place where each stands for a row; `action(for:in:)` tells which.
  static func rows(_ context: KeyContext, _ help: String) -> Binding {
    let digits = (1...9).map { Key.character(Character(String($0))) }
    return Binding(digits, .row(0), "1 to 9", help, in: [context])
  }

  /// How a key is written.
  package static func name(of key: Key) -> String {
    switch key {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "^\(letter.uppercased())"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .escape: "Esc"
    default: "\(key)".capitalizedFirst
    }
  }

  package static func action(for key: Key, in context: KeyContext) -> Action? {
    let binding = bindings.first { $0.contexts.contains(context) && $0.keys.contains(key) }
    if case .row = binding?.action, case .character(let digit) = key {
      return digit.wholeNumberValue.map { .row($0) }
    }
    return binding?.action
  }

  /// The keys of a place as they are written, with what they do.
  package static func reference(
    of context: KeyContext, keys: KeyTranslation = KeyTranslation()
  ) -> [(label: String, help: String)] {
    bindings(in: context).map { (keys.label($0.label), $0.help) }
  }

  /// The bindings of a place in the order of the table.
  static func bindings(in context: KeyContext) -> [Binding] {
    bindings.filter { $0.contexts.contains(context) }
  }

  /// One row of key hints, with as many digits as answer something, without an action that has
  /// nothing to do now. What does not fit is dropped from the right; the way back goes after
  /// everything else but the last hint, which stays.
  static func footer(
    for context: KeyContext, width: Int, digits: Int = 9, without idle: Action? = nil,
    keys: KeyTranslation = KeyTranslation()
  ) -> [(key: String, words: String)] {
    let digits = digits > 1 ? "1-\(min(digits, 9))" : "1"
    var shown = bindings(in: context).filter { $0.action != idle }.compactMap { binding in
      binding.footer.map { words in
        (
          key: String(keys.label(binding.label).prefix { $0 != " " }), words: words,
          action: binding.action
        )
      }
    }
    switch context {
    case .back: shown.insert(("1-4", "grade", .rate(3)), at: 0)
    case .options: shown.insert((digits, "choose", .row(0)), at: 0)
    case .steps: shown.insert((digits, "next step", .row(0)), at: 0)
    case .points, .mockMarking: shown.insert((digits, "tick", .row(0)), at: 0)
    case .mockOptions, .mockExam: shown.insert((digits, "pick", .row(0)), at: 0)
    case .relink: shown.insert((digits, "choose", .row(0)), at: 0)
    case .coverage, .noteList: shown.insert(("1-4", "view", .row(0)), at: 0)
    case .mockRubric: shown.insert(("1-4", "set", .rate(1)), at: 0)
    case .reports: shown.insert(("1-7", "view", .rate(1)), at: 0)
    case .choices: shown.insert((digits, "choose", .row(0)), at: 0)
    case .help, .info: shown.insert((keys.label("j k"), "scroll", .rowDown), at: 0)
    default: break
    }
    func length() -> Int { shown.reduce(0) { $0 + $1.key.count + $1.words.count + 3 } }
    while length() > width, shown.count > 1 {
      let optional = shown.lastIndex { $0.action != .back && $0.action != .help }
      shown.remove(at: optional ?? shown.count - 2)
    }
    return shown.map { ($0.key, $0.words) }
  }
}
