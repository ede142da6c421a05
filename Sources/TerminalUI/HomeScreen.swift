import Foundation
import Scheduling

/// What waits, by topic; the list is the menu.
package struct HomeScreen: Hashable, Sendable {
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
  /// What went wrong while notes were read, or another thing to say once.
  package var notice: String?
  private var selected = 0

  package init(today: Day, all: TopicRow, topics: [TopicRow], notice: String? = nil) {
    self.today = today
    self.all = all
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

  mutating func move(_ action: Action, page: Int) {
    switch action {
    case .rowDown: selected += 1
    case .rowUp: selected -= 1
    case .pageDown: selected += page
    case .pageUp: selected -= page
    case .top: selected = 0
    case .bottom: selected = rows.count - 1
    default: break
    }
    selected = min(max(selected, 0), rows.count - 1)
  }

  func draw(columns: Int, rows height: Int) -> Grid {
    var frame = Frame(columns: columns, rows: height)
    frame.title("ebb", right: today.long)
    let body = frame.placeBody
    let name = min(columns - 30, 44)
    frame.grid.write("TOPIC", row: body.lowerBound, column: 2, ink: .muted)
    write("DUE", "NEW", "CARDS", in: &frame, row: body.lowerBound, from: name, ink: .muted)

    let room = max(body.count - 1, 1)
    let first = min(max(selected - room + 1, 0), max(rows.count - room, 0))
    for (offset, topic) in rows.dropFirst(first).prefix(room).enumerated() {
      let row = body.lowerBound + 1 + offset
      let isSelected = first + offset == selected
      if isSelected {
        frame.grid.write("▸", row: row, column: 0, ink: .selection)
        frame.grid.cursor = Grid.Position(row: row, column: 0)
      }
      frame.grid.write(
        Frame.cut(topic.name, to: name - 3), row: row, column: 2,
        ink: isSelected ? .prompt : .answer)
      write(
        topic.due == 0 ? "·" : String(topic.due), topic.new == 0 ? "·" : String(topic.new),
        "\(topic.seen)/\(topic.cards)", in: &frame, row: row, from: name,
        ink: isSelected ? .prompt : .answer)
    }
    let hidden = rows.count - first - room
    frame.rule(row: height - 3, right: hidden > 0 ? "\(hidden) more rows" : "")
    let cursor = frame.grid.cursor
    if let notice {
      frame.message(notice, ink: .warning)
    } else {
      frame.message(sentence(for: rows[selected]))
    }
    frame.grid.cursor = cursor
    frame.keys(.home)
    return frame.grid
  }

  private func write(
    _ due: String, _ new: String, _ cards: String, in frame: inout Frame, row: Int, from: Int,
    ink: Ink
  ) {
    for (index, text) in [due, new, cards].enumerated() {
      let end = from + [7, 14, 26][index]
      frame.grid.write(text, row: row, column: end - CellWidth.of(text), ink: ink)
    }
  }

  private func sentence(for topic: TopicRow) -> String {
    if topic.cards == 0 { return "No cards yet. ebb add FOLDER brings your own notes." }
    switch (topic.due, topic.new) {
    case (0, 0): return "Nothing is due here today."
    case (let due, 0): return "Enter reviews \(due) due."
    case (0, let new): return "Enter starts \(new) new \(new == 1 ? "card" : "cards")."
    case (let due, let new):
      return "Enter reviews \(due) due and \(new) new \(new == 1 ? "card" : "cards")."
    }
  }
}

extension Day {
  /// "Tue 24 Nov 2026", the same in every locale.
  package var long: String {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return "\(weekdayName) \(day) \(months[month - 1]) \(year)"
  }

  private var weekdayName: String {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][weekday - 1]
  }
}
