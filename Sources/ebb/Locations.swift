import Foundation

/// Where files are: options, then the environment, then the defaults of XDG.
struct Locations {
  let progress: String
  /// The folder with the shipped decks; nil if there is none.
  let decks: String?

  init(options: CommonOptions, world: World) {
    let environment = world.environment
    func folder(_ name: String, default path: String) -> String {
      if let value = environment[name], value.hasPrefix("/") { return value }
      return (environment["HOME"] ?? "") + "/" + path
    }
    let data =
      environment["EBB_HOME"].flatMap { $0.isEmpty ? nil : $0 + "/data" }
      ?? folder("XDG_DATA_HOME", default: ".local/share") + "/ebb"
    progress =
      options.progress ?? environment["EBB_PROGRESS"].flatMap { $0.isEmpty ? nil : $0 }
      ?? data + "/progress.db"
    decks =
      options.decks ?? environment["EBB_DECKS"].flatMap { $0.isEmpty ? nil : $0 }
      ?? Self.shippedDecks(path: environment["PATH"] ?? "")
  }

  /// A note by the path its cards have: as it is for the user's own, below the folder of the
  /// shipped notes for the others; nil if it is not there.
  func note(_ path: String) -> String? {
    var candidates = [path]
    if path.utf8.first != UInt8(ascii: "/"), let decks {
      let beside = Self.parent(of: decks)
      candidates = [beside + "/notes/" + path, beside + "/Resources/notes/" + path]
    }
    return candidates.first { access($0, R_OK) == 0 }
  }

  /// Beside the installed program, or in the checkout it was built in.
  private static func shippedDecks(path: String) -> String? {
    guard let program = program(path: path) else { return nil }
    var folder = parent(of: program)
    let installed = parent(of: folder) + "/share/ebb/decks"
    if isFolder(installed) { return installed }
    while folder.count > 1 {
      let decks = folder + "/decks"
      if isFolder(decks), FileManager.default.fileExists(atPath: folder + "/Package.swift") {
        return decks
      }
      folder = parent(of: folder)
    }
    return nil
  }

  /// Where this program lies, links resolved: as it was called, or where PATH finds it.
  private static func program(path: String) -> String? {
    let called = CommandLine.arguments.first ?? ""
    let candidates =
      called.utf8.contains(UInt8(ascii: "/"))
      ? [called] : path.split(separator: ":").map { $0 + "/" + called }
    return candidates.first { access($0, X_OK) == 0 }.map { absolute($0) }
  }

  private static func parent(of path: String) -> String {
    let end = path.lastIndex(of: "/") ?? path.startIndex
    return end == path.startIndex ? "/" : String(path[..<end])
  }

  /// The path from the root, with links resolved; unchanged if nothing is there.
  static func absolute(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
