// The keys that answer a question or open a row.
extension Keymap {
  static let answering: [Binding] = [
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
}
