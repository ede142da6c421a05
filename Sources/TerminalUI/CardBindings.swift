extension Keymap {
  /// Where there are cards to decide about.
  private static let cards = asking.union([.info, .browser])

  /// What is done with a card, wherever one is in focus.
  static let cardBindings: [Binding] = [
    Binding(
      [.character("v")], .viewNote, "v", "see it in the note",
      in: shown.union([.info, .browser, .coverage, .noteList, .drift, .relink]),
      footer: "in note"),
    Binding(
      [.character("i")], .info, "i", "card info and history",
      in: asking.union([.browser, .note, .noteList, .summary]), footer: "info"),
    Binding(
      [.character("e")], .edit, "e", "edit the note at this line",
      in: cards.union([.note, .coverage, .noteList, .drift, .summary]), footer: "edit"),
    Binding(
      [.character("d")], .difference, "d", "what changed in the note since your last answer",
      in: shown.union([.info, .browser])),
    Binding(
      [.character("d")], .difference, "d", "what changed in the note since your last answer",
      in: [.noteList], footer: "what changed"),
    Binding(
      [.character("d")], .difference, "d", "the old card against the marked one", in: [.relink],
      footer: "compare"),
    Binding(
      [.character("O")], .openOutside, "O", "open a link or an image outside of ebb",
      in: shown.union([.info, .note])),
    Binding([.character("i")], .info, "i", "how you are doing with the topic", in: [.home]),
    Binding(
      [.character("b")], .bury, "b", "bury until tomorrow, or dig out", in: cards, footer: "bury"),
    Binding(
      [.character("f")], .flag, "f", "flag, or take the flag away", in: cards, footer: "flag"),
    Binding(
      [.character("m")], .memo, "m", "memo to yourself about the card", in: cards,
      footer: "memo"),
    Binding(
      [.character("x")], .suspendCard, "x", "suspend until you say otherwise, or ask again",
      in: cards, footer: "suspend"),
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

  /// What is decided about changed notes, and about a plan.
  static let decidingBindings: [Binding] = [
    Binding(
      [.character("1")], .row(1), "1", "same knowledge: keep its day", in: [.drift],
      footer: "keep"),
    Binding(
      [.character("2")], .row(2), "2", "see it again within a week", in: [.drift],
      footer: "sooner"),
    Binding(
      [.character("3")], .row(3), "3", "learn it anew, as a new card", in: [.drift],
      footer: "anew"),
    Binding(
      [.character("1")], .row(1), "1", "coverage: how well each part is known",
      in: [.coverage, .noteList]),
    Binding(
      [.character("2")], .row(2), "2", "changes: what the notes brought lately",
      in: [.coverage, .noteList]),
    Binding(
      [.character("3")], .row(3), "3", "skipped: passages that make no card, and why",
      in: [.coverage, .noteList]),
    Binding(
      [.character("4")], .row(4), "4", "re-link: which new card an old one has become",
      in: [.coverage, .noteList]),
    rows(.relink, "it is this card, or none of them"),
    Binding(
      [.enter], .accept, "Enter", "it is the marked card", in: [.relink], footer: "take marked"),
    Binding([.character("s")], .skip, "s", "decide later", in: [.relink], footer: "later"),
    Binding(
      [.enter], .accept, "Enter", "put this plan in force", in: [.plan], footer: "follow this plan"),
    Binding(
      [.character("h"), .left], .shiftLeft, "h Left", "a day earlier, a lower aim", in: [.plan],
      footer: "l change"),
    Binding(
      [.character("l"), .right], .shiftRight, "l Right", "a day later, a higher aim",
      in: [.plan]),
    Binding(
      [.character(" ")], .goOn, "Space", "take the topic in, or leave it out", in: [.plan],
      footer: "topic"),
    Binding([.character("a")], .all, "a", "all topics, or none", in: [.plan]),
    Binding([.character("t")], .type, "t", "type the day", in: [.plan], footer: "type the day"),
    Binding(
      [.character("x")], .useDefault, "x", "end the plan that is in force", in: [.plan],
      footer: "drop plan"),
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
    Binding([.character("/")], .find, "/", "find a setting", in: [.settings], footer: "find"),
    Binding([.character("n")], .next, "n", "to the next hit", in: [.help, .settings]),
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
