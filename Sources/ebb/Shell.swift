import Foundation

/// Starts what the user has chosen to edit or read with.
enum Shell {
  /// Runs a command of the shell in the foreground, with arguments as $1, $2 ..., until it ends.
  /// - Returns: Its exit status; 127 when it could not be started.
  static func run(
    _ command: String, arguments: [String], environment: [String: String]
  ) -> Int32 {
    let words = ["sh", "-c", command, "ebb"] + arguments
    var pointers = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in pointers + variables { free(pointer) } }
    // ^Z in the program stops both, as the shell expects of what it runs in the foreground.
    var ours = sigaction()
    var plain = sigaction()
    sigaction(SIGTSTP, &plain, &ours)
    defer { sigaction(SIGTSTP, &ours, nil) }
    var process: pid_t = 0
    // What we ignore the program must not: a child inherits that.
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_DFL) }
    let failure = posix_spawn(&process, "/bin/sh", nil, nil, &pointers, &variables)
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
    guard failure == 0 else { return 127 }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    // The low seven bits name the signal that ended it; none for an exit.
    return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
  }
}
