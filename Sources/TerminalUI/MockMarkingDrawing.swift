import Decks
import Foundation
import MockInterview
import Reports

// An answer, marked.
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
    let score = Attempt.score(coverage, hints: hints)
    let words =
      score.reaches(Attempt.good)
      ? "right"
      : score.reaches(Attempt.right)
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
}
