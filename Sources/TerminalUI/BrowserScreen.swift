import Decks
import Foundation
import Scheduling

/// Cards that a query finds, in an order, with one of them in view.
package struct BrowserScreen: Screen {
  /// What keys mean at the moment.
  enum Mode: Hashable, Sendable {
    case list
    /// The filter is being typed; Escape brings the query back that held before.
    case filter(before: CardQuery)
    /// A memo is being typed for these cards.
    case memo([CardID])
    /// The preview has the movement keys.
    case preview
  }

  private(set) var search: CardSearch
  private(set) var mode = Mode.list
  private(set) var field: TextField
  /// Why what is being typed cannot be read; the list stays as it was.
  private(set) var problem: CardQueryError?
  /// The row in focus, from 0; without meaning while the list is empty.
  private(set) var selected = 0
  /// Cards that the next command is for, instead of the one in focus.
  private(set) var ticked: Set<CardID> = []
  /// The card in view, once it was read.
  private(set) var preview: Card?
  private(set) var previewScroll = 0
  private(set) var remark: String?
  /// Filters accepted so far, for the arrow keys.
  private var filters: TextField
  /// What was done elsewhere may have changed the cards.
  private var isStale = false

  /// Shows what the search finds; `preview` is the first card of it.
  package init(_ search: CardSearch, preview: Card? = nil) {
    self.search = search
    self.preview = preview
    filters = TextField(search.query.description)
    filters.remember()
    field = filters
  }

  package var context: KeyContext { .browser }
  package var readsText: Bool {
    switch mode {
    case .filter, .memo: true
    case .list, .preview: false
    }
  }

  /// The card in focus.
  var current: StudiedCard? {
    search.found.indices.contains(selected)
      ? search.index.cards[search.found[selected]] : nil
  }

  /// What a command is for: the ticked cards in the order of the list, else the one in focus.
  private var subjects: [StudiedCard] {
    let chosen = search.cards.filter { ticked.contains($0.id) }
    return chosen.isEmpty ? current.map { [$0] } ?? [] : Array(chosen)
  }

  // MARK: Actions

  package mutating func handle(_ action: Action, in window: Window) -> [Step] {
    remark = nil
    switch action {
    case .back:
      if mode == .preview {
        mode = .list
        return []
      }
      return [.close]
    case .find:
      mode = .filter(before: search.query)
      field = filters
      field.replace(with: search.query.description)
    case .order: return reorder()
    case .focus: mode = mode == .preview ? .list : .preview
    case .goOn: return tick(in: window)
    case .all: tickAll()
    case .accept: return review()
    case .undo: return [.effect(.cards(.undo))]
    case .redo: return [.effect(.cards(.redo))]
    case .info: return current.map { [.effect(.cards(.openInfo($0.id)))] } ?? nothing()
    case .viewNote:
      return current.map { [.effect(.cards(.openNote($0.place, card: $0.id)))] } ?? nothing()
    case .difference:
      guard let current else { return nothing() }
      guard current.isChanged else {
        remark = "Its note says what it said when you last answered."
        break
      }
      isStale = true
      return [.effect(.notes(.openDrift(current.id)))]
    case .edit:
      isStale = true
      return current.map { [.effect(.edit($0.place, cards: [$0.id]))] } ?? nothing()
    case .bury, .suspendCard, .flag, .memo: return mark(action)
    default: return move(action, in: window)
    }
    return []
  }

  private mutating func nothing() -> [Step] {
    remark = "No card here."
    return []
  }

  private mutating func move(_ action: Action, in window: Window) -> [Step] {
    let layout = BrowserLayout(window)
    if mode == .preview {
      let lines = layout.previewLines(of: self)
      previewScroll = action.scrolled(
        from: previewScroll, room: layout.preview.count,
        furthest: lines.count - layout.preview.count)
      return []
    }
    selected = action.scrolled(
      from: selected, room: layout.list.count, furthest: search.found.count - 1)
    return look()
  }

  /// Reads the card in focus if it is not the one in view.
  private mutating func look() -> [Step] {
    selected = max(min(selected, search.found.count - 1), 0)
    guard let current else {
      preview = nil
      return []
    }
    guard current.id != preview?.id else { return [] }
    previewScroll = 0
    return [.effect(.cards(.read(current.id)))]
  }

  private mutating func reorder() -> [Step] {
    let id = current?.id
    search.sort(by: search.order.next)
    remark = "Ordered \(search.order.words)."
    return focus(on: id)
  }

  /// Puts the focus back on a card, wherever it stands now.
  private mutating func focus(on id: CardID?) -> [Step] {
    let cards = search.index.cards
    if let id, let row = search.found.firstIndex(where: { cards[$0].id == id }) { selected = row }
    return look()
  }

  private mutating func tick(in window: Window) -> [Step] {
    guard let current else { return nothing() }
    if ticked.remove(current.id) == nil { ticked.insert(current.id) }
    return move(.rowDown, in: window)
  }

  private mutating func tickAll() {
    let all = Set(search.cards.lazy.map(\.id))
    ticked = ticked == all ? [] : all
  }

  private mutating func review() -> [Step] {
    let chosen = search.cards.filter { ticked.contains($0.id) }
    let cards = chosen.isEmpty ? Array(search.cards) : Array(chosen)
    let asked = cards.filter { !$0.isOrphan && !$0.marks.isSuspended }
    guard !asked.isEmpty else {
      remark = cards.isEmpty ? "No card here." : "None of these cards is asked."
      return []
    }
    isStale = true
    return [.effect(.cards(.review(asked.map(\.id))))]
  }

  /// A command that all subjects already are under takes it back.
  private mutating func mark(_ action: Action) -> [Step] {
    let cards = subjects
    guard !cards.isEmpty else { return nothing() }
    if action == .memo {
      mode = .memo(cards.map(\.id))
      field = TextField(cards.count == 1 ? cards[0].marks.memo ?? "" : "")
      return []
    }
    guard let mark = CardMark(toggling: action, of: cards.map(\.marks), on: search.viewpoint.today)
    else { return [] }
    return [.effect(.cards(.mark(mark, cards: cards.map(\.id))))]
  }

  // MARK: Typing

  package mutating func read(_ key: Key, in window: Window) -> [Step] {
    switch (key, mode) {
    case (.enter, .filter):
      if problem != nil { return [] }
      field.remember()
      filters = field
      mode = .list
    case (.escape, .filter(let before)):
      problem = nil
      mode = .list
      search.search(before)
      return look()
    case (.enter, .memo(let cards)):
      mode = .list
      return [.effect(.cards(.mark(.memo(field.text), cards: cards)))]
    case (.escape, .memo): mode = .list
    default:
      if field.handle(key) { return typed() }
    }
    return []
  }

  package mutating func paste(_ text: String, in window: Window) -> [Step] {
    field.insert(text)
    return typed()
  }

  private mutating func typed() -> [Step] {
    guard case .filter = mode else { return [] }
    do throws(CardQueryError) {
      let query = try CardQuery(field.text, topics: search.index.topics)
      problem = nil
      guard query != search.query else { return [] }
      search.search(query)
      selected = 0
      return look()
    } catch {
      problem = error
      return []
    }
  }

  // MARK: Replies

  package mutating func take(_ reply: Reply, in window: Window) -> [Step]? {
    switch reply {
    case .card(let card):
      preview = card
      return []
    case .changed(let states, let notice):
      let id = current?.id
      search.update(states)
      remark = notice
      return focus(on: id)
    case .cards(let fresh):
      let id = current?.id
      search = fresh
      return focus(on: id)
    case .reread(_, let notice, _), .settled(_, let notice), .said(let notice):
      remark = notice
      return []
    case .failed(let sentence):
      remark = "! " + sentence
      return []
    default: return nil
    }
  }

  /// The first card is read when the screen opens, and all of them after a visit elsewhere that
  /// may have changed them.
  package mutating func uncover(after seconds: TimeInterval, in window: Window) -> [Step] {
    guard isStale else { return [] }
    isStale = false
    preview = nil
    return [.effect(.cards(.search(search.query, order: search.order)))]
  }

  package mutating func say(_ sentence: String) { remark = sentence }

  package func draw(in window: Window) -> Grid { BrowserLayout(window).draw(self) }
}
