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

  private var folder: DeckFolder? { output.map { DeckFolder(path: $0) } }

  private func compilePaths() throws {
    let minimumQuality = try leastQuality()
    let found = NoteFiles.notes(in: paths, ignoring: ignore)
    var report = CompileReport(isQuiet: json)
    for diagnostic in found.diagnostics { report.add(diagnostic) }
    var names: Set<String> = []
    let files = found.files.filter { file in
      let isFirst = names.insert(DeckFolder.name(of: file)).inserted || output == nil
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
    if check, let folder {
      report.add(
        folder.strays(besides: names).map {
          Diagnostic(
            .error, "no note compiles to this deck any more; delete it",
            at: Decks.Place(path: $0.path, line: 0))
        })
    }
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
    guard let folder else {
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
    let path = folder.path(of: file)
    let stored = check || diff ? folder.stored(file) : nil
    if diff { changes.add(known: stored, path: path, fresh: deck.cards) }
    guard check else {
      report.add(folder.write(deck, of: file))
      return
    }
    if stored != Data(deck.bytes) {
      report.add(
        Diagnostic(
          .error, "this is not what \(file.path) compiles to; compile again with -o \(folder.path)",
          at: Decks.Place(path: path, line: 0)))
    }
  }

  private func printChanges(_ changes: inout DeckChanges, names: Set<String>) {
    for stray in folder?.strays(besides: names) ?? [] {
      changes.add(
        known: FileManager.default.contents(atPath: stray.path), path: stray.path, fresh: [])
    }
    let identification = changes.identification
    ChangeList.printLines(identification.changes, doubts: identification.doubts.count)
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
