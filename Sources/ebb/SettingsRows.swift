import TerminalUI

/// The settings as the interface shows them.
struct SettingsRows {
  let settings: Settings
  let environment: [String: String]

  func screen(notice: String? = nil) -> SettingsScreen {
    SettingsScreen(path: path, rows: rows, notice: notice)
  }

  /// The file with `~` for the home folder.
  private var path: String {
    let path = Locations.settings(environment)
    guard let home = environment["HOME"], home.count > 1, path.hasPrefix(home + "/") else {
      return path
    }
    return "~" + path.dropFirst(home.count)
  }

  /// What can be set, in the order of the table, with the names of the user's own below their kind.
  private var rows: [SettingsScreen.Row] {
    SettingsTable.rows.flatMap { setting in
      settings.values.keys.filter { setting.matches($0) }.sorted().compactMap { name in
        settings.values[name].map { row(name, $0, setting) }
      }
    }
  }

  private func row(
    _ name: SettingName, _ sourced: Settings.Sourced, _ setting: Setting
  ) -> SettingsScreen.Row {
    let choices: [String] =
      switch setting.rule {
      case .flag: ["true", "false"]
      case .oneOf(let numbers): numbers.map(String.init)
      case .choice(let names): names
      default: []
      }
    let origin: String? =
      switch sourced.origin {
      case .standard: "default"
      case .file: nil
      case .plan: "plan"
      case .environment: "env"
      case .option: "flag"
      }
    return SettingsScreen.Row(
      name: name.description, value: sourced.value.plain, origin: origin, meaning: setting.meaning,
      expectation: setting.rule.expectation, choices: choices)
  }
}
