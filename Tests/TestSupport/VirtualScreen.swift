/// A terminal's screen as a value, fed with the bytes a program writes: as much of a terminal as
/// ncurses asks of xterm-256color and tmux-256color.
package struct VirtualScreen: Sendable {
  package struct Cell: Hashable, Sendable {
    /// Nil for the right half of a wide character.
    package var cluster: Character? = " "
    package var look = Look()
  }

  package struct Look: Hashable, Sendable {
    package var bold = false
    package var reverse = false
    /// Number in the table of 256 colours; nil for the terminal's own.
    package var colour: Int?
  }

  package private(set) var columns: Int
  package private(set) var rows: Int
  package private(set) var row = 0
  package private(set) var column = 0
  package private(set) var isAlternate = false
  package private(set) var showsCursor = true
  package private(set) var marksPastes = false

  private var cells: [[Cell]]
  private var main: [[Cell]] = []
  private var saved = (row: 0, column: 0)
  private var region: Range<Int>
  private var look = Look()
  private var inserts = false
  private var wrapsNext = false
  private var last: Unicode.Scalar = " "
  private var state = State.text
  private var partial: [UInt8] = []

  private enum State: Sendable {
    case text
    case escape
    case sequence(String)
    /// A title or the like, up to its terminator.
    case string
    case skipOne
  }

  /// A blank screen of one cell at least.
  package init(columns: Int, rows: Int) {
    self.columns = max(columns, 1)
    self.rows = max(rows, 1)
    cells = Array(repeating: Array(repeating: Cell(), count: self.columns), count: self.rows)
    region = 0..<self.rows
  }

  /// The rows, trailing blanks included; each takes exactly the width of the screen.
  package var lines: [String] { cells.map { String($0.compactMap(\.cluster)) } }

  package var text: String { lines.joined(separator: "\n") }

  package subscript(row: Int, column: Int) -> Cell { cells[row][column] }

  /// Cuts or fills at the right and at the bottom, as a terminal without reflow.
  package mutating func resize(columns: Int, rows: Int) {
    let (columns, rows) = (max(columns, 1), max(rows, 1))
    func fitted(_ cells: [[Cell]]) -> [[Cell]] {
      (0..<rows).map { row in
        (0..<columns).map { column in
          row < cells.count && column < cells[row].count ? cells[row][column] : Cell()
        }
      }
    }
    cells = fitted(cells)
    if isAlternate { main = fitted(main) }
    (self.columns, self.rows) = (columns, rows)
    region = 0..<rows
    move(row: row, column: column)
  }

  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if byte >= 0x80 {
        partial.append(byte)
        // A lead byte says by its ones how many bytes make the character.
        if let lead = partial.first, partial.count >= (~lead).leadingZeroBitCount {
          let text = String(decoding: partial, as: UTF8.self)
          partial = []
          text.unicodeScalars.forEach { take($0) }
        }
      } else {
        partial = []
        take(Unicode.Scalar(byte))
      }
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    switch state {
    case .text: scalar.value < 0x20 ? control(scalar) : put(scalar)
    case .escape: escape(scalar)
    case .skipOne: state = .text
    case .string:
      if scalar == "\u{7}" || scalar == "\\" { state = .text }
    case .sequence(let body):
      if (0x40...0x7E).contains(scalar.value) {
        state = .text
        perform(body, final: scalar)
      } else if scalar.value < 0x20 {
        control(scalar)
      } else {
        state = .sequence(body + String(scalar))
      }
    }
  }

  private mutating func control(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\u{1B}": state = .escape
    case "\r": move(row: row, column: 0)
    case "\n", "\u{B}", "\u{C}": lineFeed()
    case "\u{8}": move(row: row, column: column - 1)
    case "\t": move(row: row, column: (column / 8 + 1) * 8)
    default: break
    }
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    state = .text
    switch scalar {
    case "[": state = .sequence("")
    case "]", "P", "_", "^": state = .string
    case "(", ")", "*", "+", "#", "%": state = .skipOne
    case "7": saved = (row, column)
    case "8": move(row: saved.row, column: saved.column)
    case "D": lineFeed()
    case "E":
      lineFeed()
      column = 0
    case "M": row == region.lowerBound ? scroll(-1, in: region) : move(row: row - 1, column: column)
    case "c": self = VirtualScreen(columns: columns, rows: rows)
    default: break
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = Self.width(scalar)
    if width == 0 {
      mark(scalar)
      return
    }
    guard width <= columns else { return }
    if wrapsNext || column + width > columns {
      column = 0
      lineFeed()
    }
    if inserts { insert(width) }
    last = scalar
    // Half of a wide character that is overwritten goes as a whole.
    if column > 0, cells[row][column].cluster == nil { cells[row][column - 1] = Cell() }
    let after = column + width
    if after < columns, cells[row][after].cluster == nil { cells[row][after] = Cell() }
    cells[row][column] = Cell(cluster: Character(scalar), look: look)
    if width == 2 { cells[row][column + 1] = Cell(cluster: nil, look: look) }
    column = min(after, columns - 1)
    wrapsNext = after >= columns
  }

  /// Adds a mark to the character before the cursor.
  private mutating func mark(_ scalar: Unicode.Scalar) {
    var place = wrapsNext ? column : column - 1
    while place > 0, cells[row][place].cluster == nil { place -= 1 }
    guard place >= 0, let base = cells[row][place].cluster else { return }
    let joined = String(base) + String(scalar)
    if joined.count == 1 { cells[row][place].cluster = joined.first }
  }

  private mutating func move(row: Int, column: Int) {
    self.row = max(0, min(row, rows - 1))
    self.column = max(0, min(column, columns - 1))
    wrapsNext = false
  }

  private mutating func lineFeed() {
    wrapsNext = false
    if row == region.upperBound - 1 {
      scroll(1, in: region)
    } else if row < rows - 1 {
      row += 1
    }
  }

  /// Moves the rows of a range up by so many, or down if negative; blank rows come in.
  private mutating func scroll(_ count: Int, in range: Range<Int>) {
    let moved = min(abs(count), range.count)
    let blank = Array(repeating: Array(repeating: Cell(), count: columns), count: moved)
    let leaving = count > 0 ? range.prefix(moved) : range.suffix(moved)
    cells.removeSubrange(leaving)
    let place = count > 0 ? range.upperBound - moved : range.lowerBound
    cells.insert(contentsOf: blank, at: place)
  }

  private mutating func insert(_ count: Int) {
    let blank = Array(repeating: Cell(), count: min(count, columns - column))
    cells[row].insert(contentsOf: blank, at: column)
    cells[row].removeLast(blank.count)
  }

  private mutating func delete(_ count: Int) {
    let moved = min(count, columns - column)
    cells[row].removeSubrange(column..<column + moved)
    cells[row] += Array(repeating: Cell(), count: moved)
  }

  private mutating func erase(_ row: Int, _ range: Range<Int>) {
    for column in range.clamped(to: 0..<columns) { cells[row][column] = Cell() }
  }
}

extension VirtualScreen {
  private mutating func perform(_ body: String, final: Unicode.Scalar) {
    if body.hasPrefix("?") || body.hasPrefix(">") {
      if body.hasPrefix("?"), final == "h" || final == "l" {
        for mode in body.dropFirst().split(separator: ";") { set(mode, on: final == "h") }
      }
      return
    }
    let numbers = body.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let count = max(numbers.first ?? 0, 1)
    let second = max(numbers.dropFirst().first ?? 0, 1)
    switch final {
    case "A": move(row: row - count, column: column)
    case "B", "e": move(row: row + count, column: column)
    case "C", "a": move(row: row, column: column + count)
    case "D": move(row: row, column: column - count)
    case "E": move(row: row + count, column: 0)
    case "F": move(row: row - count, column: 0)
    case "G", "`": move(row: row, column: count - 1)
    case "d": move(row: count - 1, column: column)
    case "H", "f": move(row: count - 1, column: second - 1)
    case "I": move(row: row, column: (column / 8 + count) * 8)
    case "Z": move(row: row, column: ((column + 7) / 8 - count) * 8)
    case "J": eraseScreen(numbers.first ?? 0)
    case "K": eraseLine(numbers.first ?? 0)
    case "X": erase(row, column..<column + count)
    case "@": insert(count)
    case "P": delete(count)
    case "L": if region.contains(row) { scroll(-count, in: row..<region.upperBound) }
    case "M": if region.contains(row) { scroll(count, in: row..<region.upperBound) }
    case "S": scroll(count, in: region)
    case "T": scroll(-count, in: region)
    case "b": (0..<count).forEach { _ in put(last) }
    case "r":
      let bottom = (numbers.dropFirst().first ?? 0) == 0 ? rows : min(second, rows)
      if count - 1 < bottom { region = count - 1..<bottom }
      move(row: 0, column: 0)
    case "h", "l": if numbers.first == 4 { inserts = final == "h" }
    case "m": dress(numbers)
    default: break
    }
  }

  private mutating func set(_ mode: Substring, on isOn: Bool) {
    switch mode {
    case "25": showsCursor = isOn
    case "2004": marksPastes = isOn
    case "47", "1047", "1049":
      guard isOn != isAlternate else { return }
      isAlternate = isOn
      if isOn {
        saved = (row, column)
        main = cells
        (0..<rows).forEach { erase($0, 0..<columns) }
      } else {
        cells = main
        move(row: saved.row, column: saved.column)
      }
    default: break
    }
  }

  private mutating func eraseLine(_ part: Int) {
    erase(row, part == 0 ? column..<columns : part == 1 ? 0..<column + 1 : 0..<columns)
  }

  private mutating func eraseScreen(_ part: Int) {
    if part < 2 { eraseLine(part) }
    let others = part == 0 ? row + 1..<rows : part == 1 ? 0..<row : 0..<rows
    others.forEach { erase($0, 0..<columns) }
  }

  private mutating func dress(_ numbers: [Int]) {
    var rest = numbers[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: look = Look()
      case 1: look.bold = true
      case 22: look.bold = false
      case 7: look.reverse = true
      case 27: look.reverse = false
      case 30...37: look.colour = number - 30
      case 39: look.colour = nil
      case 90...97: look.colour = number - 90 + 8
      case 38, 48:
        guard rest.popFirst() == 5, let colour = rest.popFirst() else { return }
        if number == 38 { look.colour = colour }
      default: break
      }
    }
  }

  /// Cells a character takes, counted apart from the program's own table on purpose.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    default: return properties.isEmojiPresentation ? 2 : 1
    }
  }
}
