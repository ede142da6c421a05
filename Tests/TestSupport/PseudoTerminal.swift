import CPseudoTerminal

/// A program running on a pseudo-terminal, with the screen it draws.
///
/// Size, kind of terminal, locale and time zone are pinned. Above the program stands a shell that
/// stays alive, so that stopping and continuing work as they do for a user.
package final class PseudoTerminal {
  /// How a program ended.
  package enum Ending: Hashable, Sendable {
    case exit(Int32)
    case signal(Int32)
  }

  package struct Failure: Error {
    package let program: String
  }

  /// What the program has drawn so far.
  package private(set) var screen: VirtualScreen
  /// Every byte the program has written so far.
  package private(set) var output: [UInt8] = []
  /// The process of the program.
  package private(set) var process: Int32 = 0
  /// Nil while the program runs.
  package private(set) var ending: Ending?
  /// The signal that has stopped the program; nil while it runs.
  package private(set) var stop: Int32?

  private var pty: ebb_pty
  private var wasLeftCooked = false
  private var isClosed = false

  /// Starts a program by its path, with nothing in its environment but the pinned variables and
  /// what is given; what is given wins, and an empty value removes a variable.
  /// - Parameter isOffline: Whether a socket that could leave this machine ends the program with
  ///   SIGSYS.
  package init(
    _ program: String, arguments: [String] = [], columns: Int = 80, rows: Int = 24,
    environment: [String: String] = [:], directory: String? = nil, isOffline: Bool = false
  ) throws {
    screen = VirtualScreen(columns: columns, rows: rows)
    var variables = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC", "PATH": "/usr/bin:/bin",
      "HOME": "/nonexistent", "SWIFT_BACKTRACE": "enable=no",
    ]
    variables.merge(environment) { $1 }
    let settings = variables.filter { !$0.value.isEmpty }.map { "\($0.key)=\($0.value)" }.sorted()
    pty = withCStrings([program] + arguments) { words in
      withCStrings(settings) { settings in
        ebb_pty_start(
          program, words, settings, directory, isOffline, Int32(clamping: rows),
          Int32(clamping: columns))
      }
    }
    guard pty.terminal >= 0 else { throw Failure(program: program) }
    pump(for: 5000) { self.process == 0 }
  }

  deinit {
    ebb_pty_signal(ending == nil ? process : 0, 9)
    ebb_pty_close(pty.terminal)
    ebb_pty_close(pty.commands)
    ebb_pty_close(pty.news)
    if pty.shell > 0 { ebb_pty_reap(pty.shell) }
  }

  /// Types text; control characters as they are, `\u{1B}` for Escape.
  package func send(_ text: String) {
    var bytes = Array(text.utf8)
    _ = ebb_pty_write(pty.terminal, &bytes, bytes.count)
  }

  /// Pastes text as a terminal does when the program has asked for marked pastes.
  package func paste(_ text: String) {
    send("\u{1B}[200~\(text)\u{1B}[201~")
  }

  package func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    _ = ebb_pty_resize(pty.terminal, Int32(clamping: rows), Int32(clamping: columns))
  }

  /// Sends a signal to the program.
  package func signal(_ number: Int32) { ebb_pty_signal(process, number) }

  /// Continues a stopped program in the foreground, as `fg` does.
  package func resume() {
    stop = nil
    _ = ebb_pty_write(pty.commands, "c", 1)
  }

  /// Closes the window.
  package func hangUp() {
    ebb_pty_close(pty.terminal)
    pty.terminal = -1
    isClosed = true
  }

  /// Whether the terminal echoes, edits lines and makes signals of keys, as a shell needs it: now,
  /// or at the moment the program stopped or ended.
  package var isCooked: Bool {
    stop != nil || ending != nil ? wasLeftCooked : ebb_pty_is_cooked(pty.terminal)
  }

  /// Reads until the screen is as wanted; false if it is not after so many seconds.
  @discardableResult
  package func wait(
    timeout: Double = 20, until isWanted: (VirtualScreen) -> Bool
  ) -> Bool {
    pump(for: Int64(timeout * 1000)) { !isWanted(screen) && ending == nil }
    return isWanted(screen)
  }

  /// Reads until the screen shows a text.
  @discardableResult
  package func wait(for text: String, timeout: Double = 20) -> Bool {
    wait(timeout: timeout) { $0.text.contains(text) }
  }

  /// What the program wrote in answer to a key.
  package struct Answer: Sendable {
    /// From sending the key to the last byte of the answer.
    package let milliseconds: Double
    package let bytes: Int
  }

  /// Types text and reads until the program has written something and then nothing for `quiet`
  /// seconds; nil if it writes nothing before the time is over.
  package func answer(
    to text: String, quiet: Double = 0.02, timeout: Double = 2
  ) -> Answer? {
    // What it has still been writing belongs to no key of ours.
    pump(for: 0) { true }
    let before = output.count
    let clock = ContinuousClock()
    let start = clock.now
    var last = start
    send(text)
    pump(for: Int64(timeout * 1000)) { output.count == before && ending == nil }
    guard output.count > before else { return nil }
    var known = before
    while output.count > known {
      last = clock.now
      known = output.count
      pump(for: Int64(quiet * 1000)) { output.count == known && ending == nil }
    }
    let (seconds, attoseconds) = start.duration(to: last).components
    return Answer(
      milliseconds: Double(seconds) * 1000 + Double(attoseconds) * 1e-15, bytes: known - before)
  }

  /// Reads for so many seconds whatever comes.
  package func read(seconds: Double) {
    pump(for: Int64(seconds * 1000)) { true }
  }

  /// Reads until the program is stopped; false if it is not in time.
  package func waitForStop(timeout: Double = 20) -> Bool {
    pump(for: Int64(timeout * 1000)) { stop == nil && ending == nil }
    return stop != nil
  }

  /// Reads until the program has ended and everything it wrote is read; nil if it runs on.
  package func waitForEnding(timeout: Double = 20) -> Ending? {
    pump(for: Int64(timeout * 1000)) { ending == nil }
    if ending != nil { pump(for: 0) { true } }
    return ending
  }

  /// Reads while it is wanted, at most for so many milliseconds.
  private func pump(for milliseconds: Int64, while isWanted: () -> Bool) {
    let end = ebb_pty_now() + milliseconds
    while isWanted() {
      let left = max(0, end - ebb_pty_now())
      if isClosed, ending != nil { return }
      let ready = ebb_pty_wait(
        isClosed ? -1 : pty.terminal, ending == nil ? pty.news : -1, Int32(clamping: left))
      if ready == 0 { return }
      if ready & 1 != 0 { readOutput() }
      if ready & 2 != 0 { readNews() }
    }
  }

  private func readOutput() {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = ebb_pty_read(pty.terminal, &bytes, bytes.count)
    // Closed on the other side: watching on would spin.
    isClosed = count <= 0
    guard count > 0 else { return }
    output += bytes[..<count]
    screen.feed(bytes[..<count])
  }

  private func readNews() {
    var news = ebb_pty_news()
    guard ebb_pty_read_news(pty.news, &news) else {
      ending = ending ?? .signal(0)
      return
    }
    wasLeftCooked = news.is_cooked
    switch UInt32(news.kind) {
    case EBB_PTY_STARTED.rawValue: process = news.value
    case EBB_PTY_STOPPED.rawValue: stop = news.value
    case EBB_PTY_EXITED.rawValue: ending = .exit(news.value)
    default: ending = .signal(news.value)
    }
  }
}

/// Calls with the strings as C wants a list of them: pointers, and a null at the end.
private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = strings.map { string in
    let bytes = string.utf8CString
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
    for (index, byte) in bytes.enumerated() { copy[index] = byte }
    return copy
  }
  defer { copies.forEach { $0.deallocate() } }
  return body(copies + [nil])
}
