import Decks

// The rows of the settings under their headings.
extension SettingsScreen {
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
    let first = Frame.first(reaching: place, of: lines.count, in: body.count, below: 1)
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
