import Decks
import MockInterview
import Reports

/// Draws the form of a mock and the paper that follows from it.
struct MockSetUpDrawing {
  private let screen: MockSetUpScreen
  private var frame: Frame

  var grid: Grid { frame.grid }

  init(_ screen: MockSetUpScreen, _ window: Window) {
    self.screen = screen
    frame = Frame(window)
    draw()
  }

  private var isWide: Bool { frame.columns >= 72 }
  private var isLow: Bool { frame.rows < 22 }

  private mutating func draw() {
    frame.title(["ebb", "Mock"], right: "your \(Self.ordinal(screen.number))")
    let body = frame.placeBody
    // Where there is little room, the row in focus and some of the paper stay in sight.
    let rows = form
    let room = min(rows.count, max(body.count - 2, 1))
    let first = Frame.first(reaching: screen.row, of: rows.count, in: room)
    var line = body.lowerBound + (isLow ? 0 : 1)
    for (index, row) in rows.enumerated().dropFirst(first).prefix(room) {
      let ink: Ink = index == screen.row ? .prompt : .answer
      frame.grid.write(row.name, row: line, column: 2, ink: ink)
      frame.grid.write(
        "‹ " + Frame.cut(row.value, to: isWide ? 16 : frame.columns - 22) + " ›", row: line,
        column: 16, ink: ink)
      if isWide {
        frame.grid.write(
          Frame.cut(row.remark, to: frame.columns - 38), row: line, column: 36, ink: .muted)
      }
      if index == screen.row { frame.select(row: line) }
      line += 1
    }
    line += isLow ? 0 : 1
    frame.write(
      paperLines, in: line..<max(body.upperBound, line), from: 2, to: frame.columns - 1)
    frame.rule(row: frame.rows - 3)
    drawMessage()
    if let naming = screen.naming { frame.ask("Topics: ", naming) }
    frame.keys(screen.naming == nil ? .mockSetUp : .typing)
  }

  private mutating func drawMessage() {
    guard screen.sentence.isEmpty, case .success(let paper) = screen.paper else {
      frame.message(screen.sentence)
      return
    }
    frame.message(
      oneOf: [
        "\(SpokenTime.short(paper.limit)) of answering. Marking afterwards is not timed.",
        "\(SpokenTime.short(paper.limit)) of answering.",
      ])
  }

  private var form: [(name: String, value: String, remark: String)] {
    let form = screen.form
    let names = screen.presets.map { $0.name == form.preset ? "[\($0.name)]" : $0.name }
    return [
      ("Preset", form.preset, window(of: names).joined(separator: "  ")),
      (
        "Topics",
        form.topics.isEmpty
          ? "all \(screen.topics.count)" : form.topics.joined(separator: ", "),
        form.topics.count > 1
          ? "\(form.topics.count) topics; / names others" : "weak, unseen and due ones weigh more"
      ),
      (
        "Questions", String(screen.preset.count),
        "\(SpokenTime.clock(screen.preset.seconds * 1000)) of answering in all"
      ),
      (
        "Answer", form.settings.answer.rawValue,
        form.settings.answer == .type
          ? "or speak: aloud, with a line for keywords" : "or type: your words are matched"
      ),
      (
        "Show answers",
        ["each": "after each", "round": "after the round", "end": "at the end"][
          screen.reveal.rawValue] ?? "", "after each, after the round, or at the end"
      ),
      ("Clock", form.clock.rawValue, "shown, quiet (warnings only) or hidden"),
      ("Strict", form.settings.isStrict ? "yes" : "no", "yes: leaving does not stop the clock"),
      ("Seed", String(form.seed), "same notes, progress and seed: same paper"),
    ]
  }

  /// The names around the chosen one that fit beside the form.
  private func window(of names: [String]) -> [String] {
    var shown = names[...]
    func width() -> Int { shown.reduce(-2) { $0 + CellWidth.of($1) + 2 } }
    while width() > frame.columns - 38, shown.count > 1 {
      let here = shown.firstIndex { $0.hasPrefix("[") } ?? shown.startIndex
      if here - shown.startIndex > shown.endIndex - 1 - here {
        shown.removeFirst()
      } else {
        shown.removeLast()
      }
    }
    return Array(shown)
  }

  // MARK: The paper

  private var paperLines: [TextLine] {
    let layout = TextLayout(measure: frame.measure, wide: frame.wide)
    var lines: [TextLine]
    switch screen.paper {
    case .success(let paper): lines = describe(paper, layout: layout)
    case .failure(let refusal): lines = layout.lines(of: "! " + refusal.sentence, ink: .warning)
    }
    if let lesson = screen.lessons[screen.form.preset] {
      lines += isLow ? [] : [.blank]
      lines += layout.lines(of: "Last time you wrote: \(lesson)", ink: .hint)
    }
    return lines
  }

  private func cells(_ texts: [String]) -> String {
    let widths = isWide ? [16, 11, 7, 9, 13, 18] : [14, 11, 7, 9]
    return Columns.row(texts, widths)
  }

  private func describe(_ paper: Paper, layout: TextLayout) -> [TextLine] {
    var lines = [
      TextLine(
        cells(["THE PAPER", "QUESTIONS", "EACH", "TOPICS", "NEVER SEEN", "IN LAST 3 MOCKS"]), .muted
      )
    ]
    let isDesign = paper.preset.style == .design
    let rounds = isDesign ? paper.primaries.map(\.round) : paper.preset.rounds.map(\.name)
    for round in rounds {
      let questions = paper.primaries.filter { $0.round == round }
      guard let box = questions.first?.box else { continue }
      let candidates = questions.compactMap { $0.card.flatMap { screen.drawn[$0] } }
      lines.append(
        TextLine(
          cells([
            "  " + round, String(questions.count), SpokenTime.clock(box * 1000),
            String(Set(questions.map(\.topic)).count),
            String(candidates.count { $0.recall == nil }),
            String(candidates.count { ($0.papersAgo ?? 99) <= 3 }),
          ]), .answer))
    }
    lines += isLow ? [] : [.blank]
    lines += paper.relaxed.flatMap { layout.lines(of: "! " + $0, ink: .warning) }
    if !isDesign { lines += layout.lines(of: levels(of: paper), ink: .answer) }
    lines += layout.lines(
      of: isDesign
        ? "One prompt of your notes in six stages; time you leave over goes to the next one."
        : "Drawn from \(Words.count(screen.askable, "card")) that can be asked in an "
          + "interview.", ink: .answer)
    return lines
  }

  /// "It has 2 definitions, 3 mechanisms, 2 trade-offs, 1 failure."
  private func levels(of paper: Paper) -> String {
    let names = ["definition", "mechanism", "trade-off", "failure"]
    let levels = (1...4).compactMap { level -> String? in
      let count = paper.primaries.count { $0.level == level }
      return count == 0 ? nil : Words.count(count, names[level - 1])
    }
    return "It has \(levels.joined(separator: ", "))."
  }

  private static func ordinal(_ number: Int) -> String {
    let ending =
      (11...13).contains(number % 100)
      ? "th"
      : ["st", "nd", "rd"].indices.contains(number % 10 - 1)
        ? ["st", "nd", "rd"][number % 10 - 1] : "th"
    return "\(number)\(ending)"
  }
}
