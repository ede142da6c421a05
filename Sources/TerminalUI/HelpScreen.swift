/// The keys of a screen, generated from the table of keys.
struct HelpScreen: Screen, Hashable {
  /// The place whose keys are listed.
  let place: KeyContext
  private var scroll = 0

  init(context place: KeyContext) { self.place = place }

  var context: KeyContext { .help }

  private static let explanationColumn = 12

  /// Every key with what it does; a long explanation takes another row.
  private func lines(columns: Int, keys: KeyTranslation) -> [TextLine] {
    Keymap.bindings(in: place).flatMap { binding -> [TextLine] in
      let rows = Wrapping.rows(
        of: binding.help.map { Glyph($0, .answer) }, width: columns - Self.explanationColumn - 4)
      let label = keys.label(binding.label).map { Glyph($0, .prompt) }
      let blanks = max(Self.explanationColumn - label.count, 1)
      let lead = label + Array(repeating: Glyph(" ", .answer), count: blanks)
      return rows.enumerated().map { index, row in
        index == 0 ? TextLine(lead + row) : TextLine(row, indent: Self.explanationColumn)
      }
    }
  }

  /// Rows for keys: those of a place without the one under the title.
  private static func room(_ rows: Int) -> Int { max(rows - 6, 1) }

  mutating func handle(_ action: Action, in window: Window) -> [Step] {
    if action == .back { return [.close] }
    let room = Self.room(window.rows)
    scroll = action.scrolled(
      from: scroll, room: room,
      furthest: lines(columns: window.columns, keys: window.look.keys).count - room)
    return []
  }

  func draw(in window: Window) -> Grid {
    var frame = Frame(window)
    let lines = lines(columns: window.columns, keys: window.look.keys)
    let room = Self.room(window.rows)
    // The window may have grown since the last move.
    let first = min(scroll, max(lines.count - room, 0))
    frame.title("Keys › \(place.rawValue)", right: "")
    let top = frame.placeBody.lowerBound + 1
    for (offset, line) in lines.dropFirst(first).prefix(room).enumerated() {
      var column = 2 + line.indent
      for glyph in line.glyphs {
        column = frame.grid.write(
          String(glyph.cluster), row: top + offset, column: column, ink: glyph.ink)
      }
    }
    frame.rule(row: window.rows - 3, above: first, below: lines.count - first - room)
    frame.message(oneOf: place == .back ? Self.ratings : [""])
    frame.keys(.help)
    return frame.grid
  }

  private static let ratings = [
    "Again is a miss. Hard was recalled, but with effort. Good is the usual answer.",
    "Again is a miss. Hard was recalled, but with effort.", "Again is a miss; Hard is not.",
  ]
}
