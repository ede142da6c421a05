import Decks

/// Every setting with its value and where that comes from; a change is written at once.
package struct SettingsScreen: Screen, Hashable {
  /// One setting as it is shown.
  package struct Row: Hashable, Sendable {
    /// Its name; what stands before the dot is the heading it comes under.
    package let name: String
    /// Its value, as a person says it.
    package let value: String
    /// Where the value comes from if not from the file: `env`, `flag`, `plan` or `default`.
    package let origin: String?
    /// What it does, in a few words.
    package let meaning: String
    /// What it may be, to end the sentence "it must be …".
    package let expectation: String
    /// The values to go through with one key; none where there are too many.
    package let choices: [String]

    /// Makes a row from its parts.
    package init(
      name: String, value: String, origin: String?, meaning: String, expectation: String,
      choices: [String]
    ) {
      self.name = name
      self.value = value
      self.origin = origin
      self.meaning = meaning
      self.expectation = expectation
      self.choices = choices
    }
  }

  /// The file that is written, as it is shown.
  let path: String
  private var rows: [Row]
  private var selected = 0
  /// The value being typed; nil while letters are commands.
  private var field: TextField?
  /// What is looked for, and the row to go back to; nil while nothing is.
  private var finding: Finding?
  /// One sentence about the last key.
  private var notice: String?

  private struct Finding: Hashable {
    var field = TextField()
    let before: Int
  }

  /// Shows these settings in this order; rows of one heading stand together.
  package init(path: String, rows: [Row], notice: String? = nil) {
    self.path = path
    self.rows = rows
    self.notice = notice
  }

  package var context: KeyContext { .settings }
  package var readsText: Bool { field != nil || finding != nil }

  private var current: Row? { rows.indices.contains(selected) ? rows[selected] : nil }

  // MARK: Events

  package mutating func handle(_ action: Action, in window: Window) -> [Step] {
    notice = nil
    switch action {
    case .back: return [.close]
    case .accept: field = current.map { TextField($0.value) }
    case .goOn:
      guard let row = current, let place = row.choices.firstIndex(of: row.value) else {
        field = current.map { TextField($0.value) }
        return []
      }
      let next = row.choices[(place + 1) % row.choices.count]
      return [.effect(.settings(.change(row.name, to: next)))]
    case .useDefault:
      return current.map { [.effect(.settings(.change($0.name, to: nil)))] } ?? []
    case .edit: return [.effect(.settings(.edit))]
    case .find: finding = Finding(before: selected)
    case .next: goToHit(from: selected + 1)
    case .rowDown: selected += 1
    case .rowUp: selected -= 1
    case .pageDown: selected += max(window.rows / 2, 1)
    case .pageUp: selected -= max(window.rows / 2, 1)
    case .top: selected = 0
    case .bottom: selected = rows.count - 1
    default: break
    }
    selected = min(max(selected, 0), max(rows.count - 1, 0))
    return []
  }

  /// What was looked for last, for the next hit.
  private var wanted = ""

  /// Goes to the first row from this one on, round and round, whose name or words hold what is
  /// looked for.
  private mutating func goToHit(from start: Int) {
    guard !wanted.isEmpty, !rows.isEmpty else {
      notice = "Nothing is looked for; / looks for a setting."
      return
    }
    let order = (0..<rows.count).map { (start + $0) % rows.count }
    let hit = order.first { index in
      let row = rows[index]
      return [row.name, row.meaning, row.expectation].contains { Self.holds($0, wanted) }
    }
    if let hit { selected = hit } else { notice = "No setting says “\(wanted)”." }
  }

  private static func holds(_ text: String, _ wanted: String) -> Bool {
    let (text, wanted) = (Array(text.lowercased().utf8), Array(wanted.lowercased().utf8))
    guard wanted.count <= text.count else { return false }
    return (0...text.count - wanted.count).contains { start in
      text[start..<start + wanted.count].elementsEqual(wanted)
    }
  }

  private mutating func readFinding(_ key: Key) {
    guard var finding else { return }
    switch key {
    case .escape:
      selected = finding.before
      self.finding = nil
      notice = nil
    case .enter: self.finding = nil
    default:
      guard finding.field.handle(key) else { return }
      self.finding = finding
      wanted = finding.field.text
      notice = nil
      if wanted.isEmpty { selected = finding.before } else { goToHit(from: finding.before) }
    }
  }

  package mutating func read(_ key: Key, in window: Window) -> [Step] {
    if finding != nil {
      readFinding(key)
      return []
    }
    switch key {
    case .escape: field = nil
    case .enter:
      guard let row = current, let text = field?.text else { break }
      field = nil
      if text != row.value { return [.effect(.settings(.change(row.name, to: text)))] }
    default: _ = field?.handle(key)
    }
    return []
  }

  package mutating func paste(_ text: String, in window: Window) -> [Step] {
    if var finding {
      finding.field.insert(text)
      self.finding = finding
      wanted = finding.field.text
      goToHit(from: finding.before)
    }
    field?.insert(text)
    return []
  }

  package mutating func take(_ reply: Reply, in window: Window) -> [Step]? {
    switch reply {
    case .settings(let fresh, _):
      rows = fresh.rows
      notice = fresh.notice
      selected = min(selected, max(rows.count - 1, 0))
    case .failed(let problem): notice = "! " + problem
    default: return nil
    }
    return []
  }

  package mutating func say(_ sentence: String) { notice = sentence }

  // MARK: Drawing

  /// What stands in a row of the body.
  private enum Line: Hashable {
    case blank
    case heading(String)
    case row(Int)
  }

  private var lines: [Line] {
    var lines: [Line] = []
    var section = ""
    for (index, row) in rows.enumerated() {
      let heading = String(row.name.prefix { $0 != "." })
      if heading != section {
        lines += (lines.isEmpty ? [] : [.blank]) + [.heading(Self.titles[heading] ?? heading)]
        section = heading
      }
      lines.append(.row(index))
    }
    return lines
  }

  private static let titles = [
    "notes": "NOTES", "review": "REVIEW", "mock": "MOCK", "ui": "LOOK", "files": "FILES",
    "deck": "TOPICS", "hooks": "HOOKS", "theme": "COLOURS", "keys": "KEYS",
  ]

  package func draw(in window: Window) -> Grid {
    var frame = Frame(window)
    frame.title(["ebb", "Settings"], right: path)
    let body = frame.placeBody
    let lines = lines
    let place = lines.firstIndex(of: .row(selected)) ?? 0
    let first = min(max(place - body.count + 2, 0), max(lines.count - body.count, 0))
    for (offset, line) in lines.dropFirst(first).prefix(body.count).enumerated() {
      draw(line, in: &frame, row: body.lowerBound + offset)
    }
    frame.rule(row: window.rows - 3, above: first, below: lines.count - first - body.count)
    if let field, let row = current {
      frame.message(row.name + ": ")
      let start = min(CellWidth.of(row.name) + 3, window.columns / 2)
      field.draw(
        in: &frame.grid, row: window.rows - 2, columns: start..<window.columns - 1, ink: .answer)
    } else if let finding {
      frame.message("Find: ")
      finding.field.draw(
        in: &frame.grid, row: window.rows - 2, columns: 7..<window.columns - 1, ink: .answer)
    } else {
      frame.message(
        notice ?? current.map(Self.sentence) ?? "", ink: notice == nil ? .muted : .answer)
    }
    frame.keys(readsText ? .typing : .settings)
    return frame.grid
  }

  private static func sentence(_ row: Row) -> String {
    "\(row.meaning.capitalizedFirst): \(row.expectation)."
  }

  private func draw(_ line: Line, in frame: inout Frame, row: Int) {
    switch line {
    case .blank: break
    case .heading(let title): frame.grid.write(title, row: row, column: 2, ink: .muted)
    case .row(let index):
      let setting = rows[index]
      let isSelected = index == selected
      let ink: Ink = isSelected ? .prompt : .answer
      if isSelected { frame.select(row: row) }
      let isWide = frame.columns >= 76
      let valueColumn = isWide ? 30 : 28
      frame.grid.write(Frame.cut(setting.name, to: valueColumn - 3), row: row, column: 2, ink: ink)
      let end = isWide ? 46 : frame.columns - 1
      // A default says so by its ink; words are for what the file cannot change.
      let isDefault = setting.origin == "default"
      let origin = isDefault ? "" : setting.origin ?? ""
      let start = end - 2 - CellWidth.of(origin)
      frame.grid.write(
        Frame.cut(setting.value, to: max(start - 1 - valueColumn, 4)), row: row,
        column: valueColumn, ink: isDefault && !isSelected ? .muted : ink)
      frame.grid.write(origin, row: row, column: start, ink: .muted)
      if isWide {
        frame.grid.write(
          Frame.cut(setting.meaning, to: frame.columns - end - 1), row: row, column: end,
          ink: .muted)
      }
    }
  }
}
