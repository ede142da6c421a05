import Foundation
import ProgressStore

/// Settings beside notes: a file `.ebb.toml` in a folder of notes, of which only [deck] counts.
enum SettingsFolders {
  private static let name = ".ebb.toml"

  /// What the files in these folders set, the last folder going before the others.
  static func values(in folders: [String]) throws(CommandFailure) -> [SettingName: Settings.Sourced]
  {
    var values: [SettingName: Settings.Sourced] = [:]
    for folder in folders {
      let found = try SettingsFile.read(folder + "/" + name) { setting in
        setting.parts[0] == "deck"
      }
      values.merge(found) { _, later in later }
    }
    return values
  }

  /// The settings that hold for a command which does not review: those of the file and the
  /// environment, and beside the notes that are known.
  static func settings(_ common: CommonOptions) throws -> Settings {
    let world = try World()
    var settings = world.settings
    let locations = Locations(options: common, world: world)
    let path = locations.progress
    var added: [String] = []
    var plan: StudyPlan?
    // Settings can be looked at whatever state the progress is in.
    if FileManager.default.fileExists(atPath: path) {
      if let store = try? Store(path: path, seed: world.seed) {
        added = (try? store.sources()) ?? []
        plan = (try? StudyPlan.inForce(store, on: world.today)) ?? nil
      }
    }
    settings.putBelow(try values(in: locations.sources(besides: added)))
    if let plan { settings.putBelow(plan.values()) }
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
