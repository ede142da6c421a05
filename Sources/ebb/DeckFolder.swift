import Decks
import Foundation

/// A folder of decks, one for each note, in the folders that the notes are in.
struct DeckFolder {
  let path: String

  /// The name of a note's deck below the folder.
  static func name(of note: FoundFile) -> String {
    let path = note.relativePath
    let stem = path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path
    return stem + ".jsonl"
  }

  func path(of note: FoundFile) -> String { path + "/" + Self.name(of: note) }

  /// What the deck of a note is now; nil if there is none.
  func stored(_ note: FoundFile) -> Data? {
    FileManager.default.contents(atPath: path(of: note))
  }

  /// Writes the deck of a note.
  func write(_ deck: DeckFile, of note: FoundFile) -> [Diagnostic] {
    let path = path(of: note)
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

  /// Decks that have none of these names.
  func strays(besides names: Set<String>) -> [FoundFile] {
    NoteFiles.files(in: path, endings: [".jsonl"]).files.filter { !names.contains($0.relativePath) }
  }
}
