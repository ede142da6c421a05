import Foundation
import MockInterview
import Reports

/// What the answers of a mock would count as, to be ticked and counted as one batch.
package struct MockScheduleScreen: Screen {
  /// One answer with what would follow.
  package struct Row: Hashable, Sendable {
    package var proposal: Proposal
    package let topic: String
    package let question: String
    package let score: Double
    /// When its card is due now, in words.
    package let due: String
    /// When it would be due after grades 1 to 4.
    package let then: [String]

    package init(
      proposal: Proposal, topic: String, question: String, score: Double, due: String,
      then: [String]
    ) {
      self.proposal = proposal
      self.topic = topic
      self.question = question
      self.score = score
      self.due = due
      self.then = then
    }
  }

  private let attempt: String
  private let name: String
  private let number: Int
  private var rows: [Row]
  private var selected = 0
  private var sentence = ""
  private var isCounted: Bool

  package init(attempt: Attempt, rows: [Row]) {
    self.attempt = attempt.id
    name = attempt.preset.name
    number = attempt.number
    isCounted = attempt.applied != nil
    self.rows = rows
  }

  package var context: KeyContext { .mockSchedule }
  package mutating func say(_ sentence: String) { self.sentence = sentence }

  package mutating func handle(_ action: Action, in window: Window) -> [Step] {
    sentence = ""
    switch action {
    case .rowDown, .rowUp, .pageDown, .pageUp, .top, .bottom:
      selected = action.scrolled(from: selected, room: 8, furthest: max(rows.count - 1, 0))
    case .goOn: toggle(selected)
    case .rate(let grade):
      if rows.indices.contains(selected), !rows[selected].proposal.isLocked {
        rows[selected].proposal.grade = grade
        rows[selected].proposal.isTicked = true
      }
    case .all:
      let open = rows.indices.filter { !rows[$0].proposal.isLocked }
      let isAll = open.allSatisfy { rows[$0].proposal.isTicked }
      for index in open { rows[index].proposal.isTicked = !isAll }
    case .accept:
      if isCounted {
        sentence = "These are counted already; u takes them back."
        return []
      }
      let ticked = rows.map(\.proposal).filter(\.isTicked)
      guard !ticked.isEmpty else {
        sentence = "Nothing is ticked."
        return []
      }
      return [.effect(.mock(.apply(attempt: attempt, ticked)))]
    case .undo: return [.effect(.mock(.withdraw(attempt: attempt)))]
    case .back: return [.close]
    default: break
    }
    return []
  }

  private mutating func toggle(_ index: Int) {
    guard rows.indices.contains(index) else { return }
    if rows[index].proposal.isLocked {
      sentence = Self.words(for: rows[index])
    } else {
      rows[index].proposal.isTicked.toggle()
    }
  }

  package mutating func take(_ reply: Reply, in window: Window) -> [Step]? {
    switch reply {
    case .said(let words):
      sentence = words
      isCounted.toggle()
      return []
    case .failed(let reason):
      sentence = "! " + reason
      return []
    default: return nil
    }
  }

  /// "1 Docker           What does an image…": topics of equal width above each other.
  private static func name(of row: Row, topic: Int) -> String {
    Columns.left("\(row.proposal.q) \(row.topic)", topic) + " "
      + row.question.filter { $0 != "`" && $0 != "*" }
  }

  private static func words(for row: Row) -> String {
    let q = row.proposal.q
    switch row.proposal.remarks.first {
    case .new: return "\(q) was never seen before: it would start as a new card."
    case .hint: return "\(q) is left out because a hint was used."
    case .sameDay: return "\(q) was reviewed the same day before: a repeat tells little."
    case .reviewedSince: return "\(q) was reviewed since; the log knows better already."
    case .gone: return "\(q) is in no note any more."
    case nil: return ""
    }
  }

  package func draw(in window: Window) -> Grid {
    var frame = Frame(window)
    let ticked = rows.count { $0.proposal.isTicked }
    frame.title(
      ["Mock", "\(name) \(number)", "into the schedule"], right: "\(ticked) of \(rows.count) ticked"
    )
    let columns = frame.columns
    let body = frame.placeBody
    let intro =
      columns < 72
      ? "An unaided answer counts as a review if it is ticked."
      : "An unaided answer is a real review. What is ticked counts as one."
    frame.grid.write(
      Frame.cut(intro, to: columns - 4), row: body.lowerBound + 1, column: 2,
      ink: .answer)
    let isWide = columns >= 72
    let widths = isWide ? [7, 11, 9, 9] : [7, 8, 0, 9]
    let room = max(columns - 10 - widths.reduce(0, +), 8)
    func line(_ texts: [String], row: Int, ink: Ink) {
      frame.grid.write(Frame.cut(texts[0], to: room), row: row, column: 6, ink: ink)
      var end = 6 + room
      for (text, width) in zip(texts.dropFirst(), widths) where width > 0 {
        end += width
        frame.grid.write(text, row: row, column: end - CellWidth.of(text), ink: ink)
      }
    }
    line(
      ["QUESTION", "SCORE", isWide ? "COUNTS AS" : "AS", "DUE NOW", "THEN"],
      row: body.lowerBound + 3,
      ink: .muted)
    let first = body.lowerBound + 4
    let places = max(body.upperBound - first - 2, 1)
    let start = Frame.first(reaching: selected, of: rows.count, in: places)
    for (offset, row) in rows.dropFirst(start).prefix(places).enumerated() {
      let isSelected = start + offset == selected
      let ink: Ink = isSelected ? .prompt : row.proposal.isLocked ? .muted : .answer
      let at = first + offset
      frame.grid.write(row.proposal.isTicked ? "[x]" : "[ ]", row: at, column: 2, ink: ink)
      let grade = row.proposal.grade
      line(
        [
          Self.name(of: row, topic: isWide ? 17 : 12), Words.percent(row.score),
          Proposal.name(ofGrade: grade), row.due,
          row.then.indices.contains(grade - 1) ? row.then[grade - 1] : "·",
        ], row: at, ink: ink)
      if isSelected { frame.select(row: at) }
    }
    if rows.isEmpty {
      frame.grid.write("No answer counts as a review.", row: first, column: 2, ink: .answer)
    } else if rows.indices.contains(selected) {
      frame.grid.write(
        Frame.cut(Self.words(for: rows[selected]), to: columns - 4), row: body.upperBound - 1,
        column: 2, ink: .muted)
    }
    frame.rule(row: frame.rows - 3)
    if sentence.isEmpty {
      frame.message(
        oneOf: [
          "One batch: u or ebb mock withdraw \(number) takes all of it back, also next month.",
          "One batch: u takes all of it back, also next month.", "u takes all of it back.",
        ])
    } else {
      frame.message(sentence)
    }
    frame.keys(.mockSchedule)
    return frame.grid
  }
}
