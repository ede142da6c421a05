@testable import TerminalUI

extension Scene {
  /// Cards in the desk, then keys on home.
  private init(_ name: String, of cards: [Sample], _ keys: String) {
    self.init(name) { size in
      var desk = Desk(cards, columns: size.columns, rows: size.rows)
      for key in keys { desk.press(key == "⏎" ? .enter : .character(key)) }
      return desk
    }
  }

  /// What changed in the notes, what makes no card, old cards in doubt, and a plan.
  static let notes = [
    Scene("drift-offered", of: [.changed], "⏎ "),
    Scene("drift", of: [.changed], "⏎ d"),
    Scene("changes", of: Sample.library, "N2"),
    Scene("changes-end", of: Sample.library, "N2G"),
    Scene("changes-none", of: [], "N2"),
    Scene("skipped-none", of: [], "N3"),
    Scene("skipped", of: Sample.library, "N3"),
    Scene("relink", of: Sample.library, "N4"),
    Scene("relink-none", of: Sample.library, "N4G"),
    Scene("relink-compared", of: Sample.library, "N4d"),
    Scene("plan", of: Sample.library, "P"),
    Scene("plan-topic-left-out", of: Sample.library, "PGh"),
    Scene("plan-day", of: Sample.library, "Pt"),
    Scene("help-plan", of: Sample.library, "P?"),
    Scene("help-drift", of: [.changed], "⏎ d?"),
    Scene("settings-find", of: Sample.library, "S/dark"),
  ]
}
