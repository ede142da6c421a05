import Decks
import Foundation
import ProgressStore
import TerminalUI

/// The passages of the notes, the shipped ones too, that make no card, with the reasons.
struct SkippedPassages {
  let rows: [NoteListScreen.Row]

  /// Compiles all notes, on all cores.
  init(_ desk: Desk) throws(StoreFailure) {
    let locations = desk.locations
    let sources = locations.sources(besides: try desk.store.sources())
    var files = NoteFiles.notes(in: sources, ignoring: locations.ignored).files.map {
      (file: $0, path: $0.path, quality: locations.minimumQuality)
    }
    if let shipped = locations.shippedNotes {
      files += NoteFiles.notes(in: [shipped]).files.map {
        (file: $0, path: $0.relativePath, quality: Compilation.minimumQuality)
      }
    }
    let all = files
    rows = Parallel.map(all.count) { index in
      Self.rows(of: all[index].file, path: all[index].path, quality: all[index].quality)
    }.flatMap { $0 }
  }

  private static func rows(
    of file: FoundFile, path: String, quality: Double
  ) -> [NoteListScreen.Row] {
    guard case .success(let note) = NoteFiles.read(file) else { return [] }
    let compilation = Compilation(of: note, minimumQuality: quality)
    // A section without a card is often its only block without one.
    var told: Set<Compilation.Skipped> = []
    let all = compilation.skipped + compilation.unasked
    return all.sorted { $0.place.line < $1.place.line }.filter { told.insert($0).inserted }
      .map { skipped in
        let hint = CompileReport.hint(for: skipped.reason).map { "; " + $0 } ?? ""
        let sentence = skipped.reason + hint
        return NoteListScreen.Row(
          kind: "no card", place: Decks.Place(path: path, line: skipped.place.line),
          text: skipped.title, note: skipped.reason,
          sentence: sentence.capitalizedFirst + ".")
      }
  }
}
