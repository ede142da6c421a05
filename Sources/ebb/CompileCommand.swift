import ArgumentParser
import Decks
import Foundation

/// Compiles notes to decks.
struct CompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile", abstract: "Make cards from Markdown notes.",
    discussion: """
      Without -o, the cards are counted and problems are listed. With -o, one deck file a note is \
      written: JSON Lines, the same bytes for the same note. With --check nothing is written, and \
      the exit status is 3 when a deck in that folder is not what its note compiles to.
      """)

  @Argument(help: "Markdown notes, or folders of them.")
  var paths: [String]

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write the decks into this folder.", valueName: "folder"))
  var output: String?

  @Flag(help: "Compare with the decks in the folder of -o, or only look for errors.")
  var check = false

  @Flag(help: "Say for each card which rule made it, and which sections gave none and why.")
  var explain = false

  @Flag(help: "List every section and block that gave no card, with the reason.")
  var skipped = false

  @Flag(help: "Print totals as one line of JSON: cards by kind and rule, coverage, answers.")
  var json = false

  func run() throws {
    let found = NoteFiles.notes(in: paths)
    var report = CompileReport(isQuiet: json)
    for diagnostic in found.diagnostics { report.add(diagnostic) }
    var names: Set<String> = []
    for file in found.files {
      let name = Self.deckName(of: file)
      guard names.insert(name).inserted || output == nil else {
        report.add(
          Diagnostic(
            .error, "another note is named \(file.relativePath) too; compile them apart",
            at: Decks.Place(path: file.path, line: 0)))
        continue
      }
      compile(file, deck: name, report: &report)
    }
    if check, let output { report.add(strayDecks(in: output, names: names)) }
    if json { try report.printObject() } else { report.printTotals(isChecking: check) }
    if report.hasFailed { throw CommandFailure(.notes, "") }
  }

  private func compile(_ file: FoundFile, deck name: String, report: inout CompileReport) {
    switch NoteFiles.read(file) {
    case .failure(let diagnostic): report.add(diagnostic)
    case .success(let note):
      let compilation = Compilation(of: note)
      report.add(compilation, of: file)
      if explain, !json { report.explain(compilation) }
      if skipped, !json { report.listSkipped(compilation, path: file.path) }
      guard let output else { return }
      let deck = DeckFile(
        topic: compilation.topic, note: file.relativePath,
        cards: compilation.cards.map { card in
          var card = card
          card.place.path = file.relativePath
          return card
        })
      let path = output + "/" + name
      if check {
        let stored = FileManager.default.contents(atPath: path)
        if stored != Data(deck.text.utf8) {
          report.add(
            Diagnostic(
              .error, "this is not what \(file.path) compiles to; compile again with -o \(output)",
              at: Decks.Place(path: path, line: 0)))
        }
      } else {
        report.add(write(deck, to: path))
      }
    }
  }

  private func write(_ deck: DeckFile, to path: String) -> [Diagnostic] {
    let url = URL(fileURLWithPath: path)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      // Written aside and renamed: a reader never sees half a deck.
      try Data(deck.text.utf8).write(to: url, options: .atomic)
      return []
    } catch {
      return [
        Diagnostic(
          .error, "the deck cannot be written; check the folder and the space left on it",
          at: Decks.Place(path: path, line: 0))
      ]
    }
  }

  /// Decks in the folder that no note compiles to.
  private func strayDecks(in folder: String, names: Set<String>) -> [Diagnostic] {
    NoteFiles.files(in: folder, endings: [".jsonl"]).files
      .filter { !names.contains($0.relativePath) }
      .map {
        Diagnostic(
          .error, "no note compiles to this deck any more; delete it",
          at: Decks.Place(path: $0.path, line: 0))
      }
  }

  private static func deckName(of file: FoundFile) -> String {
    let path = file.relativePath
    let stem = path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path
    return stem + ".jsonl"
  }
}

/// What a compile came to, for people.
private struct CompileReport {
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

  mutating func add(_ compilation: Compilation, of file: FoundFile) {
    files += 1
    cards += compilation.cards.count
    totals.add(compilation)
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

  func explain(_ compilation: Compilation) {
    for card in compilation.cards {
      print(
        "  line \(card.place.line): \(card.rule), quality \(card.quality), level \(card.level)\n"
          + "    \(card.question)")
    }
    for skipped in compilation.skipped {
      print("  line \(skipped.place.line): no card from “\(skipped.title)”: \(skipped.reason)")
    }
  }

  func listSkipped(_ compilation: Compilation, path: String) {
    let all = compilation.skipped + compilation.unasked
    for skipped in all.sorted(by: { $0.place.line < $1.place.line }) {
      print("\(path):\(skipped.place.line): no card in “\(skipped.title)”: \(skipped.reason)")
    }
  }

  func printObject() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let object = totals.object(files: files, warnings: warnings)
    print(String(decoding: try encoder.encode(object), as: UTF8.self))
  }

  func printTotals(isChecking: Bool) {
    let verdict = hasFailed ? "with errors" : isChecking ? "as expected" : "done"
    let totals = [count(files, "note"), count(cards, "card"), count(warnings, "warning")]
    print(totals.joined(separator: ", ") + ": " + verdict)
  }
}
