import Decks
import Foundation
import ProgressStore
import Scheduling

/// Brings the catalogue up to date with the shipped decks and the user's notes: only files that
/// changed are read, on all cores.
struct CatalogueRefresh {
  /// What to do when many cards with progress would leave at once: a folder that was moved or
  /// emptied by mistake is likelier than a change of mind.
  enum Loss {
    case hold
    case accept
    /// Only finds out what would be done.
    case rehearse
  }

  /// Problems met, to be shown once.
  private(set) var diagnostics: [Diagnostic] = []
  /// What became of the cards.
  private(set) var update = CatalogueUpdate()
  /// Files that were found, and of them those that were read.
  private(set) var files = (found: 0, read: 0)

  private var work: [Work] = []

  /// A file to read.
  private struct Work {
    let file: FoundFile
    let fingerprint: String
    let isDeck: Bool
    let minimumQuality: Double
  }

  private typealias Outcome = Result<(deck: Store.CompiledDeck, remarks: [Diagnostic]), Diagnostic>

  init(
    _ store: Store, from locations: Locations, at stamp: Stamp, ignoring globs: [String] = [],
    loss: Loss = .hold
  ) throws(StoreFailure) {
    let known = try store.knownDecks()
    let fingerprints = Dictionary(
      known.map { ($0.path, $0.fingerprint) }, uniquingKeysWith: { first, _ in first })
    let sources = locations.sources(besides: try store.sources())
    let all = find(
      decks: locations.decks, sources: sources, globs: globs + locations.ignored,
      minimumQuality: locations.minimumQuality)
    let present = Set(all.map(\.file.path))
    // A folder that is away (a disk, a network drive) keeps its cards until it is removed.
    let away = sources.filter { !FileManager.default.fileExists(atPath: $0) }
    let removed = known.map(\.path).filter { path in
      !present.contains(path) && !away.contains { path == $0 || path.hasPrefix($0 + "/") }
    }
    work = all.filter { fingerprints[$0.file.path] != $0.fingerprint }
    if !work.isEmpty || !removed.isEmpty {
      // What one note loses another may have as well.
      let copies = Set(try store.decksWithCopies())
      work = all.filter {
        fingerprints[$0.file.path] != $0.fingerprint || copies.contains($0.file.path)
      }
    }
    files = (all.count, work.count)
    update = try store.updateCatalogue(changed: read(), removed: removed, at: stamp) {
      loss == .rehearse || loss == .hold && Self.isMuch($0)
    }
    if loss != .rehearse, !update.isHeld {
      try NotesChange.keep(update.changes, in: store, at: stamp)
    }
    if loss != .rehearse { try store.applyLinks() }
    if update.isHeld, loss == .hold {
      diagnostics.append(
        Diagnostic(
          .warning, "\(Self.warning(of: update)); nothing was changed, `ebb compile` decides",
          at: Decks.Place(path: "notes", line: 0)))
    }
  }

  /// "312 cards with progress would leave (3 notes gone)".
  static func warning(of update: CatalogueUpdate) -> String {
    "\(count(update.answered.leaving, "card")) with progress would leave "
      + "(\(count(update.notes.gone, "note")) of \(update.notes.before) gone)"
  }

  /// More than one of twenty answered cards, or a third of the notes; a few are nobody's concern.
  private static func isMuch(_ update: CatalogueUpdate) -> Bool {
    let (answered, notes) = (update.answered, update.notes)
    return answered.leaving >= 10 && answered.leaving * 20 > answered.before
      || notes.gone >= 3 && notes.gone * 3 >= notes.before
  }

  private mutating func find(
    decks: String?, sources: [String], globs: [String], minimumQuality: Double
  ) -> [Work] {
    var all: [Work] = []
    if let decks {
      let found = NoteFiles.files(in: decks, endings: [".jsonl"])
      diagnostics += found.diagnostics
      all += found.files.map {
        Work(
          file: $0, fingerprint: $0.fingerprint, isDeck: true, minimumQuality: minimumQuality)
      }
    }
    let found = NoteFiles.notes(in: sources, ignoring: globs)
    diagnostics += found.diagnostics
    return all
      + found.files.map {
        // What else decides over the cards of a file belongs to its fingerprint.
        Work(
          file: $0, fingerprint: "\($0.fingerprint) \(Ebb.versionNumber) \(minimumQuality)",
          isDeck: false, minimumQuality: minimumQuality)
      }
  }

  /// Reads all files that changed, in their order whatever the number of cores.
  private mutating func read() -> [Store.CompiledDeck] {
    var decks: [Store.CompiledDeck] = []
    var progress = ProgressLine()
    for range in Parallel.batches(work.map(\.file.batchSize), most: FoundFile.largestBatch) {
      let batch = Array(work[range])
      for outcome in Parallel.map(batch.count, { Self.read(batch[$0]) }) {
        switch outcome {
        case .success(let (deck, remarks)):
          decks.append(deck)
          diagnostics += remarks
        case .failure(let diagnostic): diagnostics.append(diagnostic)
        }
      }
      progress.tell(range.upperBound, of: work.count)
    }
    progress.end()
    return decks
  }

  private static func read(_ work: Work) -> Outcome {
    let known = Store.KnownDeck(path: work.file.path, fingerprint: work.fingerprint)
    if work.isDeck {
      return readDeck(work.file).map { ((known, $0.topic, $0.cards), []) }
    }
    return NoteFiles.read(work.file).map { note in
      let compilation = Compilation(of: note, minimumQuality: work.minimumQuality)
      return (
        (known, compilation.topic, compilation.cards),
        compilation.diagnostics.filter { $0.severity > .info }
      )
    }
  }

  private static func readDeck(_ file: FoundFile) -> Result<DeckFile, Diagnostic> {
    guard let data = FileManager.default.contents(atPath: file.path) else {
      return .failure(
        Diagnostic(
          .error, "the deck cannot be read; check its permissions",
          at: Decks.Place(path: file.path, line: 0)))
    }
    do {
      return .success(try DeckFile(text: String(decoding: data, as: UTF8.self), path: file.path))
    } catch {
      return .failure(error)
    }
  }
}
