import Foundation
import Reports
import Scheduling

/// A plan for the day of an interview: what it takes to know some topics by then.
package struct PlanScreen: Screen {
  /// What a row of the form is.
  private enum Row: Hashable {
    case day
    case aim
    case topic(String)
  }

  private let today: Day
  /// All topics, in an order that stays.
  private let topics: [String]
  private var wish: PlanWish
  /// What the wish comes to; nil until it was worked out.
  private var figures: PlanFigures?
  /// The plan that holds now.
  private var inForce: PlanWish?
  private var selected = 0
  private var scroll = 0
  /// The day that is being typed.
  private var field: TextField?
  private var remark: String?

  /// Begins with figures; `topics` are all there are, the least ready first.
  package init(_ figures: PlanFigures, topics: [String], inForce: PlanWish?, today: Day) {
    self.figures = figures
    self.topics = topics
    self.inForce = inForce
    self.today = today
    wish = figures.wish
  }

  package var context: KeyContext { .plan }
  package var readsText: Bool { field != nil }

  private var rows: [Row] { [.day, .aim] + topics.map { .topic($0) } }

  // MARK: Events

  package mutating func handle(_ action: Action, in window: Window) -> [Step] {
    remark = nil
    switch action {
    case .back: return [.close]
    case .accept:
      guard let figures, figures.wish == wish else { break }
      inForce = wish
      return [.effect(.plan(.set(wish)))]
    case .useDefault:
      guard inForce != nil else {
        remark = "No plan is in force."
        break
      }
      inForce = nil
      return [.effect(.plan(.set(nil)))]
    case .type: field = TextField(wish.day.description)
    case .shiftLeft: return change(by: -1)
    case .shiftRight: return change(by: 1)
    case .goOn: return toggle()
    case .all:
      wish.topics = wish.topics == nil ? [] : nil
      return count()
    default: move(action, in: window)
    }
    return []
  }

  private mutating func move(_ action: Action, in window: Window) {
    selected = action.scrolled(from: selected, room: rows.count, furthest: rows.count - 1)
  }

  /// The next value of the row in focus, or the one before.
  private mutating func change(by step: Int) -> [Step] {
    switch rows[selected] {
    case .day: return set(day: wish.day.advanced(by: step))
    case .aim:
      let aim = Double(Int((wish.aim * 100).rounded()) + step) / 100
      guard DatePlan.Aim.shares.contains(aim) else {
        remark = "An aim is from 70% to 97%."
        return []
      }
      wish.aim = aim
      return count()
    case .topic: return toggle()
    }
  }

  private mutating func set(day: Day) -> [Step] {
    guard (0...DatePlan.Aim.farthest).contains(today.distance(to: day)) else {
      remark = "The day is from today to three years ahead."
      return []
    }
    wish.day = day
    return count()
  }

  private mutating func toggle() -> [Step] {
    guard case .topic(let name) = rows[selected] else {
      remark = "Space ticks topics; h and l change this."
      return []
    }
    var chosen = wish.topics ?? Set(topics)
    if chosen.remove(name) == nil { chosen.insert(name) }
    wish.topics = chosen == Set(topics) ? nil : chosen
    return count()
  }

  private mutating func count() -> [Step] {
    guard wish.topics?.isEmpty != true else {
      figures = nil
      remark = "Tick at least one topic."
      return []
    }
    return [.effect(.plan(.count(wish)))]
  }

  package mutating func read(_ key: Key, in window: Window) -> [Step] {
    switch key {
    case .escape: field = nil
    case .enter:
      guard let text = field?.text else { break }
      guard let when = CardTerm.When(text) else {
        remark = "! Write a day such as 2w, 30d or 2026-12-31."
        break
      }
      field = nil
      return set(day: when.day(from: today))
    default:
      remark = nil
      _ = field?.handle(key)
    }
    return []
  }

  package mutating func paste(_ text: String, in window: Window) -> [Step] {
    field?.insert(text)
    return []
  }

  package mutating func take(_ reply: Reply, in window: Window) -> [Step]? {
    switch reply {
    case .plan(let figures): self.figures = figures
    case .said(let sentence): remark = sentence
    case .failed(let problem): remark = "! " + problem
    default: return nil
    }
    return []
  }

  package mutating func say(_ sentence: String) { remark = sentence }

  // MARK: Drawing

  package func draw(in window: Window) -> Grid {
    var frame = Frame(window)
    let wait = today.distance(to: wish.day)
    let place = ["ebb", inForce == nil ? "Plan" : "Plan, in force"]
    frame.title(
      place, right: wish.day.long + (wait == 0 ? ", today" : ", in \(Words.count(wait, "day"))"))
    let top = window.rows < 16 ? 2 : 3
    let body = top..<max(frame.placeBody.upperBound, top)
    let (lines, starts) = lines(in: frame)
    let focus = starts[selected]
    let first = Frame.first(reaching: focus, of: lines.count, in: body.count, below: 2)
    frame.write(lines.dropFirst(first), in: body, from: 2, to: frame.columns - 1)
    frame.rule(row: window.rows - 3, above: first, below: lines.count - first - body.count)
    if let field {
      let start = frame.grid.write(
        " The day: ", row: window.rows - 2, column: 0, ink: .prompt)
      if let remark { frame.message(remark, ink: .warning) }
      field.draw(
        in: &frame.grid, row: remark == nil ? window.rows - 2 : window.rows - 3,
        columns: start..<max(window.columns - 1, start), ink: .answer)
    } else {
      frame.message(
        remark
          ?? (inForce == wish
            ? "This plan is in force; x ends it." : "Enter puts this plan in force."))
      frame.select(row: top + focus - first)
    }
    frame.keys(readsText ? .typing : .plan)
    return frame.grid
  }

  /// The rows, and which of them each row of the form is.
  private func lines(in frame: Frame) -> (lines: [TextLine], starts: [Int]) {
    func form(_ name: String, _ value: String, _ index: Int) -> TextLine {
      let ink: Ink = selected == index ? .prompt : .answer
      return TextLine(Columns.left(name, 14) + "‹ \(value) ›", ink)
    }
    var lines = [
      form("Interview", wish.day.long, 0),
      form("Aim", "\(Words.percent(wish.aim)) ready", 1), .blank,
    ]
    let columns = PlanColumns(width: frame.columns)
    lines += columns.heads.map { TextLine($0, .muted) }
    var starts = [0, 1]
    let known = Dictionary(
      (figures?.plan.topics ?? []).map { ($0.topic, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, topic) in topics.enumerated() {
      let isTicked = wish.topics?.contains(topic) ?? true
      starts.append(lines.count)
      let ink: Ink = selected == index + 2 ? .prompt : isTicked ? .answer : .muted
      lines.append(
        TextLine(
          columns.row((isTicked ? "[x] " : "[ ] ") + topic, isTicked ? known[topic] : nil), ink))
    }
    guard let figures else { return (lines, starts) }
    if figures.plan.topics.count > 1 {
      lines.append(TextLine(columns.row("    together", figures.plan.together), .answer))
    }
    lines.append(.blank)
    let layout = TextLayout(measure: frame.measure, wide: frame.wide)
    for sentence in figures.sentences { lines += layout.lines(of: sentence, ink: .answer) }
    return (lines, starts)
  }
}
