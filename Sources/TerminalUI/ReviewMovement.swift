import Decks
import MockInterview

/// What of the card is in view, and how that changes.
extension ReviewScreen {
  static let shiftStep = 8

  mutating func reveal(columns: Int, rows: Int) {
    side = .back
    compareTyped()
    // A question that scrolls with its answer must not leave the answer out of sight.
    let view = view(columns: columns, rows: rows)
    scroll = min(max(view.answerStart - view.room / 2, 0), view.furthest)
  }

  mutating func toggleWrapping() {
    wrapsCode.toggle()
    codeShift = 0
  }

  mutating func shiftRight(columns: Int, rows: Int) {
    let view = view(columns: columns, rows: rows)
    if (view.pinned + view.scrolling).contains(where: \.isCut) {
      codeShift += Self.shiftStep
    } else {
      notice = "No code goes on to the right."
    }
  }

  /// Changes the marks of the rows and keeps the row in focus in sight.
  mutating func mark(
    columns: Int, rows: Int, _ change: (inout RowMarks) -> Void
  ) {
    guard var changed = marks else { return }
    change(&changed)
    marks = changed
    keepFocusInSight(columns: columns, rows: rows)
  }

  private mutating func keepFocusInSight(columns: Int, rows: Int) {
    let view = view(columns: columns, rows: rows)
    guard let focus = view.focus else { return }
    scroll = min(max(scroll, focus.upperBound - view.room), view.furthest)
    scroll = max(min(scroll, focus.lowerBound), 0)
  }

  mutating func move(_ action: Action, columns: Int, rows: Int) {
    if isMarking || isTicking, let before = marks?.cursor {
      switch action {
      case .rowDown: marks?.moveCursor(by: 1)
      case .rowUp: marks?.moveCursor(by: -1)
      default: break
      }
      if marks?.cursor != before {
        return keepFocusInSight(columns: columns, rows: rows)
      }
    }
    let view = view(columns: columns, rows: rows)
    // The window may have changed since the last move.
    scroll = action.scrolled(
      from: min(scroll, view.furthest), room: view.room, furthest: view.furthest)
  }

  /// - Returns: Whether there was more to read.
  mutating func turnPage(columns: Int, rows: Int) -> Bool {
    let view = view(columns: columns, rows: rows)
    guard scroll < view.furthest else { return false }
    scroll = min(scroll + max(view.room - 1, 1), view.furthest)
    return true
  }
}

// MARK: Typing

extension ReviewScreen {
  package var readsText: Bool { memo != nil || side == .front && typed?.isOpen == true }

  /// Opens the line, with what stood in it.
  mutating func type() {
    typed = typed ?? TypedAnswer()
    typed?.isOpen = true
  }

  package mutating func read(_ key: Key, in window: Window) -> [Step] {
    if memo != nil { return readMemo(key) }
    switch key {
    case .enter:
      typed?.isOpen = false
      turnOver(columns: window.columns, rows: window.rows)
    case .escape: typed?.isOpen = false
    default: _ = typed?.field.handle(key)
    }
    return []
  }

  package mutating func paste(_ text: String, in window: Window) -> [Step] {
    if memo == nil { typed?.field.insert(text) } else { memo?.insert(text) }
    return []
  }

  /// Lets what was typed speak for the rating; key points that were found are ticked.
  private mutating func compareTyped() {
    guard let card, let text = typed?.text else { return }
    guard text.contains(where: { !$0.isWhitespace }) else {
      // A line that was opened and left empty says nothing.
      typed = nil
      return
    }
    typed?.compare(with: card)
    guard marks?.form == .points, let parts = typed?.parts, !parts.isEmpty else { return }
    for (row, part) in parts.enumerated() where part.verdict == .tick { marks?.mark(row) }
    marks?.beginAtTop()
  }
}
