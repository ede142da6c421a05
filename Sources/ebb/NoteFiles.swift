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

  /// What it counts for among the files that are compiled at once; a small one as 8 KB, so that
  /// progress is told and the cores have enough to do.
  var batchSize: Int { max(size, 8 << 10) }
  /// Files of at most so many bytes are compiled at once: memory stays bounded by it and by the
  /// largest file.
  static let largestBatch = 1 << 20
}

/// Finds files and reads notes.
enum NoteFiles {
  /// Files, and a diagnostic for every path that cannot be used.
  typealias Found = (files: [FoundFile], diagnostics: [Diagnostic])

  private static let endings = [".md", ".markdown", ".mdown"]
  /// Files about a collection rather than of it; compiled only when named, but for a README that
  /// is the only note of its folder or too long to be about anything but its subject.
  private static let furniture: Set<String> = [
    "readme", "contributing", "changelog", "license", "licence", "code_of_conduct",
  ]

  /// The notes that the paths name or hold, in the order of the paths, each once. Left out below a
  /// folder is what its `.gitignore` files or one of the `globs` name.
  static func notes(in paths: [String], ignoring globs: [String] = []) -> Found {
    var found: Found = ([], [])
    var seen: Set<String> = []
    for path in paths {
      let place = Decks.Place(path: path, line: 0)
      guard FileManager.default.fileExists(atPath: path) else {
        found.diagnostics.append(
          Diagnostic(.error, "there is no such file or folder; check the path", at: place))
        continue
      }
      if Locations.isFolder(path) {
        let below = files(in: path, endings: endings, rules: rules(for: path, globs: globs))
        found.files += withoutFurniture(below.files).filter { seen.insert($0.path).inserted }
        found.diagnostics += below.diagnostics
        if below.files.isEmpty, below.diagnostics.isEmpty {
          found.diagnostics.append(
            Diagnostic(.warning, "the folder holds no Markdown notes (*.md)", at: place))
        }
      } else if let file = file(path, relativePath: URL(fileURLWithPath: path).lastPathComponent) {
        if seen.insert(file.path).inserted { found.files.append(file) }
      } else {
        found.diagnostics.append(Diagnostic(.error, "this is not a regular file", at: place))
      }
    }
    return found
  }

  /// All regular files below a folder with one of the endings, sorted by path. Hidden files and
  /// folders are left out, links to folders are not followed. With `rules`, ignore files count.
  static func files(in folder: String, endings: [String], rules: IgnoreRules? = nil) -> Found {
    var found: Found = ([], [])
    search("", of: folder, endings: endings, rules: rules, found: &found)
    return found
  }

  private static func search(
    _ relative: String, of folder: String, endings: [String], rules: IgnoreRules?,
    found: inout Found
  ) {
    let path = relative.isEmpty ? folder : folder + "/" + relative
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      found.diagnostics.append(
        Diagnostic(
          .error, "the folder cannot be read; check its permissions",
          at: Decks.Place(path: path, line: 0)))
      return
    }
    var rules = rules
    if rules != nil, names.contains(".gitignore"), let text = text(path + "/.gitignore") {
      rules?.add(text, in: path)
    }
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    where name.utf8.first != UInt8(ascii: ".") {
      let below = relative.isEmpty ? name : relative + "/" + name
      let full = folder + "/" + below
      let isNamed = endings.contains { name.lowercased().hasSuffix($0) }
      if isOwnFolder(full) {
        if rules?.ignores(full, isFolder: true) == true { continue }
        search(below, of: folder, endings: endings, rules: rules, found: &found)
      } else if isNamed, rules?.ignores(full, isFolder: false) != true {
        if let file = file(full, relativePath: below) {
          found.files.append(file)
        } else if access(full, F_OK) == 0 {
          found.diagnostics.append(
            Diagnostic(
              .warning, "this is not a regular file; it is left out",
              at: Decks.Place(path: full, line: 0)))
        }
      }
    }
  }

  /// The globs, and the ignore files above a folder, up to the repository it is part of.
  private static func rules(for folder: String, globs: [String]) -> IgnoreRules {
    var rules = IgnoreRules()
    let absolute = Locations.absolute(folder)
    var above: [String] = []
    var parent = absolute
    while parent.utf8.count > 1, access(parent + "/.git", F_OK) != 0 {
      parent = parent.lastIndex(of: "/").map { String(parent[..<$0]) } ?? ""
      above.append(parent)
    }
    // A path that is named another way than from the root cannot be told from above.
    if parent.utf8.count > 1, absolute == folder {
      for path in above.reversed() {
        if let text = text(path + "/.gitignore") { rules.add(text, in: path) }
      }
    }
    for glob in globs { rules.add(glob, in: folder) }
    return rules
  }

  private static func text(_ path: String) -> String? {
    guard let file = file(path, relativePath: ""), file.size < 1 << 20 else { return nil }
    return FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Reads a note; every way in which that can fail is a diagnostic.
  static func read(_ file: FoundFile, as path: String? = nil) -> Result<Note, Diagnostic> {
    let place = Decks.Place(path: path ?? file.path, line: 0)
    if file.size > Note.largest {
      return .failure(Note.tooLarge(file.size, at: place))
    }
    // A note that is being written is read until it keeps still, a few times.
    for _ in 0..<3 {
      let before = self.file(file.path, relativePath: "")?.fingerprint
      guard before != nil, let data = FileManager.default.contents(atPath: file.path) else {
        return .failure(
          Diagnostic(.error, "the file cannot be read; check its permissions", at: place))
      }
      if self.file(file.path, relativePath: "")?.fingerprint == before {
        return Note.read([UInt8](data), path: place.path)
      }
    }
    return .failure(
      Diagnostic(.error, "the file changes while it is read; compile it again later", at: place))
  }

  /// Bytes from which a README holds notes.
  private static let longReadme = 16 << 10

  private static func withoutFurniture(_ files: [FoundFile]) -> [FoundFile] {
    func folder(_ file: FoundFile) -> Substring {
      file.relativePath.lastIndex(of: "/").map { file.relativePath[..<$0] } ?? ""
    }
    let notes = files.filter { !isFurniture($0.path) }
    let withNotes = Set(notes.map { folder($0) })
    return files.filter { file in
      guard isFurniture(file.path) else { return true }
      guard name(of: file.path) == "readme" else { return false }
      if file.size >= longReadme { return true }
      // The one at the top of many folders is about them.
      let isAbove = folder(file).isEmpty && files.contains { !folder($0).isEmpty }
      return !withNotes.contains(folder(file)) && !isAbove
    }
  }

  private static func isFurniture(_ path: String) -> Bool { furniture.contains(name(of: path)) }

  private static func name(of path: String) -> String {
    let file = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.index(after: $0)...] }
    let name = file ?? path[...]
    let stem = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name[..<$0] } ?? name
    return stem.lowercased()
  }

  private static func isOwnFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// nil unless the path leads to a regular file: reading a pipe or device might never end.
  static func file(_ path: String, relativePath: String) -> FoundFile? {
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
