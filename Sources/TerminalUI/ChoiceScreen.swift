/// A situation in a few sentences, with what can be done about it; digits choose.
package struct ChoiceScreen: Screen {
  /// One thing that can be done.
  package struct Choice: Sendable {
    /// What it is, in a few words, and what that means here.
    let label: String
    let detail: String
    let steps: [Step]

    package init(_ label: String, _ detail: String = "", _ steps: [Step]) {
      self.label = label
      self.detail = detail
      self.steps = steps
    }
  }

  /// Where the user is, and what stands at the right of it.
  let place: String
  let right: String
  /// Paragraphs above the choices; the first is what happened.
  let head: [String]
  /// Whether that is a problem.
  let isProblem: Bool
  let choices: [Choice]
  /// Paragraphs below them.
  let foot: [String]
  /// What `q` does.
  let back: [Step]
  private var cursor = 0
  private var scroll = 0
  private var remark: String?

  /// Makes a screen with at most nine choices.
  package init(
    _ place: String, right: String = "", head: [String], isProblem: Bool = false,
    choices: [Choice], foot: [String] = [], back: [Step] = [.close]
  ) {
    precondition(choices.count <= 9, "a digit must be able to choose")
    self.place = place
    self.right = right
    self.head = head
    self.isProblem = isProblem
    self.choices = choices
    self.foot = foot
    self.back = back
  }

  package var context: KeyContext { .choices }

  package mutating func say(_ sentence: String) { remark = sentence }

  package mutating func handle(_ action: Action, in window: Window) -> [Step] {
    remark = nil
    switch action {
    case .back: return back
    case .row(let number):
      guard choices.indices.contains(number - 1) else {
        remark = "There is no choice \(number)."
        return []
      }
      cursor = number - 1
      return choices[cursor].steps
    case .accept: return choices.isEmpty ? back : choices[cursor].steps
    case .rowDown: cursor = min(cursor + 1, max(choices.count - 1, 0))
    case .rowUp: cursor = max(cursor - 1, 0)
    case .top:
      (cursor, scroll) = (0, 0)
      return []
    case .bottom: cursor = max(choices.count - 1, 0)
    default: break
    }
    let text = text(in: Frame(window))
    let room = max(Frame(window).placeBody.count - 1, 1)
    // The choice in focus is in sight, and at the ends what stands above and below all of them.
    if cursor == 0 { scroll = 0 }
    if let rows = text.rows(of: cursor) {
      scroll = min(max(scroll, rows.upperBound - room), rows.lowerBound)
    }
    if cursor == choices.count - 1, cursor > 0 { scroll = max(text.lines.count - room, 0) }
    return []
  }

  // MARK: Drawing

  private struct Text {
    var lines: [TextLine] = []
    /// The first line of each choice.
    var starts: [Int] = []
    /// The line after the last choice.
    var end = 0

    func rows(of choice: Int) -> Range<Int>? {
      guard starts.indices.contains(choice) else { return nil }
      return starts[choice]..<(choice + 1 < starts.count ? starts[choice + 1] : end)
    }
  }

  private func text(in frame: Frame) -> Text {
    let layout = TextLayout(measure: frame.measure, wide: frame.wide)
    var text = Text()
    for (index, paragraph) in head.enumerated() {
      if index > 0 { text.lines.append(.blank) }
      let ink: Ink = index > 0 ? .answer : isProblem ? .warning : .prompt
      text.lines += layout.lines(of: paragraph, ink: ink)
    }
    text.lines.append(.blank)
    let width = max(choices.map { CellWidth.of($0.label) }.max() ?? 0, 16) + 3
    for (index, choice) in choices.enumerated() {
      text.starts.append(text.lines.count)
      text.lines += lines(of: choice, number: index + 1, width: width, measure: frame.measure)
    }
    text.end = text.lines.count
    for paragraph in foot { text.lines += [.blank] + layout.lines(of: paragraph, ink: .muted) }
    return text
  }

  /// A digit, the label, and the detail beside it, or below it where the window is narrow.
  private func lines(
    of choice: Choice, number: Int, width: Int, measure: Int
  ) -> [TextLine] {
    let start = 3
    var label = "\(number)  ".map { Glyph($0, .muted) } + choice.label.map { Glyph($0, .prompt) }
    guard !choice.detail.isEmpty else { return [TextLine(label)] }
    let isBeside = start + width + 24 <= measure
    let indent = isBeside ? start + width : start
    let detail = Wrapping.rows(
      of: choice.detail.map { Glyph($0, .answer) }, width: max(measure - indent, 8))
    guard isBeside else { return [TextLine(label)] + detail.map { TextLine($0, indent: indent) } }
    label += Array(repeating: Glyph(" ", .answer), count: max(indent - label.cells, 1))
    return [TextLine(label + (detail.first ?? []))]
      + detail.dropFirst().map { TextLine($0, indent: indent) }
  }

  package func draw(in window: Window) -> Grid {
    var frame = Frame(window)
    frame.title([place], right: right)
    let text = text(in: frame)
    let top = window.rows < 16 ? 2 : 3
    let room = max(frame.placeBody.upperBound - top, 1)
    let first = min(scroll, max(text.lines.count - room, 0))
    frame.draw(text.lines.dropFirst(first), from: top, to: top + room)
    frame.rule(row: window.rows - 3, above: first, below: text.lines.count - first - room)
    frame.message(remark ?? "")
    if let rows = text.rows(of: cursor), rows.lowerBound >= first, rows.lowerBound < first + room {
      frame.select(row: top + rows.lowerBound - first, column: frame.left - 2)
    }
    frame.keys(.choices, digits: choices.count)
    return frame.grid
  }
}
