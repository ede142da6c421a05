import Foundation

/// The user's editor: `VISUAL`, else `EDITOR`, else vi.
struct Editor {
  let environment: [String: String]

  /// Opens a file at a line (from 1) and waits until the editor ends.
  /// - Returns: Its exit status; 127 when it could not be started.
  func open(_ path: String, line: Int) -> Int32 {
    let named = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    // The shell splits "code --wait" as it does for git; the path is an argument and stays whole.
    let command = "exec \(named ?? "vi") \"+$1\" \"$2\""
    return Shell.run(command, arguments: [String(max(line, 1)), path], environment: environment)
  }
}
