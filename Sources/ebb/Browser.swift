import Foundation

/// The user's browser: `BROWSER`, else what the desktop opens pages with.
struct Browser {
  let environment: [String: String]

  /// Shows a file and does not wait for the reader to finish.
  /// - Returns: The status of what was started; 127 when nothing could be.
  func open(_ path: String) -> Int32 {
    let named = environment["BROWSER"].flatMap { $0.isEmpty ? nil : $0 }
    #if os(macOS)
      let desktop = "open"
    #else
      let desktop = "xdg-open"
    #endif
    // The shell splits "firefox --new-window"; the path is an argument and stays whole.
    let command = "exec \(named ?? desktop) \"$1\""
    return Shell.run(command, arguments: [path], environment: environment)
  }
}
