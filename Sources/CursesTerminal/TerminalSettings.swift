import TerminalUI

/// What the user and the environment say about the terminal.
package struct TerminalSettings: Sendable {
  package var theme: Theme
  /// Roles the user has given a look of their own.
  package var overrides: [Ink: Shade]
  /// No colours whatever the terminal can do: `--color never`. `NO_COLOR` does the same.
  package var withoutColours: Bool
  /// Marks and lines in ASCII although the locale could do better; text is left alone.
  package var asciiGlyphs: Bool
  /// The terminal may draw characters of ambiguous width two cells wide. Marks are ASCII then.
  package var ambiguousIsWide = false
  /// Whether wheel and clicks are wanted; the terminal's own selection then needs Shift.
  package var watchesMouse = false
  /// How long Escape waits for the rest of a key's sequence, in milliseconds.
  package var escapeDelay: Int
  /// One line for standard error after a crash.
  package var crashNotice: String

  package init(
    theme: Theme = .auto, overrides: [Ink: Shade] = [:], withoutColours: Bool = false,
    asciiGlyphs: Bool = false, escapeDelay: Int = 25,
    crashNotice: String = "ebb: stopped by a mistake of its own; every answer given is kept.\n"
  ) {
    self.theme = theme
    self.overrides = overrides
    self.withoutColours = withoutColours
    self.asciiGlyphs = asciiGlyphs
    self.escapeDelay = escapeDelay
    self.crashNotice = crashNotice
  }
}
