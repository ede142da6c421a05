/// The keys of a screen, generated from the table of keys.
struct HelpScreen: Screen, Hashable {
  /// The place whose keys are listed.
  let place: KeyContext
  private var scroll = 0
  /// What is searched for, and whether it is being typed.
  private var field = TextField()
  private var isTyping = false

  init(context place: KeyContext) { self.place = place }

  var context: KeyContext { .help }
  var readsText: Bool { isTyping }

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
    switch action {
    case .back: return [.close]
    case .find: isTyping = true
    case .next: showHit(after: scroll, in: window)
    case .previous: showHit(before: scroll, in: window)
    default:
      scroll = action.scrolled(
        from: scroll, room: Self.room(window.rows), furthest: furthest(in: window))
    }
    return []
  }

  mutating func read(_ key: Key, in window: Window) -> [Step] {
    switch key {
    case .enter: isTyping = false
    case .escape:
      isTyping = false
      field = TextField()
    default:
      if field.handle(key) { showHit(after: -1, in: window) }
    }
    return []
  }

  mutating func paste(_ text: String, in window: Window) -> [Step] {
    field.insert(text)
    showHit(after: -1, in: window)
    return []
  }

  private func lines(in window: Window) -> [TextLine] {
    lines(columns: window.columns, keys: window.look.keys)
  }

  private func furthest(in window: Window) -> Int {
    max(lines(in: window).count - Self.room(window.rows), 0)
  }

  // MARK: Finding

  /// The rows that hold what is searched for.
  private func hits(in lines: [TextLine]) -> [Int] {
    let wanted = field.text.lowercased()
    guard !wanted.isEmpty else { return [] }
    return lines.indices.filter { Self.range(of: wanted, in: lines[$0]) != nil }
  }

  private mutating func showHit(after row: Int, in window: Window) {
    let hits = hits(in: lines(in: window))
    guard let hit = hits.first(where: { $0 > row }) ?? hits.first else { return }
    scroll = min(hit, furthest(in: window))
  }

  private mutating func showHit(before row: Int, in window: Window) {
    let hits = hits(in: lines(in: window))
    guard let hit = hits.last(where: { $0 < row }) ?? hits.last else { return }
    scroll = min(hit, furthest(in: window))
  }

  /// The glyphs of a row that say what is searched for, first come.
  private static func range(of wanted: String, in line: TextLine) -> Range<Int>? {
    let letters = line.glyphs.map { String($0.cluster).lowercased() }
    let wanted = wanted.map(String.init)
    guard !wanted.isEmpty, letters.count >= wanted.count else { return nil }
    for start in 0...(letters.count - wanted.count)
    where letters[start..<start + wanted.count].elementsEqual(wanted) {
      return start..<start + wanted.count
    }
    return nil
  }

  func draw(in window: Window) -> Grid {
    var frame = Frame(window)
    let lines = lines(columns: window.columns, keys: window.look.keys)
    let room = Self.room(window.rows)
    // The window may have grown since the last move.
    let first = min(scroll, max(lines.count - room, 0))
    frame.title(["Keys", place.rawValue], right: "")
    let top = frame.placeBody.lowerBound + 1
    for (offset, line) in lines.dropFirst(first).prefix(room).enumerated() {
      var column = 2 + line.indent
      let hit = Self.range(of: field.text.lowercased(), in: line)
      for (index, glyph) in line.glyphs.enumerated() {
        column = frame.grid.write(
          glyph, row: top + offset, column: column,
          ink: hit?.contains(index) == true ? .selection : glyph.ink)
      }
    }
    frame.rule(row: window.rows - 3, above: first, below: lines.count - first - room)
    let found = hits(in: lines).count
    if isTyping {
      frame.ask("/", field)
    } else if !field.text.isEmpty {
      frame.message(
        found == 0 ? "No key says “\(field.text)”." : "\(found) of \(lines.count) rows say it.")
    } else {
      frame.message(oneOf: place == .back ? Self.ratings : [""])
    }
    frame.keys(isTyping ? .typing : .help)
    return frame.grid
  }

  private static let ratings = [
    "Again is a miss. Hard was recalled, but with effort. Good is the usual answer.",
    "Again is a miss. Hard was recalled, but with effort.", "Again is a miss; Hard is not.",
  ]
}
