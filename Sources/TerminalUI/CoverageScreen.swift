import Decks
import Foundation
import Reports
import Scheduling

/// How well each part of the notes is known: files and headings as a tree that folds.
package struct CoverageScreen: Screen {
  /// How the files are ordered; headings stay in the order of their note.
  private enum Order: CaseIterable {
    case place
    case readiness
    case unseen

    var words: String {
      switch self {
      case .place: "as in the notes"
      case .readiness: "by readiness"
      case .unseen: "by unseen cards"
      }
    }
  }

  private var tree: NoteTree
  /// Parts whose inner parts are shown.
  private var unfolded: Set<Int> = []
  private var selected = 0
  private var order = Order.place
  private var remark: String?
  private var isStale = false
  private let counts: NotesCounts

  /// Shows a tree, folded but for a single file.
  package init(_ tree: NoteTree, counts: NotesCounts = NotesCounts()) {
    self.tree = tree
    self.counts = counts
    if tree.files == 1 { unfolded = [0] }
  }

  package var context: KeyContext { .coverage }

  /// The parts that are not folded away, from the top.
  private var visible: [Int] {
    var rows: [Int] = []
    func add(_ part: Int) {
      rows.append(part)
      guard unfolded.contains(part) else { return }
      var inner = part + 1
      while inner < tree.parts[part].end {
        add(inner)
        inner = tree.parts[inner].end
      }
    }
    var files = tree.parts.indices.filter { tree.parts[$0].depth == 0 }
    switch order {
    case .place: break
    case .readiness: files.sort { tree.parts[$0].ready < tree.parts[$1].ready }
    case .unseen: files.sort { unseen($0) > unseen($1) }
    }
    for file in files { add(file) }
    return rows
  }

  private func unseen(_ part: Int) -> Int { tree.parts[part].cards.count - tree.parts[part].seen }

  // MARK: Events

  package mutating func handle(_ action: Action, in window: Window) -> [Step] {
    remark = nil
    let rows = visible
    selected = max(min(selected, rows.count - 1), 0)
    if action == .back { return [.close] }
    if case .row(let number) = action {
      guard let view = NotesView(rawValue: number), view != .coverage else { return [] }
      return [.effect(.notes(.open(view)))]
    }
    guard !rows.isEmpty else {
      remark = Self.nothing
      return []
    }
    let part = rows[selected]
    let place = tree.parts[part].place
    switch action {
    case .openMock: return [.effect(.mock(.open(topic: topic(of: part))))]
    case .accept:
      let cards = tree.askable(in: part)
      guard !cards.isEmpty else {
        remark = "Nothing of \(tree.parts[part].title) is due or new."
        return []
      }
      isStale = true
      return [.effect(.cards(.review(cards)))]
    case .shiftRight, .goOn:
      if tree.hasParts(part) { unfolded.insert(part) }
    case .shiftLeft: fold(part)
    case .order:
      let next = Order.allCases.firstIndex(of: order).map { $0 + 1 } ?? 0
      order = Order.allCases[next % Order.allCases.count]
      remark = "Files \(order.words)."
      selected = visible.firstIndex(of: part) ?? 0
    case .viewNote:
      let card = tree.parts[part].cards.first.map { tree.cards[$0].id }
      return [.effect(.cards(.openNote(place, card: card)))]
    case .edit:
      isStale = true
      return [.effect(.edit(place, cards: []))]
    default:
      selected = action.scrolled(
        from: selected, room: Self.room(window), furthest: rows.count - 1)
    }
    return []
  }

  /// Folds a part, or goes to the one that holds it.
  private mutating func fold(_ part: Int) {
    if unfolded.remove(part) != nil { return }
    guard let parent = tree.parent(of: part) else { return }
    selected = visible.firstIndex(of: parent) ?? selected
  }

  /// The topic most cards of a part are counted under; nil for a part without cards.
  private func topic(of part: Int) -> String? {
    tree.parts[part].cards.first.map { tree.cards[$0].topic }
  }

  package mutating func take(_ reply: Reply, in window: Window) -> [Step]? {
    switch reply {
    case .show(let screen) where screen is NoteListScreen: return [.replace(screen)]
    case .said(let sentence): remark = sentence
    case .reread(_, let notice, _): remark = notice
    case .failed(let problem): remark = "! " + problem
    case .cards(let search):
      let fresh = NoteTree(Array(search.cards), from: search.viewpoint)
      if fresh.parts.count != tree.parts.count { unfolded = [] }
      tree = fresh
    default: return nil
    }
    return []
  }

  package mutating func uncover(after seconds: TimeInterval, in window: Window) -> [Step] {
    guard isStale else { return [] }
    isStale = false
    return [.effect(.cards(.search(.everything, order: .place)))]
  }

  package mutating func say(_ sentence: String) { remark = sentence }

  // MARK: Drawing

  private static let nothing = "No notes yet; ebb add FOLDER brings yours."

  /// The row of the heads, below the views where there is room for them.
  private static func top(_ frame: Frame) -> Int { NotesTabs.row(in: frame).map { $0 + 2 } ?? 2 }

  private static func room(_ window: Window) -> Int {
    let frame = Frame(window)
    return max(frame.placeBody.upperBound - top(frame) - 1, 1)
  }

  package func draw(in window: Window) -> Grid {
    var frame = Frame(window)
    let files = Words.count(tree.files, "file")
    let cards = Words.count(tree.cards.count, "card")
    frame.title(["ebb", "Notes"], right: files, less: [cards, order.words])
    let columns = CoverageColumns(width: window.columns)
    NotesTabs(view: .coverage, counts: counts).draw(in: &frame)
    let top = Self.top(frame)
    columns.draw(.heads, in: &frame, row: top, ink: .muted)
    let rows = visible
    let room = Self.room(window)
    let selected = max(min(selected, rows.count - 1), 0)
    let first = Frame.first(showing: selected, of: rows.count, in: room)
    frame.park(row: top, column: 0)
    for (offset, part) in rows.dropFirst(first).prefix(room).enumerated() {
      let row = top + 1 + offset
      let isSelected = first + offset == selected
      if isSelected { frame.select(row: row) }
      columns.draw(
        cells(of: part), in: &frame, row: row, ink: isSelected ? .prompt : .answer)
    }
    frame.rule(row: window.rows - 3, above: first, below: rows.count - first - room)
    if rows.isEmpty { frame.drawNothing(Self.nothing, in: top + 1..<top + 1 + room) }
    frame.message(remark ?? (rows.isEmpty ? "" : sentence(of: rows[selected])))
    frame.keys(.coverage)
    return frame.grid
  }

  private func cells(of part: Int) -> CoverageColumns.Cells {
    let counted = tree.parts[part]
    let sign = tree.hasParts(part) ? (unfolded.contains(part) ? "- " : "+ ") : "  "
    let today = tree.viewpoint.today
    let asked = counted.lastAsked.map { $0 >= today ? "today" : $0.short } ?? "never"
    return CoverageColumns.Cells(
      part: String(repeating: "  ", count: min(counted.depth, 6)) + sign + counted.title,
      cards: String(counted.cards.count), seen: counted.seen == 0 ? "·" : String(counted.seen),
      ready: CardWords.percent(counted.ready), asked: asked)
  }

  private func sentence(of part: Int) -> String {
    let counted = tree.parts[part]
    let due = counted.cards.count { tree.viewpoint.isDue(tree.cards[$0]) }
    let unseen = counted.cards.count - counted.seen
    return "\(counted.title): \(counted.seen) of \(counted.cards.count) seen, \(due) due, "
      + "\(unseen) new. Enter reviews them."
  }
}
