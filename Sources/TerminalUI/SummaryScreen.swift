import Foundation
import Scheduling

/// What a sitting came to.
package struct SummaryScreen: Sendable {
  /// The sitting it sums up; undo goes back into it.
  let review: ReviewScreen
  let today: Day
  private var scroll = 0

  init(of review: ReviewScreen, today: Day) {
    self.review = review
    self.today = today
  }

  mutating func move(_ action: Action) {
    switch action {
    case .rowDown: scroll += 1
    case .rowUp: scroll -= 1
    case .pageDown: scroll += 8
    case .pageUp: scroll -= 8
    case .top: scroll = 0
    default: break
    }
    scroll = min(max(scroll, 0), max(review.session.summary.missed.count - 1, 0))
  }

  func draw(columns: Int, rows: Int) -> Grid {
    let summary = review.session.summary
    var frame = Frame(columns: columns, rows: rows)
    frame.title("Review › Done", right: today.long, progress: 1)
    let answers = summary.answered == 1 ? "1 answer" : "\(summary.answered) answers"
    var row = 3
    frame.grid.write(
      "\(answers), \(Self.duration(summary.duration))", row: row, column: 2, ink: .prompt)
    row += 2
    frame.grid.write("AGAIN   HARD   GOOD   EASY", row: row, column: 15, ink: .muted)
    row += 1
    for (name, tally) in [
      ("reviews", summary.reviews), ("new", summary.firstSights), ("repeats", summary.repeats),
    ] where row < rows - 3 {
      frame.grid.write(name, row: row, column: 2, ink: .answer)
      for (index, rating) in Rating.allCases.enumerated() {
        let text = tally[rating] == 0 ? "·" : String(tally[rating])
        frame.grid.write(text, row: row, column: 20 + index * 7 - text.count, ink: .answer)
      }
      row += 1
    }
    if summary.reviews.total > 0, columns >= 70 {
      let share = summary.reviews.passed * 100 / summary.reviews.total
      frame.grid.write(
        "remembered \(summary.reviews.passed) of \(summary.reviews.total) (\(share)%)",
        row: row - 3, column: 45, ink: .muted)
    }
    row += 1
    let missed = review.questions(of: summary.missed).dropFirst(scroll)
    if !missed.isEmpty, row < rows - 3 {
      frame.grid.write("MISSED", row: row, column: 2, ink: .muted)
      for (topic, question) in missed.prefix(max(rows - 4 - row, 0)) {
        row += 1
        frame.grid.write(Frame.cut(topic, to: 16), row: row, column: 2, ink: .muted)
        frame.grid.write(
          Frame.cut(question, to: columns - 22), row: row, column: 19, ink: .answer)
      }
    }
    frame.rule(row: rows - 3)
    frame.message(remainder)
    frame.keys(.summary)
    return frame.grid
  }

  private var remainder: String {
    let left = review.session.remaining
    if left == 0 { return "All done for now." }
    return "\(left) \(left == 1 ? "card is" : "cards are") left; they stay due."
  }

  /// "20 min 31 s"
  static func duration(_ milliseconds: Int) -> String {
    let seconds = (milliseconds + 500) / 1000
    return seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
  }
}
