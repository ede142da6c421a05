import MockInterview
import Reports

// Where no question is open: the break after a round, the last word on clarity, leaving.
extension MockDrawing {
  mutating func drawRest(after round: String) {
    let attempt = interview.attempt
    frame.title(["Mock", preset, "break"], right: remainsAtRest, progress: progress)
    let done = attempt.primaries.filter { $0.round == round }
    let used = done.reduce(0) { $0 + (attempt.used[$1.number] ?? 0) }
    let given = attempt.given(in: round)
    let box = done.reduce(0) { $0 + $1.box * 1000 }
    var lines = layout.lines(
      of: "\(round.uppercased()) is over: \(Words.count(given, "answer")) in "
        + "\(SpokenTime.clock(used)) of \(SpokenTime.clock(box)).", ink: .prompt)
    lines.append(.blank)
    lines.append(TextLine(Self.cells(["ROUND", "QUESTIONS", "BOX", "USED", "STATE"]), .muted))
    let next = attempt.primaries.first { attempt.answers[$0.number] == nil }?.round
    var mark: Int?
    for one in interview.paper.preset.rounds {
      let questions = attempt.primaries.filter { $0.round == one.name }
      guard !questions.isEmpty else { continue }
      if one.name == next { mark = lines.count }
      let spent = questions.reduce(0) { $0 + (attempt.used[$1.number] ?? 0) }
      let isBegun = questions.contains { attempt.answers[$0.number] != nil }
      let marked = questions.filter { attempt.marks[$0.number] != nil }
      let score = marked.reduce(0) { $0 + attempt.score(of: $1.number) }
      let state =
        !isBegun
        ? (one.hasOneTopic ? "one topic, step by step" : "")
        : interview.unmarked(in: one.name) != nil
          ? "to be marked" : "marked, \(Words.number(score, decimals: 1)) of \(questions.count)"
      lines.append(
        TextLine(
          Self.cells([
            one.name, String(questions.count),
            SpokenTime.clock(questions.reduce(0) { $0 + $1.box * 1000 }),
            isBegun ? SpokenTime.clock(spent) : "", state,
          ]), .answer))
    }
    if interview.paper.preset.spare > 0 {
      let spare = SpokenTime.clock(interview.paper.preset.spare * 1000)
      lines.append(TextLine(Self.cells(["spare", "", spare, "", ""]), .answer))
    }
    lines.append(
      TextLine(
        Self.cells([
          "together", String(attempt.primaries.count), SpokenTime.clock(interview.paper.limit),
          SpokenTime.clock(attempt.spent), "",
        ]), .answer))
    lines.append(.blank)
    lines += layout.lines(
      of: "The clock stands still. Stand up, drink something.", ink: .answer)
    body(lines)
    if let mark, mark < frame.body.count {
      frame.select(row: frame.body.lowerBound + mark)
    }
    let waits = interview.settings.reveal == .round && interview.unmarked(in: round) != nil
    frame.message(
      waits
        ? "Enter marks the answers, then the next round begins." : "Enter begins the next round.")
  }

  private var remainsAtRest: String {
    let primaries = interview.attempt.primaries
    let given = primaries.count { interview.attempt.answers[$0.number] != nil }
    let left = max(interview.paper.limit - interview.attempt.spent, 0)
    return "\(given) of \(primaries.count) · \(SpokenTime.clock(left)) left"
  }

  private static func cells(_ texts: [String]) -> String {
    Columns.row(texts.dropLast(), [14, 10, 8, 8]) + "    " + (texts.last ?? "")
  }

  mutating func drawClarity() {
    frame.title(["Mock", preset, "marked"], right: "not timed", progress: 1)
    body(
      layout.lines(of: "How clear were you?", ink: .prompt) + [.blank]
        + layout.lines(
          of: "Would a listener who knows the subject have followed you at once?", ink: .answer))
    action("1 not   2 so so   3 clear   4 very    Enter no word", ink: .prompt)
  }

  mutating func drawLeaving() {
    let attempt = interview.attempt
    let primaries = attempt.primaries
    let (given, skipped) = (attempt.given(), attempt.skipped)
    let open = primaries.count - given - skipped
    let left = interview.clock(at: window.now)?.boxLeft.map { " at \(SpokenTime.clock($0))" } ?? ""
    let later =
      interview.settings.isStrict
      ? "2 leave: the clock runs on"
      : "2 pause: continue later" + (screen.display == .shown && frame.columns >= 60 ? left : "")
    let handIn =
      interview.isFree
      ? "3 hand in: \(given) answered, \(skipped) skipped, \(open) open count as 0"
      : "3 hand in now"
    for row in (frame.rows - 4)...(frame.rows - 2) {
      frame.grid.write(
        String(repeating: " ", count: frame.columns), row: row, column: 0, ink: .answer)
    }
    let wide = frame.columns >= 72
    let top = wide ? "Leave the mock?   1 go on   \(later)   " : "Leave?  1 go on  \(later)"
    frame.grid.write(
      "  "
        + Frame.cut(
          top + (wide && !interview.isFree ? handIn : ""),
          to: frame.columns - 3), row: frame.rows - 4, column: 0, ink: .prompt)
    let back = wide ? " (ebb mock discard \(attempt.number) --restore brings it back)" : ""
    let second = (wide && !interview.isFree ? "" : handIn + "   ") + "4 throw away" + back
    frame.grid.write(
      "  " + Frame.cut(second, to: frame.columns - 3), row: frame.rows - 3, column: 0,
      ink: .prompt)
    frame.message("\(given) of \(primaries.count) answered, \(open) not. Esc goes on.")
  }
}
