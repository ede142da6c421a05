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
    guard Self.spawn(&process, &arguments, &variables) == 0 else { return 127 }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    // The low seven bits name the signal that ended it; none for an exit.
    return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
  }

  /// With the signals that we ignore as every program expects them.
  private static func spawn(
    _ process: inout pid_t, _ arguments: inout [UnsafeMutablePointer<CChar>?],
    _ variables: inout [UnsafeMutablePointer<CChar>?]
  ) -> Int32 {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGPIPE, SIGXFSZ] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    return posix_spawn(&process, "/bin/sh", nil, &attributes, &arguments, &variables)
  }
}
