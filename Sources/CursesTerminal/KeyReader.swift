import CNcurses
import TerminalUI

/// Turns what ncurses reads into keys and pastes.
struct KeyReader {
  /// What was read, as far as the program cares.
  enum Reading {
    case key(Key)
    case paste(String)
    /// The wheel, in rows down, or a click on a row.
    case wheel(Int)
    case click(row: Int)
    /// Something that stands for no key of ours.
    case nothing
  }

  /// How long the rest of a sequence may take, in milliseconds.
  let escapeDelay: Int
  /// Read ahead while looking for the rest of a sequence.
  private var waiting: [Input] = []

  init(escapeDelay: Int) { self.escapeDelay = escapeDelay }

  private enum Input: Hashable {
    case scalar(Unicode.Scalar)
    case code(Int32)
  }

  /// The next reading without waiting; nil if the terminal has sent nothing.
  mutating func next() -> Reading? {
    guard let input = read() else { return nil }
    switch input {
    case .scalar("\u{1B}"): return sequence()
    case .scalar(let scalar): return Self.key(scalar).map(Reading.key) ?? .nothing
    case .code(Int32(EBB_PASTE_BEGINS)): return .paste(paste())
    case .code(KEY_MOUSE): return Self.mouse()
    case .code(let code): return Self.key(code: code).map(Reading.key) ?? .nothing
    }
  }

  /// Rows for one notch of the wheel.
  private static let notch = 3

  private static func mouse() -> Reading {
    var row: Int32 = 0
    switch ebb_read_mouse(&row) {
    case EBB_CLICKED: return .click(row: Int(row))
    case EBB_WHEEL_UP: return .wheel(-notch)
    case EBB_WHEEL_DOWN: return .wheel(notch)
    default: return .nothing
    }
  }

  private mutating func read() -> Input? {
    if !waiting.isEmpty { return waiting.removeFirst() }
    var value: wint_t = 0
    switch ebb_read_key(&value) {
    case Int32(KEY_CODE_YES): return .code(Int32(truncatingIfNeeded: value))
    case Int32(OK): return Unicode.Scalar(UInt32(value)).map(Input.scalar)
    default: return nil
    }
  }

  /// What follows within the time that the rest of a sequence may take.
  private mutating func readSoon() -> Input? {
    if let input = read() { return input }
    let ready = ebb_wait(Int32(clamping: escapeDelay))
    return ready & Int32(EBB_READABLE.rawValue) != 0 ? read() : nil
  }

  /// Escape alone, or a sequence that terminfo does not list for this terminal. Its bytes must not
  /// pass for keys: `ESC [ 1 ; 5 D` would answer with a 1 and a 5.
  private mutating func sequence() -> Reading {
    guard let second = read() else { return .key(.escape) }
    guard case .scalar(let opener) = second, opener == "[" || opener == "O" else {
      waiting.insert(second, at: 0)
      return .key(.escape)
    }
    guard let third = readSoon() else {
      waiting.insert(second, at: 0)
      return .key(.escape)
    }
    var body = ""
    var input = third
    while case .scalar(let scalar) = input {
      body.unicodeScalars.append(scalar)
      // The final byte; before it come digits and separators.
      if (0x40...0x7E).contains(scalar.value) { return finished(body, opener: opener) }
      guard let following = readSoon() else { break }
      input = following
    }
    return .nothing
  }

  private mutating func finished(_ body: String, opener: Unicode.Scalar) -> Reading {
    if opener == "[" && body == "200~" { return .paste(paste()) }
    let keys: [String: Key] = [
      "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "M": .enter,
      "1~": .home, "7~": .home, "4~": .end, "8~": .end, "3~": .delete, "5~": .pageUp,
      "6~": .pageDown,
    ]
    return keys[body].map(Reading.key) ?? .nothing
  }

  /// The text up to the closing marker. The rest of a paste must not pass for keys, so a stalled
  /// connection is given five seconds.
  private mutating func paste() -> String {
    // Split by a slow connection, the marker comes as its characters and not as a code.
    let marker = Array("\u{1B}[201~".unicodeScalars)
    var scalars: [Unicode.Scalar] = []
    while true {
      guard let input = read() else {
        let ready = ebb_wait(5000)
        let isOver = ready & Int32(EBB_HUNG_UP.rawValue | EBB_AT_END.rawValue) != 0
        if ready == 0 || isOver { return Self.text(scalars) }
        continue
      }
      switch input {
      case .code(Int32(EBB_PASTE_ENDS)): return Self.text(scalars)
      case .code: break
      case .scalar(let scalar):
        scalars.append(scalar)
        if scalar == "~", scalars.suffix(marker.count).elementsEqual(marker) {
          return Self.text(scalars.dropLast(marker.count))
        }
      }
    }
  }

  /// What was pasted with its line ends made one kind, and without other control characters.
  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    var before: Unicode.Scalar?
    for scalar in scalars {
      defer { before = scalar }
      if scalar == "\r" || (scalar == "\n" && before != "\r") {
        text.append("\n")
      } else if scalar == "\t" || scalar.properties.generalCategory != .control {
        text.append(scalar)
      }
    }
    return String(text)
  }

  private static func key(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0x0D, 0x0A: return .enter
    case 0x09: return .tab
    case 0x08, 0x7F: return .backspace
    case 0x00: return .control(" ")
    case 0x01...0x1A: return Unicode.Scalar(scalar.value + 0x60).map { .control(Character($0)) }
    case 0x1B: return .escape
    case 0x1C...0x1F: return Unicode.Scalar(scalar.value + 0x40).map { .control(Character($0)) }
    case 0x80...0x9F: return nil
    default: return .character(Character(scalar))
    }
  }

  private static func key(code: Int32) -> Key? {
    switch code {
    case KEY_ENTER: .enter
    case KEY_BACKSPACE: .backspace
    case KEY_DC: .delete
    case KEY_UP: .up
    case KEY_DOWN: .down
    case KEY_LEFT: .left
    case KEY_RIGHT: .right
    case KEY_HOME, KEY_A1, KEY_FIND: .home
    case KEY_END, KEY_C1, KEY_SELECT: .end
    case KEY_PPAGE, KEY_A3: .pageUp
    case KEY_NPAGE, KEY_C3: .pageDown
    default: nil
    }
  }
}
