import Decks
import Reports
import Scheduling

/// A note as its author wrote it, with the lines that cards are made from.
package struct NoteScreen: Screen {
  /// A card of the note and the lines it is made from.
  private struct Passage {
    let card: CardID
    /// Lines, from 0.
    let lines: Range<Int>
  }

  private let path: String
  private let lines: [String]
  private let passages: [Passage]
  /// The first card that is shown; its lines carry a stronger mark.
  private var focus: Int?
  /// The first line in sight, and the line to begin at when first drawn.
  private var top: Int
  private var remark: String?
  /// Links and images that were opened.
  private var opened = 0

  /// Shows the lines of a note, beginning at a line or at a card of it.
  /// - Parameters:
  ///   - cards: Its cards and the lines where they begin, from 1.
  ///   - line: From 1.
  package init(path: String, lines: [String], cards: [CardID: Int], at line: Int, card: CardID?) {
    self.path = path
    self.lines = lines
    passages = Self.passages(of: cards, in: lines)
    focus = passages.firstIndex { $0.card == card }
    top = max(line - 3, 0)
  }

  /// A card is known by its first line; its passage goes on to the next heading or card.
  private static func passages(of cards: [CardID: Int], in lines: [String]) -> [Passage] {
    let starts = Set(cards.values)
    let sorted = cards.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    return sorted.compactMap { card, line in
      let first = line - 1
      guard lines.indices.contains(first) else { return nil }
      var end = first + 1
      while end < lines.count, !starts.contains(end + 1), !isHeading(lines[end]) { end += 1 }
      while end > first + 1, lines[end - 1].utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        end -= 1
      }
      return Passage(card: card, lines: first..<end)
    }
  }

  private static func isHeading(_ line: String) -> Bool {
    let marks = line.utf8.prefix { $0 == UInt8(ascii: "#") }.count
    return (1...6).contains(marks) && line.utf8.dropFirst(marks).first == 0x20
  }

  package var context: KeyContext { .note }

  // MARK: Events

  package mutating func handle(_ action: Action, in window: Window) -> [Step] {
    remark = nil
    switch action {
    case .back: return [.close]
    case .next: go(by: 1)
    case .previous: go(by: -1)
    case .info:
      if let focus { return [.effect(.cards(.openInfo(passages[focus].card)))] }
      remark = "No card here; n goes to the next."
    case .openOutside: return openOutside(in: window)
    case .edit:
      let line = focus.map { passages[$0].lines.lowerBound } ?? top
      return [.effect(.edit(Place(path: path, line: line + 1), cards: passages.map(\.card)))]
    default:
      top = action.scrolled(
        from: top, room: Self.room(window), furthest: max(lines.count - 1, 0))
    }
    return []
  }

  /// Opens what the lines in sight link to, the next one each time.
  private mutating func openOutside(in window: Window) -> [Step] {
    let inSight = lines.dropFirst(top).prefix(Self.room(window)).joined(separator: "\n")
    let targets = RichText.targets(in: inSight)
    guard !targets.isEmpty else {
      remark = "No link and no image in sight."
      return []
    }
    opened += 1
    return [.effect(.openOutside(targets[(opened - 1) % targets.count], from: path))]
  }

  private mutating func go(by step: Int) {
    guard !passages.isEmpty else {
      remark = "No card is made from this note."
      return
    }
    let next = focus.map { $0 + step } ?? passages.firstIndex { $0.lines.lowerBound >= top } ?? 0
    guard passages.indices.contains(next) else {
      remark =
        step > 0 ? "This is the last card of the note." : "This is the first card of the note."
      return
    }
    focus = next
    top = max(passages[next].lines.lowerBound - 2, 0)
  }

  package mutating func take(_ reply: Reply, in window: Window) -> [Step]? {
    switch reply {
    case .reread(_, let notice, _): remark = notice
    case .failed(let problem): remark = "! " + problem
    case .changed(_, let notice): remark = notice
    case .said(let sentence): remark = sentence
    default: return nil
    }
    return []
  }

  package mutating func say(_ sentence: String) { remark = sentence }

  // MARK: Drawing

  private static func room(_ window: Window) -> Int { max(window.rows - 5, 1) }

  package func draw(in window: Window) -> Grid {
    var frame = Frame(window)
    frame.title(["Note", path], right: "\(min(top + 1, lines.count)) of \(lines.count) lines")
    let body = frame.placeBody
    var row = body.lowerBound
    var line = top
    var isCode = Self.isInsideFence(lines, at: top)
    while row < body.upperBound, line < lines.count {
      let isFence = Self.isFence(lines[line])
      let ink: Ink =
        Self.isHeading(lines[line]) && !isCode ? .prompt : isCode || isFence ? .code : .answer
      if isFence { isCode.toggle() }
      // Tabs would be drawn as one cell.
      let text = lines[line].replacing("\t", with: "    ")
      let rows = Wrapping.rows(
        of: text.map { Glyph($0, ink) }, width: min(window.columns - 4, frame.measure))
      for glyphs in rows where row < body.upperBound {
        if let mark = mark(of: line) {
          frame.grid.write(mark.sign, row: row, column: 0, ink: mark.ink)
        }
        frame.draw([TextLine(glyphs)], from: row, to: body.upperBound)
        row += 1
      }
      line += 1
    }
    frame.rule(row: window.rows - 3, above: top, below: max(lines.count - line, 0))
    frame.message(remark ?? sentence)
    frame.keys(.note)
    return frame.grid
  }

  private func mark(of line: Int) -> (sign: String, ink: Ink)? {
    if let focus, passages[focus].lines.contains(line) { return ("│", .selection) }
    return passages.contains { $0.lines.contains(line) } ? ("┆", .muted) : nil
  }

  private var sentence: String {
    let cards = Words.count(passages.count, "card")
    guard let focus else { return "\(cards) from this note." }
    let here = passages[focus].lines.lowerBound
    let same = passages.filter { $0.lines.lowerBound == here }.count
    let siblings = same > 1 ? "; \(same) begin at this line" : ""
    return "Card \(focus + 1) of \(passages.count)\(siblings)."
  }

  private static func isFence(_ line: String) -> Bool {
    let text = line.drop { $0 == " " }
    return text.hasPrefix("```") || text.hasPrefix("~~~")
  }

  private static func isInsideFence(_ lines: [String], at end: Int) -> Bool {
    !lines.prefix(end).count { isFence($0) }.isMultiple(of: 2)
  }
}
