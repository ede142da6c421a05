/// The keys of a mock.
extension Keymap {
  /// Places of a mock with rows that can be out of sight.
  static let mockPlaces: Set<KeyContext> = [
    .mockQuestion, .mockOptions, .mockExam, .mockMarking, .mockScore, .mockResult, .mockRubric,
    .mockSchedule,
  ]
  private static let asked: Set<KeyContext> = [.mockQuestion, .mockOptions, .mockExam]
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
      [.character("/")], .find, "/", "name the topics, with commas between", in: [.mockSetUp],
      footer: "topics"),
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
    rows(.mockExam, "pick this option, or this step next"),
    Binding(
      [.backspace], .takeBack, "Backspace", "take the last pick back",
      in: [.mockOptions, .mockExam]),
    Binding(
      [.character("n")], .next, "n", "the next question", in: [.mockExam], footer: "next"),
    Binding(
      [.character("p")], .previous, "p", "the question before", in: [.mockExam],
      footer: "previous"),
    Binding([.character("/")], .find, "/", "the question with a number", in: [.mockExam]),
    Binding(
      [.character("t")], .typeText, "t", "type the answer", in: [.mockQuestion, .mockExam],
      footer: "type"),
    Binding(
      [.character("T")], .editor, "T", "write the answer in your editor; the clock runs on",
      in: [.mockQuestion, .mockExam]),
    Binding(
      [.character("r")], .hint, "r", "a hint, for a tenth of the score", in: asked,
      footer: "hint"),
    Binding([.character("s")], .skip, "s", "skip the question", in: asked, footer: "skip"),
    Binding(
      [.character("f")], .flag, "f", "flag it, to look at it again", in: asked,
      footer: "flag"),
    Binding(
      [.character("n")], .next, "n", "the next question", in: [.mockQuestion, .mockOptions]),
    Binding(
      [.character("p")], .previous, "p", "the question before",
      in: [.mockQuestion, .mockOptions]),
    Binding([.character("c")], .clock, "c", "show or hide the clock", in: asked, footer: "clock"),
    Binding([.character("z")], .pause, "z", "stop the clock", in: asked, footer: "pause"),
    Binding(
      [.character("e"), .character("v"), .character("i")], .edit, "e v i",
      "closed until the answer is shown", in: asked),
    Binding(
      [.enter], .accept, "Enter", "a new line", in: [.mockTyping, .mockNote], footer: "new line"),
    Binding([.tab], .focus, "Tab", "the next field", in: [.mockNote], footer: "next field"),
    Binding(
      [.control("u")], .takeBack, "^U", "clear the text", in: [.mockTyping, .mockNote],
      footer: "clear"),
    Binding(
      [.escape, .tab], .back, "Esc Tab", "stop typing", in: [.mockTyping], footer: "stop typing"),
    Binding(
      [.escape], .back, "Esc", "done; what you wrote is kept", in: [.mockNote], footer: "close"),
    Binding(
      [.control("w")], .wrapCode, "^W", "take the last word back", in: [.mockTyping, .mockNote]),
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
    digit(3, "hand in now", in: [.mockLeave, .mockPaused], footer: "hand in"),
    digit(4, "throw it away", in: [.mockLeave, .mockPaused], footer: "throw away"),
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
    Binding([.character("v")], .viewNote, "v", "see it in the note", in: marked),
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
      [.character("E")], .export, "E", "write it to a file", in: [.reports], footer: "export"),
    Binding(
      [.character("E")], .export, "E", "write it to files, to be shown to somebody",
      in: [.mockResult], footer: "export"),
    Binding(
      [.character("E")], .export, "E", "save the paper, to take it again", in: [.mockSetUp],
      footer: "save the paper"),
    Binding(
      [.character("R")], .reports, "R", "all mocks, and how they develop", in: [.mockResult],
      footer: "trend"),
    Binding([.tab], .focus, "Tab", "set the rubric by hand", in: [.mockResult]),
    digit(1, "1 of 4", in: [.mockRubric]),
    digit(2, "2 of 4", in: [.mockRubric]),
    digit(3, "3 of 4", in: [.mockRubric]),
    digit(4, "4 of 4", in: [.mockRubric]),
    Binding(
      [.character("x")], .useDefault, "x", "as it was computed", in: [.mockRubric],
      footer: "as computed"),
    Binding(
      [.tab, .enter], .focus, "Tab Enter", "back to the questions", in: [.mockRubric],
      footer: "questions"),
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
      in: asked.subtracting([.mockExam]).union([.mockRest, .mockPaused]).union(marked)
        .union([.mockClarity]), footer: "leave"),
    Binding(
      [.character("q"), .escape], .back, "q Esc", "hand in, or leave the mock", in: [.mockExam],
      footer: "hand in"),
    Binding(
      [.character("q"), .escape], .back, "q Esc", "back to the answer",
      in: [.mockSure], footer: "back"),
    Binding([.character("q"), .escape], .back, "q Esc", "go on", in: [.mockLeave]),
    Binding(
      [.character("q"), .escape], .back, "q Esc", "back",
      in: [
        .mockSetUp, .mockBrief, .mockResult, .mockRubric, .mockSchedule,
      ], footer: "back"),
  ]
}
