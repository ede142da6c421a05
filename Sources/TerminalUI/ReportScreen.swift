import Reports

/// The reports: seven views of the same figures, one at a time.
package struct ReportScreen: Screen {
  private var figures: Figures
  private var period: ReportPeriod
  private var view: Report.View
  private var scroll = 0
  /// The row of the topics in focus.
  private var selected = 0
  private var remark: String?

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

  /// Whether Enter opens the row in focus: topics open their parts.
  private var isList: Bool { view == .topics && figures.topic == nil && !figures.topics.isEmpty }

  package mutating func say(_ sentence: String) { remark = sentence }

  package mutating func handle(_ action: Action, in window: Window) -> [Step] {
    remark = nil
    switch action {
    case .back: return [.close]
    case .rate(let number): show(number - 1)
    case .shiftLeft: show((Self.views.firstIndex(of: view) ?? 0) - 1)
    case .shiftRight: show((Self.views.firstIndex(of: view) ?? 0) + 1)
    case .period: return [.effect(.countFigures(period: period.next, topic: figures.topic))]
    case .accept where isList:
      return [
        .effect(
          .openReports(period: period, topic: figures.topics[selected].topic, view: .topics))
      ]
    default: move(action, in: window)
    }
    return []
  }

  package mutating func take(_ reply: Reply, in window: Window) -> [Step]? {
    guard case .figures(let figures, let period) = reply else { return nil }
    self.figures = figures
    self.period = period
    scroll = 0
    selected = 0
    return []
  }

  private mutating func show(_ number: Int) {
    guard Self.views.indices.contains(number) else { return }
    view = Self.views[number]
    scroll = 0
    selected = 0
  }

  private mutating func move(_ action: Action, in window: Window) {
    let room = room(window)
    let layout = layout(window)
    guard isList else {
      scroll = action.scrolled(from: scroll, room: room, furthest: layout.lines.count - room)
      return
    }
    selected = action.scrolled(from: selected, room: room, furthest: figures.topics.count - 1)
    guard layout.rowLines.indices.contains(selected) else { return }
    let line = layout.rowLines[selected]
    scroll = min(max(scroll, line - room + 1), max(line - 1, 0))
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
      "ebb › Reports" + (figures.topic.map { " › \($0)" } ?? ""), right: report.span)
    drawTabs(in: &frame)
    let layout = layout(window)
    let room = room(window)
    let first = min(scroll, max(layout.lines.count - room, 0))
    for (offset, line) in layout.lines.dropFirst(first).prefix(room).enumerated() {
      var column = 2
      for glyph in line.glyphs where column + glyph.width < window.columns {
        frame.grid.write(String(glyph.cluster), row: 4 + offset, column: column, ink: glyph.ink)
        column += glyph.width
      }
    }
    frame.rule(row: window.rows - 3, above: first, below: layout.lines.count - first - room)
    frame.message(remark ?? report.note)
    if isList, layout.rowLines.indices.contains(selected) {
      let row = 4 + layout.rowLines[selected] - first
      if row >= 4, row < 4 + room {
        frame.grid.write("▸", row: row, column: 0, ink: .selection)
        frame.grid.cursor = Grid.Position(row: row, column: 0)
      }
    }
    frame.keys(.reports)
    return frame.grid
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
