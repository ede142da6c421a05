import Decks
import Foundation
import MockInterview

/// What a mock is to be, with the paper that would be drawn, drawn anew on every change.
package struct MockSetUpScreen: Screen {
  /// What can be set.
  private enum Row: Int, CaseIterable {
    case preset, topic, answer, reveal, clock, strict, seed
  }

  private let draw: PaperDraw
  private let presets: [Preset]
  private let topics: [String]
  private let number: Int
  private let askable: Int
  /// What was written after the last mock of each preset.
  private let lessons: [String: String]
  private var settings: MockSettings
  private var preset = 0
  private var topic: Int?
  private var reveal: Reveal?
  private var showsClock = true
  private var seed: UInt64
  private var row = 0
  private var sentence = ""
  private var paper: Result<Paper, PaperRefusal>

  package init(
    draw: PaperDraw, presets: [Preset], number: Int, settings: MockSettings, reveal: Reveal?,
    preset: String, topic: String?, seed: UInt64, lessons: [String: String]
  ) {
    self.draw = draw
    self.presets = presets
    self.number = number
    self.settings = settings
    self.reveal = reveal
    self.seed = seed
    self.lessons = lessons
    let topics = Set(draw.candidates.map(\.card.topic)).sorted()
    self.topics = topics
    self.preset = presets.firstIndex { $0.name == preset } ?? 0
    self.topic = topic.flatMap { topics.firstIndex(of: $0) }
    askable = draw.candidates.count {
      $0.weight > 0 && $0.card.quality >= Candidate.minimumQuality
    }
    paper = .failure(PaperRefusal(""))
    redraw()
  }

  package var context: KeyContext { .mockSetUp }
  package var face: String { "set-up \(row)" }
  package mutating func say(_ sentence: String) { self.sentence = sentence }

  private var chosen: Preset { presets[preset] }
  private var effectiveReveal: Reveal { reveal ?? chosen.reveal(for: settings.answer) }

  private mutating func redraw() {
    var draw = draw
    if let topic {
      draw.candidates.removeAll { $0.card.topic != topics[topic] }
      draw.scope = topics[topic]
    }
    do throws(PaperRefusal) {
      paper = .success(try draw.paper(for: chosen, reveal: effectiveReveal, seed: seed))
    } catch {
      paper = .failure(error)
    }
  }

  private var start: MockEvent.Start? {
    guard case .success(let paper) = paper else { return nil }
    var settings = settings
    settings.reveal = effectiveReveal
    if chosen.style != .exam { settings.pass = nil }
    return MockEvent.Start(
      paper: paper, settings: settings, scope: topic.map { topics[$0] } ?? "")
  }

  package mutating func handle(_ action: Action, in window: Window) -> [Step] {
    sentence = ""
    switch action {
    case .rowDown, .rowUp, .top, .bottom, .pageDown, .pageUp:
      row = action.scrolled(from: row, room: 2, furthest: Row.allCases.count - 1)
    case .shiftLeft: change(-1)
    case .shiftRight: change(1)
    case .accept:
      guard let start else {
        if case .failure(let refusal) = paper { sentence = "! " + refusal.sentence }
        return []
      }
      return [.effect(.startMock(start))]
    case .export:
      if let start { return [.effect(.savePaper(start))] }
    case .back: return [.close]
    default: break
    }
    return []
  }

  package mutating func take(_ reply: Reply, in window: Window) -> [Step]? {
    if case .show(let screen) = reply { return [.replace(screen)] }
    return nil
  }

  private mutating func change(_ step: Int) {
    func next(_ index: Int, of count: Int) -> Int { (index + step + count) % max(count, 1) }
    switch Row(rawValue: row) {
    case .preset: preset = next(preset, of: presets.count)
    case .topic:
      // All topics are one value among the topics.
      let index = next((topic ?? -1) + 1, of: topics.count + 1)
      topic = index == 0 ? nil : index - 1
    case .answer: settings.answer = settings.answer == .type ? .speak : .type
    case .reveal:
      let index = Reveal.allCases.firstIndex(of: effectiveReveal) ?? 0
      reveal = Reveal.allCases[next(index, of: Reveal.allCases.count)]
    case .clock: showsClock.toggle()
    case .strict: settings.isStrict.toggle()
    case .seed: seed = step > 0 ? seed &+ 1 : seed &- (seed > 0 ? 1 : 0)
    case nil: break
    }
    redraw()
  }

  // MARK: Drawing

  package func draw(in window: Window) -> Grid {
    var frame = Frame(window)
    frame.title("ebb › Mock", right: "your \(Self.ordinal(number))")
    let body = frame.placeBody
    let isWide = frame.columns >= 72
    var line = body.lowerBound + (frame.rows < 22 ? 0 : 1)
    for (index, row) in form.enumerated() where line < body.upperBound {
      let ink: Ink = index == self.row ? .prompt : .answer
      frame.grid.write(row.name, row: line, column: 2, ink: ink)
      frame.grid.write(
        Frame.cut("‹ \(row.value) ›", to: isWide ? 20 : frame.columns - 18), row: line, column: 16,
        ink: ink)
      if isWide {
        frame.grid.write(
          Frame.cut(row.remark, to: frame.columns - 38), row: line, column: 36, ink: .muted)
      }
      if index == self.row {
        frame.grid.write("▸", row: line, column: 0, ink: .selection)
        frame.grid.cursor = Grid.Position(row: line, column: 0)
      }
      line += 1
    }
    let cursor = frame.grid.cursor
    line += frame.rows < 22 ? 0 : 1
    let layout = TextLayout(measure: frame.measure, wide: frame.wide)
    var lines: [TextLine] = []
    switch paper {
    case .success(let paper): lines = describe(paper, isWide: isWide, layout: layout)
    case .failure(let refusal):
      lines = layout.lines(of: "! " + refusal.sentence, ink: .warning)
    }
    if let lesson = lessons[chosen.name] {
      lines.append(.blank)
      lines += layout.lines(of: "Last time you wrote: \(lesson)", ink: .hint)
    }
    for (offset, text) in lines.enumerated() where line + offset < body.upperBound {
      var column = 2
      for glyph in text.glyphs where column + glyph.width < frame.columns {
        frame.grid.write(String(glyph.cluster), row: line + offset, column: column, ink: glyph.ink)
        column += glyph.width
      }
    }
    frame.rule(row: frame.rows - 3)
    if sentence.isEmpty, case .success(let paper) = paper {
      frame.message(
        oneOf: [
          "\(SpokenTime.short(paper.limit)) of answering. Marking afterwards is not timed.",
          "\(SpokenTime.short(paper.limit)) of answering.",
        ])
    } else {
      frame.message(sentence)
    }
    frame.grid.cursor = cursor
    frame.keys(.mockSetUp)
    return frame.grid
  }

  private var form: [(name: String, value: String, remark: String)] {
    let names = presets.map { $0.name == chosen.name ? "[\($0.name)]" : $0.name }
    return [
      ("Preset", chosen.name, names.joined(separator: "  ")),
      (
        "Topics", topic.map { topics[$0] } ?? "all \(topics.count)",
        "weak, unseen and due ones weigh more"
      ),
      (
        "Answer", settings.answer.rawValue,
        settings.answer == .type
          ? "or speak: aloud, with a line for keywords" : "or type: your words are matched"
      ),
      (
        "Show answers",
        ["each": "after each", "round": "after the round", "end": "at the end"][
          effectiveReveal.rawValue] ?? "", "after each, after the round, or at the end"
      ),
      ("Clock", showsClock ? "shown" : "hidden", "warnings come either way"),
      ("Strict", settings.isStrict ? "yes" : "no", "yes: leaving does not stop the clock"),
      ("Seed", String(seed), "same notes, progress and seed: same paper"),
    ]
  }

  private func describe(_ paper: Paper, isWide: Bool, layout: TextLayout) -> [TextLine] {
    func cells(_ texts: [String]) -> String {
      let widths = isWide ? [16, 11, 7, 9, 13, 18] : [14, 11, 7, 9]
      return zip(texts, widths).enumerated().map { index, pair in
        let gap = String(repeating: " ", count: max(pair.1 - CellWidth.of(pair.0), 0))
        return index == 0 ? pair.0 + gap : gap + pair.0
      }.joined()
    }
    var lines = [
      TextLine(
        cells(["THE PAPER", "QUESTIONS", "EACH", "TOPICS", "NEVER SEEN", "IN LAST 3 MOCKS"]), .muted
      )
    ]
    let seen = Dictionary(
      draw.candidates.map { ($0.card.id, $0) }, uniquingKeysWith: { first, _ in first })
    let isDesign = paper.preset.style == .design
    let rounds = isDesign ? paper.primaries.map(\.round) : paper.preset.rounds.map(\.name)
    for round in rounds {
      let questions = paper.primaries.filter { $0.round == round }
      guard let box = questions.first?.box else { continue }
      let candidates = questions.compactMap { $0.card.flatMap { seen[$0] } }
      lines.append(
        TextLine(
          cells([
            "  " + round, String(questions.count), SpokenTime.clock(box * 1000),
            String(Set(questions.map(\.topic)).count),
            String(candidates.count { $0.recall == nil }),
            String(candidates.count { ($0.papersAgo ?? 99) <= 3 }),
          ]), .answer))
    }
    lines.append(.blank)
    if !isDesign {
      let names = ["definition", "mechanism", "trade-off", "failure"]
      let levels = (1...4).compactMap { level -> String? in
        let count = paper.primaries.count { $0.level == level }
        return count == 0 ? nil : SpokenTime.count(count, names[level - 1])
      }
      lines += layout.lines(of: "It has \(levels.joined(separator: ", ")).", ink: .answer)
    }
    lines += layout.lines(
      of: "Drawn from \(askable) cards that can be asked in an interview.", ink: .answer)
    lines += paper.relaxed.flatMap { layout.lines(of: "! " + $0, ink: .warning) }
    return lines
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
