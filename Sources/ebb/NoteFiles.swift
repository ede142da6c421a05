import Decks
import Foundation

/// A file on disk with what tells whether it changed.
struct FoundFile: Hashable {
  /// How to open it.
  let path: String
  /// Its path below the folder that was searched; its name if it was named itself.
  let relativePath: String
  let size: Int
  let fingerprint: String
}

/// Finds files and reads notes.
enum NoteFiles {
  private static let endings = [".md", ".markdown", ".mdown"]
  /// Files about a collection rather than of it; compiled only when named.
  private static let furniture: Set<String> = [
    "readme", "contributing", "changelog", "license", "licence", "code_of_conduct",
  ]

  /// The notes that the paths name or hold, sorted by path.
  /// - Returns: Files, and a diagnostic for every path that cannot be used.
  static func notes(in paths: [String]) -> (files: [FoundFile], diagnostics: [Diagnostic]) {
    var files: [FoundFile] = []
    var diagnostics: [Diagnostic] = []
    for path in paths {
      let place = Decks.Place(path: path, line: 0)
      guard FileManager.default.fileExists(atPath: path) else {
        diagnostics.append(
          Diagnostic(.error, "there is no such file or folder; check the path", at: place))
        continue
      }
      if Locations.isFolder(path) {
        let found = self.files(in: path, endings: endings)
        files += found.files.filter { !isFurniture($0.path) }
        diagnostics += found.diagnostics
        if found.files.isEmpty, found.diagnostics.isEmpty {
          diagnostics.append(
            Diagnostic(.warning, "the folder holds no Markdown notes (*.md)", at: place))
        }
      } else if let file = file(path, relativePath: URL(fileURLWithPath: path).lastPathComponent) {
        files.append(file)
      } else {
        diagnostics.append(Diagnostic(.error, "this is not a regular file", at: place))
      }
    }
    return (files, diagnostics)
  }

  /// All regular files below a folder with one of the endings, sorted by path. Hidden files and
  /// folders are left out, links to folders are not followed.
  static func files(
    in folder: String, endings: [String]
  ) -> (files: [FoundFile], diagnostics: [Diagnostic]) {
    var files: [FoundFile] = []
    var diagnostics: [Diagnostic] = []
    func search(_ relative: String) {
      let path = relative.isEmpty ? folder : folder + "/" + relative
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
        diagnostics.append(
          Diagnostic(
            .error, "the folder cannot be read; check its permissions",
            at: Decks.Place(path: path, line: 0)))
        return
      }
      for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
      where !name.hasPrefix(".") {
        let below = relative.isEmpty ? name : relative + "/" + name
        let full = folder + "/" + below
        if isOwnFolder(full) {
          search(below)
        } else if endings.contains(where: { name.lowercased().hasSuffix($0) }),
          let file = file(full, relativePath: below)
        {
          files.append(file)
        }
      }
    }
    search("")
    return (files, diagnostics)
  }

  /// Reads a note; every way in which that can fail is a diagnostic.
  static func read(_ file: FoundFile, as path: String? = nil) -> Result<Note, Diagnostic> {
    let place = Decks.Place(path: path ?? file.path, line: 0)
    if file.size > Note.largest {
      return .failure(Note.tooLarge(file.size, at: place))
    }
    guard let data = FileManager.default.contents(atPath: file.path) else {
      return .failure(
        Diagnostic(.error, "the file cannot be read; check its permissions", at: place))
    }
    return Note.read([UInt8](data), path: place.path)
  }

  private static func isFurniture(_ path: String) -> Bool {
    let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    return furniture.contains(name.lowercased())
  }

  private static func isOwnFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// nil unless the path leads to a regular file: reading a pipe or device might never end.
  private static func file(_ path: String, relativePath: String) -> FoundFile? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    #if os(Linux)
      let changed = status.st_mtim
    #else
      let changed = status.st_mtimespec
    #endif
    return FoundFile(
      path: path, relativePath: relativePath, size: Int(status.st_size),
      fingerprint: "\(status.st_size) \(changed.tv_sec).\(changed.tv_nsec)")
  }
}
