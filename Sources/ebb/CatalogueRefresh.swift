import Decks
import Foundation
import ProgressStore

/// Brings the catalogue up to date with the shipped decks and the user's notes: only files that
/// changed are read.
struct CatalogueRefresh {
  /// Problems met, to be shown once.
  private(set) var diagnostics: [Diagnostic] = []

  private var changed: [(deck: Store.KnownDeck, topic: String, cards: [Card])] = []

  init(_ store: Store, decks: String?) throws(StoreFailure) {
    let known = try store.knownDecks()
    let fingerprints = Dictionary(
      known.map { ($0.path, $0.fingerprint) }, uniquingKeysWith: { first, _ in first })
    var present: Set<String> = []
    var kept: [String] = []

    if let decks {
      let found = NoteFiles.files(in: decks, endings: [".jsonl"])
      diagnostics += found.diagnostics
      for file in found.files {
        present.insert(file.path)
        if fingerprints[file.path] != file.fingerprint { readDeck(file) }
      }
    }
    for source in try store.sources() {
      let found = NoteFiles.notes(in: [source])
      diagnostics += found.diagnostics
      // A folder that is away (a disk, a network drive) keeps its cards until it is removed.
      if !FileManager.default.fileExists(atPath: source) { kept.append(source) }
      for file in found.files {
        present.insert(file.path)
        let fingerprint = file.fingerprint + " " + Ebb.versionNumber
        if fingerprints[file.path] != fingerprint { readNote(file, fingerprint: fingerprint) }
      }
    }
    let removed = known.map(\.path).filter { path in
      !present.contains(path) && !kept.contains { path == $0 || path.hasPrefix($0 + "/") }
    }
    try store.updateCatalogue(changed: changed, removed: removed)
  }

  private mutating func readDeck(_ file: FoundFile) {
    guard let data = FileManager.default.contents(atPath: file.path) else {
      diagnostics.append(
        Diagnostic(
          .error, "the deck cannot be read; check its permissions",
          at: Decks.Place(path: file.path, line: 0)))
      return
    }
    do {
      let deck = try DeckFile(text: String(decoding: data, as: UTF8.self), path: file.path)
      changed.append(
        (Store.KnownDeck(path: file.path, fingerprint: file.fingerprint), deck.topic, deck.cards))
    } catch {
      diagnostics.append(error)
    }
  }

  private mutating func readNote(_ file: FoundFile, fingerprint: String) {
    switch NoteFiles.read(file) {
    case .success(let note):
      let compilation = Compilation(of: note)
      diagnostics += compilation.diagnostics.filter { $0.severity > .info }
      changed.append(
        (
          Store.KnownDeck(path: file.path, fingerprint: fingerprint), compilation.topic,
          compilation.cards
        ))
    case .failure(let diagnostic): diagnostics.append(diagnostic)
    }
  }
}
