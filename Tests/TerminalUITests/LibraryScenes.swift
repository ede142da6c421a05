@testable import TerminalUI

extension Scene {
  /// A library of cards, then keys on home.
  private init(_ name: String, of cards: [Sample] = Sample.library, _ keys: [Key]) {
    self.init(name) { size in
      var desk = Desk(cards, columns: size.columns, rows: size.rows)
      for key in keys { desk.press(key) }
      return desk
    }
  }

  private static func typed(_ text: String) -> [Key] { text.map { .character($0) } }

  /// The browser, card info, the note, the tree of the notes, and finding.
  static let library = [
    Scene("browser", typed("B")),
    Scene("browser-filter", typed("B/topic:redis (is:due or recall<92%)")),
    Scene("browser-problem", typed("B/recal<92%")),
    Scene("browser-nothing", typed("B/nothing is like this") + [.enter]),
    Scene("browser-ticked", typed("B  fo")),
    Scene("browser-preview", typed("B") + [.tab]),
    Scene("browser-memo", typed("Bjjjmmind the gap")),
    Scene("browser-without-cards", of: [], typed("B")),
    Scene("info", typed("Bji")),
    Scene("info-marked", typed("Bjjji")),
    Scene("info-new", typed("BGi")),
    Scene("info-due-date", typed("Bji1tomo")),
    Scene("note", typed("Bjv")),
    Scene("note-next-card", typed("Bjvnn")),
    Scene("coverage", typed("N")),
    Scene("coverage-unfolded", typed("Nljlj")),
    Scene("coverage-without-notes", of: [], typed("N")),
    Scene("home-find", typed("/post")),
    Scene("help-browser", typed("B?")),
    Scene("help-find", typed("B?/suspend")),
  ]
}
