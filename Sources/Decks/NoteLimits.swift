/// What a note may hold: more than any person writes, so that neither the time nor the memory that
/// a note takes is up to whoever wrote it. cmark makes a node of about 200 bytes of each mark, and
/// some of its loops look at all open brackets or all columns again and again.
struct NoteLimits {
  static let mostHeadings = 100_000
  static let mostLines = 400_000
  /// Marks that may become nodes, and cells of tables.
  static let mostMarks = 1_000_000
  /// A bracket inside of more open ones of its paragraph is read as a blank.
  static let deepestBrackets = 256
  /// More pipes than this in a row and a table is read as text: cmark needs minutes for wide ones.
  static let widestTable = 64

  private var lines = 0
  private var headings = 0
  private var marks = 0
  /// Columns of the table at hand; cmark fills up short rows.
  private var columns = 0

  // MARK: What is refused

  /// Why a text is more than a note; nil if it is none of that.
  static func objection(to text: [UInt8], at file: Place) -> Diagnostic? {
    var limits = NoteLimits()
    text.withUnsafeBufferPointer { bytes in
      // Nearly all texts are too short to hold as much, even where each line is filled up.
      guard text.count > mostHeadings || bytes.holds(0x0a, over: mostMarks / (widestTable + 2))
      else { return }
      bytes.forEachLine { limits.count(UnsafeBufferPointer(rebasing: bytes[$0])) }
    }
    let counts = [
      (limits.headings, mostHeadings, "headings"), (limits.lines, mostLines, "lines"),
      (limits.marks, mostMarks, "marks and cells of tables"),
    ]
    guard let (count, most, name) = counts.first(where: { $0.0 > $0.1 }) else { return nil }
    return Diagnostic(
      .error, "the file has \(count) \(name), a note at most \(most); split it or leave it out",
      at: file)
  }

  private mutating func count(_ line: UnsafeBufferPointer<UInt8>) {
    guard let first = line.first(where: { $0 > 0x20 }) else {
      columns = 0
      return
    }
    lines += 1
    var pipes = 0
    var isRule = true
    var before: UInt8 = 0x20
    for byte in line {
      if byte == UInt8(ascii: "|") { pipes += 1 }
      if Self.signs.contains(byte) || byte.isBlank && Self.markers.contains(before) { marks += 1 }
      if isRule, !Self.rule.contains(byte) { isRule = false }
      before = byte
    }
    if first == UInt8(ascii: "#") || isRule && pipes == 0 { headings += 1 }
    if isRule, pipes > 0 { columns = pipes + 1 }
    marks += columns
  }

  private static let signs = ByteSet("*_[]<>|&\\`~!")
  /// They begin a member of a list where a blank follows.
  private static let markers = ByteSet("-+.)")
  /// What the line under a title or between the head and the rows of a table is made of.
  private static let rule = ByteSet("|-=: \t\r")

  // MARK: What is read as text

  /// Blanks what would take too long to be read, at equal length; says where and why.
  static func flatten(_ text: inout [UInt8], path: String) -> [Diagnostic] {
    text.withUnsafeMutableBufferPointer { text in
      let bytes = UnsafeBufferPointer(text)
      let mayNest = bytes.holds(UInt8(ascii: "["), over: deepestBrackets)
      var remarks: [Diagnostic] = []
      var number = 0
      var depth = 0
      var isTold = false
      bytes.forEachLine { range in
        number += 1
        let line = UnsafeBufferPointer(rebasing: bytes[range])
        if isTooWide(line) {
          for index in range { text[index] = 0x20 }
          remarks.append(
            Diagnostic(
              .warning,
              "a table of more than \(widestTable - 1) columns is read as text",
              at: Place(path: path, line: number)))
          return
        }
        guard mayNest else { return }
        if line.allSatisfy(\.isBlank) { (depth, isTold) = (0, false) }
        for index in range {
          if text[index] == UInt8(ascii: "]") { depth = max(depth - 1, 0) }
          guard text[index] == UInt8(ascii: "[") else { continue }
          if depth < deepestBrackets {
            depth += 1
            continue
          }
          text[index] = 0x20
          if !isTold {
            remarks.append(
              Diagnostic(
                .warning,
                "more than \(deepestBrackets) brackets are open; those inside are left out",
                at: Place(path: path, line: number)))
          }
          isTold = true
        }
      }
      return remarks
    }
  }

  /// Whether a line stands between the head and the rows of a table that is too wide.
  private static func isTooWide(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var pipes = 0
    for byte in line {
      switch byte {
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "-"), UInt8(ascii: ":"), 0x20, 0x09, 0x0d: break
      default: return false
      }
    }
    return pipes > widestTable
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a byte stands in it more often than so many times.
  fileprivate func holds(_ byte: UInt8, over most: Int) -> Bool {
    var rest = self
    for _ in 0...most {
      guard let index = rest.firstIndex(of: byte) else { return false }
      rest = UnsafeBufferPointer(rebasing: rest[(index + 1)...])
    }
    return true
  }

  /// Calls `body` with the places of all lines, without their line feeds.
  fileprivate func forEachLine(_ body: (Range<Int>) -> Void) {
    var start = 0
    while start < count {
      let rest = UnsafeBufferPointer(rebasing: self[start...])
      let end = rest.firstIndex(of: 0x0a).map { start + $0 } ?? count
      body(start..<end)
      start = end + 1
    }
  }
}
