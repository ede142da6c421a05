import Decks
import Foundation
import Reports
import Scheduling

/// The reports: seven views of the same figures, one at a time.
package struct ReportScreen: Screen {
  private var figures: Figures
  private var period: ReportPeriod
  private var view: Report.View
  private var scroll = 0
  /// The row in focus, where Enter opens rows.
  private var selected = 0
  /// The day in focus of a calendar; nil until somebody walks it.
  private var day: Day?
  private var remark: String?
  /// What was opened from here may have changed the figures.
  private var isStale = false
  /// What of the notes no card asks about, and whether it was asked for: one view needs it.
  private var silent: [SilentParts]?
  private var asksForSilent = false

  private static let views = Report.View.allCases.filter { $0 != .digest }

  /// Shows figures that were made for this period.
  package init(_ figures: Figures, period: ReportPeriod, view: Report.View = .overview) {
    self.figures = figures
    self.period = period
    self.view = view
  }

  package var context: KeyContext { .reports }
  package var face: String { "\(context.rawValue) \(view) \(figures.topic ?? "")" }

  private var report: Report { Report(view, of: figures) }

  /// How many rows Enter opens: topics open their parts, mocks their results.
  private var listed: Int {
    switch view {
    case .topics where figures.topic == nil: figures.topics.count
    case .mocks: figures.recentMocks.count
    default: 0
    }
  }

  /// Whether the days of the view can be walked.
  private var isCalendar: Bool { view == .forecast || view == .heatmap }

  package mutating func say(_ sentence: String) { remark = sentence }

  package mutating func handle(_ action: Action, in window: Window) -> [Step] {
    remark = nil
    let number = Self.views.firstIndex(of: view) ?? 0
    switch action {
    case .back: return [.close]
    case .rate(let number): show(number - 1)
    case .focus: show((number + 1) % Self.views.count)
    case .shiftLeft, .shiftRight:
      if !isCalendar {
        show(action == .shiftLeft ? number - 1 : number + 1)
      } else {
        walk(action, in: window)
      }
    case .rowUp where view == .heatmap && day != nil,
      .rowDown where view == .heatmap && day != nil:
      walk(action, in: window)
    case .period: return [.effect(.reports(.count(period: period.next, topic: figures.topic)))]
    case .export: return [.effect(.reports(.export(report)))]
    case .accept: return open()
    default: move(action, in: window)
    }
    return []
  }

  /// Opens the row or the day in focus.
  private mutating func open() -> [Step] {
    if isCalendar, let day {
      let field: CardTerm.TimeField = view == .forecast ? .due : .seen
      var terms: [CardQuery.Clause] = [.term(.time(field, .equal, .on(day)))]
      if let topic = figures.topic { terms.append(.term(.text(.topic, topic))) }
      isStale = true
      return [.effect(.cards(.browse(CardQuery(.all(terms)))))]
    }
    guard selected < listed else {
      remark = isCalendar ? "h and l walk the days; Enter opens the cards of one." : nil
      return []
    }
    if view == .mocks {
      isStale = true
      return [
        .effect(.mock(.openResult(attempt: Array(figures.recentMocks.reversed())[selected].id)))
      ]
    }
    return [
      .effect(.reports(.open(period: period, topic: figures.topics[selected].topic, view: .topics)))
    ]
  }

  package mutating func uncover(after seconds: TimeInterval, in window: Window) -> [Step] {
    guard isStale else { return [] }
    (isStale, silent, asksForSilent) = (false, nil, false)
    return [.effect(.reports(.count(period: period, topic: figures.topic)))]
  }

  package mutating func prepare(for window: Window) -> [Step] {
    guard view == .topics, !asksForSilent else { return [] }
    asksForSilent = true
    return [.effect(.reports(.readSilentParts))]
  }

  package mutating func take(_ reply: Reply, in window: Window) -> [Step]? {
    switch reply {
    case .silentParts(let parts):
      silent = parts
      figures.set(silent: parts)
    case .figures(let figures, let period):
      if period != self.period { (scroll, selected, day) = (0, 0, nil) }
      self.figures = figures
      if let silent { self.figures.set(silent: silent) }
      self.period = period
      selected = max(min(selected, listed - 1), 0)
    case .failed(let problem): remark = "! " + problem
    default: return nil
    }
    return []
  }

  private mutating func show(_ number: Int) {
    guard Self.views.indices.contains(number) else { return }
    view = Self.views[number]
    (scroll, selected, day) = (0, 0, nil)
  }

  /// Goes from day to day; a heatmap has weeks side by side. The first step shows today.
  private mutating func walk(_ action: Action, in window: Window) {
    let layout = layout(window)
    guard let first = layout.days.first?.day, let last = layout.days.last?.day else { return }
    let week = view == .heatmap ? 7 : 1
    let steps: [Action: Int] = [.shiftLeft: -week, .shiftRight: week, .rowUp: -1, .rowDown: 1]
    let target = day.map { $0.advanced(by: steps[action] ?? 0) } ?? figures.today
    let reached = min(max(target, first), last)
    day = reached
    if let place = layout.days.first(where: { $0.day == reached }) {
      show(line: place.line, in: window)
    }
  }

  /// Scrolls as far as needed to bring a line of the report into sight.
  private mutating func show(line: Int, in window: Window) {
    scroll = min(max(scroll, line - room(window) + 1), max(line - 1, 0))
  }

  private mutating func move(_ action: Action, in window: Window) {
    let room = room(window)
    let layout = layout(window)
    guard listed > 0 else {
      scroll = action.scrolled(from: scroll, room: room, furthest: layout.lines.count - room)
      return
    }
    let before = selected
    selected = action.scrolled(from: selected, room: room, furthest: listed - 1)
    guard layout.rowLines.indices.contains(selected) else { return }
    if selected != before {
      show(line: layout.rowLines[selected], in: window)
    } else {
      // Beyond the last row stands what else there is to read.
      scroll = action.scrolled(from: scroll, room: room, furthest: layout.lines.count - room)
    }
  }

  // MARK: Drawing

  /// Tables may use the whole window, up to a width beyond which a row is hard to follow.
  private func layout(_ window: Window) -> ReportLayout {
    ReportLayout(report, width: min(window.columns - 4, 110))
  }

  /// Rows for the report: between the tabs and the rule above the message.
  private func room(_ window: Window) -> Int { max(window.rows - 7, 1) }

  package func draw(in window: Window) -> Grid {
    var frame = Frame(window)
    let report = report
    frame.title(
      ["ebb", "Reports"] + (figures.topic.map { [$0] } ?? []), right: report.span)
    drawTabs(in: &frame)
    let layout = layout(window)
    let room = room(window)
    let first = min(scroll, max(layout.lines.count - room, 0))
    frame.write(layout.lines.dropFirst(first), in: 4..<4 + room, from: 2, to: window.columns - 1)
    frame.rule(row: window.rows - 3, above: first, below: layout.lines.count - first - room)
    frame.message(remark ?? sentenceOfDay ?? report.note)
    let rows = 4..<(4 + room)
    if listed > 0, layout.rowLines.indices.contains(selected) {
      let row = 4 + layout.rowLines[selected] - first
      if rows.contains(row) { frame.select(row: row) }
    }
    if let place = layout.days.first(where: { $0.day == day }) {
      let (row, column) = (4 + place.line - first, 2 + place.column)
      if rows.contains(row) {
        frame.grid.reink(row: row, columns: column..<(column + 1), ink: .selection)
        frame.park(row: row, column: column)
      }
    }
    frame.keys(.reports)
    return frame.grid
  }

  private var sentenceOfDay: String? {
    day.map { view == .forecast ? figures.due(on: $0) : figures.answered(on: $0) }
  }

  /// `[1 overview] 2 retention ...`; only the present one where they do not all fit.
  private func drawTabs(in frame: inout Frame) {
    let names = Self.views.enumerated().map { index, view in
      view == self.view ? "[\(index + 1) \(view.rawValue)]" : "\(index + 1) \(view.rawValue)"
    }
    let all = names.joined(separator: " ")
    guard CellWidth.of(all) + 2 < frame.columns else {
      let index = Self.views.firstIndex(of: view) ?? 0
      frame.grid.write(
        "[\(index + 1)] \(view.rawValue)  \(index + 1)/\(Self.views.count)", row: 2, column: 2,
        ink: .title)
      return
    }
    var column = 2
    for (view, name) in zip(Self.views, names) {
      let ink: Ink = view == self.view ? .title : .muted
      column = frame.grid.write(name, row: 2, column: column, ink: ink) + 1
    }
  }
}
