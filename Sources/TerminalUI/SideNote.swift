import Decks
import Foundation
import Reports
import Scheduling

/// What stands beside a card in a wide window: nothing that card info does not say too.
package struct SideNote: Sendable {
  /// The card it is about.
  package let card: CardID
  private let known: StudiedCard
  private let history: [Review]
  private let siblings: [StudiedCard]
  private let viewpoint: Viewpoint

  /// `history` holds the answers that hold, oldest first; `siblings` are the other cards of the
  /// passage.
  package init(
    _ known: StudiedCard, history: [Review], siblings: [StudiedCard], from viewpoint: Viewpoint
  ) {
    card = known.id
    self.known = known
    self.history = history
    self.siblings = siblings
    self.viewpoint = viewpoint
  }

  /// Cells it is wide, and the least columns of a window that has room for it.
  static let width = 36
  static let leastColumns = 118
  private static let shownAnswers = 5
  private static let shownSiblings = 4

  /// The rows of it.
  var lines: [TextLine] {
    let words = CardWords(known, from: viewpoint)
    var lines = [Self.head("MEMORY"), Self.fact(words.state)]
    if let memory = known.schedule.memory {
      lines.append(
        Self.fact(
          "stable \(CardWords.days(memory.stability)), difficulty "
            + Words.number(memory.difficulty, decimals: 1)))
      lines += [Self.fact("recall now \(words.recall)"), Self.fact(words.lapses)]
    }
    if !history.isEmpty {
      lines += [.blank, Self.head("LAST ANSWERS")]
      let before = [nil] + history.map { $0 as Review? }
      for (answer, earlier) in zip(history, before).suffix(Self.shownAnswers).reversed() {
        lines.append(answerLine(answer, after: earlier))
      }
    }
    lines += [.blank, Self.head("SOURCE")]
    lines.append(Self.fact("\(Frame.fileName(known.place.path)):\(known.place.line)"))
    if let heading = known.trail.last { lines.append(Self.fact(heading)) }
    guard !siblings.isEmpty else { return lines }
    lines += [.blank, Self.head("FROM THE SAME PASSAGE")]
    for sibling in siblings.prefix(Self.shownSiblings) {
      let due = CardWords(sibling, from: viewpoint).due
      lines.append(Self.row(sibling.question, due, ink: .answer))
    }
    let more = siblings.count - Self.shownSiblings
    if more > 0 { lines.append(Self.fact("and \(more) more")) }
    return lines
  }

  private func answerLine(_ answer: Review, after before: Review?) -> TextLine {
    let calendar = viewpoint.scheduler.calendar
    let days = before.map { calendar.days(from: $0.time, to: answer.time) }
    let after = before.map { before in
      days == 0
        ? Delay.seconds(Int(answer.time.timeIntervalSince(before.time)))
        : Delay.days(days ?? 0)
    }
    let wait = after.map { "after \($0)" } ?? "first"
    return Self.row(
      "\(calendar.day(of: answer.time).short)  \(answer.rating.name)", wait, ink: .answer)
  }

  private static func head(_ text: String) -> TextLine { TextLine(text, .muted) }

  private static func fact(_ text: String) -> TextLine {
    TextLine(Frame.cut(text, to: width), .answer)
  }

  /// A text with a few words at the right edge.
  private static func row(_ left: String, _ right: String, ink: Ink) -> TextLine {
    let text = Frame.cut(left, to: width - CellWidth.of(right) - 1)
    let gap = max(width - CellWidth.of(text) - CellWidth.of(right), 1)
    return TextLine(
      text.map { Glyph($0, ink) }
        + (String(repeating: " ", count: gap) + right).map {
          Glyph($0, .muted)
        })
  }

  /// Draws it into the right part of the body.
  func draw(in frame: inout Frame) {
    let start = frame.columns - Self.width - 2
    frame.write(lines, in: frame.body, from: start, to: start + Self.width)
  }
}
