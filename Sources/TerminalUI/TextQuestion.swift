/// Asks for one line of text.
package struct TextQuestion: Screen {
  let place: String
  let head: [String]
  let label: String
  /// What `Esc` does.
  let back: [Step]
  private var field: TextField
  private var remark: String

  /// Makes a question; `remark` says what was wrong with the last answer, if anything.
  package init(
    _ place: String, head: [String], label: String, text: String = "", remark: String = "",
    back: [Step]
  ) {
    self.place = place
    self.head = head
    self.label = label
    self.remark = remark
    self.back = back
    field = TextField(text)
  }

  package var context: KeyContext { .typing }
  package var readsText: Bool { true }

  package mutating func handle(_ action: Action, in window: Window) -> [Step] { [] }

  package mutating func say(_ sentence: String) { remark = sentence }

  package mutating func read(_ key: Key, in window: Window) -> [Step] {
    switch key {
    case .enter: return field.text.isEmpty ? [] : [.effect(.answered(.text(field.text)))]
    case .escape: return back
    default:
      if field.handle(key) { remark = "" }
      return []
    }
  }

  package mutating func paste(_ text: String, in window: Window) -> [Step] {
    field.insert(text)
    return []
  }

  package func draw(in window: Window) -> Grid {
    var frame = Frame(window)
    frame.title([place], right: "")
    let layout = TextLayout(measure: frame.measure, wide: frame.wide)
    var lines: [TextLine] = []
    for (index, paragraph) in head.enumerated() {
      if index > 0 { lines.append(.blank) }
      lines += layout.lines(of: paragraph, ink: index == 0 ? .prompt : .answer)
    }
    frame.draw(lines, from: window.rows < 16 ? 2 : 3, to: window.rows - 4)
    frame.rule(row: window.rows - 4)
    frame.message(remark, ink: .warning)
    let start = frame.grid.write(label + " ", row: window.rows - 3, column: 2, ink: .prompt)
    field.draw(
      in: &frame.grid, row: window.rows - 3, columns: start..<window.columns - 2, ink: .answer)
    frame.keys(.typing)
    return frame.grid
  }
}

/// What was answered to a question that is asked before there is a home.
package enum Answered: Hashable, Sendable {
  case choice(Int)
  case text(String)
}
