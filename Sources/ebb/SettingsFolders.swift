import Foundation
import ProgressStore

/// Settings beside notes: a file `.ebb.toml` in a folder of notes, of which only [notes] and [deck]
/// count.
enum SettingsFolders {
  private static let name = ".ebb.toml"

  /// What the files in these folders set, the last folder going before the others.
  static func entries(in folders: [String]) throws(CommandFailure) -> [SettingName: Settings.Entry]
  {
    var entries: [SettingName: Settings.Entry] = [:]
    for folder in folders {
      let found = try SettingsFile.read(folder + "/" + name) { setting in
        ["notes", "deck"].contains(setting.parts[0]) && setting.parts != ["notes", "folders"]
      }
      entries.merge(found) { _, later in later }
    }
    return entries
  }

  /// The settings that hold for a command which does not review: those of the file and the
  /// environment, and beside the notes that are known.
  static func settings(_ common: CommonOptions) throws -> Settings {
    let world = try World()
    var settings = world.settings
    let path = Locations(options: common, world: world).progress
    var folders = settings.texts("notes.folders")
    // Settings can be looked at whatever state the progress is in.
    if FileManager.default.fileExists(atPath: path) {
      folders += (try? Store(path: path, seed: world.seed).sources()) ?? []
    }
    settings.putBelow(try entries(in: folders))
    if let chosen = common.progress {
      settings.put("files.progress", .text(chosen), from: .option("--progress"))
    } else if settings["files.progress"] == nil {
      settings.put("files.progress", .text(path), from: .standard)
    }
    if let color = common.color {
      settings.put("ui.color", .text(color.rawValue), from: .option("--color"))
    }
    return settings
  }
}
