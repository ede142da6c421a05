import Foundation

/// A note read line by line: as much Markdown as the rules of style need, and no more.
struct NoteText {
  enum Kind: Equatable {
    case blank, text, bullet, numbered, row
    case heading(level: Int)
    /// The line that opens a fenced block.
    case fence(language: String)
    /// A line of a fenced block, the closing fence included.
    case code
  }

  struct Line {
    let number: Int
    let kind: Kind
    /// The line without the marks of its kind and without surrounding spaces.
    let text: String
  }

  let path: String
  let lines: [Line]
  /// Whether the last fenced block has its closing fence.
  let isClosed: Bool
  /// Words as `wc -w` counts them: whatever stands between spaces, code and marks included.
  let wordCount: Int

  init(_ file: SourceTree.File) {
    var lines: [Line] = []
    var fence: String?
    for (index, line) in file.lines.enumerated() {
      let trimmed = line.trimmingCharacters(in: .whitespaces)
      let (kind, text): (Kind, String)
      if let open = fence {
        (kind, text) = (.code, String(line))
        if trimmed.count >= open.count, trimmed.allSatisfy({ $0 == open.first }) { fence = nil }
      } else if trimmed.hasPrefix("```") || trimmed.hasPrefix("~~~"),
        let found = trimmed.prefixMatch(of: /(`{3,}|~{3,})\s*(\S*)/)
      {
        fence = String(found.1)
        (kind, text) = (.fence(language: String(found.2)), trimmed)
      } else {
        (kind, text) = Self.read(trimmed)
      }
      lines.append(Line(number: index + 1, kind: kind, text: text))
    }
    path = file.path
    isClosed = fence == nil
    wordCount = file.lines.reduce(0) { $0 + $1.utf8.split { $0 == 0x20 || $0 == 0x09 }.count }
    self.lines = lines
  }

  /// The kind of a line outside of fenced blocks, and its text.
  private static func read(_ line: String) -> (Kind, String) {
    func rest(_ pattern: Regex<Substring>, _ kind: Kind) -> (Kind, String)? {
      line.prefixMatch(of: pattern).map { (kind, String(line[$0.range.upperBound...])) }
    }
    switch line.first {
    case nil: return (.blank, "")
    case "|": return (.row, line)
    case "#":
      let level = line.prefix { $0 == "#" }.count
      return rest(/#{1,6}\s+/, .heading(level: level)) ?? (.text, line)
    case "-", "*", "+": return rest(/[-*+]\s+/, .bullet) ?? (.text, line)
    case let first? where first.isNumber: return rest(/[0-9]+[.)]\s+/, .numbered) ?? (.text, line)
    default: return (.text, line)
    }
  }

  /// Words of a text, where a word has a letter or a digit.
  static func words(_ text: some StringProtocol) -> Int {
    text.split(whereSeparator: \.isWhitespace)
      .count { word in word.contains { $0.isLetter || $0.isNumber } }
  }

  /// The headings of one level.
  func headings(level: Int) -> [Line] {
    lines.filter { $0.kind == .heading(level: level) }
  }

  /// The lines below a heading that are not blank, up to the next heading as high as it.
  func body(of heading: Line) -> [Line] {
    guard case .heading(let level) = heading.kind else { return [] }
    return lines.dropFirst(heading.number).prefix { line in
      if case .heading(let other) = line.kind { return other > level }
      return true
    }.filter { $0.kind != .blank }
  }

  /// The lines of the H2 section with this title that are not blank; none without the section.
  func section(_ title: String) -> [Line] {
    headings(level: 2).first { $0.text == title }.map(body) ?? []
  }

  /// Where a line is, for messages.
  func place(_ line: Line) -> String { "\(path):\(line.number)" }

  /// The cells of a table row, escaped bars kept.
  static func cells(_ row: Line) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in row.text.dropFirst() {
      if character == "|", !isEscaped {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return cells.dropLast(row.text.hasSuffix("|") ? 1 : 0)
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
