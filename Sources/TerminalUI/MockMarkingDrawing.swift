import Decks
import Foundation
import MockInterview
import Reports

/// Marking, breaks and leaving.
extension MockDrawing {
  mutating func drawMarking() {
    guard let marking = interview.marking else { return }
    let question = marking.question
    frame.title(
      ["Mock", preset, "marking", question.topic], right: position, less: ["not timed"],
      progress: progress)
    var lines = layout.lines(of: RichText(markdown: question.prompt), ink: .prompt)
    lines.append(.blank)
    var focus: Range<Int>?
    let answer = marking.answer
    var said = answer.map { "in \(SpokenTime.clock($0.ms))" } ?? ""
    if let sureness = answer?.sureness {
      said += ", " + sureness.past
    }
    let outcome =
      marking.isMarkable
      ? "You said, \(said)" : answer?.outcome == .timeout ? "No answer in time" : "Not answered"
    lines.append(divider(outcome))
    if let text = marking.text, !text.isEmpty {
      var words = layout.lines(of: LinearMock.oneLine(text), ink: .answer)
      // Below 60×20 and the like, two rows of one's own words are enough.
      if frame.body.count < 16, words.count > 2 { words = Array(words.prefix(2)) }
      lines += words
    }
    lines.append(.blank)
    if screen.showsAnswer || (question.points.isEmpty && question.choices.isEmpty) {
      lines.append(divider("Answer"))
      lines += layout.lines(of: RichText(markdown: question.answer), ink: .answer)
    } else if !question.choices.isEmpty {
      lines.append(divider("Answer", right: result(of: marking)))
      lines += revealed(question, pick: answer?.pick ?? [])
    } else {
      lines.append(divider("Key points", right: counts(of: marking)))
      for (index, point) in question.points.enumerated() {
        let tick = marking.ticks[index]
        let mark = tick.isOn ? "[x]" : marking.isUnclear(index) ? "[?]" : "[ ]"
        let rows = row("\(index + 1) \(mark) ", point.text, ink: tick.isOn ? .good : .answer)
        if index == screen.row { focus = lines.count..<lines.count + rows.count }
        lines += rows
      }
    }
    if !question.redFlags.isEmpty {
      lines.append(.blank)
      lines.append(divider("Red flags"))
      lines += question.redFlags.flatMap { row("! ", $0, ink: .again) }
    }
    var scroll = screen.scroll
    if let focus, !screen.showsAnswer {
      scroll = max(focus.upperBound - frame.body.count + 1, 0)
    }
    body(lines, scroll: scroll)
    let first = min(max(scroll, 0), max(lines.count - frame.body.count, 0))
    if let focus, marking.isMarkable, focus.lowerBound >= first {
      frame.select(row: frame.body.lowerBound + focus.lowerBound - first)
    }
    guard marking.isMarkable else {
      action("Enter goes on.")
      return
    }
    action("  " + score(of: marking))
    if marking.isUnclear(screen.row) {
      let words = marking.found(screen.row, glosses: screen.background.glosses).joined(
        separator: ", ")
      frame.message("Point \(screen.row + 1) is unclear: your words \(words). You decide.")
    } else if let words = words(at: screen.row, of: marking) {
      frame.message(words)
    }
  }

  /// The words that a tick rests on.
  private func words(at row: Int, of marking: Marking) -> String? {
    guard marking.suggestions.indices.contains(row), marking.suggestions[row].verdict == .tick
    else { return nil }
    let words = marking.found(row, glosses: screen.background.glosses).joined(separator: ", ")
    return words.isEmpty ? nil : "Point \(row + 1) by your words \(words)."
  }

  private func counts(of marking: Marking) -> String {
    let on = marking.ticks.count { $0.isOn }
    let unclear = marking.ticks.indices.count { marking.isUnclear($0) }
    return "\(on) of \(marking.ticks.count)" + (unclear > 0 ? ", \(unclear) unclear" : "")
  }

  private func result(of marking: Marking) -> String {
    Words.percent(interview.attempt.coverage(of: marking.question.number))
  }

  private func score(of marking: Marking) -> String {
    let number = marking.question.number
    let coverage =
      marking.question.isMarkedByHand ? marking.coverage : interview.attempt.coverage(of: number)
    let hints = marking.answer?.hints ?? 0
    let score = coverage * (1 - 0.1 * Double(min(hints, 2)))
    let words =
      score >= 0.8
      ? "right"
      : score >= Attempt.right - 1e-9
        ? "mostly right"
        : score > 0 ? "partly right" : "not right"
    var text = "Score \(Words.percent(score)), \(words)"
    if hints > 0 { text += " (\(Words.count(hints, "hint")))" }
    if marking.question.form == .card {
      text +=
        ": would count as \(Proposal.name(ofGrade: Proposal.grade(coverage: coverage, hints: hints)))"
    }
    return text
  }

  private func revealed(_ question: Question, pick: [Int]) -> [TextLine] {
    if question.kind == .order {
      return question.choices.enumerated().sorted { $0.element.rank < $1.element.rank }.flatMap {
        index, step in
        let place = pick.firstIndex(of: index + 1).map { "you: \($0 + 1)" } ?? "not placed"
        return row("\(step.rank). ", step.text + "  (\(place))", ink: .answer)
      }
    }
    return question.choices.enumerated().flatMap { index, option in
      let picked = pick.contains(index + 1)
      let mark = option.isRight ? "✓" : picked ? "✗" : " "
      return row(
        "\(index + 1) [\(picked ? "x" : " ")] \(mark) ", option.text,
        ink: option.isRight ? .good : picked ? .again : .answer)
    }
  }

  // MARK: Breaks

  mutating func drawRest(after round: String) {
    let attempt = interview.attempt
    frame.title(["Mock", preset, "break"], right: remainsAtRest, progress: progress)
    let done = attempt.primaries.filter { $0.round == round }
    let used = done.reduce(0) { $0 + (attempt.used[$1.number] ?? 0) }
    let given = done.count { attempt.answers[$0.number]?.isMarkable == true }
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
    let widths = [14, 10, 8, 8, 0]
    return zip(texts, widths).enumerated().map { index, pair in
      let (text, width) = pair
      if index == 0 { return Columns.left(text, width) }
      return index < 4 ? Columns.right(text, width) : "    " + text
    }.joined()
  }

  mutating func drawClarity() {
    frame.title(["Mock", preset, "marked"], right: "not timed", progress: 1)
    body(
      layout.lines(of: "How clear were you?", ink: .prompt) + [.blank]
        + layout.lines(
          of: "Would a listener who knows the subject have followed you at once?", ink: .answer))
    action("1 not   2 so so   3 clear   4 very    Enter no word", ink: .prompt)
  }

  // MARK: Leaving

  mutating func drawLeaving() {
    let attempt = interview.attempt
    let primaries = attempt.primaries
    let given = primaries.count { attempt.answers[$0.number]?.isMarkable == true }
    let skipped = primaries.count { attempt.answers[$0.number]?.outcome == .skipped }
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
