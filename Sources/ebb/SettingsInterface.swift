import CursesTerminal
import Scheduling
import TerminalUI

/// The settings as the interface wants them.
extension Settings {
  /// How the terminal is drawn on.
  /// - Throws: A failure with file and line if a role of `[theme]` does not exist.
  func terminal() throws(CommandFailure) -> TerminalSettings {
    var terminal = TerminalSettings()
    terminal.theme = Theme(rawValue: text("ui.theme")) ?? .auto
    terminal.asciiGlyphs = text("ui.glyphs") == "ascii"
    terminal.ambiguousIsWide = integer("ui.ambiguous_width") == 2
    terminal.withoutColours = text("ui.color") == "never"
    terminal.watchesMouse = flag("ui.mouse")
    terminal.escapeDelay = integer("ui.esc_ms")
    for (name, sourced) in named("theme") {
      guard let ink = Ink.named(name) else {
        let nearest = NearestName.of(name, among: Ink.allCases.map(\.name))
          .map { "did you mean theme.\($0)?" }
        throw CommandFailure(
          .usage,
          "\(sourced.origin): there is no role \(name); "
            + (nearest ?? "the roles are \(Ink.allCases.map(\.name).joined(separator: ", "))"))
      }
      if case .text(let text) = sourced.value { terminal.overrides[ink] = Shade(text: text) }
    }
    return terminal
  }

  /// What every screen takes from the settings.
  /// - Throws: A failure with file and line if a command of `[keys]` does not exist, or a key is
  ///   that of another.
  func look() throws(CommandFailure) -> Look {
    var look = Look(
      measure: integer("ui.measure"), tabWidth: integer("ui.tab_width"), keys: try movedKeys())
    look.showsSideNote = flag("ui.side")
    look.manner.typing = ReviewManner.Typing(rawValue: text("review.typing")) ?? .off
    look.manner.confidence =
      ReviewManner.Confidence(rawValue: text("review.confidence")) ?? .offer
    look.manner.hasFourGrades = integer("review.grades") == 4
    look.manner.showsTimeLeft = text("ui.clock") == "shown"
    return look
  }

  /// Seconds for which a held key is ignored after it changed the screen.
  var repeatGuard: Double { Double(integer("ui.guard_ms")) / 1000 }

  private func movedKeys() throws(CommandFailure) -> KeyTranslation {
    var moved: [(command: KeyCommand, keys: [Key])] = []
    for (name, sourced) in named("keys") {
      guard let command = KeyCommand.named(name) else {
        let names = KeyCommand.all.map(\.name)
        let nearest = NearestName.of(name, among: names).map { "did you mean keys.\($0)?" }
        throw CommandFailure(
          .usage,
          "\(sourced.origin): there is no command \(name); "
            + (nearest ?? "the commands are \(names.joined(separator: ", "))"))
      }
      if case .texts(let names) = sourced.value {
        moved.append((command, names.compactMap { Key(named: $0) }))
      }
    }
    do throws(KeyTranslation.Clash) {
      return try KeyTranslation(moved)
    } catch {
      let origin = self["keys.\(error.command)"]?.origin ?? .standard
      throw CommandFailure(.usage, "\(origin): \(error)")
    }
  }
}

extension Ink {
  /// The name of the role in settings.
  var name: String { "\(self)" }

  fileprivate static func named(_ name: String) -> Ink? { allCases.first { $0.name == name } }
}
