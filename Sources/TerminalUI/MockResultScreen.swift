import Decks
import Foundation
import MockInterview

/// What a mock came to: verdict, dimensions, weakest, sure and wrong, then each question.
package struct MockResultScreen: Screen {
  private var attempt: Attempt
  private let glosses: [[String]]
  private var row = 0
  private var sentence = ""
  /// The answer that is looked at again, changed or not.
  private var pendingMark: Mark?
  private var opened: Marking?
  private var scoresByHand = false
  private var point = 0

  package init(_ attempt: Attempt, glosses: [[String]]) {
    self.attempt = attempt
    self.glosses = glosses
  }

  package var context: KeyContext {
    guard opened != nil else { return .mockResult }
    return scoresByHand || opened?.question.points.isEmpty == true ? .mockScore : .mockMarking
  }

  package var face: String { "result \(attempt.id) \(opened?.question.number ?? 0)" }

  package mutating func say(_ sentence: String) { self.sentence = sentence }

  private var card: Scorecard { Scorecard(of: attempt) }

  package mutating func handle(_ action: Action, in window: Window) -> [Step] {
    sentence = ""
    if opened != nil { return mark(action, at: window.now) }
    let questions = attempt.questions
    switch action {
    case .rowDown, .rowUp, .pageDown, .pageUp, .top, .bottom:
      row = action.scrolled(from: row, room: 8, furthest: max(questions.count - 1, 0))
    case .accept:
      guard questions.indices.contains(row) else { return [] }
      let question = questions[row]
      opened = Marking(
        question: question, answer: attempt.answers[question.number],
        text: attempt.answers[question.number]?.text, mark: attempt.marks[question.number],
        matches: attempt.settings.matches, glosses: glosses)
      point = 0
      scoresByHand = false
    case .intoSchedule: return [.effect(.openMockSchedule(attempt: attempt.id))]
    case .postMortem: return [.open(MockNoteScreen(attempt))]
    case .export: return [.effect(.exportMock(attempt: attempt.id))]
    case .undo: return [.effect(.withdrawMock(attempt: attempt.id))]
    case .back: return [.close]
    default: break
    }
    return []
  }

  private mutating func mark(_ action: Action, at now: Date) -> [Step] {
    guard var marking = opened else { return [] }
    switch action {
    case .row(let number): marking.toggle(number - 1)
    case .goOn: marking.toggle(point)
    case .all: marking.toggleAll()
    case .rate(let quarters): marking.set(quarters: quarters)
    case .focus: if !marking.question.points.isEmpty { scoresByHand.toggle() }
    case .rowDown, .rowUp, .pageDown, .pageUp, .top, .bottom:
      point = action.scrolled(
        from: point, room: 2, furthest: max(marking.question.points.count - 1, 0))
    case .back:
      opened = nil
      return []
    case .accept:
      opened = nil
      let mark = marking.mark
      guard marking.isMarkable, marking.question.isMarkedByHand,
        mark != attempt.marks[mark.q]
      else { return [] }
      pendingMark = mark
      let event = DatedMockEvent(event: MockEvent(attempt.id, .mark(mark)), time: now)
      return [.effect(.saveMock([event], open: nil))]
    default: break
    }
    opened = marking
    return []
  }

  package mutating func take(_ reply: Reply, in window: Window) -> [Step]? {
    switch reply {
    case .saved:
      if let mark = pendingMark { attempt.apply(.mark(mark), at: window.now) }
      pendingMark = nil
      return []
    case .failed(let reason):
      pendingMark = nil
      sentence = "! " + reason
      return []
    default: return nil
    }
  }

  // MARK: Drawing

  package func draw(in window: Window) -> Grid {
    if let opened { return drawOpened(opened, in: window) }
    var frame = Frame(window)
    let card = card
    let day = String(attempt.preset.name)
    frame.title("Mock › \(day) \(attempt.number) › result", right: "seed \(attempt.paper.seed)")
    var lines = head(of: card, frame: frame)
    lines.append(.blank)
    let start = lines.count
    let columns = frame.columns
    lines.append(
      Self.cells(
        ["  QUESTION", "POINTS", "TIME", "SURE", "SCORE"], columns: columns, ink: .muted))
    let questions = attempt.questions
    let room = frame.placeBody.count
    // The rows of the questions take what the figures leave, four at least.
    if lines.count > room - 4 { lines.removeFirst(min(lines.count - room + 4, start)) }
    let listRoom = max(room - lines.count, 1)
    let first = min(max(row - listRoom + 1, 0), max(questions.count - listRoom, 0))
    for (index, question) in questions.enumerated().dropFirst(first).prefix(listRoom) {
      lines.append(
        Self.cells(cells(of: question), columns: columns, ink: index == row ? .prompt : .answer))
    }
    for (offset, line) in lines.enumerated() where offset < room {
      var column = 2
      for glyph in line.glyphs where column + glyph.width < columns {
        frame.grid.write(
          String(glyph.cluster), row: frame.placeBody.lowerBound + offset, column: column,
          ink: glyph.ink)
        column += glyph.width
      }
    }
    let selected =
      frame.placeBody.lowerBound + lines.count - min(listRoom, questions.count)
      + (row - first)
    frame.rule(
      row: frame.rows - 3, above: first, below: max(questions.count - first - listRoom, 0))
    frame.message(sentence.isEmpty ? verdict(of: card) : sentence)
    if !questions.isEmpty, selected < frame.rows - 3 {
      frame.grid.write("▸", row: selected, column: 0, ink: .selection)
      frame.grid.cursor = Grid.Position(row: selected, column: 0)
    }
    frame.keys(.mockResult)
    return frame.grid
  }

  private func head(of card: Scorecard, frame: Frame) -> [TextLine] {
    let answered = (card.counts[.answered] ?? 0) + (card.counts[.cut] ?? 0)
    var first = "\(Int(card.score.rounded())) of 100"
    if let band = card.band { first += "    \(band.name.uppercased())" }
    if let passed = card.passed { first += passed ? "    PASSED" : "    NOT PASSED" }
    first +=
      "    \(answered) of \(card.questions) answered in \(SpokenTime.clock(attempt.spent)) of "
      + SpokenTime.clock(attempt.paper.limit)
    var lines = [TextLine(first, .prompt), .blank]
    for one in card.assessments {
      let name = one.dimension == .clarity ? "CLARITY, PACE" : one.dimension.rawValue.uppercased()
      let bar =
        frame.columns < 72
        ? "" : String(repeating: "█", count: Int((one.share * 20).rounded()))
      var basis = SpokenTime.count(one.answers, "answer")
      if one.dimension == .clarity {
        let own = attempt.end?.clarity.map { "yours \($0), " } ?? ""
        basis = own + "in time \(card.inTime.answers) of \(card.inTime.of)"
      }
      let percent = "\(SpokenTime.percent(one.share))%"
      lines.append(
        TextLine(
          Self.padded(name, 16) + "\(one.step) of 4\(one.isByHand ? "*" : " ")"
            + String(repeating: " ", count: max(5 - percent.count, 0)) + percent + "   "
            + Self.padded(bar, bar.isEmpty ? 0 : 23) + basis, .answer))
    }
    if !card.assessments.isEmpty { lines.append(.blank) }
    let weakest = card.topics.prefix(3).map { "\($0.topic) \(SpokenTime.percent($0.score))%" }
    if !weakest.isEmpty {
      lines.append(
        TextLine(Self.padded("WEAKEST", 16) + weakest.joined(separator: ", "), .answer))
    }
    let wrong = card.sureAndWrong.compactMap { attempt.paper[$0] }.map { question in
      "\(question.topic): \(Self.oneLine(question.prompt))"
    }
    if !wrong.isEmpty {
      lines.append(
        TextLine(Self.padded("SURE AND WRONG", 16) + wrong.joined(separator: "; "), .again))
    }
    lines.append(TextLine(Self.padded("CALIBRATION", 16) + Self.words(card.calibration), .answer))
    return lines
  }

  static func words(_ calibration: Calibration?) -> String {
    guard let calibration else { return "not asked" }
    let bias = Int((calibration.bias * 100).rounded())
    let words =
      abs(bias) < 3
      ? "about right"
      : "\(abs(bias) < 10 ? "a little " : "")\(bias > 0 ? "too sure" : "modest")"
    let skill = calibration.skill.map {
      let percent = SpokenTime.percent($0)
      return ", skill \(percent > 0 ? "+" : "")\(percent)%"
    }
    return "Brier \(SpokenTime.decimals(calibration.brier, 3))\(skill ?? ", skill ·")"
      + ", bias \(bias > 0 ? "+" : "")\(bias): \(words)"
  }

  private func cells(of question: Question) -> [String] {
    let number = question.number
    let answer = attempt.answers[number]
    let ticks = attempt.marks[number]?.ticks ?? []
    let points =
      ticks.isEmpty ? "·" : "\(ticks.count { $0.isOn })/\(ticks.count)"
    let late = attempt.lateness(of: question) >= 1000
    let place = question.follows.map { "\($0)+" } ?? "\(number)"
    let outcome: String
    switch answer?.outcome {
    case .answered, .cut: outcome = "\(SpokenTime.percent(attempt.score(of: number)))%"
    case .timeout: outcome = "late"
    case .skipped: outcome = "skip"
    case .unreached, nil: outcome = "·"
    }
    return [
      "\(place) \(question.form == .stage ? question.round : question.topic)\t"
        + Self.oneLine(question.prompt),
      points + ((answer?.hints ?? 0) > 0 ? " h" : ""),
      answer == nil ? "·" : (late ? "+" : "") + SpokenTime.clock(answer?.ms ?? 0),
      answer?.sureness.map { ["guess", "think", "sure"][$0.rawValue - 1] } ?? "·", outcome,
    ]
  }

  /// One row of the list of questions: topic and question share what the figures leave.
  private static func cells(_ texts: [String], columns: Int, ink: Ink) -> TextLine {
    let widths = columns < 72 ? [8, 7, 0, 6] : [10, 8, 7, 7]
    let room = max(columns - 4 - widths.reduce(0, +), 12)
    let parts = texts[0].split(separator: "\t", maxSplits: 1).map(String.init)
    let topic = columns < 72 ? min(16, room / 2) : 19
    var first =
      parts.count == 2
      ? padded(Frame.cut(parts[0], to: topic - 1), topic) + Frame.cut(parts[1], to: room - topic)
      : texts[0]
    first = padded(first, room)
    let rest = zip(texts.dropFirst(), widths).map { text, width in
      width == 0 ? "" : String(repeating: " ", count: max(width - CellWidth.of(text), 0)) + text
    }
    return TextLine(first + rest.joined(), ink)
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - CellWidth.of(text), 0))
  }

  private static func oneLine(_ text: String) -> String {
    String(text.split(whereSeparator: \.isNewline).first ?? "").filter { $0 != "`" && $0 != "*" }
  }

  /// Which gate or dimension decided, in one sentence.
  private func verdict(of card: Scorecard) -> String {
    let overall = card.overall.map { SpokenTime.decimals($0 * 100, 1) } ?? ""
    switch card.reason {
    case .tooFewAnswers(let count): return "Too few answers for a band: \(count), it needs 5."
    case .notEnoughDone(let done):
      return "Too little done for a band: \(SpokenTime.percent(done))%, it needs 75%."
    case .lowest(let dimension):
      return "A \(dimension.rawValue) of 1 of 4 allows no yes; the whole is \(overall)."
    case .held(let dimension):
      return "Strong yes needs 3 of 4 everywhere: \(dimension.rawValue) held it down."
    case .overall:
      let starts = [0, 50, 70, 85][(card.band?.rawValue ?? 1) - 1]
      let band = card.band?.name ?? ""
      let held = card.assessments.min { $0.share < $1.share }
      let low = held.map { " \($0.dimension.rawValue) (\($0.step) of 4) held it down." } ?? ""
      return "\(band.prefix(1).uppercased())\(band.dropFirst()) starts at \(starts): you have "
        + "\(overall).\(low)"
    case nil:
      return card.passed == nil
        ? "\(card.inTime.answers) of \(card.inTime.of) answers in time."
        : "\(attempt.settings.pass ?? 70) of 100 pass."
    }
  }

  private func drawOpened(_ marking: Marking, in window: Window) -> Grid {
    var frame = Frame(window)
    let question = marking.question
    frame.title("Mock › \(attempt.preset.name) \(attempt.number) › \(question.topic)", right: "")
    let layout = TextLayout(measure: frame.measure, wide: frame.wide)
    var lines = layout.lines(of: RichText(markdown: question.prompt), ink: .prompt)
    lines.append(.blank)
    if let text = marking.text, !text.isEmpty {
      lines += layout.lines(of: "You said: " + LinearMock.oneLine(text), ink: .answer)
      lines.append(.blank)
    }
    var focus = 0
    for (index, value) in question.points.enumerated() {
      if index == point { focus = lines.count }
      let mark = marking.ticks[index].isOn ? "[x]" : marking.isUnclear(index) ? "[?]" : "[ ]"
      lines += layout.lines(of: "\(index + 1) \(mark) \(Self.oneLine(value.text))", ink: .answer)
    }
    lines.append(.blank)
    lines += layout.lines(of: RichText(markdown: question.answer), ink: .muted)
    for flag in question.redFlags { lines += layout.lines(of: "! " + flag, ink: .again) }
    if let place = question.place {
      lines.append(.blank)
      lines += layout.lines(of: "\(place.path):\(place.line)", ink: .muted)
    }
    let room = frame.body.count
    let first = max(focus - room + 3, 0)
    frame.draw(
      lines.dropFirst(first).prefix(room), from: frame.body.lowerBound,
      to: frame.body.upperBound)
    frame.rule(row: frame.rows - 4, above: first, below: max(lines.count - first - room, 0))
    frame.grid.write(
      "  Score \(SpokenTime.percent(marking.coverage))%", row: frame.rows - 3, column: 0,
      ink: .answer)
    frame.message(sentence.isEmpty ? "A changed tick changes the result and is kept." : sentence)
    if !question.points.isEmpty {
      let row = frame.body.lowerBound + focus - first
      frame.grid.write("▸", row: row, column: 0, ink: .selection)
      frame.grid.cursor = Grid.Position(row: row, column: 0)
    }
    frame.keys(context)
    return frame.grid
  }
}
