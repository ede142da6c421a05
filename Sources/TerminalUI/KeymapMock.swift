/// The keys of a mock.
extension Keymap {
  /// Places of a mock with rows that can be out of sight.
  static let mockPlaces: Set<KeyContext> = [
    .mockQuestion, .mockOptions, .mockMarking, .mockScore, .mockResult, .mockSchedule,
  ]
  private static let asked: Set<KeyContext> = [.mockQuestion, .mockOptions]
  private static let marked: Set<KeyContext> = [.mockMarking, .mockScore]

  private static func digit(
    _ number: Int, _ help: String, in contexts: Set<KeyContext>, footer: String? = nil
  ) -> Binding {
    Binding(
      [.character(Character(String(number)))], .rate(number), String(number), help, in: contexts,
      footer: footer)
  }

  static let mock: [Binding] = [
    Binding(
      [.character("M")], .openMock, "M", "a mock interview", in: [.home, .coverage], footer: "mock"),
    // Setting up.
    Binding(
      [.enter], .accept, "Enter", "read the rules, then start", in: [.mockSetUp], footer: "start"),
    Binding(
      [.character("h"), .left], .shiftLeft, "h Left", "the value before", in: [.mockSetUp],
      footer: "l change"),
    Binding([.character("l"), .right], .shiftRight, "l Right", "the next value", in: [.mockSetUp]),
    Binding(
      [.enter, .character(" ")], .accept, "Enter Space", "start the clock", in: [.mockBrief],
      footer: "start"),
    // Answering.
    Binding([.character(" ")], .goOn, "Space", "the answer is given", in: asked, footer: "done"),
    Binding([.enter], .accept, "Enter", "the answer is given", in: asked),
    rows(.mockOptions, "pick this option, or this step next"),
    Binding([.backspace], .takeBack, "Backspace", "take the last pick back", in: [.mockOptions]),
    Binding(
      [.character("t")], .typeText, "t", "type the answer", in: [.mockQuestion], footer: "type"),
    Binding(
      [.character("r")], .hint, "r", "a hint, for a tenth of the score", in: asked,
      footer: "hint"),
    Binding([.character("s")], .skip, "s", "skip the question", in: asked, footer: "skip"),
    Binding(
      [.character("f")], .flag, "f", "flag it, to look at it again", in: asked,
      footer: "flag"),
    Binding([.character("n")], .next, "n", "the next question", in: asked),
    Binding([.character("p")], .previous, "p", "the question before", in: asked),
    Binding([.character("c")], .clock, "c", "show or hide the clock", in: asked, footer: "clock"),
    Binding([.character("z")], .pause, "z", "stop the clock", in: asked, footer: "pause"),
    Binding(
      [.character("e"), .character("v"), .character("i")], .edit, "e v i",
      "closed until the answer is shown", in: asked),
    digit(1, "only a guess", in: [.mockSure], footer: "guess"),
    digit(2, "you think so", in: [.mockSure], footer: "think so"),
    digit(3, "you are sure", in: [.mockSure], footer: "sure"),
    Binding([.enter], .accept, "Enter", "no word", in: [.mockSure], footer: "no word"),
    Binding(
      [.enter, .character(" "), .character("z")], .accept, "Enter Space z", "go on",
      in: [.mockPaused], footer: "go on"),
    // Leaving.
    digit(1, "go on", in: [.mockLeave], footer: "go on"),
    digit(2, "leave, and continue later", in: [.mockLeave], footer: "pause"),
    digit(3, "hand in now", in: [.mockLeave], footer: "hand in"),
    digit(4, "throw it away", in: [.mockLeave], footer: "throw away"),
    // Breaks and marking.
    Binding([.enter], .accept, "Enter", "mark, then go on", in: [.mockRest], footer: "go on"),
    Binding(
      [.character("s")], .skip, "s", "mark at the end", in: [.mockRest],
      footer: "mark at the end"),
    rows(.mockMarking, "tick this point"),
    digit(0, "nothing of it", in: [.mockScore], footer: "nothing"),
    digit(1, "a quarter", in: [.mockScore], footer: "quarter"),
    digit(2, "half", in: [.mockScore], footer: "half"),
    digit(3, "most of it", in: [.mockScore], footer: "most"),
    digit(4, "all of it", in: [.mockScore], footer: "all"),
    Binding([.character("a")], .all, "a", "tick all, or none", in: [.mockMarking], footer: "all"),
    Binding([.character(" ")], .goOn, "Space", "tick the row at the cursor", in: [.mockMarking]),
    Binding([.enter], .accept, "Enter", "the mark stands", in: marked, footer: "next"),
    Binding([.tab], .focus, "Tab", "score by hand, or by points", in: marked, footer: "by hand"),
    Binding([.character("d")], .wrapCode, "d", "the full answer", in: marked, footer: "answer"),
    Binding([.character("u")], .undo, "u", "back to the answer before", in: marked),
    digit(1, "not clear", in: [.mockClarity], footer: "not"),
    digit(2, "so so", in: [.mockClarity], footer: "so so"),
    digit(3, "clear", in: [.mockClarity], footer: "clear"),
    digit(4, "very clear", in: [.mockClarity], footer: "very"),
    Binding([.enter], .accept, "Enter", "no word", in: [.mockClarity], footer: "no word"),
    // The result.
    Binding([.enter], .accept, "Enter", "open this answer", in: [.mockResult], footer: "open"),
    Binding(
      [.character("A")], .intoSchedule, "A", "into the schedule", in: [.mockResult],
      footer: "into schedule"),
    Binding(
      [.character("W")], .postMortem, "W", "write a post-mortem", in: [.mockResult],
      footer: "post-mortem"),
    Binding(
      [.character("E")], .export, "E", "write it to a file",
      in: [.mockResult, .mockSetUp, .reports],
      footer: "export"),
    Binding(
      [.character(" ")], .goOn, "Space", "tick, or not", in: [.mockSchedule],
      footer: "tick"),
    digit(1, "count it as Again", in: [.mockSchedule]),
    digit(2, "count it as Hard", in: [.mockSchedule]),
    digit(3, "count it as Good", in: [.mockSchedule]),
    digit(4, "count it as Easy", in: [.mockSchedule]),
    Binding(
      [.character("a")], .all, "a", "tick all, or none", in: [.mockSchedule],
      footer: "all"),
    Binding(
      [.enter], .accept, "Enter", "count what is ticked", in: [.mockSchedule],
      footer: "count them"),
    Binding([.character("u")], .undo, "u", "take it back", in: [.mockResult, .mockSchedule]),
    // The way back.
    Binding(
      [.character("q"), .escape], .back, "q Esc", "leave the mock",
      in: asked.union([.mockRest, .mockPaused]).union(marked).union([.mockClarity]),
      footer: "leave"),
    Binding(
      [.character("q"), .escape], .back, "q Esc", "back to the answer",
      in: [.mockSure], footer: "back"),
    Binding([.character("q"), .escape], .back, "q Esc", "go on", in: [.mockLeave]),
    Binding(
      [.character("q"), .escape], .back, "q Esc", "back",
      in: [
        .mockSetUp, .mockBrief, .mockResult, .mockSchedule,
      ], footer: "back"),
  ]
}
