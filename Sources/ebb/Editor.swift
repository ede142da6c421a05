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
    let words = ["sh", "-c", command, "ebb", String(max(line, 1)), path]
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    // ^Z in the editor stops both, as the shell expects of what it runs in the foreground.
    var ours = sigaction()
    var plain = sigaction()
    sigaction(SIGTSTP, &plain, &ours)
    defer { sigaction(SIGTSTP, &ours, nil) }
    var process: pid_t = 0
    // What we ignore the editor must not: a child inherits that.
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_DFL) }
    let failure = posix_spawn(&process, "/bin/sh", nil, nil, &arguments, &variables)
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
    guard failure == 0 else { return 127 }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    // The low seven bits name the signal that ended it; none for an exit.
    return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
  }
}
