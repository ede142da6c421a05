import Decks
import Foundation
import MockInterview
import Reports

/// The post-mortem of a mock: three fields, all optional, above the facts.
package struct MockNoteScreen: Screen {
  private let attempt: Attempt
  private var fields: [String]
  private var field = 0
  private var sentence = ""

  package init(_ attempt: Attempt) {
    self.attempt = attempt
    let note = attempt.postMortem ?? MockEvent.PostMortem()
    fields = [note.well, note.broke, note.next]
  }

  private static let questions = [
    "What went well?", "What broke?", "What will you do differently?",
  ]

  package var context: KeyContext { .mockNote }
  package var readsText: Bool { true }

  package mutating func handle(_ action: Action, in window: Window) -> [Step] {
    action == .back ? done(at: window.now) : []
  }

  package mutating func say(_ sentence: String) { self.sentence = sentence }

  package mutating func read(_ key: Key, in window: Window) -> [Step] {
    switch key {
    case .character(let character): fields[field].append(character)
    case .enter: fields[field] += "\n"
    case .backspace: _ = fields[field].popLast()
    case .control("u"): fields[field] = ""
    case .control("w"):
      while fields[field].last?.isWhitespace == true { fields[field].removeLast() }
      while let last = fields[field].last, !last.isWhitespace { fields[field].removeLast() }
    case .tab, .down: field = (field + 1) % fields.count
    case .up: field = (field + fields.count - 1) % fields.count
    case .escape: return done(at: window.now)
    default: break
    }
    return []
  }

  package mutating func paste(_ text: String, in window: Window) -> [Step] {
    fields[field] += text.filter { $0.isNewline || $0 >= " " }
    return []
  }

  private func done(at now: Date) -> [Step] {
    let note = MockEvent.PostMortem(well: fields[0], broke: fields[1], next: fields[2])
    guard note != attempt.postMortem ?? MockEvent.PostMortem() else { return [.close] }
    let event = DatedMockEvent(event: MockEvent(attempt.id, .note(note)), time: now)
    return [.effect(.mock(.save([event], open: nil))), .close]
  }

  package func draw(in window: Window) -> Grid {
    var frame = Frame(window)
    frame.title(
      ["Mock", "\(attempt.preset.name) \(attempt.number)", "post-mortem"], right: "",
      less: ["written to the log, not to your notes"])
    let layout = TextLayout(measure: frame.measure, wide: frame.wide)
    var lines: [TextLine] = []
    var cursor = (line: 0, column: 0)
    var marker = 0
    for (index, question) in Self.questions.enumerated() {
      if index == field { marker = lines.count }
      lines += layout.lines(of: question, ink: index == field ? .prompt : .muted)
      let rows = fields[index].split(separator: "\n", omittingEmptySubsequences: false)
        .flatMap { $0.isEmpty ? [TextLine.blank] : layout.lines(of: String($0), ink: .answer) }
      lines += rows
      if index == field { cursor = (lines.count - 1, rows.last?.width ?? 0) }
      lines.append(.blank)
    }
    lines.append(.divider("The facts", measure: frame.measure))
    let narrow = TextLayout(measure: max(frame.measure - 10, 8), wide: frame.wide)
    for (name, words) in facts {
      let rows = narrow.lines(of: words, ink: .muted)
      for (index, row) in rows.enumerated() {
        var row = row
        let label = index == 0 ? name : ""
        row.glyphs.insert(contentsOf: Columns.left(label, 10).map { Glyph($0, .muted) }, at: 0)
        lines.append(row)
      }
    }
    let body = frame.placeBody
    let first = max(cursor.line - body.count + 1, 0)
    frame.draw(
      lines.dropFirst(first).prefix(body.count), from: body.lowerBound,
      to: body.upperBound)
    frame.rule(row: frame.rows - 3)
    frame.message(sentence)
    if marker >= first {
      frame.select(row: body.lowerBound + marker - first)
    }
    frame.keys(.mockNote)
    frame.grid.cursor = Grid.Position(
      row: body.lowerBound + cursor.line - first,
      column: min(frame.left + cursor.column, frame.columns - 2))
    return frame.grid
  }

  /// What is there to write about: the weakest topics, points missed, answers over time.
  private var facts: [(name: String, words: String)] {
    let card = Scorecard(of: attempt)
    var facts: [(name: String, words: String)] = []
    let weakest = card.topics.prefix(2).map { "\($0.topic) \(Words.percent($0.score))" }
    if !weakest.isEmpty { facts.append(("weakest", weakest.joined(separator: ", "))) }
    for question in attempt.questions where !attempt.isRight(question.number) {
      let ticks = attempt.marks[question.number]?.ticks ?? []
      let missed = zip(question.points, ticks).filter { !$0.1.isOn }.map {
        Card.question(of: $0.0.text)
      }
      if !missed.isEmpty {
        facts.append(("missed", "\(question.topic): " + missed.joined(separator: "; ")))
      }
    }
    for question in attempt.questions where attempt.lateness(of: question) >= 1000 {
      facts.append(
        ("slow", "\(question.topic), \(SpokenTime.clock(attempt.lateness(of: question))) over"))
    }
    return facts
  }
}
