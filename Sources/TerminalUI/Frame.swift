import Reports

/// The parts that every screen has: where you are, a rule, the body, what the program says, keys.
struct Frame {
  var grid: Grid

  let columns: Int
  let rows: Int

  let look: Look
  /// Text begins at the left margin even in a wide window, because something stands beside it.
  var isFlushLeft = false
  /// Whether the cursor has a place of its own, where sentences leave it.
  private var isParked = false

  init(columns: Int, rows: Int, look: Look = Look()) {
    grid = Grid(columns: columns, rows: rows)
    self.columns = columns
    self.rows = rows
    self.look = look
  }

  init(_ window: Window) {
    self.init(columns: window.columns, rows: window.rows, look: window.look)
  }

  /// Rows of the body in a session: between the rule at the top and the one above the action.
  var body: Range<Int> {
    // A low window cannot spare the blank row above the question.
    let first = rows < 16 ? 2 : 3
    return first..<max(rows - 4, first)
  }
  /// Rows of the body in a place, which has no action row.
  var placeBody: Range<Int> { 2..<max(rows - 3, 2) }
  /// Where prose begins, and how wide it is: at most as the user wants, in the middle of a wide
  /// window.
  var measure: Int { max(min(look.measure, columns - 4), 8) }
  var left: Int { isFlushLeft ? 2 : max((columns - measure) / 2, 2) }
  /// Cells that code and tables may use.
  var wide: Int { max(columns - 6, measure) }

  /// Row 1 and the rule under it, which is also the bar of what is done (0...1). `less` stands
  /// behind what is at the right, where there is room.
  mutating func title(
    _ place: [String], right: String, less: [String] = [], progress: Double = 0
  ) {
    let text = TitleText(place, right: right, less: less, columns: columns)
    grid.write(" " + text.place, row: 0, column: 0, ink: .title)
    let start = columns - CellWidth.of(text.right) - 1
    grid.write(text.right, row: 0, column: start, ink: .muted)
    let done = Int((Double(columns) * min(max(progress, 0), 1)).rounded())
    rule(row: 1)
    grid.write(String(repeating: "━", count: done), row: 1, column: 0, ink: .title)
  }

  /// A rule, with how many rows of the body are hidden above and below.
  mutating func rule(row: Int, above: Int, below: Int) {
    var parts: [String] = []
    if above > 0 { parts.append("\(above) above") }
    if below > 0 { parts.append(Words.count(below, "more row")) }
    rule(row: row, right: parts.joined(separator: ", "))
  }

  mutating func rule(row: Int, right: String = "") {
    grid.write(String(repeating: "─", count: columns), row: row, column: 0, ink: .muted)
    if !right.isEmpty {
      let width = CellWidth.of(right)
      grid.write(" \(right) ", row: row, column: columns - width - 3, ink: .muted)
    }
  }

  mutating func message(_ text: String, ink: Ink = .answer) {
    grid.write(" " + Self.shortened(text, to: columns - 2), row: rows - 2, column: 0, ink: ink)
    guard !isParked else { return }
    grid.cursor = Grid.Position(row: max(rows - 2, 0), column: min(1, max(columns - 1, 0)))
  }

  /// Parks the cursor where magnifiers and screen readers are to look.
  mutating func park(row: Int, column: Int) {
    grid.cursor = Grid.Position(row: row, column: column)
    isParked = true
  }

  /// Marks the row in focus of a list. The cursor is parked on the mark, which is how a click
  /// finds it.
  mutating func select(row: Int, column: Int = 0) {
    grid.write(String(Grid.mark), row: row, column: column, ink: .selection)
    park(row: row, column: column)
  }

  /// The first row in sight of so many in a room for some of them: the row in focus is in the
  /// middle, and at the ends no room is wasted.
  static func first(showing focus: Int, of rows: Int, in room: Int) -> Int {
    min(max(focus - room / 2, 0), max(rows - room, 0))
  }

  /// The first row in sight of a list that scrolls no farther than it must: until the row in focus
  /// is there, and so many below it.
  static func first(reaching focus: Int, of rows: Int, in room: Int, below: Int = 0) -> Int {
    min(max(focus + below - room + 1, 0), max(rows - room, 0))
  }

  /// What can be done, above the message: the longest of some sentences, given longest first, that
  /// fits; nothing if none does.
  mutating func action(oneOf sentences: [String], ink: Ink = .hint) {
    let fitting = sentences.first { CellWidth.of($0) + 3 <= columns } ?? ""
    grid.write(fitting, row: rows - 3, column: 2, ink: ink)
  }

  /// A line that is being typed, behind its name, in place of the message.
  mutating func ask(_ name: String, _ field: TextField) {
    message("")
    let start = grid.write(" " + name, row: rows - 2, column: 0, ink: .prompt)
    field.draw(in: &grid, row: rows - 2, columns: start..<max(columns - 1, start), ink: .answer)
  }

  /// What came of the last key; a sentence that begins with "!" warns.
  mutating func remark(_ sentence: String) {
    message(sentence, ink: sentence.utf8.first == UInt8(ascii: "!") ? .warning : .answer)
  }

  /// The longest of some sentences, given longest first, that needs no cut.
  mutating func message(oneOf sentences: [String], ink: Ink = .answer) {
    let fitting = sentences.first { CellWidth.of($0) <= columns - 2 }
    message(fitting ?? sentences.last ?? "", ink: ink)
  }

  /// A sentence in as many rows as it needs between the margins.
  static func rows(of text: String, columns: Int) -> [String] {
    Wrapping.rows(of: text.map { Glyph($0, .answer) }, width: columns - 2)
      .map { String($0.map(\.cluster)) }
  }

  mutating func keys(_ context: KeyContext, digits: Int = 9, without idle: Action? = nil) {
    var column = 1
    for (key, words) in Keymap.footer(
      for: context, width: columns, digits: digits, without: idle, keys: look.keys)
    {
      column = grid.write(key, row: rows - 1, column: column, ink: .prompt)
      column = grid.write(" " + words, row: rows - 1, column: column, ink: .hint) + 2
    }
  }

  /// Draws laid-out rows from `row` down, prose at the left edge of the text, blocks that are
  /// wider than prose as far to the left as they need.
  mutating func draw(_ lines: some Collection<TextLine>, from row: Int, to end: Int) {
    for (offset, line) in lines.enumerated() where row + offset < end {
      let isWide = line.span > measure && !isFlushLeft
      let start = isWide ? max((columns - line.span) / 2, 2) : left
      // The last column is a margin.
      write(line, row: row + offset, from: start, to: columns - 1)
    }
  }

  /// Draws laid-out rows into rows of the window, as many as there are of both.
  mutating func write(
    _ lines: some Sequence<TextLine>, in rows: Range<Int>, from column: Int, to end: Int
  ) {
    for (row, line) in zip(rows, lines) { write(line, row: row, from: column, to: end) }
  }

  /// Draws one laid-out row from a column on; what reaches beyond the end is left out.
  mutating func write(_ line: TextLine, row: Int, from column: Int, to end: Int) {
    var column = column + line.indent
    for glyph in line.glyphs {
      guard column + glyph.width <= end else { break }
      grid.write(glyph, row: row, column: column)
      column += glyph.width
    }
  }

  /// Says in the body why it holds no rows; an empty one would look as if it were still being read.
  mutating func drawNothing(_ sentence: String, in rows: Range<Int>) {
    isFlushLeft = true
    let layout = TextLayout(measure: measure, wide: wide)
    draw(layout.lines(of: sentence, ink: .answer), from: rows.lowerBound, to: rows.upperBound)
  }

  /// Sentences cut to a width: those that fit and `…`, or a part of the first.
  static func shortened(_ text: String, to width: Int) -> String {
    guard CellWidth.of(text) > width else { return text }
    var end = text.startIndex
    var used = 0
    for index in text.indices {
      used += CellWidth.of(text[index])
      if used + 2 > width { break }
      let next = text.index(after: index)
      if text[index] == ".", next < text.endIndex, text[next] == " " { end = next }
    }
    return end > text.startIndex ? text[..<end] + " …" : cut(text, to: width)
  }

  /// A text cut to a width, with `…` where it was cut.
  static func cut(_ text: String, to width: Int) -> String {
    guard CellWidth.of(text) > width else { return text }
    guard width > 0 else { return "" }
    var result = ""
    var used = 1
    for cluster in text {
      used += CellWidth.of(cluster)
      if used > width { break }
      result.append(cluster)
    }
    return result + "…"
  }

  /// The last part of a path.
  static func fileName(_ path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) }
      ?? path
  }
}
