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
      return (environment["HOME"] ?? NSHomeDirectory()) + "/" + path
    }
    let data =
      environment["EBB_HOME"].flatMap { $0.isEmpty ? nil : $0 + "/data" }
      ?? folder("XDG_DATA_HOME", default: ".local/share") + "/ebb"
    progress =
      options.progress ?? environment["EBB_PROGRESS"].flatMap { $0.isEmpty ? nil : $0 }
      ?? data + "/progress.db"
    decks =
      options.decks ?? environment["EBB_DECKS"].flatMap { $0.isEmpty ? nil : $0 }
      ?? Self.shippedDecks()
  }

  /// Beside the installed program, or in the checkout it was built in.
  private static func shippedDecks() -> String? {
    guard let program = Bundle.main.executablePath else { return nil }
    var folder = URL(fileURLWithPath: program).resolvingSymlinksInPath().deletingLastPathComponent()
    let installed = folder.deletingLastPathComponent().appendingPathComponent("share/ebb/decks").path
    if isFolder(installed) { return installed }
    while folder.path != "/" {
      let manifest = folder.appendingPathComponent("Package.swift").path
      let decks = folder.appendingPathComponent("decks").path
      if FileManager.default.fileExists(atPath: manifest), isFolder(decks) { return decks }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }
}
