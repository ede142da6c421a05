import ArgumentParser
import Decks
import Foundation
import ProgressStore

/// Compiles notes to decks, or brings the catalogue up to date.
struct CompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile", abstract: "Make cards from Markdown notes.",
    discussion: """
      Without a path, the notes that were added are compiled as at every start, and what became of \
      their cards is told. If that would take away many cards that you have learned, nothing is \
      changed until you say so: on a terminal you are asked, elsewhere --drop says it, and without \
      it the exit status is 3.

      With paths and without -o, cards are counted and problems are listed. With -o, one deck file \
      a note is written: JSON Lines, the same bytes for the same note. With --check nothing is \
      written, and the exit status is 3 when a deck in that folder is not what its note compiles to.

      Left out below a folder are hidden files, what a .gitignore names, and what --ignore names.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "Markdown notes, or folders of them.")
  var paths: [String] = []

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write the decks into this folder.", valueName: "folder"))
  var output: String?

  @Flag(help: "Compare with the decks in the folder of -o, or only look for errors.")
  var check = false

  @Option(
    help: ArgumentHelp(
      "Say which rule asked what, how sure it was, and why not more.",
      valueName: "file:line|card"))
  var explain: String?

  @Flag(help: "List every section and block that gave no card, with the reason.")
  var skipped = false

  @Flag(help: "List the cards added, changed, moved and removed since the last compile.")
  var diff = false

  @Flag(help: "Let cards leave, however many; their progress is kept.")
  var drop = false

  @Option(
    help: ArgumentHelp("Leave out what fits this pattern, as in .gitignore.", valueName: "glob"))
  var ignore: [String] = []

  @Option(
    help: ArgumentHelp(
      "Leave out cards that the compiler is less sure of; notes.min_quality where it is not given.",
      valueName: "0...1"))
  var minQuality: Double?

  @Flag(help: "Print totals as one line of JSON: cards by kind and rule, coverage, answers.")
  var json = false

  func run() throws {
    if let explain { return try self.explain(Explanation.Target(explain)) }
    if paths.isEmpty {
      guard output == nil else {
        throw CommandFailure(.usage, "cannot write decks of nothing: name the notes to compile")
      }
      guard minQuality == nil else {
        throw CommandFailure(
          .usage,
          "cannot compile the notes that were added with --min-quality: set notes.min_quality")
      }
      return try CatalogueCompile(
        common: common, check: check, skipped: skipped, diff: diff, drop: drop, json: json,
        ignore: ignore
      ).run()
    }
    try compilePaths()
  }

  mutating func validate() throws {
    if let minQuality, !(0...1).contains(minQuality) {
      throw ValidationError("--min-quality is a number from 0 to 1, such as 0.6")
    }
  }

  /// Decks are the same for everybody: with -o the settings of one person do not count.
  private func leastQuality() throws -> Double {
    if let minQuality { return minQuality }
    guard output == nil else { return Compilation.minimumQuality }
    return Locations(options: common, world: try World()).minimumQuality
  }

  private func compilePaths() throws {
    let minimumQuality = try leastQuality()
    let found = NoteFiles.notes(in: paths, ignoring: ignore)
    var report = CompileReport(isQuiet: json)
    for diagnostic in found.diagnostics { report.add(diagnostic) }
    var names: Set<String> = []
    let files = found.files.filter { file in
      let isFirst = names.insert(Self.deckName(of: file)).inserted || output == nil
      if !isFirst {
        report.add(
          Diagnostic(
            .error, "another note is named \(file.relativePath) too; compile them apart",
            at: Decks.Place(path: file.path, line: 0)))
      }
      return isFirst
    }
    var changes = DeckChanges()
    compile(files, minimumQuality: minimumQuality, report: &report) { file, compilation, report in
      if skipped, !json { report.listSkipped(compilation, path: file.path) }
      write(compilation, of: file, report: &report, changes: &changes)
    }
    if check, let output { report.add(strayDecks(in: output, names: names)) }
    if diff, !json { printChanges(&changes, names: names) }
    if json { try report.printObject() } else { report.printTotals(isChecking: check) }
    if report.hasFailed { throw CommandFailure(.notes, "") }
  }

  /// Compiles on all cores and hands over what came of it in the order of the files.
  private func compile(
    _ files: [FoundFile], minimumQuality: Double, report: inout CompileReport,
    _ body: (FoundFile, Compilation, inout CompileReport) -> Void
  ) {
    var progress = ProgressLine()
    let measures = json
    for range in Parallel.batches(files.map(\.batchSize), most: FoundFile.largestBatch) {
      let batch = Array(files[range])
      let outcomes = Parallel.map(batch.count) { index in
        NoteFiles.read(batch[index]).map { note in
          let compilation = Compilation(of: note, minimumQuality: minimumQuality)
          return (compilation, measures ? Coverage(of: note, compiled: compilation) : Coverage())
        }
      }
      progress.tell(range.upperBound, of: files.count)
      for (file, outcome) in zip(batch, outcomes) {
        switch outcome {
        case .failure(let diagnostic): report.add(diagnostic)
        case .success(let (compilation, coverage)):
          report.add(compilation, of: file, coverage: coverage)
          body(file, compilation, &report)
        }
      }
    }
    progress.end()
  }

  private func write(
    _ compilation: Compilation, of file: FoundFile, report: inout CompileReport,
    changes: inout DeckChanges
  ) {
    guard let output else {
      if diff { changes.add(fresh: compilation.cards) }
      return
    }
    let deck = DeckFile(
      topic: compilation.topic, note: file.relativePath,
      cards: compilation.cards.map { card in
        var card = card
        card.place.path = file.relativePath
        return card
      })
    let path = output + "/" + Self.deckName(of: file)
    let stored = check || diff ? FileManager.default.contents(atPath: path) : nil
    if diff { changes.add(known: stored, path: path, fresh: deck.cards) }
    guard check else {
      report.add(write(deck, to: path))
      return
    }
    if stored != Data(deck.bytes) {
      report.add(
        Diagnostic(
          .error, "this is not what \(file.path) compiles to; compile again with -o \(output)",
          at: Decks.Place(path: path, line: 0)))
    }
  }

  private func write(_ deck: DeckFile, to path: String) -> [Diagnostic] {
    let url = URL(fileURLWithPath: path)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      // Written aside and renamed: a reader never sees half a deck.
      try Data(deck.bytes).write(to: url, options: .atomic)
      return []
    } catch {
      return [
        Diagnostic(
          .error, "the deck cannot be written; check the folder and the space left on it",
          at: Decks.Place(path: path, line: 0))
      ]
    }
  }

  private func printChanges(_ changes: inout DeckChanges, names: Set<String>) {
    if let output {
      for file in NoteFiles.files(in: output, endings: [".jsonl"]).files
      where !names.contains(file.relativePath) {
        changes.add(
          known: FileManager.default.contents(atPath: file.path), path: file.path, fresh: [])
      }
    }
    let identification = changes.identification
    ChangeList.printLines(identification.changes, doubts: identification.doubts.count)
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

  // MARK: Explaining

  private func explain(_ target: Explanation.Target) throws {
    switch target {
    case .file(let path): try explain(path, line: nil)
    case .line(let path, let line): try explain(path, line: line)
    case .card(let id):
      let world = try World()
      let locations = Locations(options: common, world: world)
      let store = try Store(path: locations.progress, seed: world.seed)
      _ = try CatalogueRefresh(store, from: locations, at: world.stamp)
      guard let card = try store.card(id), let path = locations.note(card.place.path) else {
        throw CommandFailure(
          .nothingToShow,
          "cannot explain \(id.rawValue): it is no file, no file with a line, and no card; "
            + "`ebb cards` lists the cards")
      }
      try explain(path, line: card.place.line, card: card.prompt)
    }
  }

  private func explain(_ path: String, line: Int?, card: String? = nil) throws {
    guard let file = NoteFiles.notes(in: [path]).files.first, !Locations.isFolder(path) else {
      throw CommandFailure(.notes, "cannot explain \(path): it is no note that can be read")
    }
    let note = try NoteFiles.read(file).get()
    let compilation = Compilation(of: note, minimumQuality: try leastQuality())
    Explanation(compilation, path: path).printSections(around: line, only: card)
  }
}

/// Cards of a folder of decks, and those that its notes give now.
private struct DeckChanges {
  private var known: [Identification.Known] = []
  private var fresh: [Card] = []

  mutating func add(fresh cards: [Card]) { fresh += cards }

  /// A deck that cannot be read counts as none.
  mutating func add(known data: Data?, path: String, fresh cards: [Card]) {
    fresh += cards
    guard let data,
      let deck = try? DeckFile(text: String(decoding: data, as: UTF8.self), path: path)
    else { return }
    known += deck.cards.map { Identification.Known(card: $0, isAnswered: false) }
  }

  var identification: Identification {
    Identification(known: known, fresh: fresh) { _ in nil }
  }
}
