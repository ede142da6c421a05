import Scheduling

/// What is said when a review finds no card.
struct NothingDueScreen: Hashable, Sendable {
  /// The topic asked for; nil for all.
  let topic: String?
  let today: Day

  func draw(columns: Int, rows: Int) -> Grid {
    var frame = Frame(columns: columns, rows: rows)
    frame.title("ebb › \(topic ?? "All topics")", right: today.long)
    let layout = TextLayout(measure: frame.measure, wide: frame.wide)
    let text = topic.map { "Nothing of \($0) is due now." } ?? "Nothing is due now."
    frame.draw(
      layout.lines(of: text, ink: .prompt) + [.blank]
        + layout.lines(
          of: "You can stop here; what you have learned will be asked again when you are about to "
            + "forget it.", ink: .answer),
      from: frame.body.lowerBound, to: frame.placeBody.upperBound)
    frame.rule(row: rows - 3)
    frame.message("")
    frame.keys(.nothingDue)
    return frame.grid
  }
}
