import Decks
import Scheduling

/// The four views of all notes.
package enum NotesView: Int, CaseIterable, Hashable, Sendable {
  case coverage = 1
  case changes
  case skipped
  case relink
}

/// How much there is in each view of the notes.
package struct NotesCounts: Hashable, Sendable {
  /// Cards that came, say something else, or left with their passages lately.
  package var added = 0
  package var changed = 0
  package var left = 0
  /// Passages without a card; nil until somebody looked.
  package var skipped: Int?
  /// Old cards that wait for a decision.
  package var doubts = 0

  package init() {}
}

/// The row that says which views of the notes there are, and which one this is.
struct NotesTabs {
  let view: NotesView
  let counts: NotesCounts

  /// The row of it; nil in a window that is too low for it.
  static func row(in frame: Frame) -> Int? { frame.rows < 16 ? nil : 2 }

  private func name(_ view: NotesView, counting: Bool) -> String {
    let (name, count): (String, String?) =
      switch view {
      case .coverage: ("coverage", nil)
      case .changes: ("changes", "+\(counts.added) ~\(counts.changed) -\(counts.left)")
      case .skipped: ("skipped", counts.skipped.map(String.init))
      case .relink: ("re-link", String(counts.doubts))
      }
    let text = "\(view.rawValue) \(name)" + (counting ? count.map { " " + $0 } ?? "" : "")
    return view == self.view ? "[\(text)]" : text
  }

  func draw(in frame: inout Frame) {
    guard let row = Self.row(in: frame) else { return }
    let rows = [true, false].map { counting in
      NotesView.allCases.map { name($0, counting: counting) }
    }
    func length(_ names: [String]) -> Int { names.reduce(0) { $0 + CellWidth.of($1) + 3 } }
    let names = rows.first { length($0) + 2 <= frame.columns } ?? [name(view, counting: true)]
    var column = 2
    for text in names {
      let isCurrent = text.utf8.first == UInt8(ascii: "[")
      column =
        frame.grid.write(text, row: row, column: column, ink: isCurrent ? .prompt : .muted) + 3
    }
  }
}
