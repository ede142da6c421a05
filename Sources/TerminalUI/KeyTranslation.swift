/// The keys that the user has moved, as a translation of what is pressed into the key that the
/// table of keys knows. So a command keeps one key on all screens, wherever it has a meaning.
package struct KeyTranslation: Hashable, Sendable {
  /// Why keys cannot be moved as wanted.
  package struct Clash: Error, Hashable, CustomStringConvertible {
    /// The command whose key is taken.
    package let command: String
    /// The key, as it is written.
    package let key: String
    /// The command that has it.
    package let other: String

    package var description: String {
      "keys.\(command) cannot be \(key): that is the key of \(other); move it too, as keys.\(other)"
    }
  }

  /// What a pressed key stands for.
  private var meanings: [Key: Key] = [:]
  /// How a moved key is written now, by how the table writes it.
  private var labels: [String: String] = [:]

  /// Moves nothing.
  package init() {}

  /// Moves commands, each to one or more keys; what a command had before is free for others.
  package init(_ moved: [(command: KeyCommand, keys: [Key])]) throws(Clash) {
    let movedNames = Set(moved.map(\.command.name))
    var owners: [Key: String] = [:]
    for command in KeyCommand.all where !movedNames.contains(command.name) {
      owners[command.key] = command.name
    }
    for (command, keys) in moved {
      for key in keys {
        if let other = owners[key], other != command.name {
          throw Clash(command: command.name, key: Keymap.name(of: key), other: other)
        }
        owners[key] = command.name
        meanings[key] = command.key
      }
      labels[Keymap.name(of: command.key)] = keys.map(Keymap.name).joined(separator: " ")
    }
    // A key that was left stands for nothing unless another command took it.
    for (command, _) in moved where meanings[command.key] == nil {
      meanings[command.key] = .unbound
    }
  }

  /// The key of the table that a pressed key stands for.
  func meaning(of key: Key) -> Key { meanings[key] ?? key }

  /// How the keys of a binding are written now, given how the table writes them.
  func label(_ label: String) -> String {
    labels.isEmpty
      ? label
      : label.split(separator: " ").map { labels[String($0)] ?? String($0) }.joined(separator: " ")
  }
}

extension Key {
  /// A key that no binding has and no terminal sends.
  fileprivate static let unbound = Key.control("\u{0}")
}
