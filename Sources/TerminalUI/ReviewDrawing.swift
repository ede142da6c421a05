import Decks
import Foundation
import MockInterview
import Reports
import Scheduling

extension ReviewScreen {
  package func draw(in window: Window) -> Grid {
    let (columns, rows, now) = (window.columns, window.rows, window.now)
    var frame = frame(columns: columns, rows: rows)
    let total = session.answered + session.remaining
    let trail = card.map { [$0.topic] + $0.trail } ?? []
    frame.title(
      [isCounted ? "Review" : "Practice"] + trail,
      right: "\(min(session.answered + 1, total)) of \(total)", less: timeLeft(columns: columns),
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
    if let focus = view.focus {
      // Magnifiers and screen readers follow the cursor.
      let row = frame.body.lowerBound + view.pinned.count + focus.lowerBound - offset
      if frame.body.contains(row) {
        let mark = (0..<columns).first { frame.grid[row, $0].cluster == Grid.mark }
        frame.park(row: row, column: mark ?? 0)
      }
    }
    drawDecisions(in: &frame)
    let visible = view.pinned + view.scrolling.dropFirst(offset).prefix(view.room)
    // Wide code and tables take the room; what is known of the card is not lost, `i` shows it.
    if hasSideNote(in: window), let sideNote, sideNote.card == session.current,
      visible.allSatisfy({ $0.width <= frame.measure })
    {
      sideNote.draw(in: &frame)
    }
    // With all of the answer in sight there is nothing to read on.
    frame.keys(
      readsText ? .typing : context, digits: marks?.texts.count ?? 9,
      without: context == .back && hidden == 0 ? .goOn : nil)
    return frame.grid
  }

  /// How long the rest will take.
  private func timeLeft(columns: Int) -> [String] {
    guard look.manner.showsTimeLeft, columns >= 60 else { return [] }
    let new = session.remainingNew
    let time = SpokenTime.aboutShort(
      minutes: seconds.minutes(due: session.remaining - new, new: new))
    return [columns < 80 ? time : "about \(time) left"]
  }

  private func drawAction(in frame: inout Frame, hasMore: Bool, at now: Date) {
    let row = frame.rows - 3
    switch side {
    case .front:
      if let typed, typed.isOpen {
        drawTyping(typed, in: &frame, row: row)
        break
      } else if let marks, marks.form != .points {
        drawMarking(marks, in: &frame, row: row)
      } else {
        drawSureness(in: &frame, row: row, hasMore: hasMore)
      }
      frame.message(notice ?? "")
    case .back:
      drawRatings(in: &frame, row: row, at: now)
      if notice == nil, let id = card?.id, drifted.contains(id) {
        frame.message(
          oneOf: [
            "! The note changed since your last answer; d shows how.", "! The note changed: d.",
          ], ink: .warning)
        break
      }
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
    if asksSureness {
      return frame.action(
        oneOf: [
          "How sure are you?  1 guess   2 think so   3 sure   Enter no word",
          "1 guess  2 think so  3 sure  Enter",
        ], ink: .prompt)
    }
    let text = hasMore ? "Space reads on" : "Space shows the answer"
    let column = frame.grid.write(text, row: row, column: 2, ink: .hint)
    guard look.manner.confidence != .off else { return }
    let questions = [
      "sure of it?  1 guess   2 think so   3 sure", "1 guess  2 think so  3 sure",
    ]
    for sure in questions where column + sure.count + 4 <= frame.columns {
      frame.grid.write(sure, row: row, column: frame.columns - sure.count - 2, ink: .muted)
      break
    }
  }

  private func drawTyping(_ typed: TypedAnswer, in frame: inout Frame, row: Int) {
    frame.message("Enter compares; Esc closes the line and keeps the text.", ink: .muted)
    let label = "Your answer: "
    let start = frame.grid.write(label, row: row, column: 2, ink: .prompt)
    typed.field.draw(in: &frame.grid, row: row, columns: start..<frame.columns - 2, ink: .answer)
  }

  private func drawMarking(_ marks: RowMarks, in frame: inout Frame, row: Int) {
    let last = min(marks.texts.count, 9)
    let (action, state) =
      marks.form == .order
      ? ("1-\(last) comes next, Backspace takes one back", "\(marks.unplaced) to place")
      : marks.rightCount == 1
        ? ("1-\(last) choose, Enter checks", "one is right")
        : (
          "1-\(last) tick, Enter checks",
          "\(marks.marked.count) ticked; more than one is right"
        )
    let end = frame.grid.write(action, row: row, column: 2, ink: .hint)
    if end + state.count + 4 <= frame.columns {
      frame.grid.write(state, row: row, column: frame.columns - state.count - 2, ink: .muted)
    }
  }

  private func drawRatings(in frame: inout Frame, row: Int, at now: Date) {
    guard let outlook = session.outlook(at: now) else { return }
    let proposal = proposal
    let ratings: [Rating] = look.manner.hasFourGrades ? Rating.allCases : [.again, .good]
    let inks = ratings.map { rating -> Ink in
      if rating == proposal { return .selection }
      return switch rating {
      case .again: .again
      case .hard: .hard
      case .good: .good
      case .easy: .easy
      }
    }
    func labels(named: Bool) -> [String] {
      ratings.map { rating in
        // Practice moves no card, so there is no delay to tell.
        let delay =
          session.isPractice
          ? "" : outlook.delay(rating, from: now, calendar: calendar).description
        let name = named ? [rating.name] : []
        let digit = isTicking ? " " : String(rating.rawValue)
        let text = ([digit] + name + (delay.isEmpty ? [] : [delay])).joined(separator: " ")
        return rating == proposal ? "[\(text)]" : text
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

  /// What is known about the card, longest first. Nothing else on this side says that a digit
  /// before the answer was taken for how sure one is, so that comes first until something is
  /// measured.
  private func recallSentences(hasMore: Bool, at now: Date) -> [String] {
    let known = knownSentences(hasMore: hasMore, at: now)
    guard let said = sureness.flatMap({ Sureness(rawValue: $0) }), marks?.reason == nil,
      typed?.reason == nil
    else { return known }
    let noted = "Noted: \(said.name)."
    return known.map { "\(noted) \($0)" } + [noted]
  }

  private func knownSentences(hasMore: Bool, at now: Date) -> [String] {
    let more = hasMore && !isTicking ? " Space reads on." : ""
    if marks == nil, let reason = typed?.reason {
      return [reason, String(reason.prefix { $0 != "." }) + "."]
    }
    if let reason = marks?.reason {
      let how = isTicking ? " Enter takes it, Tab lets digits grade." : ""
      return [reason + how, reason]
    }
    if isTicking { return ["Digits tick what you said; Tab lets them grade."] }
    guard let schedule = session.currentSchedule, let last = schedule.lastReview,
      let recall = session.recall(at: now)
    else { return ["Seen for the first time." + more] }
    let days = calendar.days(from: last, to: now)
    let when = days == 0 ? "earlier today" : "\(Words.count(days, "day")) ago"
    let likely = "Recall was \(Words.percent(recall)) likely"
    return ["\(likely); last answered \(when).\(more)", "\(likely).\(more)"]
  }
}
