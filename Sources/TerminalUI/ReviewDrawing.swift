import Decks
import Foundation
import Scheduling

extension ReviewScreen {
  /// The text in view: rows that stay, and rows that scroll under them.
  struct View {
    var pinned: [TextLine]
    var scrolling: [TextLine]
    /// Rows for the scrolling part.
    var room: Int
    /// The first of the scrolling rows that belongs to the answer.
    var answerStart = 0
    var furthest: Int { max(scrolling.count - room, 0) }
  }

  func view(columns: Int, rows: Int) -> View {
    let frame = Frame(columns: columns, rows: rows)
    let layout = TextLayout(
      measure: frame.measure, wide: frame.wide, codeShift: codeShift, wrapsCode: wrapsCode)
    guard let card else { return View(pinned: [], scrolling: [], room: frame.body.count) }
    let prompt = layout.lines(of: RichText(markdown: card.prompt), ink: .prompt)
    guard side != .front else {
      return View(pinned: [], scrolling: prompt, room: frame.body.count)
    }
    let divider = TextLine(
      "Answer " + String(repeating: "─", count: max(frame.measure - 7, 0)), .muted)
    let head = prompt + [.blank, divider]
    let answer = Self.answer(of: card, layout: layout)
    // A question that fills half the screen scrolls with its answer.
    if head.count * 2 > frame.body.count {
      return View(
        pinned: [], scrolling: head + answer, room: frame.body.count, answerStart: head.count)
    }
    return View(pinned: head, scrolling: answer, room: frame.body.count - head.count)
  }

  private static func answer(of card: Card, layout: TextLayout) -> [TextLine] {
    let full = card.fullAnswer.map { layout.lines(of: RichText(markdown: $0), ink: .answer) } ?? []
    guard !card.points.isEmpty else { return full }
    let points = card.points.map { "- " + $0 }.joined(separator: "\n")
    let lines = layout.lines(of: RichText(markdown: points), ink: .answer)
    if full.isEmpty { return lines }
    let divider = "In full " + String(repeating: "─", count: max(layout.measure - 8, 0))
    return lines + [.blank, TextLine(divider, .muted)] + full
  }

  package func draw(in window: Window) -> Grid {
    let (columns, rows, now) = (window.columns, window.rows, window.now)
    var frame = Frame(window)
    let total = session.answered + session.remaining
    let trail = card.map { [$0.topic] + $0.trail } ?? []
    frame.title(
      (["Review"] + trail).joined(separator: " › "),
      right: "\(min(session.answered + 1, total)) of \(total)",
      progress: total == 0 ? 1 : Double(session.answered) / Double(total))
    let view = view(columns: columns, rows: rows)
    let offset = min(scroll, view.furthest)
    frame.draw(view.pinned, from: frame.body.lowerBound, to: frame.body.upperBound)
    frame.draw(
      view.scrolling.dropFirst(offset), from: frame.body.lowerBound + view.pinned.count,
      to: frame.body.upperBound)
    let hidden = view.furthest - offset
    frame.rule(row: rows - 4, above: offset, below: hidden)
    drawAction(in: &frame, hasMore: hidden > 0, at: now)
    frame.keys(context)
    return frame.grid
  }

  private func drawAction(in frame: inout Frame, hasMore: Bool, at now: Date) {
    let row = frame.rows - 3
    switch side {
    case .front:
      drawSureness(in: &frame, row: row, hasMore: hasMore)
      frame.message(notice ?? "")
    case .back:
      drawRatings(in: &frame, row: row, at: now)
      frame.message(
        oneOf: notice.map { [$0] } ?? recallSentences(hasMore: hasMore, at: now), ink: .muted)
    case .unsaved(let problem):
      drawProblem("! Not saved: " + problem, in: &frame, row: row)
    }
  }

  /// The problem, on both rows if it needs them; what can be done stands in the keys anyway.
  private func drawProblem(_ problem: String, in frame: inout Frame, row: Int) {
    let said = Frame.rows(of: problem, columns: frame.columns)
    frame.grid.write(said[0], row: row, column: 1, ink: .warning)
    if said.count == 1 {
      frame.message(oneOf: [
        "1 try again   2 end the session; everything before it is kept",
        "1 try again   2 end the session",
      ])
    } else {
      frame.message(said.dropFirst().joined(separator: " "), ink: .warning)
    }
  }

  private func drawSureness(in frame: inout Frame, row: Int, hasMore: Bool) {
    let text = hasMore ? "Space reads on" : "Space shows the answer"
    let column = frame.grid.write(text, row: row, column: 2, ink: .hint)
    let questions = [
      "sure of it?  1 guess   2 think so   3 sure", "1 guess  2 think so  3 sure",
    ]
    for sure in questions where column + sure.count + 4 <= frame.columns {
      frame.grid.write(sure, row: row, column: frame.columns - sure.count - 2, ink: .muted)
      break
    }
  }

  private func drawRatings(in frame: inout Frame, row: Int, at now: Date) {
    guard let outlook = session.outlook(at: now) else { return }
    let inks: [Ink] = [.again, .hard, .selection, .easy]
    let names = ["Again", "Hard", "Good", "Easy"]
    func labels(named: Bool) -> [String] {
      Rating.allCases.map { rating in
        let delay = outlook.delay(rating, from: now, calendar: calendar)
        let name = named ? names[rating.rawValue - 1] + " " : ""
        let text = "\(rating.rawValue) \(name)\(delay)"
        return rating == .good ? "[\(text)]" : text
      }
    }
    func cells(_ labels: [String]) -> Int { labels.reduce(0) { $0 + $1.count } }
    var shown = labels(named: true)
    // In a narrow window the digit and the delay say it.
    if cells(shown) + 3 + 4 > frame.columns { shown = labels(named: false) }
    let gap = min(max((min(frame.columns, 76) - 4 - cells(shown)) / 3, 1), 7)
    var column = 2
    for (label, ink) in zip(shown, inks) {
      frame.grid.write(label, row: row, column: column, ink: ink)
      column += label.count + gap
    }
  }

  /// What is known about the card, longest first.
  private func recallSentences(hasMore: Bool, at now: Date) -> [String] {
    let more = hasMore ? " Space reads on." : ""
    guard let schedule = session.currentSchedule, let last = schedule.lastReview,
      let recall = session.recall(at: now)
    else { return ["Seen for the first time." + more] }
    let days = calendar.days(from: last, to: now)
    let when = days == 0 ? "earlier today" : "\(days) \(days == 1 ? "day" : "days") ago"
    let likely = "Recall was \(Int((recall * 100).rounded()))% likely"
    return ["\(likely); last answered \(when).\(more)", "\(likely).\(more)"]
  }
}
