// The keys that move through rows and between places, and those of home, reports and settings.
extension Keymap {
  static let moving: [Binding] = [
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
}
