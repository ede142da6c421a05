/// The keys of a screen, generated from the table of keys.
struct HelpScreen: Hashable, Sendable {
  let context: KeyContext
  private var scroll = 0

  init(context: KeyContext) { self.context = context }

  private var bindings: [Binding] { Keymap.bindings(in: context) }

  mutating func move(_ action: Action, page: Int) {
    switch action {
    case .rowDown: scroll += 1
    case .rowUp: scroll -= 1
    case .pageDown: scroll += page
    case .pageUp: scroll -= page
    case .top: scroll = 0
    case .bottom: scroll = bindings.count
    default: break
    }
    scroll = min(max(scroll, 0), max(bindings.count - page, 0))
  }

  func draw(columns: Int, rows: Int) -> Grid {
    var frame = Frame(columns: columns, rows: rows)
    let body = frame.placeBody
    let visible = bindings.dropFirst(scroll).prefix(body.count - 1)
    frame.title(
      "Keys › \(context.rawValue)",
      right: "\(scroll + 1) to \(scroll + visible.count) of \(bindings.count)")
    for (offset, binding) in visible.enumerated() {
      let row = body.lowerBound + 1 + offset
      frame.grid.write(binding.label, row: row, column: 2, ink: .prompt)
      frame.grid.write(
        Frame.cut(binding.help, to: columns - 14), row: row, column: 12, ink: .answer)
    }
    frame.rule(row: rows - 3)
    frame.message(
      context == .back ? "Again is a miss. Hard was recalled, but with effort." : "")
    frame.keys(.help)
    return frame.grid
  }
}
