import Reports
import Scheduling

extension HomeScreen {
  package func draw(in window: Window) -> Grid {
    let (columns, height) = (window.columns, window.rows)
    var frame = Frame(window)
    let date = columns < 80 ? today.brief : today.long
    frame.title(["ebb"], right: date, less: streak)
    // A notice is said whole, at the cost of rows of the list.
    let said = notice.map { Array(Frame.rows(of: $0, columns: columns).prefix(3)) } ?? []
    let end = height - 2 - max(said.count, 1)
    let body = frame.placeBody.lowerBound..<max(end, frame.placeBody.lowerBound)
    let table = Columns(columns, longest: rows.map { CellWidth.of($0.name) }.max() ?? 0)
    frame.grid.write("TOPIC", row: body.lowerBound, column: 2, ink: .muted)
    table.write(["DUE", "NEW", "READY"], in: &frame, row: body.lowerBound, ink: .muted)

    let room = max(body.count - 1, 1)
    let first = Frame.first(reaching: selected, of: rows.count, in: room)
    let visible = rows.dropFirst(first).prefix(room)
    for (offset, topic) in visible.enumerated() {
      let row = body.lowerBound + 1 + offset
      let isSelected = first + offset == selected
      let ink: Ink = isSelected ? .prompt : .answer
      if isSelected { frame.select(row: row) }
      frame.grid.write(Frame.cut(topic.name, to: table.name), row: row, column: 2, ink: ink)
      table.write(
        [
          topic.due == 0 ? "·" : String(topic.due), topic.new == 0 ? "·" : String(topic.new),
          topic.ready.map { Words.percent($0) } ?? "·",
        ], in: &frame, row: row, ink: ink)
    }
    if topics.isEmpty {
      let layout = TextLayout(measure: frame.measure, wide: frame.wide)
      frame.draw(
        layout.lines(of: "ebb add FOLDER brings your own notes.", ink: .answer),
        from: body.lowerBound + 3, to: body.upperBound)
    } else if rows.count + 4 <= body.count {
      drawTotals(
        in: &frame, below: body.upperBound - 2, columns: table.panel?.lowerBound ?? columns)
    }
    if let panel = table.panel {
      let below = ForecastPanel(home: self, columns: panel).draw(in: &frame, rows: body)
      drawPanels(
        in: &frame, rows: min(below, body.upperBound)..<body.upperBound, columns: panel)
    }
    frame.rule(row: end, above: first, below: rows.count - first - room)
    if said.isEmpty {
      let isMock = remark == nil && selected == 0 && news.mock != nil
      frame.message(
        oneOf: (remark ?? (selected == 0 ? news.mock : nil)).map { [$0] }
          ?? sentences(for: rows[selected]), ink: isMock ? .warning : .answer)
    }
    for (offset, text) in said.enumerated() {
      frame.grid.write(text, row: end + 1 + offset, column: 1, ink: .warning)
    }
    if let finding { frame.ask("Topic: ", finding.field) }
    frame.keys(finding == nil ? .home : .typing)
    return frame.grid
  }

  private var streak: [String] {
    news.streak == 0 ? [] : ["streak \(Words.count(news.streak, "day"))"]
  }

  private func drawTotals(in frame: inout Frame, below row: Int, columns: Int) {
    let recalled =
      Words.count(Int(all.known.rounded(.down))) + " of " + Words.count(all.counted, "card")
    let sentences = ["You would recall about \(recalled).", "You would recall \(recalled)."]
    var counts = ["\(Words.count(all.seen)) seen", "\(Words.count(all.cards - all.seen)) new"]
    if all.suspended > 0 { counts.append("\(all.suspended) suspended") }
    for (offset, text) in [
      sentences.first { CellWidth.of($0) <= columns - 3 } ?? sentences[1],
      counts.joined(separator: ", "),
    ].enumerated() {
      frame.grid.write(
        Frame.cut(text, to: columns - 3), row: row + offset, column: 2, ink: .muted)
    }
  }

  /// The panels that fit below one another, a blank row between them.
  private func drawPanels(in frame: inout Frame, rows: Range<Int>, columns: Range<Int>) {
    var row = rows.lowerBound
    for panel in news.panels {
      let lines = panel.lines.flatMap { Frame.rows(of: $0, columns: columns.count + 2) }
      guard row + lines.count < rows.upperBound else { continue }
      let column = frame.grid.write(panel.title, row: row, column: columns.lowerBound, ink: .muted)
      frame.grid.write(
        Frame.cut(panel.rest, to: columns.upperBound - column - 1), row: row, column: column + 1,
        ink: .answer)
      for (offset, line) in lines.enumerated() {
        frame.grid.write(line, row: row + 1 + offset, column: columns.lowerBound, ink: .answer)
      }
      row += lines.count + 2
    }
  }

  /// Where the columns of the list are; in a narrow window they move together.
  private struct Columns {
    /// Cells for a name.
    let name: Int
    /// The cells after the last ones of the three numbers.
    let ends: [Int]

    /// Where there is room beside the list.
    let panel: Range<Int>?

    init(_ columns: Int, longest: Int) {
      if columns < 60 {
        ends = [columns - 16, columns - 10, columns - 3]
      } else {
        // A wider window gives half of what it has more to the names. Without a panel beside the
        // list they have what the longest of them needs.
        let start =
          columns < 80
          ? min(max(columns - 40, longest + 1), columns - 22) : 20 + min((columns - 80) / 2, 20)
        ends = [start + 6, start + 12, start + 19]
      }
      panel = columns < 80 ? nil : ends[2] + 5..<min(columns - 2, ends[2] + 45)
      name = max(ends[0] - 7, 1)
    }

    func write(_ texts: [String], in frame: inout Frame, row: Int, ink: Ink) {
      for (text, end) in zip(texts, ends) {
        frame.grid.write(text, row: row, column: end - CellWidth.of(text), ink: ink)
      }
    }
  }

  /// What Enter would do on this row, longest first.
  private func sentences(for topic: TopicRow) -> [String] {
    if topic.cards == 0 { return ["No cards yet."] }
    if let session = news.session, session.topic == selectedTopic, topic.due + topic.new > 0 {
      let offer = "Go on with the session of \(session.began) (\(session.done) done)"
      return [offer + ": " + work(of: topic) + time(of: topic) + ".", offer + "."]
    }
    if let comeback, selected == 0 {
      let end = comeback.end(from: today).map { ", all caught up by \($0.short)" } ?? ""
      return ["\(comeback.waiting) are waiting; today's share is \(topic.due)\(end)."]
    }
    if topic.due + topic.new == 0 { return ["Nothing is due here today."] }
    let text = (topic.due == 0 ? "Enter starts " : "Enter reviews ") + work(of: topic)
    return [text + time(of: topic) + ".", text + "."]
  }

  /// "46 due and 10 new cards"
  private func work(of topic: TopicRow) -> String {
    let new = Words.count(topic.new, "new card")
    if topic.due == 0 { return new }
    return topic.new == 0 ? "\(topic.due) due" : "\(topic.due) due and " + new
  }

  private func time(of topic: TopicRow) -> String {
    let minutes = news.seconds.minutes(due: topic.due, new: topic.new)
    return ", about \(SpokenTime.about(minutes: minutes))"
  }
}
