/// One line of text that is being typed: cursor movement, history, paste, wide characters.
///
/// The screen that owns a field acts on Enter, Escape and Tab itself and passes on the other keys.
package struct TextField: Hashable, Sendable {
  // The text is kept in two halves, so that a mark typed after its letter joins it.
  private var before: String
  private var after = ""
  /// Texts accepted earlier, the newest last.
  private var history: [String]
  /// Which of them is shown, and the text that was being typed when the first was called up.
  private var recalled: Recalled?

  private struct Recalled: Hashable, Sendable {
    var index: Int
    let draft: String
  }

  /// More than anybody types; a paste is cut here.
  package static let longest = 4000
  private static let rememberedTexts = 100

  /// Begins with a text, the cursor after it; `history` has texts accepted earlier, newest last.
  package init(_ text: String = "", history: [String] = []) {
    before = Self.line(text)
    self.history = history
  }

  /// What stands in the field.
  package var text: String { before + after }

  /// Replaces the text and puts the cursor after it.
  package mutating func replace(with text: String) {
    before = Self.line(text)
    after = ""
  }

  /// Notes that the text was accepted, so that the arrow keys bring it back later.
  package mutating func remember() {
    recalled = nil
    let accepted = text
    guard !accepted.isEmpty else { return }
    history.removeAll { $0 == accepted }
    history.append(accepted)
    history.removeFirst(max(history.count - Self.rememberedTexts, 0))
  }

  // MARK: Events

  /// - Returns: Whether the key belongs to a field. The text may have changed then.
  package mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .left: if let last = before.popLast() { after = String(last) + after }
    case .right: if !after.isEmpty { before.append(after.removeFirst()) }
    case .home: (before, after) = ("", text)
    case .end: (before, after) = (text, "")
    case .backspace: _ = before.popLast()
    case .delete: if !after.isEmpty { after.removeFirst() }
    case .control("u"): (before, after) = ("", "")
    case .control("w"): deleteWord()
    case .up: recall(-1)
    case .down: recall(1)
    default: return false
    }
    return true
  }

  /// Pasted text is text, whatever it holds: line ends and tabs become blanks, other control
  /// characters are left out.
  package mutating func insert(_ pasted: String) {
    let room = Self.longest - before.unicodeScalars.count - after.unicodeScalars.count
    guard room > 0 else { return }
    before += Self.line(String(pasted.unicodeScalars.prefix(room)))
  }

  private mutating func deleteWord() {
    while before.last == " " { before.removeLast() }
    while let last = before.last, last != " " { before.removeLast() }
  }

  private mutating func recall(_ step: Int) {
    let current = recalled?.index ?? history.count
    let wanted = current + step
    guard wanted >= 0, wanted <= history.count else { return }
    let draft = recalled?.draft ?? text
    if wanted == history.count {
      recalled = nil
      replace(with: draft)
    } else {
      recalled = Recalled(index: wanted, draft: draft)
      replace(with: history[wanted])
    }
  }

  private static func line(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0a, 0x0d, 0x85, 0x2028, 0x2029:
        // A line end of two characters is one blank.
        if scalar != "\n" || line.last != " " { line.append(" ") }
      case ..<0x20, 0x7f...0x9f, 0x202a...0x202e, 0x2066...0x2069, 0xfeff: break
      default: line.append(scalar)
      }
    }
    return String(line)
  }

  // MARK: Drawing

  /// Draws the part around the cursor into cells of a row and parks the cursor there; `‹` and `›`
  /// stand where text goes on.
  package func draw(in grid: inout Grid, row: Int, columns: Range<Int>, ink: Ink) {
    let width = columns.count
    guard width > 2 else { return }
    grid.write(
      String(repeating: " ", count: width), row: row, column: columns.lowerBound, ink: ink)
    // The cell of the cursor is free at the end of the text, so that it can always be seen.
    let head = Self.cells(before.reversed(), atMost: width - 1)
    let tailRoom = width - head.cells
    let tail = Self.cells(after, atMost: tailRoom)
    var column = columns.lowerBound
    if head.isCut {
      grid.write("‹", row: row, column: column, ink: .muted)
      // The mark takes the place of what can be seen in part only.
      let rest = Self.cells(before.reversed(), atMost: width - 2)
      column = grid.write(
        String(rest.text.reversed()), row: row, column: columns.lowerBound + 1, ink: ink)
    } else {
      column = grid.write(String(head.text.reversed()), row: row, column: column, ink: ink)
    }
    grid.cursor = Grid.Position(row: row, column: column)
    let end = grid.write(String(tail.text), row: row, column: column, ink: ink)
    if tail.isCut, end > column {
      grid.write("›", row: row, column: columns.upperBound - 1, ink: .muted)
    }
  }

  /// The first clusters that fit, and whether there are more.
  private static func cells(
    _ clusters: some Sequence<Character>, atMost width: Int
  ) -> (text: [Character], cells: Int, isCut: Bool) {
    var text: [Character] = []
    var cells = 0
    for cluster in clusters {
      let wide = CellWidth.of(cluster)
      if cells + wide > width { return (text, cells, true) }
      cells += wide
      text.append(cluster)
    }
    return (text, cells, false)
  }
}
