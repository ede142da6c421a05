extension Keymap {
  /// Where there are cards to decide about.
  private static let cards = asking.union([.info, .browser])

  /// What is done with a card, wherever one is in focus.
  static let cardBindings: [Binding] = [
    Binding(
      [.character("e")], .edit, "e", "edit the note at this line",
      in: cards.union([.note, .coverage])),
    Binding(
      [.character("v")], .viewNote, "v", "see it in the note",
      in: shown.union([.info, .browser, .coverage])),
    Binding(
      [.character("i")], .info, "i", "card info and history",
      in: asking.union([.browser, .note])),
    Binding([.character("f")], .flag, "f", "flag, or take the flag away", in: cards),
    Binding([.character("b")], .bury, "b", "bury until tomorrow, or dig out", in: cards),
    Binding(
      [.character("x")], .suspendCard, "x", "suspend until you say otherwise, or ask again",
      in: cards),
    Binding([.character("m")], .memo, "m", "memo to yourself about the card", in: cards),
    Binding([.character("1")], .row(1), "1", "set the day on which it is due", in: [.info]),
    Binding([.character("2")], .row(2), "2", "forget: new, as if never answered", in: [.info]),
    Binding([.character("3")], .row(3), "3", "clear the memo", in: [.info]),
    Binding(
      [.character("u")], .undo, "u", "undo the last thing, again and again",
      in: [.info, .browser]),
    Binding(
      [.control("r")], .redo, "^R", "redo what was undone",
      in: asking.union([.summary, .info, .browser])),
  ]

  /// What is done in lists and texts.
  static let listBindings: [Binding] = [
    Binding(
      [.enter], .accept, "Enter", "review the ticked cards, or all of these", in: [.browser],
      footer: "review these"),
    Binding([.enter], .accept, "Enter", "review this part", in: [.coverage], footer: "review part"),
    Binding(
      [.character("/")], .find, "/", "filter the list", in: [.browser], footer: "filter"),
    Binding([.character("/")], .find, "/", "find a topic", in: [.home]),
    Binding([.character("/")], .find, "/", "find a key or a word", in: [.help], footer: "find"),
    Binding([.character("n")], .next, "n", "to the next hit", in: [.help]),
    Binding([.character("p")], .previous, "p", "to the hit before", in: [.help]),
    Binding(
      [.character("n")], .next, "n", "to the next card of the note", in: [.note], footer: "next"),
    Binding(
      [.character("p")], .previous, "p", "to the card before", in: [.note], footer: "before"),
    Binding(
      [.character("o")], .order, "o", "another order", in: [.browser, .coverage], footer: "order"),
    Binding([.character(" ")], .goOn, "Space", "tick the card", in: [.browser], footer: "tick"),
    Binding([.character("a")], .all, "a", "tick all, or none", in: [.browser]),
    Binding(
      [.tab], .focus, "Tab", "scroll the preview, or go back to the list", in: [.browser],
      footer: "preview"),
    Binding(
      [.character("h"), .left], .shiftLeft, "h Left", "fold, or go to the part above",
      in: [.coverage]),
    Binding(
      [.character("l"), .right], .shiftRight, "l Right", "unfold", in: [.coverage],
      footer: "unfold"),
  ]
}
