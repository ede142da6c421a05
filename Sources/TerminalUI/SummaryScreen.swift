import Decks
import Foundation
import Reports
import Scheduling

/// What a sitting came to, with the cards that were missed as a list.
struct SummaryScreen: Screen {
  /// The sitting it sums up; undo goes back into it.
  let review: ReviewScreen
  let today: Day
  /// What comes next, once it is known.
  private var tomorrow: Tomorrow?
  private var selected = 0
  private var scroll = 0
  private var remark: String?

  init(of review: ReviewScreen, today: Day) {
    self.review = review
    self.today = today
  }

  var context: KeyContext { .summary }

  mutating func say(_ sentence: String) { remark = sentence }

  mutating func handle(_ action: Action, in window: Window) -> [Step] {
    remark = nil
    switch action {
    case .accept, .back: return [.close]
    case .goOn: return review.session.current == nil ? [.close] : [.replace(review)]
    case .undo:
      var review = review
      // Without an answer to take back there is no summary.
      let steps = review.handle(.undo, in: window)
      return steps.isEmpty && review.isCounted ? [] : [.replace(review)] + steps
    case .info:
      guard missed.indices.contains(selected) else {
        remark = "No card here."
        return []
      }
      return [.effect(.cards(.openInfo(missed[selected].id)))]
    case .edit:
      guard missed.indices.contains(selected) else {
        remark = "No card here."
        return []
      }
      return [.effect(.edit(missed[selected].place, cards: missed.map(\.id)))]
    default:
      move(action, in: Frame(window))
      return []
    }
  }

  mutating func take(_ reply: Reply, in window: Window) -> [Step]? {
    switch reply {
    case .tomorrow(let tomorrow): self.tomorrow = tomorrow
    case .reread(_, let notice, _): remark = notice
    // What the sitting came to stays in sight, whatever cannot be looked up.
    case .failed(let problem): if tomorrow != nil { remark = "! " + problem }
    default: return nil
    }
    return []
  }

  private mutating func move(_ action: Action, in frame: Frame) {
    let room = Self.room(in: frame).count
    let text = SummaryText(self, frame)
    let furthest = max(text.lines.count - room, 0)
    guard !missed.isEmpty else {
      scroll = action.scrolled(from: scroll, room: room, furthest: furthest)
      return
    }
    selected = action.scrolled(from: selected, room: room, furthest: missed.count - 1)
    let line = text.firstMiss + selected
    scroll = min(max(scroll, line - room + 1), line)
    // At the ends what stands above and below the list is in sight, if there is room for it.
    if selected == 0 { scroll = max(line - room + 1, 0) }
    if selected == missed.count - 1 { scroll = max(min(furthest, line), scroll) }
  }

  /// The cards that were missed, in the order of the first miss.
  var missed: [Card] { review.cards(review.session.summary.missed) }

  func draw(in window: Window) -> Grid {
    var frame = Frame(window)
    frame.title(
      [review.isCounted ? "Review" : "Practice", "Done"], right: today.long, progress: 1)
    let room = Self.room(in: frame)
    let text = SummaryText(self, frame)
    let first = min(scroll, max(text.lines.count - room.count, 0))
    frame.write(text.lines.dropFirst(first), in: room, from: 2, to: window.columns)
    frame.rule(row: window.rows - 3, above: first, below: text.lines.count - first - room.count)
    frame.message(oneOf: remark.map { [$0] } ?? sentences)
    let row = room.lowerBound + text.firstMiss + selected - first
    if !missed.isEmpty, room.contains(row) { frame.select(row: row) }
    frame.keys(.summary)
    return frame.grid
  }

  private static func room(in frame: Frame) -> Range<Int> {
    let first = frame.body.lowerBound
    return first..<max(frame.placeBody.upperBound, first)
  }

  // MARK: What comes next

  /// Longest first.
  private var sentences: [String] {
    let session = review.session
    if session.current != nil {
      let left = "Left at \(session.answered) of \(session.answered + session.remaining)"
      let rest = review.isCounted ? "; the rest stays due." : "."
      return [left + rest + " Space goes back in.", left + ". Space goes back in."]
    }
    guard review.isCounted else { return ["Nothing of this counts; no card has moved."] }
    if let moment = session.nextLearning {
      let clock = Stamp(moment, in: review.calendar).clock
      let cards = Words.count(session.waiting, "card")
      return ["\(cards) \(session.waiting == 1 ? "comes" : "come") back at \(clock)."]
    }
    guard let tomorrow else { return ["All done for now."] }
    let due = tomorrow.due == 0 ? "nothing due" : "\(tomorrow.due) due"
    let minutes = review.seconds.minutes(due: tomorrow.due, new: 0)
    let time = tomorrow.due == 0 ? "" : ", about \(SpokenTime.about(minutes: minutes))"
    let streak = tomorrow.streak == 0 ? "" : " Streak \(Words.count(tomorrow.streak, "day"))."
    return ["Tomorrow: \(due)\(time).\(streak)", "Tomorrow: \(due)\(time).", "Tomorrow: \(due)."]
  }
}

/// What is known of the next day when a sitting is over.
package struct Tomorrow: Hashable, Sendable {
  /// Cards that fall due on it.
  package let due: Int
  /// Days studied in a row, today included.
  package let streak: Int

  package init(due: Int, streak: Int) {
    self.due = due
    self.streak = streak
  }
}

/// What a sitting consisted of.
package struct SittingFigures: Hashable, Sendable {
  /// When it began.
  package let started: Date
  /// The answers that hold, in their order.
  package let log: [Review]

  package init(started: Date, log: [Review]) {
    self.started = started
    self.log = log
  }
}
