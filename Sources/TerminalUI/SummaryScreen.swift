import Foundation
import Scheduling

/// What a sitting came to.
struct SummaryScreen: Screen {
  /// The sitting it sums up; undo goes back into it.
  let review: ReviewScreen
  let today: Day
  private var scroll = 0

  init(of review: ReviewScreen, today: Day) {
    self.review = review
    self.today = today
  }

  var context: KeyContext { .summary }

  mutating func handle(_ action: Action, in window: Window) -> [Step] {
    switch action {
    case .accept, .back: return [.close]
    case .undo:
      var review = review
      // Without an answer to take back there is no summary.
      let steps = review.handle(.undo, in: window)
      return steps.isEmpty ? [] : [.replace(review)] + steps
    default:
      let frame = Frame(window)
      let room = Self.room(in: frame).count
      scroll = action.scrolled(
        from: scroll, room: room, furthest: lines(in: frame).count - room)
      return []
    }
  }

  func draw(in window: Window) -> Grid {
    var frame = Frame(window)
    frame.title("Review › Done", right: today.long, progress: 1)
    let room = Self.room(in: frame)
    let lines = lines(in: frame)
    let first = min(scroll, max(lines.count - room.count, 0))
    for (offset, line) in lines.dropFirst(first).prefix(room.count).enumerated() {
      var column = 2
      for glyph in line.glyphs {
        column = frame.grid.write(
          String(glyph.cluster), row: room.lowerBound + offset, column: column, ink: glyph.ink)
      }
    }
    frame.rule(row: window.rows - 3, above: first, below: lines.count - first - room.count)
    frame.message(remainder)
    frame.keys(.summary)
    return frame.grid
  }

  private static func room(in frame: Frame) -> Range<Int> {
    let first = frame.body.lowerBound
    return first..<max(frame.placeBody.upperBound, first)
  }

  // MARK: Text

  private func lines(in frame: Frame) -> [TextLine] {
    let summary = review.session.summary
    let answers = summary.answered == 1 ? "1 answer" : "\(summary.answered) answers"
    var lines = [TextLine("\(answers), \(Self.duration(summary.duration))", .prompt), .blank]
    lines += frame.rows < 16 ? tallyInShort(summary, columns: frame.columns) : table(summary, frame)
    let missed = review.questions(of: summary.missed)
    guard !missed.isEmpty else { return lines }
    lines += [.blank, TextLine("MISSED", .muted)]
    for (topic, question) in missed {
      let topicGlyphs = Self.glyphs(Frame.cut(topic, to: 16), .muted, width: 17)
      let text = Frame.cut(question, to: frame.columns - 22)
      lines.append(TextLine(topicGlyphs + text.map { Glyph($0, .answer) }))
    }
    return lines
  }

  private func table(_ summary: SittingSummary, _ frame: Frame) -> [TextLine] {
    let names = ["AGAIN", "HARD", "GOOD", "EASY"]
    var lines = [
      TextLine(Self.blanks(11) + names.flatMap { Self.glyphs($0, .muted, rightIn: 7) })
    ]
    for (name, tally) in [
      ("reviews", summary.reviews), ("new", summary.firstSights), ("repeats", summary.repeats),
    ] {
      var glyphs = Self.glyphs(name, .answer, width: 11)
      for rating in Rating.allCases {
        let text = tally[rating] == 0 ? "·" : String(tally[rating])
        glyphs += Self.glyphs(text, .answer, rightIn: 7)
      }
      if name == "reviews", tally.total > 0, frame.columns >= 70 {
        let share = tally.passed * 100 / tally.total
        glyphs += Self.blanks(4)
        glyphs += "remembered \(tally.passed) of \(tally.total) (\(share)%)"
          .map { Glyph($0, .muted) }
      }
      lines.append(TextLine(glyphs))
    }
    return lines
  }

  /// "5 again, 7 hard, 31 good, 3 easy", for windows without room for the table.
  private func tallyInShort(_ summary: SittingSummary, columns: Int) -> [TextLine] {
    let tallies = [summary.reviews, summary.firstSights, summary.repeats]
    let text = zip(Rating.allCases, ["again", "hard", "good", "easy"]).map { rating, name in
      "\(tallies.reduce(0) { $0 + $1[rating] }) \(name)"
    }
    return Wrapping.rows(
      of: text.joined(separator: ", ").map { Glyph($0, .answer) }, width: columns - 4
    ).map { TextLine($0) }
  }

  private static func blanks(_ count: Int) -> [Glyph] {
    Array(repeating: Glyph(" ", .answer), count: max(count, 0))
  }

  private static func glyphs(_ text: String, _ ink: Ink, width: Int) -> [Glyph] {
    let glyphs = text.map { Glyph($0, ink) }
    return glyphs + blanks(width - glyphs.cells)
  }

  private static func glyphs(_ text: String, _ ink: Ink, rightIn width: Int) -> [Glyph] {
    let glyphs = text.map { Glyph($0, ink) }
    return blanks(width - glyphs.cells) + glyphs
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
