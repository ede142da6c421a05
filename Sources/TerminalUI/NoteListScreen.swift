import Decks
import Foundation
import Reports

/// What changed in the notes lately, or what of them no card covers: one row each.
package struct NoteListScreen: Screen {
  /// One change, or one passage without a card.
  package struct Row: Hashable, Sendable {
    /// What happened, in a word.
    let kind: String
    let place: Place
    /// The question, or the passage.
    let text: String
    /// What it means for the progress, or why there is no card, in a few words.
    let note: String
    /// The same in a sentence.
    let sentence: String
    /// The whole sentence, and what of it a narrow window has room for.
    var sentences: [String] {
      let semicolon = UInt8(ascii: ";")
      guard let end = sentence.utf8.firstIndex(of: semicolon) else { return [sentence] }
      return [sentence, String(sentence[..<end]) + "."]
    }
    /// The card it is about; nil if there is none any more, or none yet.
    let card: CardID?
    /// Whether the card says something else than when it was last answered.
    let isChanged: Bool

    package init(
      kind: String, place: Place, text: String, note: String, sentence: String,
      card: CardID? = nil, isChanged: Bool = false
    ) {
      self.kind = kind
      self.place = place
      self.text = text
      self.note = note
      self.sentence = sentence
      self.card = card
      self.isChanged = isChanged
    }
  }

  private let view: NotesView
  private let counts: NotesCounts
  /// What stands above the rows, left and right.
  private let head: (left: String, right: String)
  private let rows: [Row]
  /// What is said if there are none.
  private let nothing: String
  private var selected = 0
  private var remark: String?
  private var isStale = false

  /// Shows the rows of a view.
  package init(
    _ view: NotesView, counts: NotesCounts, head: (left: String, right: String), rows: [Row],
    nothing: String
  ) {
    self.view = view
    self.counts = counts
    self.head = head
    self.rows = rows
    self.nothing = nothing
  }

  package var context: KeyContext { .noteList }
  package var face: String { "\(context.rawValue) \(view)" }

  // MARK: Events

  package mutating func handle(_ action: Action, in window: Window) -> [Step] {
    remark = nil
    switch action {
    case .back: return [.close]
    case .row(let number):
      guard let view = NotesView(rawValue: number), view != self.view else { break }
      return [.effect(.notes(.open(view)))]
    case .viewNote, .edit, .info, .difference: return open(action)
    default:
      selected = action.scrolled(
        from: selected, room: Self.room(Frame(window)).count, furthest: rows.count - 1)
    }
    return []
  }

  private mutating func open(_ action: Action) -> [Step] {
    guard rows.indices.contains(selected) else {
      remark = nothing
      return []
    }
    let row = rows[selected]
    switch (action, row.card) {
    case (.viewNote, _): return [.effect(.cards(.openNote(row.place, card: row.card)))]
    case (.edit, _):
      isStale = true
      return [.effect(.edit(row.place, cards: []))]
    case (.info, let card?): return [.effect(.cards(.openInfo(card)))]
    case (.difference, let card?) where row.isChanged:
      isStale = true
      return [.effect(.notes(.openDrift(card)))]
    case (.difference, _): remark = "Nothing of substance changed here since you last answered."
    default: remark = "No card here."
    }
    return []
  }

  package mutating func take(_ reply: Reply, in window: Window) -> [Step]? {
    switch reply {
    case .show(let screen) where screen is NoteListScreen || screen is CoverageScreen:
      return [.replace(screen)]
    case .settled(_, let notice), .said(let notice), .reread(_, let notice, _),
      .changed(_, let notice):
      remark = notice
    case .failed(let problem): remark = "! " + problem
    default: return nil
    }
    return []
  }

  package mutating func uncover(after seconds: TimeInterval, in window: Window) -> [Step] {
    guard isStale else { return [] }
    isStale = false
    return [.effect(.notes(.open(view)))]
  }

  package mutating func say(_ sentence: String) { remark = sentence }

  // MARK: Drawing

  private static func room(_ frame: Frame) -> Range<Int> {
    let first = (NotesTabs.row(in: frame).map { $0 + 2 } ?? 2) + 1
    return first..<max(frame.placeBody.upperBound, first)
  }

  package func draw(in window: Window) -> Grid {
    var frame = Frame(window)
    frame.title(["ebb", "Notes"], right: rows.isEmpty ? "" : Words.count(rows.count, "row"))
    NotesTabs(view: view, counts: counts).draw(in: &frame)
    let columns = NoteListColumns(width: window.columns)
    let room = Self.room(frame)
    columns.draw(
      kind: head.left, place: "", text: "", note: head.right, in: &frame, row: room.lowerBound - 1,
      ink: .muted)
    let selected = max(min(selected, rows.count - 1), 0)
    let first = Frame.first(showing: selected, of: rows.count, in: room.count)
    frame.park(row: room.lowerBound - 1, column: 0)
    for (offset, row) in rows.dropFirst(first).prefix(room.count).enumerated() {
      let isSelected = first + offset == selected
      if isSelected { frame.select(row: room.lowerBound + offset) }
      columns.draw(
        kind: row.kind, place: columns.place(row.place),
        text: row.text, note: row.note, in: &frame, row: room.lowerBound + offset,
        ink: isSelected ? .prompt : .answer)
    }
    frame.rule(row: window.rows - 3, above: first, below: rows.count - first - room.count)
    if rows.isEmpty { frame.drawNothing(nothing, in: room) }
    frame.message(oneOf: remark.map { [$0] } ?? (rows.isEmpty ? [""] : rows[selected].sentences))
    frame.keys(.noteList)
    return frame.grid
  }
}

/// The columns of such a list; a narrow one keeps the kind and the text.
private struct NoteListColumns {
  private let place: Range<Int>?
  private let text: Range<Int>
  private let note: Range<Int>?

  private static let kind = 2..<11

  init(width: Int) {
    if width < 76 {
      (place, note) = (nil, nil)
      text = 11..<width - 1
    } else {
      place = 11..<27
      note = width - 19..<width - 1
      text = 28..<width - 20
    }
  }

  /// File and line; a long name gives way to the line.
  func place(_ place: Place) -> String {
    let line = ":\(place.line)"
    let room = max((self.place?.count ?? 0) - line.utf8.count - 1, 1)
    return Frame.cut(Frame.fileName(place.path), to: room) + line
  }

  func draw(
    kind: String, place: String, text: String, note: String, in frame: inout Frame, row: Int,
    ink: Ink
  ) {
    func write(_ text: String, in columns: Range<Int>?, _ ink: Ink) {
      guard let columns else { return }
      frame.grid.write(
        Frame.cut(text, to: columns.count), row: row, column: columns.lowerBound, ink: ink)
    }
    // Heads may be longer than what stands under them.
    write(kind, in: place.isEmpty ? Self.kind.lowerBound..<frame.columns - 20 : Self.kind, ink)
    write(place, in: self.place, .muted)
    write(text, in: self.text, ink)
    write(note, in: self.note, .muted)
  }
}
