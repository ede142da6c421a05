import Decks
import MockInterview
import Reports

/// Draws the result of a mock, and an answer of it that is looked at again.
struct MockResultDrawing {
  private let screen: MockResultScreen
  private let attempt: Attempt
  private let window: Window
  private var frame: Frame

  var grid: Grid { frame.grid }

  init(_ screen: MockResultScreen, _ window: Window) {
    self.screen = screen
    self.window = window
    attempt = screen.attempt
    frame = Frame(window)
    if let opened = screen.opened { draw(opened) } else { draw() }
  }

  private mutating func draw() {
    let card = screen.card
    frame.title(
      ["Mock", "\(attempt.preset.name) \(attempt.number)", "result"],
      right: screen.background.moment(attempt))
    var (lines, dimensions) = head(of: card)
    lines.append(
      Self.cells(
        ["  QUESTION", "POINTS", "TIME", "SURE", "SCORE"], columns: frame.columns, ink: .muted))
    let questions = attempt.questions
    let room = frame.placeBody.count
    // The rows of the questions take what the figures leave, four at least.
    let cut = screen.dimension == nil ? min(max(lines.count - room + 4, 0), lines.count - 1) : 0
    lines.removeFirst(cut)
    let listRoom = max(room - lines.count, 1)
    let row = screen.row
    let first = Frame.first(reaching: row, of: questions.count, in: listRoom)
    let start = lines.count
    for (index, question) in questions.enumerated().dropFirst(first).prefix(listRoom) {
      let isSelected = index == row && screen.dimension == nil
      lines.append(
        Self.cells(
          cells(of: question), columns: frame.columns, ink: isSelected ? .prompt : .answer))
    }
    frame.write(lines, in: frame.placeBody, from: 2, to: frame.columns - 1)
    frame.rule(
      row: frame.rows - 3, above: first, below: max(questions.count - first - listRoom, 0))
    frame.message(
      !screen.sentence.isEmpty
        ? screen.sentence
        : screen.dimension == nil
          ? verdict(of: card) : "1 to 4 sets the row by hand; it is marked with a star.")
    let selected = screen.dimension.map { dimensions + $0 - cut } ?? start + row - first
    if selected >= 0, selected < room, !questions.isEmpty {
      frame.select(row: frame.placeBody.lowerBound + selected)
    }
    frame.keys(screen.context)
  }

  /// The figures, and which of their lines is the first dimension.
  private func head(of card: Scorecard) -> (lines: [TextLine], dimensions: Int) {
    let answered = (card.counts[.answered] ?? 0) + (card.counts[.cut] ?? 0)
    var first = "\(Int(card.score.rounded())) of 100"
    if let band = card.band { first += "    \(band.name.uppercased())" }
    if let passed = card.passed { first += passed ? "    PASSED" : "    NOT PASSED" }
    first +=
      "    \(answered) of \(card.questions) answered in \(SpokenTime.clock(attempt.spent)) of "
      + SpokenTime.clock(attempt.paper.limit)
    var lines = [TextLine(first, .prompt), .blank]
    let dimensions = lines.count
    func add(_ name: String, _ text: String, _ ink: Ink = .answer) {
      lines.append(
        TextLine(Columns.left(name, 16) + Frame.cut(text, to: frame.columns - 20), ink))
    }
    for one in card.assessments {
      let name = one.dimension == .clarity ? "CLARITY, PACE" : one.dimension.rawValue.uppercased()
      let bar =
        frame.columns < 72
        ? "" : String(repeating: "█", count: Int((one.share * 20).rounded()))
      var basis = Words.count(one.answers, "answer")
      if one.dimension == .clarity {
        let own = attempt.end?.clarity.map { "yours \($0), " } ?? ""
        basis = own + "in time \(card.inTime.answers) of \(card.inTime.of)"
      }
      let percent = Words.percent(one.share)
      lines.append(
        TextLine(
          Columns.left(name, 16) + "\(one.step) of 4\(one.isByHand ? "*" : " ")"
            + Columns.right(percent, 5) + "   "
            + Columns.left(bar, bar.isEmpty ? 0 : 21) + basis, .answer))
    }
    if !card.assessments.isEmpty { lines.append(.blank) }
    let weakest = card.topics.prefix(3).map { "\($0.topic) \(Words.percent($0.score))" }
    if !weakest.isEmpty { add("WEAKEST", weakest.joined(separator: ", ")) }
    let wrong = card.sureAndWrong.compactMap { attempt.paper[$0] }.map { question in
      "\(question.topic): \(question.line)"
    }
    if !wrong.isEmpty { add("SURE AND WRONG", wrong.joined(separator: "; "), .again) }
    add("CALIBRATION", Self.words(card.calibration))
    if let comparison = screen.background.history.comparison(of: attempt) {
      add("BEFORE", comparison.words)
    }
    return (lines, dimensions)
  }

  static func words(_ calibration: MockInterview.Calibration?) -> String {
    guard let calibration else { return "not asked" }
    let bias = Int((calibration.bias * 100).rounded())
    let words =
      abs(bias) < 3
      ? "about right"
      : "\(abs(bias) < 10 ? "a little " : "")\(bias > 0 ? "too sure" : "modest")"
    let skill = calibration.skill.map { ", skill \(Words.points($0))%" }
    return "Brier \(Words.brier(calibration.brier))\(skill ?? ", skill ·")"
      + ", bias \(Words.points(calibration.bias)): \(words)"
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
    case .answered, .cut: outcome = Words.percent(attempt.score(of: number))
    case .timeout: outcome = "late"
    case .skipped: outcome = "skip"
    case .unreached, nil: outcome = "·"
    }
    return [
      "\(place) \(question.form == .stage ? question.round : question.topic)\t"
        + question.line,
      points + ((answer?.hints ?? 0) > 0 ? " h" : ""),
      answer == nil ? "·" : (late ? "+" : "") + SpokenTime.clock(answer?.ms ?? 0),
      answer?.sureness.map { $0 == .thinkSo ? "think" : $0.name } ?? "·", outcome,
    ]
  }

  /// One row of the list of questions: topic and question share what the figures leave.
  private static func cells(_ texts: [String], columns: Int, ink: Ink) -> TextLine {
    let widths = columns < 72 ? [8, 7, 0, 6] : [10, 8, 7, 7]
    let room = max(columns - 4 - widths.reduce(0, +), 12)
    let parts = texts[0].split(separator: "\t", maxSplits: 1).map(String.init)
    let topic = columns < 72 ? min(16, room / 2) : 19
    let first =
      parts.count == 2
      ? Columns.left(parts[0], topic - 1) + " " + Frame.cut(parts[1], to: room - topic)
      : texts[0]
    return TextLine(Columns.row([first] + texts.dropFirst(), [room] + widths), ink)
  }

  /// Which gate or dimension decided, in one sentence.
  private func verdict(of card: Scorecard) -> String {
    let overall = card.overall.map { Words.number($0 * 100, decimals: 1) } ?? ""
    switch card.reason {
    case .tooFewAnswers(let count):
      return "Too few answers for a band: \(count), it needs \(Scorecard.leastAnswers)."
    case .notEnoughDone(let done):
      return "Too little done for a band: \(Words.percent(done)), it needs "
        + "\(Words.percent(Scorecard.leastDone))."
    case .lowest(let dimension):
      return "A \(dimension.rawValue) of 1 of 4 allows no yes; the whole is \(overall)."
    case .held(let dimension):
      return "Strong yes needs 3 of 4 everywhere: \(dimension.rawValue) held it down."
    case .overall:
      let starts = Words.wholePercent(card.band?.start ?? 0)
      let band = card.band?.name ?? ""
      let held = card.band == .strongYes ? nil : card.assessments.min { $0.share < $1.share }
      let low =
        held.map { held in
          let name = held.dimension.rawValue
          return
            " \(name.capitalizedFirst) (\(held.step) of 4) held it down."
        } ?? ""
      return "\(band.capitalizedFirst) starts at \(starts): you have "
        + "\(overall).\(low)"
    case nil:
      return card.passed == nil
        ? "\(card.inTime.answers) of \(card.inTime.of) answers in time."
        : "\(attempt.settings.pass ?? 70) of 100 pass."
    }
  }

  // MARK: One answer

  private mutating func draw(_ marking: Marking) {
    let question = marking.question
    frame.title(
      ["Mock", "\(attempt.preset.name) \(attempt.number)", question.topic],
      right: screen.background.moment(attempt))
    let layout = TextLayout(measure: frame.measure, wide: frame.wide)
    var lines = layout.lines(of: RichText(markdown: question.prompt), ink: .prompt)
    lines.append(.blank)
    if let text = marking.text, !text.isEmpty {
      lines += layout.lines(of: "You said: " + LinearMock.oneLine(text), ink: .answer)
      lines.append(.blank)
    }
    var focus = 0
    for (index, value) in question.points.enumerated() {
      if index == screen.point { focus = lines.count }
      let mark = marking.ticks[index].isOn ? "[x]" : marking.isUnclear(index) ? "[?]" : "[ ]"
      lines += layout.lines(
        of: "\(index + 1) \(mark) \(Card.question(of: value.text))", ink: .answer)
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
      "  Score \(Words.percent(marking.coverage))", row: frame.rows - 3, column: 0,
      ink: .answer)
    frame.message(
      screen.sentence.isEmpty ? "A changed tick changes the result and is kept." : screen.sentence)
    if !question.points.isEmpty {
      frame.select(row: frame.body.lowerBound + focus - first)
    }
    frame.keys(screen.context)
  }
}
