import Foundation

/// Where files are: options, then the environment, then the defaults of XDG.
struct Locations {
  let progress: String
  /// The folder with the shipped decks; nil if there is none, or the user does not want them.
  let decks: String?
  /// Folders of notes that the settings name, and patterns of what is left out in all of them.
  let folders: [String]
  let ignored: [String]
  /// Cards of notes that the compiler is less sure of are left out, 0...1.
  let minimumQuality: Double

  init(options: CommonOptions, world: World) {
    let environment = world.environment
    let data =
      Self.home(environment).map { $0 + "/data" }
      ?? Self.folder("XDG_DATA_HOME", default: ".local/share", environment) + "/ebb"
    let chosen = world.settings.text("files.progress")
    progress =
      options.progress
      ?? (chosen.isEmpty ? data + "/progress.db" : Self.expanded(chosen, environment))
    let isShipped = world.settings.flag("notes.shipped")
    decks =
      options.decks
      ?? (isShipped
        ? environment["EBB_DECKS"].flatMap { $0.isEmpty ? nil : $0 }
          ?? Self.shippedDecks(path: environment["PATH"] ?? "") : nil)
    folders = world.settings.texts("notes.folders").map {
      Self.absolute(Self.expanded($0, environment))
    }
    ignored = world.settings.texts("notes.ignore")
    minimumQuality = world.settings.number("notes.min_quality")
  }

  /// Notes and folders that were added, and then those that the settings name, each once.
  func sources(besides added: [String]) -> [String] {
    added + folders.filter { !added.contains($0) }
  }

  /// The file of settings: `EBB_CONFIG`, or in the folder for settings.
  static func settings(_ environment: [String: String]) -> String {
    if let path = environment["EBB_CONFIG"], !path.isEmpty { return path }
    let folder =
      home(environment).map { $0 + "/config" }
      ?? folder("XDG_CONFIG_HOME", default: ".config", environment) + "/ebb"
    return folder + "/config.toml"
  }

  /// A path with `~` for the home folder, as settings may write it.
  static func expanded(_ path: String, _ environment: [String: String]) -> String {
    guard path == "~" || path.hasPrefix("~/") else { return path }
    return (environment["HOME"] ?? "") + path.dropFirst()
  }

  /// The folder that `EBB_HOME` puts everything under; nil if it is not set.
  private static func home(_ environment: [String: String]) -> String? {
    environment["EBB_HOME"].flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func folder(
    _ name: String, default path: String, _ environment: [String: String]
  ) -> String {
    if let value = environment[name], value.hasPrefix("/") { return value }
    return (environment["HOME"] ?? "") + "/" + path
  }

  /// A note by the path its cards have: as it is for the user's own, below the folder of the
  /// shipped notes for the others; nil if it is not there.
  func note(_ path: String) -> String? {
    var candidates = [path]
    // A deck of a stranger must not name files outside of the notes.
    if path.split(separator: "/").contains("..") { return nil }
    if path.utf8.first != UInt8(ascii: "/") {
      candidates = besideDecks.map { $0 + "/" + path }
    }
    return candidates.first { access($0, R_OK) == 0 }
  }

  /// Where the shipped notes may be: beside their decks.
  private var besideDecks: [String] {
    decks.map { [Self.parent(of: $0) + "/notes", Self.parent(of: $0) + "/Resources/notes"] } ?? []
  }

  /// The folder of the shipped notes; nil if there is none, or the user does not want them.
  var shippedNotes: String? { besideDecks.first { Self.isFolder($0) } }

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
