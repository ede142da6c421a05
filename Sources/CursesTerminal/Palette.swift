import TerminalUI

/// For which background colours are picked.
package enum Theme: String, CaseIterable, Sendable {
  /// `COLORFGBG` if the terminal sets it, else neutral; the terminal is never asked.
  case auto
  /// Readable on black and on white.
  case neutral
  case dark
  case light
  case mono
}

/// How one ink looks: a colour of the terminal's table, or its default one, and attributes.
package struct Shade: Hashable, Sendable {
  package var colour: Int16?
  package var bold: Bool
  package var reverse: Bool

  package init(_ colour: Int16? = nil, bold: Bool = false, reverse: Bool = false) {
    self.colour = colour
    self.bold = bold
    self.reverse = reverse
  }

  /// Reads a shade as the configuration writes it: `72 bold`, `default`, `reverse`. Nil if a word
  /// is unknown or the number is outside 0...255.
  package init?(text: some StringProtocol) {
    self.init()
    let words = text.split(separator: " ")
    if words.isEmpty { return nil }
    for word in words {
      switch word {
      case "bold": bold = true
      case "reverse": reverse = true
      case "default": colour = nil
      default:
        guard let number = Int16(word), (0...255).contains(number) else { return nil }
        colour = number
      }
    }
  }
}

/// The only place that knows what an ink looks like.
package struct Palette: Sendable {
  private let shades: [Ink: Shade]

  package subscript(ink: Ink) -> Shade { shades[ink] ?? Shade() }

  /// The palette for a theme on a terminal with so many colours; without any, all is monochrome.
  package init(
    theme: Theme, colours: Int, environment: [String: String], overrides: [Ink: Shade] = [:]
  ) {
    let noColour = !(environment["NO_COLOR"] ?? "").isEmpty
    let background = theme == .auto ? Self.background(environment) : theme
    let depth: Depth =
      noColour || theme == .mono || colours < 8
      ? .monochrome : colours < 256 ? .eight : .many
    var shades: [Ink: Shade] = [:]
    for ink in Ink.allCases {
      var shade = overrides[ink] ?? Self.shade(ink, background: background, depth: depth)
      if let colour = shade.colour, depth == .monochrome || Int(colour) >= colours {
        shade.colour = nil
      }
      shades[ink] = shade
    }
    self.shades = shades
  }

  private enum Depth {
    case many
    case eight
    case monochrome
  }

  /// `COLORFGBG` is `foreground;background`, sometimes with a word between them.
  private static func background(_ environment: [String: String]) -> Theme {
    guard let last = environment["COLORFGBG"]?.split(separator: ";").last, let colour = Int(last)
    else { return .neutral }
    switch colour {
    case 0...6, 8: return .dark
    case 7, 9...15: return .light
    default: return .neutral
    }
  }

  private static func shade(_ ink: Ink, background: Theme, depth: Depth) -> Shade {
    switch depth {
    case .monochrome: return monochrome(ink)
    case .eight: return eight(ink, background: background)
    case .many:
      var shade = monochrome(ink)
      let row = many(ink)
      switch background {
      case .dark: shade.colour = row.dark
      case .light: shade.colour = row.light
      default: shade.colour = row.neutral
      }
      // Bold stands in for colour in monochrome; here only for title, prompt and warning.
      shade.bold = [.title, .prompt, .warning].contains(ink)
      return shade
    }
  }

  /// Numbers of the 256 colour table; each of the neutral ones keeps 4.0:1 on black and on white.
  private static func many(_ ink: Ink) -> (neutral: Int16?, dark: Int16?, light: Int16?) {
    switch ink {
    case .title, .prompt, .answer, .selection: (nil, nil, nil)
    case .code: (30, 152, 24)
    case .hint: (130, 180, 94)
    case .good: (28, 114, 28)
    case .hard: (130, 179, 130)
    case .again: (161, 210, 124)
    case .easy: (63, 110, 25)
    case .muted: (243, 246, 242)
    case .warning: (162, 215, 160)
    }
  }

  /// Blue is avoided: it cannot be read on black.
  private static func eight(_ ink: Ink, background: Theme) -> Shade {
    let (red, green, yellow, magenta, cyan): (Int16, Int16, Int16, Int16, Int16) = (1, 2, 3, 5, 6)
    switch ink {
    case .title, .prompt: return Shade(bold: true)
    case .answer, .hint, .muted: return Shade()
    case .code, .easy: return Shade(cyan)
    case .good: return Shade(green)
    case .hard: return Shade(background == .dark ? yellow : magenta)
    case .again, .warning: return Shade(red, bold: true)
    case .selection: return Shade(reverse: true)
    }
  }

  private static func monochrome(_ ink: Ink) -> Shade {
    switch ink {
    case .title, .prompt, .good, .again, .warning: Shade(bold: true)
    case .answer, .code, .hint, .hard, .easy, .muted: Shade()
    case .selection: Shade(reverse: true)
    }
  }
}
