import ArgumentParser
import CursesTerminal

/// How the screen looks, and how it is opened.
struct ScreenOptions: ParsableArguments {
  @Option(help: "The colours: auto, neutral, dark, light or mono. NO_COLOR asks for none too.")
  var theme = Theme.auto

  @Flag(help: "Draw lines and marks in ASCII.")
  var ascii = false

  /// Opens the screen; ends the program with its status if that is not 0.
  func open(_ desk: Desk, topic: String?, directly: Bool) throws {
    let settings = TerminalSettings(theme: theme, asciiGlyphs: ascii)
    let terminal = try CursesTerminal(settings: settings, environment: desk.world.environment) {
      desk.world.now
    }
    let status = try Runner(desk: desk).run(on: terminal, opening: topic, directly: directly)
    if status != 0 { throw ExitCode(status) }
  }
}

extension Theme: ExpressibleByArgument {}
