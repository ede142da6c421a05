import ArgumentParser
import Foundation
import ProgressStore
import TerminalUI

/// Shows and changes the settings.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Show and change the settings.",
    discussion: """
      Settings are read from $XDG_CONFIG_HOME/ebb/config.toml, or EBB_CONFIG. An option goes \
      before the environment, that before a plan in force, that before .ebb.toml beside the notes, \
      that before the file, and the file before the defaults. `ebb help config` explains each.
      """,
    subcommands: [Print.self, Get.self, Set.self, Unset.self, Path.self, Edit.self],
    defaultSubcommand: Print.self)

  /// Lists every setting with its value.
  struct Print: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List every setting with its value, as TOML.")

    @OptionGroup var common: CommonOptions

    @Flag(help: "Say where each value comes from.")
    var origin = false

    func run() throws {
      let settings = try SettingsFolders.settings(common)
      let rows = settings.values.sorted { $0.key < $1.key }
        .map { (text: "\($0.key) = \($0.value.value.literal)", origin: $0.value.origin) }
      let width = rows.map { CellWidth.of($0.text) }.filter { $0 <= 48 }.max() ?? 0
      for row in rows {
        guard origin else {
          print(row.text)
          continue
        }
        let gap = String(repeating: " ", count: max(width - CellWidth.of(row.text), 0))
        print("\(row.text)\(gap)  # \(row.origin)")
      }
    }
  }

  /// Prints one value.
  struct Get: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the value of a setting.")

    @OptionGroup var common: CommonOptions

    @Argument(help: "Its name, such as review.retention.")
    var key: String

    func run() throws {
      let (name, _) = try ConfigCommand.setting(key)
      guard let sourced = try SettingsFolders.settings(common).values[name] else {
        throw CommandFailure(.nothingToShow, "\(name) is not set")
      }
      print(sourced.value.plain)
    }
  }

  /// Writes one value into the file.
  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a value into the file; its comments and order stay.")

    @OptionGroup var common: CommonOptions

    @Argument(help: "The name of the setting.")
    var key: String

    // A value that begins with a minus is one as well.
    @Argument(
      parsing: .allUnrecognized,
      help: "Its value; the parts of a list are separated by blanks or commas.")
    var value: [String]

    func run() throws {
      let (name, setting) = try ConfigCommand.setting(key)
      let text = value.joined(separator: " ")
      guard let value = setting.rule.read(text) else {
        throw CommandFailure(
          .usage, "cannot set \(name) to “\(text)”: it must be \(setting.rule.expectation)")
      }
      let world = try World(readingSettings: false)
      try SettingsEditor(path: Locations.settings(world.environment)).set(name, to: value)
      try warn(of: name)
    }

    /// A topic may come with notes that are added later, so that its name is taken all the same.
    private func warn(of name: SettingName) throws {
      guard name.parts.first == "deck", let topic = name.parts.dropFirst().first,
        let progress = try? ProgressFile(options: common), let store = try? progress.open()
      else { return }
      let topics = try store.topicNames()
      guard !topics.isEmpty, TopicNames.find(topic, among: topics) == nil else { return }
      complain("warning: " + TopicRules.unknown(topic, among: topics))
    }
  }

  /// Takes one value out of the file.
  struct Unset: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take a setting out of the file, so that its default holds.")

    @OptionGroup var common: CommonOptions

    @Argument(help: "The name of the setting.")
    var key: String

    func run() throws {
      let (name, _) = try ConfigCommand.setting(key)
      let world = try World(readingSettings: false)
      guard try SettingsEditor(path: Locations.settings(world.environment)).remove(name) else {
        throw CommandFailure(.nothingToShow, "\(name) is not set in the file")
      }
    }
  }

  /// Prints where the file is.
  struct Path: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the path of the file.")

    @OptionGroup var common: CommonOptions

    func run() throws {
      print(Locations.settings(try World(readingSettings: false).environment))
    }
  }

  /// Opens the file in the user's editor.
  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Open the file in your editor, then check it.")

    @OptionGroup var common: CommonOptions

    func run() throws {
      let world = try World(readingSettings: false)
      let editor = SettingsEditor(path: Locations.settings(world.environment))
      try editor.begin()
      let status = Editor(environment: world.environment).open(editor.path, line: 1)
      guard status == 0 else {
        throw CommandFailure(
          .usage, "the editor ended with status \(status); set VISUAL or EDITOR to another")
      }
      _ = try SettingsFile.read(editor.path)
    }
  }

  /// The setting of a name as it is typed.
  private static func setting(_ key: String) throws(CommandFailure) -> (SettingName, Setting) {
    guard let name = SettingsOutline.name(key) else {
      throw CommandFailure(
        .usage, "“\(key)” is no name of a setting; names look like review.retention")
    }
    guard let setting = SettingsTable.row(name) else {
      let nearest = SettingsTable.nearest(to: name).map { "did you mean \($0)?" }
      throw CommandFailure(
        .usage,
        "there is no setting \(name); " + (nearest ?? "`ebb config print` lists what there is"))
    }
    return (name, setting)
  }
}
