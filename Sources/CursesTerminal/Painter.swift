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
    let before = shown.flatMap { $0.rows == grid.rows && $0.columns == grid.columns ? $0 : nil }
    guard grid != before else { return }
    if before == nil { ebb_redraw() }
    let width = min(columns, grid.columns)
    for row in 0..<min(rows, grid.rows) {
      // Writing the last cell of the last row scrolls some terminals.
      let end = row == rows - 1 ? min(width, columns - 1) : width
      let cells = (0..<end).map { grid[row, $0] }
      let old = before.map { grid in (0..<end).map { grid[row, $0] } }
      if cells != old { draw(cells, over: old, row: row) }
    }
    shown = grid
    ebb_show(
      Int32(clamping: max(0, min(grid.cursor.row, rows - 1))),
      Int32(clamping: max(0, min(grid.cursor.column, columns - 1))))
  }

  private func draw(_ cells: [Cell], over old: [Cell]?, row: Int) {
    let line = Int32(clamping: row)
    for (column, cell) in cells.enumerated() {
      guard let cluster = cell.cluster else { continue }
      let isWide = column + 1 < cells.count && cells[column + 1].cluster == nil
      // The right half of a wide cluster may be the one cell that is never written.
      let fits = isWide || CellWidth.of(cluster) == 1
      let form = fits ? form(cluster, isWide: isWide) : [" "]
      for (offset, character) in form.enumerated() {
        put(character, row: line, column: Int32(clamping: column + offset), ink: cell.ink)
      }
      let isNew = old.map { $0[column] != cell } ?? true
      if isNew, form.count == 1, isDoubtful(form[0]) {
        let after = Int32(clamping: column + (isWide ? 2 : 1))
        ebb_show(line, after)
        ebb_place_cursor(line, after)
      }
    }
  }

  /// What is put into the cells of a cluster: itself, or a stand-in of the same width.
  private func form(_ cluster: Character, isWide: Bool) -> [Character] {
    if cluster.isASCII { return [cluster] }
    switch glyphs {
    case .asciiOnly:
      return isWide ? [PlainGlyphs.ascii(cluster), " "] : [PlainGlyphs.ascii(cluster)]
    case .plainMarks:
      if let mark = PlainGlyphs.standIn(cluster) { return isWide ? [mark, " "] : [mark] }
    case .all: break
    }
    // ncurses measures by the C library, whose tables may be older than ours.
    let base = cluster.unicodeScalars.first?.value ?? 0
    let measured = ebb_width(wchar_t(bitPattern: base))
    if measured == (isWide ? 2 : 1) { return [cluster] }
    return isWide ? ["?", " "] : ["?"]
  }

  private func put(_ cluster: Character, row: Int32, column: Int32, ink: Ink) {
    let look = looks[Int(ink.rawValue)]
    var text = cluster.unicodeScalars.prefix(5).map { wchar_t(bitPattern: $0.value) }
    text.append(0)
    ebb_put(row, column, text, look.attributes, look.pair)
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
