/// Breaks text into rows, by grapheme cluster and cell width.
package enum Wrapping {
  /// Opens a row that goes on within a word.
  static let continuation: Character = "↪"

  /// Greedy: a row takes what fits, breaks at white space and beside wide characters; a word longer
  /// than a row breaks at the row's end, and the next row begins with `↪`.
  /// - Returns: At least one row; no row is wider than `width` (at least 3).
  static func rows(of glyphs: [Glyph], width: Int) -> [[Glyph]] {
    let width = max(width, 3)
    var rows: [[Glyph]] = []
    var start = 0
    var isInsideWord = false
    while start < glyphs.count {
      let room = isInsideWord ? width - 1 : width
      let end = extent(of: glyphs, from: start, width: room)
      var cut = end
      if end < glyphs.count, let soft = lastBreak(in: glyphs, from: start, to: end) { cut = soft }
      let broke = cut == end && end < glyphs.count && !isBreak(glyphs, at: end)
      var row = Array(glyphs[start..<cut])
      while row.last?.isBlank == true { row.removeLast() }
      if isInsideWord { row.insert(Glyph(continuation, .muted), at: 0) }
      rows.append(row)
      start = cut
      if !broke { while start < glyphs.count, glyphs[start].isBlank { start += 1 } }
      isInsideWord = broke
    }
    return rows.isEmpty ? [[]] : rows
  }

  /// A sentence in lines that break between words alone, with an indent for all but the first; a
  /// word longer than a line has one to itself.
  package static func lines(of sentence: String, width: Int, hang: Int = 0) -> [String] {
    var lines: [String] = []
    for word in sentence.split(separator: " ") {
      if let last = lines.last, CellWidth.of(last) + 1 + CellWidth.of(word) <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(repeating: " ", count: lines.isEmpty ? 0 : hang) + word)
      }
    }
    return lines
  }

  /// The first glyph that does not fit any more; always after `start`.
  private static func extent(of glyphs: [Glyph], from start: Int, width: Int) -> Int {
    var used = 0
    var index = start
    while index < glyphs.count, used + glyphs[index].width <= width {
      used += glyphs[index].width
      index += 1
    }
    return max(index, start + 1)
  }

  /// Whether a row may end before this glyph.
  private static func isBreak(_ glyphs: [Glyph], at index: Int) -> Bool {
    guard index > 0, index < glyphs.count else { return true }
    let before = glyphs[index - 1]
    let after = glyphs[index]
    if before.isBlank || after.isBlank { return true }
    // A no-break space holds wide characters together too.
    if before.cluster == " " || after.cluster == " " { return false }
    return (before.width == 2 || after.width == 2) && !after.cluster.isPunctuation
  }

  private static func lastBreak(in glyphs: [Glyph], from start: Int, to end: Int) -> Int? {
    var index = end
    while index > start {
      if isBreak(glyphs, at: index) { return index }
      index -= 1
    }
    return nil
  }
}
