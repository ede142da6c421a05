import ArgumentParser
import TerminalUI

/// Lists every key with what it does, from the table that the screens obey.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "List the keys of every screen.")

  @OptionGroup var common: CommonOptions

  // Accepted as everywhere; the list is lines anyway.
  @Flag(help: .hidden)
  var plain = false

  func run() throws {
    let keys = try World().settings.look().keys
    for (index, context) in KeyContext.allCases.enumerated() {
      if index > 0 { print() }
      print(context.rawValue)
      for (label, help) in Keymap.reference(of: context, keys: keys) {
        print("  " + label + String(repeating: " ", count: max(12 - label.count, 1)) + help)
      }
    }
  }
}
