/// The columns of the tree; a narrow window keeps the part and how ready it is.
struct CoverageColumns {
  struct Cells {
    let part: String
    let cards: String
    let seen: String
    let ready: String
    let asked: String

    static let heads = Cells(
      part: "PART OF THE NOTES", cards: "CARDS", seen: "SEEN", ready: "READY", asked: "LAST ASKED")
  }

  private let part: Int
  /// The cells after the last ones of cards, seen and ready; nil where they are not shown.
  private let cards: Int?
  private let seen: Int?
  private let ready: Int
  private let asked: Int?

  init(width: Int) {
    if width < 56 {
      (cards, seen, asked) = (nil, nil, nil)
      ready = width - 2
    } else if width < 76 {
      (cards, seen, asked) = (width - 17, width - 10, nil)
      ready = width - 2
    } else {
      (cards, seen, asked) = (width - 33, width - 26, width - 15)
      ready = width - 18
    }
    part = (cards ?? ready) - 10
  }

  func draw(_ cells: Cells, in frame: inout Frame, row: Int, ink: Ink) {
    frame.grid.write(Frame.cut(cells.part, to: part), row: row, column: 2, ink: ink)
    func right(_ text: String, _ end: Int?) {
      guard let end else { return }
      frame.grid.write(text, row: row, column: end - CellWidth.of(text), ink: ink)
    }
    right(cells.cards, cards)
    right(cells.seen, seen)
    right(cells.ready, ready)
    if let asked { frame.grid.write(cells.asked, row: row, column: asked, ink: ink) }
  }
}
