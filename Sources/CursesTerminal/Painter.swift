import CNcurses
import TerminalUI

/// Copies grids onto the screen, sending no more than what changed.
struct Painter {
  private let looks: [Look]
  private let glyphs: Glyphs
  private let ambiguousIsWide: Bool
  /// What the screen shows; nil when nobody knows.
  private var shown: Grid?

  /// Which characters the terminal can take.
  enum Glyphs {
    case all
    /// Text as it is, marks and lines in ASCII.
    case plainMarks
    case asciiOnly
  }

  private struct Look {
    var attributes: UInt32 = 0
    var pair: Int16 = 0
  }

  /// Registers the colours of a palette; colours must have been started.
  init(palette: Palette, glyphs: Glyphs, ambiguousIsWide: Bool = false) {
    self.glyphs = glyphs
    self.ambiguousIsWide = ambiguousIsWide
    looks = Ink.allCases.map { ink in
      let shade = palette[ink]
      var look = Look()
      if shade.bold { look.attributes |= ebb_bold() }
      if shade.reverse { look.attributes |= ebb_reverse() }
      if let colour = shade.colour {
        look.pair = Int16(ink.rawValue) + 1
        init_pair(look.pair, colour, -1)
      }
      return look
    }
  }

  /// Forgets what the screen shows, so that the next grid is drawn whole.
  mutating func forget() { shown = nil }

  mutating func draw(_ grid: Grid, rows: Int, columns: Int) {
    let isKnown = shown.map { $0.rows == grid.rows && $0.columns == grid.columns } ?? false
    let changes = grid.changes(since: shown, rows: rows, columns: columns)
    if isKnown, changes.isEmpty, grid.cursor == shown?.cursor { return }
    if !isKnown { ebb_redraw() }
    for change in changes { draw(change) }
    shown = grid
    ebb_show(
      Int32(clamping: max(0, min(grid.cursor.row, rows - 1))),
      Int32(clamping: max(0, min(grid.cursor.column, columns - 1))))
  }

  private func draw(_ change: Grid.Change) {
    let (line, column) = (Int32(clamping: change.row), change.column)
    // The right half of a wide cluster may be the one cell that is never written.
    let fits = change.isWide || CellWidth.of(change.cluster) == 1
    let form = fits ? form(change.cluster, isWide: change.isWide) : Form(first: " ")
    put(form.first, row: line, column: Int32(clamping: column), ink: change.ink)
    if let second = form.second {
      put(second, row: line, column: Int32(clamping: column + 1), ink: change.ink)
    } else if isDoubtful(form.first) {
      let after = Int32(clamping: column + (change.isWide ? 2 : 1))
      ebb_show(line, after)
      ebb_place_cursor(line, after)
    }
  }

  /// What stands in one cell, or in two.
  private struct Form {
    let first: Character
    var second: Character?

    /// A character of one cell, with a blank beside it if two are to be filled.
    static func narrow(_ cluster: Character, isWide: Bool) -> Form {
      Form(first: cluster, second: isWide ? " " : nil)
    }
  }

  /// What is put into the cells of a cluster: itself, or a stand-in of the same width.
  private func form(_ cluster: Character, isWide: Bool) -> Form {
    if cluster.isASCII { return Form(first: cluster) }
    switch glyphs {
    case .asciiOnly: return .narrow(PlainGlyphs.ascii(cluster), isWide: isWide)
    case .plainMarks:
      if let mark = PlainGlyphs.standIn(cluster) { return .narrow(mark, isWide: isWide) }
    case .all: break
    }
    // ncurses measures by the C library, whose tables may be older than ours.
    let base = cluster.unicodeScalars.first?.value ?? 0
    let measured = ebb_width(wchar_t(bitPattern: base))
    return measured == (isWide ? 2 : 1) ? Form(first: cluster) : .narrow("?", isWide: isWide)
  }

  private func put(_ cluster: Character, row: Int32, column: Int32, ink: Ink) {
    let look = looks[Int(ink.rawValue)]
    // A base with as many marks as ncurses keeps in a cell, and the end of a string in C.
    withUnsafeTemporaryAllocation(of: wchar_t.self, capacity: 6) { text in
      var length = 0
      for scalar in cluster.unicodeScalars.prefix(5) {
        text[length] = wchar_t(bitPattern: scalar.value)
        length += 1
      }
      text[length] = 0
      ebb_put(row, column, text.baseAddress, look.attributes, look.pair)
    }
  }

  /// Clusters that some terminal may draw in another width than counted: emoji, dingbats, marks
  /// upon letters. The scripts and lines that all terminals measure alike are not among them.
  private func isDoubtful(_ cluster: Character) -> Bool {
    let scalars = cluster.unicodeScalars
    guard let value = scalars.first?.value else { return false }
    if scalars.count > 1 { return true }
    switch value {
    case 0xA1..<0x2600: return ambiguousIsWide
    case 0..<0xA1, 0x2E80...0xA4C6, 0xAC00...0xD7A3, 0xF900...0xFAD9, 0xFF01...0xFF60:
      return false
    default: return true
    }
  }
}
