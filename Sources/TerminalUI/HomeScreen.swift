import Foundation
import Reports
import Scheduling

/// What waits, by topic; the list is the menu.
package struct HomeScreen: Screen, Hashable {
  /// One row of the list: a topic, or all of them.
  package struct TopicRow: Hashable, Sendable {
    package let name: String
    /// Cards to review today.
    package let due: Int
    /// New cards that a review of this row would bring today.
    package let new: Int
    /// All cards of the topic, and how many of them were seen.
    package let cards: Int
    package let seen: Int

    package init(name: String, due: Int, new: Int, cards: Int, seen: Int) {
      self.name = name
      self.due = due
      self.new = new
      self.cards = cards
      self.seen = seen
    }
  }

  package let today: Day
  /// The first row stands for everything.
  package let all: TopicRow
  package let topics: [TopicRow]
  /// Cards that fall due on each of the days after today, tomorrow first; empty if not counted.
  package let coming: [Int]
  /// The way back after a break; nil if there was none.
  package let comeback: Comeback?
  /// What went wrong while notes were read, or another thing to say once.
  package var notice: String?
  /// One sentence about the last key.
  private var remark: String?
  private var selected = 0
  /// The topic that is being looked for, and the row to go back to.
  private var finding: Finding?

  private struct Finding: Hashable {
    var field = TextField()
    let before: Int
  }

  package init(
    today: Day, all: TopicRow, topics: [TopicRow], coming: [Int] = [],
    comeback: Comeback? = nil, notice: String? = nil
  ) {
    self.today = today
    self.all = all
    self.coming = coming
    self.comeback = comeback
    self.topics = topics.sorted {
      $0.due != $1.due ? $0.due > $1.due : $0.name.lowercased() < $1.name.lowercased()
    }
    self.notice = notice
  }

  /// The topic in focus; nil for all of them.
  package var selectedTopic: String? { selected == 0 ? nil : topics[selected - 1].name }

  private var rows: [TopicRow] { [all] + topics }

  mutating func select(topic: String?) {
    selected = topic.flatMap { name in topics.firstIndex { $0.name == name } }.map { $0 + 1 } ?? 0
  }

  package var context: KeyContext { .home }
  package var readsText: Bool { finding != nil }

  package mutating func handle(_ action: Action, in window: Window) -> [Step] {
    switch action {
    case .accept: return [.effect(.openReview(topic: selectedTopic))]
    case .openMock: return [.effect(.openMock(topic: selectedTopic))]
    case .back: return [.effect(.leave(status: 0))]
    case .settings: return [.effect(.openSettings)]
    case .browse: return [.effect(.openBrowser(CardQuery(topic: selectedTopic)))]
    case .notes: return [.effect(.openNotes)]
    case .find: finding = Finding(before: selected)
    case .reports:
      return [.effect(.openReports(period: .last(30), topic: nil, view: .overview))]
    default: move(action, page: max(window.rows / 2, 1))
    }
    return []
  }

  package mutating func read(_ key: Key, in window: Window) -> [Step] {
    guard var finding else { return [] }
    switch key {
    case .enter: self.finding = nil
    case .escape:
      selected = finding.before
      self.finding = nil
    default:
      guard finding.field.handle(key) else { break }
      self.finding = finding
      goToTopic()
    }
    return []
  }

  package mutating func paste(_ text: String, in window: Window) -> [Step] {
    finding?.field.insert(text)
    goToTopic()
    return []
  }

  /// The first topic with a word that begins with what was typed.
  private mutating func goToTopic() {
    guard let finding else { return }
    let wanted = finding.field.text.lowercased()
    let row = rows.firstIndex { row in
      let name = row.name.lowercased()
      return name.hasPrefix(wanted) || name.split(separator: " ").contains { $0.hasPrefix(wanted) }
    }
    selected = wanted.isEmpty ? finding.before : row ?? selected
  }

  /// Something may have been answered meanwhile.
  package mutating func uncover(after seconds: TimeInterval, in window: Window) -> [Step] {
    [.effect(.openHome)]
  }

  package mutating func say(_ sentence: String) { remark = sentence }

  private mutating func move(_ action: Action, page: Int) {
    switch action {
    case .rowDown: selected += 1
    case .rowUp: selected -= 1
    case .pageDown: selected += page
    case .pageUp: selected -= page
    case .top: selected = 0
    case .bottom: selected = rows.count - 1
    default: break
    }
    // Said once, and read by now.
    notice = nil
    remark = nil
    selected = min(max(selected, 0), rows.count - 1)
  }

  package func draw(in window: Window) -> Grid {
    let (columns, height) = (window.columns, window.rows)
    var frame = Frame(window)
    frame.title("ebb", right: today.long)
    // A notice is said whole, at the cost of rows of the list.
    let said = notice.map { Array(Frame.rows(of: $0, columns: columns).prefix(3)) } ?? []
    let end = height - 2 - max(said.count, 1)
    let body = frame.placeBody.lowerBound..<max(end, frame.placeBody.lowerBound)
    let table = Columns(columns)
    frame.grid.write("TOPIC", row: body.lowerBound, column: 2, ink: .muted)
    table.write(["DUE", "NEW", "CARDS"], in: &frame, row: body.lowerBound, ink: .muted)

    let room = max(body.count - 1, 1)
    let first = min(max(selected - room + 1, 0), max(rows.count - room, 0))
    let visible = rows.dropFirst(first).prefix(room)
    var cursor = frame.grid.cursor
    for (offset, topic) in visible.enumerated() {
      let row = body.lowerBound + 1 + offset
      let isSelected = first + offset == selected
      let ink: Ink = isSelected ? .prompt : .answer
      if isSelected {
        frame.grid.write("▸", row: row, column: 0, ink: .selection)
        cursor = Grid.Position(row: row, column: 0)
      }
      frame.grid.write(Frame.cut(topic.name, to: table.name), row: row, column: 2, ink: ink)
      table.write(
        [
          topic.due == 0 ? "·" : String(topic.due), topic.new == 0 ? "·" : String(topic.new),
          "\(topic.seen)/\(topic.cards)",
        ], in: &frame, row: row, ink: ink)
    }
    if topics.isEmpty {
      let layout = TextLayout(measure: frame.measure, wide: frame.wide)
      frame.draw(
        layout.lines(of: "ebb add FOLDER brings your own notes.", ink: .answer),
        from: body.lowerBound + 3, to: body.upperBound)
    }
    if let panel = table.panel, !coming.isEmpty {
      ForecastPanel(home: self, columns: panel).draw(in: &frame, rows: body)
    }
    frame.rule(row: end, above: first, below: rows.count - first - room)
    if said.isEmpty { frame.message(remark ?? sentence(for: rows[selected])) }
    for (offset, text) in said.enumerated() {
      frame.grid.write(text, row: end + 1 + offset, column: 1, ink: .warning)
    }
    frame.grid.cursor = cursor
    if let finding {
      let row = height - 2
      frame.message("")
      let start = frame.grid.write(" Topic: ", row: row, column: 0, ink: .prompt)
      finding.field.draw(
        in: &frame.grid, row: row, columns: start..<max(columns - 1, start), ink: .answer)
    }
    frame.keys(finding == nil ? .home : .typing)
    return frame.grid
  }

  /// Where the columns of the list are; in a narrow window they move together.
  private struct Columns {
    /// Cells for a name.
    let name: Int
    /// The cells after the last ones of the three numbers.
    let ends: [Int]

    /// Where there is room beside the list.
    let panel: Range<Int>?

    init(_ columns: Int) {
      switch columns {
      case ..<60: ends = [columns - 18, columns - 13, columns - 2]
      case ..<80: ends = [columns - 23, columns - 16, columns - 4]
      default:
        let start = min(columns / 2 - 10, 44)
        ends = [start + 6, start + 12, start + 22]
      }
      panel = columns < 80 ? nil : ends[2] + 5..<min(columns - 2, ends[2] + 45)
      name = max(ends[0] - 8, 1)
    }

    func write(_ texts: [String], in frame: inout Frame, row: Int, ink: Ink) {
      for (text, end) in zip(texts, ends) {
        frame.grid.write(text, row: row, column: end - CellWidth.of(text), ink: ink)
      }
    }
  }

  private func sentence(for topic: TopicRow) -> String {
    if topic.cards == 0 { return "No cards yet." }
    if let comeback, selected == 0 {
      let end = comeback.end(from: today).map { ", all caught up by \($0.short)" } ?? ""
      return "\(comeback.waiting) are waiting; today's share is \(topic.due)\(end)."
    }
    switch (topic.due, topic.new) {
    case (0, 0): return "Nothing is due here today."
    case (let due, 0): return "Enter reviews \(due) due."
    case (0, let new): return "Enter starts \(new) new \(new == 1 ? "card" : "cards")."
    case (let due, let new):
      return "Enter reviews \(due) due and \(new) new \(new == 1 ? "card" : "cards")."
    }
  }
}
