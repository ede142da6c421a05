import Foundation

/// One run of a program without input and output: how it ended and what it took.
struct ProgramRun {
  let status: Int32
  let milliseconds: Double
  /// The most memory it had resident.
  let megabytes: Double

  init(_ program: String, _ arguments: [String], _ environment: [String: String]) throws {
    var pointers = ([program] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in pointers + variables { free(pointer) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var sample = Sample()
    var ended: Int32 = 127 << 8
    var usage = rusage()
    var peak = 0.0
    sample.time {
      var process: pid_t = 0
      guard posix_spawn(&process, program, &actions, nil, &pointers, &variables) == 0 else {
        return
      }
      #if os(Linux)
        while wait4(process, &ended, WNOHANG, &usage) == 0 {
          peak = max(peak, Self.peak(of: process))
          usleep(500)
        }
      #else
        while wait4(process, &ended, 0, &usage) < 0, errno == EINTR {}
        peak = Double(usage.ru_maxrss) / 1_000_000
      #endif
    }
    status = (ended >> 8) & 0xff
    milliseconds = sample.median
    megabytes = peak
  }

  #if os(Linux)
    /// The peak of a process so far, in MB: what Linux reports after its end counts the process
    /// that started it as well.
    private static func peak(of process: pid_t) -> Double {
      let text = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
      let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      return (line?.split(whereSeparator: { !$0.isNumber }).first).flatMap { Double($0) }
        .map { $0 / 1_000 } ?? 0
    }
  #endif
}
