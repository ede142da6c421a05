import Decks
import Reports
import Scheduling

/// The rows of a summary: what was answered, and what was missed.
struct SummaryText {
  private(set) var lines: [TextLine] = []
  /// The row of the first missed card; the others follow.
  private(set) var firstMiss = 0

  private let review: ReviewScreen
  private let today: Day

  init(_ screen: SummaryScreen, _ frame: Frame) {
    review = screen.review
    today = screen.today
    let log = review.session.log
    let summary = review.session.summary
    let cards = Words.count(Set(log.map(\.card)).count, "card")
    let answers = Words.count(summary.answered, "answer")
    lines = [
      TextLine("\(cards), \(answers), \(SpokenTime.fullShort(summary.duration))", .prompt),
      .blank,
    ]
    lines += frame.rows < 16 ? tallyInShort(summary, columns: frame.columns) : table(summary, frame)
    let sure = log.filter { $0.sureness == 3 }
    if !sure.isEmpty {
      let wrong = sure.count { $0.rating == .again }
      lines += [.blank, TextLine("Sure and wrong: \(wrong) of \(sure.count)", .answer)]
    }
    guard !screen.missed.isEmpty else { return }
    lines += [.blank, heading(frame)]
    firstMiss = lines.count
    lines += screen.missed.map { row(of: $0, frame) }
  }

  // MARK: Missed cards

  private static let lapsesWidth = 8
  private static let nextWidth = 10

  /// Cells for the question; narrow windows show no figures beside it.
  private func questionWidth(_ frame: Frame) -> Int {
    let figures = hasFigures(frame) ? Self.lapsesWidth + 2 + Self.nextWidth : 0
    return max(frame.columns - 22 - figures, 1)
  }

  private func hasFigures(_ frame: Frame) -> Bool { frame.columns >= 60 }

  private func heading(_ frame: Frame) -> TextLine {
    guard hasFigures(frame) else { return TextLine("MISSED", .muted) }
    return TextLine(
      Self.glyphs("MISSED", .muted, width: 17 + questionWidth(frame))
        + Self.glyphs("LAPSES", .muted, rightIn: Self.lapsesWidth) + Self.blanks(2)
        + Self.glyphs("NEXT", .muted, width: Self.nextWidth))
  }

  private func row(of card: Card, _ frame: Frame) -> TextLine {
    let width = questionWidth(frame)
    let glyphs =
      Self.glyphs(Frame.cut(card.topic, to: 16), .muted, width: 17)
      + Self.glyphs(Frame.cut(card.question, to: width), .answer, width: width)
    guard hasFigures(frame),
      let after = review.session.log.last(where: { $0.card == card.id })?.after
    else { return TextLine(glyphs) }
    return TextLine(
      glyphs + Self.glyphs(String(after.lapses), .answer, rightIn: Self.lapsesWidth)
        + Self.blanks(2)
        + Self.glyphs(Frame.cut(next(after), to: Self.nextWidth), .answer, width: Self.nextWidth))
  }

  private func next(_ schedule: Schedule) -> String {
    guard review.isCounted else { return "·" }
    guard case .day(let day) = schedule.due, day > today else { return "today" }
    return today.distance(to: day) == 1 ? "tomorrow" : day.short
  }

  // MARK: What was answered

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
}
