import TerminalUI

/// Changes that the settings screen asks for.
extension Runner {
  mutating func perform(_ effect: SettingsEffect, on terminal: any Terminal) -> Reply? {
    switch effect {
    case .open: .show(settingsScreen())
    case .change(let name, let value): change(name, to: value)
    case .edit: editSettings(on: terminal)
    }
  }

  private func settingsScreen(notice: String? = nil) -> SettingsScreen {
    SettingsRows(settings: desk.settings, environment: desk.world.environment)
      .screen(notice: notice)
  }

  /// Writes a setting as it was typed, or takes it out of the file for nil, and obeys it from now
  /// on.
  private mutating func change(_ text: String, to value: String?) -> Reply {
    do {
      guard let name = SettingsOutline.name(text), let setting = SettingsTable.row(name) else {
        return .failed("There is no setting \(text).")
      }
      let editor = SettingsEditor(path: Locations.settings(desk.world.environment))
      if let value {
        guard let read = setting.rule.read(value) else {
          return .failed("\(name) must be \(setting.rule.expectation).")
        }
        try editor.set(name, to: read)
      } else if try !editor.remove(name) {
        return .settings(settingsScreen(notice: "\(name) is not set in the file."), nil)
      }
      try reread()
      let isStronger =
        value != nil && desk.settings.values[name].map { !$0.origin.isFile } ?? false
      let notice =
        isStronger
        ? "Written, but \(desk.settings.values[name]?.origin.description ?? "") goes before the file."
        : value == nil ? "\(name) has its default again." : "\(name) is written."
      return .settings(settingsScreen(notice: notice), desk.look)
    } catch {
      return .failed(CommandFailure(error).message)
    }
  }

  /// Opens the file in the user's editor, and obeys it from then on.
  private mutating func editSettings(on terminal: any Terminal) -> Reply {
    do {
      let editor = SettingsEditor(path: Locations.settings(desk.world.environment))
      try editor.begin()
      var status: Int32 = 0
      terminal.lend {
        status = Editor(environment: desk.world.environment).open(editor.path, line: 1)
      }
      guard status == 0 else {
        return .failed("The editor ended with status \(status); set VISUAL or EDITOR.")
      }
      try reread()
      return .settings(settingsScreen(notice: "Settings read again."), desk.look)
    } catch {
      return .failed(CommandFailure(error).message)
    }
  }

  /// Opens everything anew, with the settings and the plan as they are now.
  mutating func reread() throws {
    let wishes = desk.wishes
    desk = try Desk(
      options: desk.options, world: desk.world.rereadingSettings(), backingUp: .never)
    desk.wishes = wishes
  }
}

extension Settings.Origin {
  fileprivate var isFile: Bool { if case .file = self { true } else { false } }
}
