import Decks
import Reports
import Scheduling

/// Where the parts of the browser are in a window, and how they are drawn.
struct BrowserLayout {
  private let window: Window
  /// Rows of the list and of the preview, without its divider.
  let list: Range<Int>
  let preview: Range<Int>
  /// Columns of the list, margins included, and of the preview.
  private let listWidth: Int
  private let previewColumns: Range<Int>
  private let isSideBySide: Bool

  init(_ window: Window) {
    self.window = window
    let top = window.rows < 16 ? 4 : 5
    let bottom = max(window.rows - 3, top)
    isSideBySide = window.columns >= 110
    if isSideBySide {
      list = top..<bottom
      preview = top..<bottom
      listWidth = 80
      previewColumns = 82..<window.columns - 1
    } else {
      let hasPreview = window.columns >= 76 && bottom - top >= 8
      let divider = hasPreview ? top + (bottom - top) / 2 : bottom
      list = top..<divider
      // In a small window the preview takes the place of the list while it has the keys.
      preview = hasPreview ? min(divider + 1, bottom)..<bottom : top..<bottom
      listWidth = window.columns
      previewColumns = 2..<max(window.columns - 2, 2)
    }
  }

  private var sharesRows: Bool { !isSideBySide && preview.lowerBound == list.lowerBound }

  /// The card in view, laid out.
  func previewLines(of browser: BrowserScreen) -> [TextLine] {
    guard let card = browser.preview, card.id == browser.current?.id else { return [] }
    let width = previewColumns.count
    return CardText(TextLayout(measure: min(width, 76), wide: width)).lines(of: card)
  }

  func draw(_ browser: BrowserScreen) -> Grid {
    var frame = Frame(window)
    let search = browser.search
    frame.title(
      ["ebb", "Browser"], right: "\(search.found.count) of \(search.total) cards",
      less: [search.order.words])
    let isReading = browser.mode == .preview
    frame.park(row: 2, column: 2)
    if !sharesRows || !isReading { drawList(of: browser, in: &frame) }
    if !sharesRows || isReading { drawPreview(of: browser, in: &frame) }
    drawFoot(of: browser, in: &frame)
    drawFilter(of: browser, in: &frame)
    frame.keys(browser.readsText ? .typing : .browser)
    return frame.grid
  }

  private func drawFilter(of browser: BrowserScreen, in frame: inout Frame) {
    let start = frame.grid.write("Filter: ", row: 2, column: 2, ink: .muted)
    if case .filter = browser.mode {
      browser.field.draw(
        in: &frame.grid, row: 2, columns: start..<max(window.columns - 1, start), ink: .prompt)
    } else {
      let query = browser.search.query
      let text = query.isEverything ? "every card" : query.description
      frame.grid.write(
        Frame.cut(text, to: window.columns - start - 1), row: 2, column: start,
        ink: query.isEverything ? .muted : .answer)
    }
  }

  private func drawFoot(of browser: BrowserScreen, in frame: inout Frame) {
    let room = list.count
    let first = firstRow(of: browser)
    frame.rule(
      row: window.rows - 3, above: first,
      below: browser.search.found.count - first - room)
    if case .memo = browser.mode {
      frame.ask("Memo: ", browser.field)
    } else if let problem = browser.problem {
      frame.message(oneOf: ["! " + problem.sentence, "! " + problem.message], ink: .warning)
    } else if let remark = browser.remark {
      frame.remark(remark)
    } else {
      frame.message(oneOf: sentences(of: browser), ink: .muted)
    }
  }

  private func sentences(of browser: BrowserScreen) -> [String] {
    if !browser.ticked.isEmpty {
      let number = browser.ticked.count
      return [
        "\(Words.count(number, "card")) ticked: commands are for \(number == 1 ? "it" : "them"); "
          + "a ticks all or none.",
        "\(number) ticked.",
      ]
    }
    guard let card = browser.current else {
      return [browser.search.index.cards.isEmpty ? "No cards yet." : "No card is like this."]
    }
    let words = CardWords(card, from: browser.search.viewpoint)
    var facts = [words.state]
    if let memory = card.schedule.memory {
      facts.append("stable \(CardWords.days(memory.stability))")
      facts.append("difficulty \(Words.number(memory.difficulty, decimals: 1))")
      facts.append(words.lapses)
    }
    if let memo = card.marks.memo { facts.append("memo: \(memo)") }
    let full = facts.joined(separator: "; ")
    return [full.capitalizedFirst + ".", words.state.capitalizedFirst + "."]
  }

  // MARK: List

  private func firstRow(of browser: BrowserScreen) -> Int {
    Frame.first(
      showing: browser.selected, of: browser.search.found.count, in: max(list.count, 1))
  }

  private func drawList(of browser: BrowserScreen, in frame: inout Frame) {
    let columns = BrowserColumns(width: listWidth)
    columns.drawHeads(in: &frame, row: list.lowerBound - 1)
    let search = browser.search
    let first = firstRow(of: browser)
    for (offset, position) in search.found.dropFirst(first).prefix(list.count).enumerated() {
      let card = search.index.cards[position]
      let row = list.lowerBound + offset
      let isSelected = first + offset == browser.selected
      columns.draw(
        card, words: CardWords(card, from: search.viewpoint), isSelected: isSelected,
        isTicked: browser.ticked.contains(card.id), in: &frame, row: row)
    }
  }

  // MARK: Preview

  private func drawPreview(of browser: BrowserScreen, in frame: inout Frame) {
    let lines = previewLines(of: browser)
    let first = min(browser.previewScroll, max(lines.count - preview.count, 0))
    drawDivider(of: browser, hidden: lines.count - first - preview.count, in: &frame)
    frame.write(
      lines.dropFirst(first), in: preview, from: previewColumns.lowerBound,
      to: previewColumns.upperBound)
  }

  private func drawDivider(of browser: BrowserScreen, hidden: Int, in frame: inout Frame) {
    guard let card = browser.current else { return }
    let row = preview.lowerBound - 1
    let place = "\(Frame.fileName(card.place.path)):\(card.place.line)"
    let more = hidden > 0 ? "\(hidden) more · " : ""
    let right = " " + more + place
    let width = previewColumns.count
    let title = browser.mode == .preview ? "▸ Preview " : "Preview "
    let rule = max(width - CellWidth.of(title) - CellWidth.of(right), 0)
    let text = title + String(repeating: "─", count: rule) + right
    frame.grid.write(
      Frame.cut(text, to: width), row: row, column: previewColumns.lowerBound, ink: .muted)
  }
}

/// The columns of a list of cards; a narrow one shows question and recall alone.
private struct BrowserColumns {
  private let question: Range<Int>
  private let kind: Int?
  private let due: Int?
  private let end: Int

  init(width: Int) {
    end = width - 1
    if width < 70 {
      (kind, due) = (nil, nil)
      question = 2..<max(width - 10, 3)
    } else {
      (kind, due) = (width - 24, width - 17)
      question = 2..<width - 28
    }
  }

  func drawHeads(in frame: inout Frame, row: Int) {
    frame.grid.write("QUESTION", row: row, column: question.lowerBound, ink: .muted)
    if let kind { frame.grid.write("KIND", row: row, column: kind, ink: .muted) }
    if let due { frame.grid.write("DUE", row: row, column: due, ink: .muted) }
    frame.grid.write("RECALL", row: row, column: end - 6, ink: .muted)
  }

  func draw(
    _ card: StudiedCard, words: CardWords, isSelected: Bool, isTicked: Bool,
    in frame: inout Frame, row: Int
  ) {
    let ink: Ink = isSelected ? .prompt : .answer
    if isSelected { frame.select(row: row) }
    if isTicked { frame.grid.write("✓", row: row, column: 1, ink: .good) }
    frame.grid.write(
      Frame.cut(card.question, to: question.count), row: row, column: question.lowerBound, ink: ink)
    if card.marks.flag > 0 {
      frame.grid.write("⚑", row: row, column: question.upperBound + 1, ink: .warning)
    }
    if let kind { frame.grid.write(card.kind.rawValue, row: row, column: kind, ink: .muted) }
    if let due { frame.grid.write(words.due, row: row, column: due, ink: ink) }
    let recall = words.recall
    frame.grid.write(recall, row: row, column: end - CellWidth.of(recall), ink: ink)
  }
}
