import Foundation

/// The user's browser: `BROWSER`, else what the desktop opens pages with.
struct Browser {
  let environment: [String: String]

  /// Shows a file or a page and does not wait for the reader to finish; `inBackground` keeps what
  /// the browser says, and the browser itself if it is one for the terminal, away from the screen.
  /// - Returns: The status of what was started; 127 when nothing could be.
  func open(_ path: String, inBackground: Bool = false) -> Int32 {
    let named = environment["BROWSER"].flatMap { $0.isEmpty ? nil : $0 }
    #if os(macOS)
      let desktop = "open"
    #else
      let desktop = "xdg-open"
    #endif
    // The shell splits "firefox --new-window"; the path is an argument and stays whole.
    let program = named ?? desktop
    if inBackground {
      // Whether there is such a program is known at once, what becomes of it is its own affair.
      let name = program.prefix { $0 != " " }
      let command =
        "command -v \(name) >/dev/null 2>&1 || exit 127; "
        + "(\(program) \"$1\" </dev/null >/dev/null 2>&1 &)"
      return Shell.run(command, arguments: [path], environment: environment)
    }
    let command = "exec \(program) \"$1\""
    return Shell.run(command, arguments: [path], environment: environment)
  }
}
