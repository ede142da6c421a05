import Decks
import Foundation

/// What a compile came to, for people.
struct CompileReport {
  private(set) var hasFailed = false
  private var files = 0
  private var cards = 0
  private var warnings = 0
  private var totals = CompileTotals()
  private let isQuiet: Bool

  init(isQuiet: Bool) { self.isQuiet = isQuiet }

  mutating func add(_ diagnostic: Diagnostic) {
    complain(diagnostic.description)
    if diagnostic.severity == .error { hasFailed = true }
    if diagnostic.severity == .warning { warnings += 1 }
  }

  mutating func add(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { add(diagnostic) }
  }

  mutating func add(_ compilation: Compilation, of file: FoundFile, coverage: Coverage) {
    files += 1
    cards += compilation.cards.count
    totals.add(compilation, path: file.path, coverage: coverage)
    for diagnostic in compilation.diagnostics where diagnostic.severity > .info {
      var named = diagnostic
      if named.place.path.isEmpty {
        named = Diagnostic(
          diagnostic.severity, diagnostic.message, at: Decks.Place(path: file.path, line: 0))
      }
      add(named)
    }
    if isQuiet { return }
    print("\(file.path): \(count(compilation.cards.count, "card")), topic \(compilation.topic)")
  }

  func listSkipped(_ compilation: Compilation, path: String) {
    // A section without a card is often its only block without one.
    var told: Set<Compilation.Skipped> = []
    let all = compilation.skipped + compilation.unasked
    for skipped in all.sorted(by: { $0.place.line < $1.place.line })
    where told.insert(skipped).inserted {
      let hint = Self.hint(for: skipped.reason).map { "; " + $0 } ?? ""
      print(
        "\(path):\(skipped.place.line): no card in “\(skipped.title)”: \(skipped.reason)\(hint)")
    }
  }

  /// What would make a card of it.
  static func hint(for reason: String) -> String? {
    let hints = [
      ("no rule found a question", "a heading that asks, or “**Term** — text”, would make one"),
      ("the best question is too uncertain", "a heading that asks would make it certain"),
      ("the answer says too little", "a whole sentence would do"),
      ("the answer only introduces", "put the list right under it"),
      ("the question points at something", "name what it is about in the heading"),
      ("the question gives its answer away", "ask without the words of the answer"),
    ]
    return hints.first { reason.hasPrefix($0.0) }?.1
  }

  func printObject() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let object = totals.object(files: files, warnings: warnings)
    print(String(decoding: try encoder.encode(object), as: UTF8.self))
  }

  func printTotals(isChecking: Bool) {
    if cards > 0 { print("by rule: " + totals.byRule) }
    let verdict = hasFailed ? "with errors" : isChecking ? "as expected" : "done"
    let totals = [count(files, "note"), count(cards, "card"), count(warnings, "warning")]
    print(totals.joined(separator: ", ") + ": " + verdict)
  }
}

/// What became of cards, one a line.
enum ChangeList {
  /// Prints the changes by kind, then how many of each there are.
  static func printLines(_ changes: [Identification.Change], doubts: Int) {
    for kind in Identification.Change.Kind.allCases {
      for change in changes where change.kind == kind {
        let place = change.card.place
        print("\(kind.rawValue)  \(place.path):\(place.line): \(change.card.question)")
        guard let before = change.before else { continue }
        if kind == .reworded { print("  was: \(before.question)") }
        if kind == .moved || kind == .returned, before.place.path != place.path {
          print("  was in \(before.place.path)")
        }
      }
    }
    print(summary(changes, doubts: doubts))
  }

  /// "2 added, 0 reworded, …".
  static func summary(_ changes: [Identification.Change], doubts: Int) -> String {
    let counts = Identification.Change.Kind.allCases.map { kind in
      "\(changes.count { $0.kind == kind }) \(kind.rawValue)"
    }
    let waiting = doubts > 0 ? ", \(doubts) in doubt (`ebb relink` decides)" : ""
    return counts.joined(separator: ", ") + waiting
  }
}
