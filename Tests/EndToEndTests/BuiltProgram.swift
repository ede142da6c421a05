import Foundation
import TestSupport

/// The built program, with a folder of its own for progress, decks and notes.
final class BuiltProgram {
  struct Outcome {
    let output: String
    let errors: String
    let status: Int32
  }

  let folder: String
  var progress: String { folder + "/progress.db" }

  /// Builds small decks from `notes` (name and text), so that tests do not depend on the shipped
  /// ones.
  init(notes: [String: String] = Samples.notes) throws {
    folder = NSTemporaryDirectory() + "ebb-\(ProcessInfo.processInfo.globallyUniqueString)"
    try FileManager.default.createDirectory(
      atPath: folder + "/notes", withIntermediateDirectories: true)
    for (name, text) in notes { try write(text, to: "notes/\(name)") }
    let compiled = try run(["compile", folder + "/notes", "-o", folder + "/decks"])
    guard compiled.status == 0 else { throw Failure(message: compiled.errors) }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  struct Failure: Error {
    let message: String
  }

  func write(_ text: String, to name: String) throws {
    try write(Data(text.utf8), to: name)
  }

  func write(_ data: Data, to name: String) throws {
    let url = URL(fileURLWithPath: folder + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  /// Beside the test bundle, where the build puts both.
  static let path: String = {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let beside = bundle.appendingPathComponent("ebb").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent(".build/debug/ebb").path
  }()

  /// Nothing of the caller's environment but what steers a sanitizer the program is built with.
  var environment: [String: String] {
    ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }.merging([
      "EBB_PROGRESS": progress, "EBB_DECKS": folder + "/decks", "EBB_NOW": "2026-11-24T09:12:00Z",
      "EBB_SEED": "1", "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": folder, "PATH": "/usr/bin:/bin",
      "SWIFT_BACKTRACE": "enable=no",
    ]) { $1 }
  }

  /// Runs a command without a terminal.
  func run(
    _ arguments: [String], input: String = "", environment extra: [String: String] = [:],
    shell: String? = nil
  ) throws -> Outcome {
    let process = Process()
    if let shell {
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", shell + "; exec \"$0\" \"$@\"", Self.path] + arguments
    } else {
      process.executableURL = URL(fileURLWithPath: Self.path)
      process.arguments = arguments
    }
    process.environment = environment.merging(extra) { $1 }
    // Files instead of pipes: nothing can fill up and wait.
    let names = ["in", "out", "err"].map { folder + "/." + $0 }
    try write(input, to: ".in")
    for name in [".out", ".err"] { try write("", to: name) }
    process.standardInput = FileHandle(forReadingAtPath: names[0])
    process.standardOutput = FileHandle(forWritingAtPath: names[1])
    process.standardError = FileHandle(forWritingAtPath: names[2])
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) -> String {
      FileManager.default.contents(atPath: name).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    return Outcome(
      output: text(names[1]), errors: text(names[2]), status: process.terminationStatus)
  }

  /// Opens the program on a pseudo-terminal.
  func open(
    _ arguments: [String] = [], columns: Int = 80, rows: Int = 24,
    environment extra: [String: String] = [:], isOffline: Bool = false
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      Self.path, arguments: arguments, columns: columns, rows: rows,
      environment: environment.merging(extra) { $1 }, isOffline: isOffline)
  }

  /// Answers in the log that hold, as `sqlite3` is not needed to count them.
  func dueAndNew() throws -> String { try run(["due"]).output }
}

/// Notes of our own for the tests.
enum Samples {
  static let notes = ["redis.md": redis, "wide.md": wide]

  static let redis = """
    # Redis

    ## Locks

    ### Why must a lock carry a token?

    The lock may have expired while its owner was paused, and another worker may hold it by now.

    **Lease** — a lock that ends by itself after a fixed time.

    **Fencing token** — a number that grows with every lock and is checked by the resource.

    ## Memory

    **Eviction** — dropping keys to make room for new ones.

    **Expiry** — dropping a key when its time to live is over.

    **Encoding** — the compact form in which a small value is kept.

    **Fragmentation** — memory taken from the system but not used by values.

    **Keyspace** — all keys of one database.

    **Hash slot** — one of the parts over which a cluster spreads its keys.

    ## Persistence

    - **Symptom:** the last minute of writes is gone after a crash. **Cause:** only snapshots are kept. **Fix:** switch on the append-only file.

    | Policy | What it does | Cost |
    |---|---|---|
    | `always` | syncs after every write | one disk wait a command |
    | `everysec` | syncs once a second | a second of writes at risk |
    """

  static let wide = """
    # Wide text

    ## What does a long line look like?

    ```python
    numbers = [\((1...60).map(String.init).joined(separator: ", "))]
    ```

    ## Which stores are compared?

    | Store | Model | Consistency | Scaling | Typical use |
    |---|---|---|---|---|
    | PostgreSQL | relational rows | strict, per transaction | one primary, replicas | orders and money |
    | Redis | keys in memory | per key | slots over nodes | caches and counters |

    ## 漢字とは何か？

    中国から伝わった文字で、日本語の文章では仮名と一緒に使われる。👩‍👩‍👧‍👦 🇩🇪 ✅ も幅が二つ分。
    """
}
