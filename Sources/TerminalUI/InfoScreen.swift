import Decks
import Foundation
import Scheduling

/// What is known of a card: where it stands, how it fades, where it comes from, every answer to it;
/// and the few changes that need more than a letter.
package struct InfoScreen: Screen {
  /// A value that is being typed.
  private enum Asking: Hashable {
    case dueDate
    case memo
  }

  private let card: Card
  private var known: StudiedCard
  private let history: [Review]
  private let viewpoint: Viewpoint
  private var scroll = 0
  private var asking: Asking?
  private var field = TextField()
  private var remark: String?

  /// `history` holds the answers to the card that hold, oldest first.
  package init(
    _ card: Card, known: StudiedCard, history: [Review], from viewpoint: Viewpoint
  ) {
    self.card = card
    self.known = known
    self.history = history
    self.viewpoint = viewpoint
  }

  package var context: KeyContext { .info }
  package var readsText: Bool { asking != nil }

  // MARK: Events

  package mutating func handle(_ action: Action, in window: Window) -> [Step] {
    remark = nil
    switch action {
    case .back: return [.close]
    case .row(1): ask(.dueDate, with: "")
    case .memo: ask(.memo, with: known.marks.memo ?? "")
    case .row(2): return mark(.reset)
    case .row(3):
      guard known.marks.memo != nil else {
        remark = "There is no memo; m writes one."
        break
      }
      return mark(.memo(""))
    case .bury, .suspendCard, .flag:
      return CardMark(toggling: action, of: [known.marks], on: viewpoint.today).map(mark) ?? []
    case .undo: return [.effect(.cards(.undo))]
    case .redo: return [.effect(.cards(.redo))]
    case .viewNote: return [.effect(.cards(.openNote(card.place, card: card.id)))]
    case .difference:
      if known.isChanged { return [.effect(.notes(.openDrift(card.id)))] }
      remark = "The note says what it said when you last answered."
    case .openOutside:
      let targets = RichText.targets(in: card.prompt + "\n\n" + card.answer)
      guard let first = targets.first else {
        remark = "No link and no image here."
        break
      }
      return [.effect(.openOutside(first, from: card.place.path))]
    case .edit: return [.effect(.edit(card.place, cards: [card.id]))]
    default:
      let room = Self.room(window.rows)
      scroll = action.scrolled(
        from: scroll, room: room, furthest: rows(columns: window.columns).count - room)
    }
    return []
  }

  private func mark(_ mark: CardMark) -> [Step] { [.effect(.cards(.mark(mark, cards: [card.id])))] }

  private mutating func ask(_ what: Asking, with text: String) {
    asking = what
    field.replace(with: text)
  }

  package mutating func read(_ key: Key, in window: Window) -> [Step] {
    switch (key, asking) {
    case (.escape, _): asking = nil
    case (.enter, .memo):
      asking = nil
      return mark(.memo(field.text))
    case (.enter, .dueDate):
      guard let when = CardTerm.When(field.text) else {
        remark = "! Write a day such as tomorrow, 7d, 2w or 2026-12-31."
        return []
      }
      asking = nil
      return mark(.due(when.day(from: viewpoint.today), interval: nil))
    default:
      remark = nil
      _ = field.handle(key)
    }
    return []
  }

  package mutating func paste(_ text: String, in window: Window) -> [Step] {
    field.insert(text)
    return []
  }

  package mutating func take(_ reply: Reply, in window: Window) -> [Step]? {
    switch reply {
    case .changed(let states, let notice):
      if let state = states[card.id] { known.state = state }
      remark = notice
    case .settled(_, let notice):
      known.isChanged = false
      remark = notice
    case .said(let sentence): remark = sentence
    case .reread(_, let notice, _): remark = notice
    case .failed(let problem): remark = "! " + problem
    default: return nil
    }
    return []
  }

  package mutating func say(_ sentence: String) { remark = sentence }

  // MARK: Drawing

  /// One row: texts at columns of their own.
  private typealias Row = [(column: Int, text: String, ink: Ink)]

  private static func room(_ rows: Int) -> Int { max(rows - 6, 1) }

  /// Everything there is to say, short facts in two columns where there is room for them.
  private func rows(columns: Int) -> [Row] {
    let facts = InfoFacts(card, known: known, history: history, from: viewpoint)
    var rows: [Row] = [[(2, Frame.cut(card.question, to: columns - 4), .prompt)], []]
    let isWide = columns >= 76
    let half = isWide ? columns / 2 : columns
    for pair in facts.short.chunked(into: isWide ? 2 : 1) {
      rows.append(
        pair.enumerated().flatMap { side, fact in
          Self.row(of: fact, at: side * half + 2, room: half - 16)
        })
    }
    rows += facts.long.flatMap { fact in
      let texts = Frame.rows(of: fact.text, columns: columns - 14)
      return texts.enumerated().map { index, text in
        Self.row(
          of: .init(name: index == 0 ? fact.name : "", text: text, isWarning: fact.isWarning),
          at: 2, room: columns - 16)
      }
    }
    guard !history.isEmpty else { return rows }
    return rows + [[], Self.line(HistoryRow.headings, ink: .muted)]
      + facts.history.map { Self.line($0.cells, ink: .answer) }
  }

  private static func row(of fact: InfoFacts.Fact, at column: Int, room: Int) -> Row {
    [
      (column, fact.name, .muted),
      (column + 12, Frame.cut(fact.text, to: room), fact.isWarning ? .warning : .answer),
    ]
  }

  private static func line(_ cells: [String], ink: Ink) -> Row {
    var column = 2
    return zip(cells, HistoryRow.widths).map { cell, width in
      defer { column += width }
      return (column, cell, ink)
    }
  }

  package func draw(in window: Window) -> Grid {
    let columns = window.columns
    var frame = Frame(window)
    frame.title(
      [card.topic] + card.trail + ["card"], right: card.id.rawValue)
    let rows = rows(columns: columns)
    let room = Self.room(window.rows)
    // The window may have grown since the last move.
    let first = min(scroll, max(rows.count - room, 0))
    for (offset, row) in rows.dropFirst(first).prefix(room).enumerated() {
      for (column, text, ink) in row where column + CellWidth.of(text) < columns {
        frame.grid.write(text, row: frame.placeBody.lowerBound + offset, column: column, ink: ink)
      }
    }
    frame.rule(row: window.rows - 4, above: first, below: rows.count - first - room)
    let choices = ["1 set due date   2 forget (as new)   3 clear memo", "1 due  2 forget  3 memo"]
    frame.action(oneOf: choices)
    drawMessage(in: &frame)
    frame.keys(readsText ? .typing : .info)
    return frame.grid
  }

  private func drawMessage(in frame: inout Frame) {
    if let remark, asking == nil || remark.utf8.first == UInt8(ascii: "!") {
      frame.remark(remark)
    } else if let asking {
      frame.ask(asking == .dueDate ? "Due on: " : "Memo: ", field)
    } else {
      frame.message(history.isEmpty ? "Never answered." : "")
    }
  }
}

extension Array {
  /// The elements in groups of this size, the last one perhaps smaller.
  fileprivate func chunked(into size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
