import Scheduling

/// What is said when a review finds no card.
package struct NothingDueScreen: Screen, Hashable {
  /// The topic asked for; nil for all.
  let topic: String?
  let today: Day

  package init(topic: String?, today: Day) {
    self.topic = topic
    self.today = today
  }

  package var context: KeyContext { .nothingDue }

  package mutating func handle(_ action: Action, in window: Window) -> [Step] {
    action == .accept || action == .back ? [.close] : []
  }

  package func draw(in window: Window) -> Grid {
    var frame = Frame(window)
    frame.title("ebb › \(topic ?? "All topics")", right: today.long)
    let layout = TextLayout(measure: frame.measure, wide: frame.wide)
    let text = topic.map { "Nothing of \($0) is due now." } ?? "Nothing is due now."
    frame.draw(
      layout.lines(of: text, ink: .prompt) + [.blank]
        + layout.lines(
          of: "You can stop here; what you have learned will be asked again when you are about to "
            + "forget it.", ink: .answer),
      from: frame.body.lowerBound, to: frame.placeBody.upperBound)
    frame.rule(row: window.rows - 3)
    frame.message("")
    frame.keys(.nothingDue)
    return frame.grid
  }
}
