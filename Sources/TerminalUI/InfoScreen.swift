import Decks
import Foundation
import Scheduling

/// What is known of a card: where it stands, where it comes from, and every answer to it.
struct InfoScreen: Screen {
  private let card: Card
  private let facts: [(name: String, text: String)]
  private let history: [[String]]
  private var scroll = 0

  /// `history` holds the answers of the review's current card, oldest first; nil without a card.
  init?(of review: ReviewScreen, history: [Review], at now: Date) {
    guard let card = review.card, let schedule = review.session.currentSchedule else { return nil }
    self.card = card
    facts = Self.facts(of: card, schedule: schedule, history: history, review: review, at: now)
    self.history = zip(history, [nil] + history.map { $0 as Review? }).map { answer, before in
      Self.row(of: answer, after: before, review: review)
    }.reversed()
  }

  private static func facts(
    of card: Card, schedule: Schedule, history: [Review], review: ReviewScreen, at now: Date
  ) -> [(name: String, text: String)] {
    var facts = [("STATE", state(of: schedule, calendar: review.calendar, at: now))]
    if let memory = schedule.memory {
      facts.append(("STABILITY", "\(tenths(memory.stability)) days"))
      facts.append(("DIFFICULTY", "\(tenths(memory.difficulty)) of 10"))
    }
    if let recall = review.session.recall(at: now) {
      facts.append(("RECALL NOW", "\(Int((recall * 100).rounded()))%"))
    }
    let answers = history.count == 1 ? "1 answer" : "\(history.count) answers"
    facts.append(("LAPSES", "\(schedule.lapses) in \(answers)"))
    facts.append(("TIME", SummaryScreen.duration(history.reduce(0) { $0 + $1.duration })))
    facts.append(("SOURCE", "\(card.place.path):\(card.place.line)"))
    facts.append(("MADE BY", "rule \(card.rule), quality \(card.quality)"))
    facts.append(("CARD", card.id.rawValue))
    return facts
  }

  private static func state(
    of schedule: Schedule, calendar: StudyCalendar, at now: Date
  ) -> String {
    let phase =
      switch schedule.phase {
      case .new: "new"
      case .learning: "learning"
      case .review: "review"
      case .relearning: "relearning"
      }
    guard schedule.phase != .new else { return phase }
    switch schedule.due {
    case .moment(let moment):
      let seconds = Int(moment.timeIntervalSince(now).rounded())
      return seconds <= 0 ? "\(phase), due now" : "\(phase), due in \(Delay.seconds(seconds))"
    case .day(let day):
      let days = calendar.day(of: now).distance(to: day)
      return days <= 0 ? "\(phase), due today" : "\(phase), due in \(Delay.days(days))"
    }
  }

  private static let headings = ["DATE", "GRADE", "AFTER", "RECALL", "STABLE", "TOOK"]
  private static let widths = [13, 8, 8, 9, 9, 8]

  private static func row(
    of answer: Review, after before: Review?, review: ReviewScreen
  ) -> [String] {
    let day = review.calendar.day(of: answer.time)
    let days = before.map { review.calendar.days(from: $0.time, to: answer.time) }
    let after = before.map { before in
      days == 0
        ? Delay.seconds(Int(answer.time.timeIntervalSince(before.time))).description
        : Delay.days(days ?? 0).description
    }
    let recall = days.map { $0 > 0 } == true ? review.session.recall(before: answer) : nil
    return [
      day.short, answer.rating.name, after ?? "first",
      recall.map { "\(Int(($0 * 100).rounded()))%" } ?? "·",
      answer.after.memory.map { "\(tenths($0.stability)) d" } ?? "·",
      SummaryScreen.duration(answer.duration),
    ]
  }

  private static func tenths(_ number: Double) -> String {
    "\((number * 10).rounded() / 10)"
  }

  // MARK: Screen

  /// One row: texts at columns of their own.
  private typealias Row = [(column: Int, text: String, ink: Ink)]

  /// Everything there is to say, facts in two columns where there is room for them.
  private func lines(columns: Int) -> [Row] {
    var lines: [Row] = [[(2, Frame.cut(card.question, to: columns - 4), .prompt)], []]
    let isWide = columns >= 76
    let count = isWide ? (facts.count + 1) / 2 : facts.count
    for index in 0..<count {
      var row: Row = []
      for (side, fact) in facts.dropFirst(index).striding(by: count).enumerated() {
        let left = side == 0 ? 2 : columns / 2
        let room = (isWide && side == 0 ? columns / 2 : columns) - left - 14
        row.append((left, fact.name, .muted))
        row.append((left + 12, Frame.cut(fact.text, to: room), .answer))
      }
      lines.append(row)
    }
    guard !history.isEmpty else { return lines }
    return lines + [[], Self.row(Self.headings, ink: .muted)]
      + history.map { Self.row($0, ink: .answer) }
  }

  private static func row(_ cells: [String], ink: Ink) -> Row {
    var column = 2
    return zip(cells, widths).map { cell, width in
      defer { column += width }
      return (column, cell, ink)
    }
  }

  private static func room(_ rows: Int) -> Int { max(rows - 5, 1) }

  var context: KeyContext { .info }

  mutating func handle(_ action: Action, in window: Window) -> [Step] {
    if action == .back { return [.close] }
    let room = Self.room(window.rows)
    scroll = action.scrolled(
      from: scroll, room: room, furthest: lines(columns: window.columns).count - room)
    return []
  }

  func draw(in window: Window) -> Grid {
    let columns = window.columns
    var frame = Frame(window)
    frame.title(([card.topic] + card.trail + ["card"]).joined(separator: " › "), right: "")
    let lines = lines(columns: columns)
    let room = Self.room(window.rows)
    // The window may have grown since the last move.
    let first = min(scroll, max(lines.count - room, 0))
    for (offset, row) in lines.dropFirst(first).prefix(room).enumerated() {
      for (column, text, ink) in row where column + CellWidth.of(text) < columns {
        frame.grid.write(text, row: frame.placeBody.lowerBound + offset, column: column, ink: ink)
      }
    }
    frame.rule(row: window.rows - 3, above: first, below: lines.count - first - room)
    frame.message(history.isEmpty ? "Never answered." : "")
    frame.keys(.info)
    return frame.grid
  }
}

extension Collection {
  /// The first element and every `step`-th after it.
  fileprivate func striding(by step: Int) -> [Element] {
    enumerated().filter { $0.offset % step == 0 }.map(\.element)
  }
}
