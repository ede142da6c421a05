import Foundation
import TestSupport

/// The built program on a pseudo-terminal: start, keys, memory.
struct ScreenBenchmark {
  let program: String
  let decks: String

  func run() throws {
    let folder = NSTemporaryDirectory() + "ebb-bench-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }

    var first = Sample()
    for run in 0..<7 {
      try first.time { try start("\(folder)/first\(run).db", columns: 80, rows: 24) }
    }
    var harness = Sample()
    var warm = Sample()
    for _ in 0..<25 {
      try harness.time {
        let echo = try PseudoTerminal("/bin/echo", arguments: ["All topics"])
        _ = echo.wait(for: "All topics")
      }
      try warm.time { try start("\(folder)/first0.db", columns: 80, rows: 24) }
    }
    report("pseudo-terminal and /bin/echo alone, ms", harness.median.short, spread: harness.spread)
    report("start to first frame, new progress file, ms", first.median.short, spread: first.spread)
    report("start to first frame, ms", warm.median.short, spread: warm.spread)
    report(
      "start to first frame less the harness, ms", (warm.median - harness.median).short,
      aim: "under 30")
    try keys(folder)
    try bytes(folder)
    try places(folder)
  }

  /// What a slow line has to carry: bytes written for one key of a review.
  private func bytes(_ folder: String) throws {
    let terminal = try open(
      "\(folder)/first1.db", arguments: ["review"], columns: 80, rows: 24)
    precondition(terminal.wait(for: "1 of "), "no review:\n\(terminal.screen.text)")
    var written = Sample()
    // Longer than the guard against held keys.
    terminal.read(seconds: 0.3)
    for number in 2...10 {
      for (key, sign) in [("\r", "3 Good"), ("4", "\(number) of ")] {
        let before = terminal.output.count
        terminal.send(key)
        _ = terminal.wait(for: sign)
        terminal.read(seconds: 0.2)
        written.add(Double(terminal.output.count - before))
      }
    }
    report("bytes a key of a review at 80x24", written.median.short, spread: written.spread)
    report("the same, the most", written.quantile(1).short, aim: "under 2000")
    terminal.send("Q")
    _ = terminal.waitForEnding()
  }

  /// A large window: the slowest of a hundred keys on every place.
  private func places(_ folder: String) throws {
    for (name, way, sign, keys) in [
      ("home", "", "All topics", "jk"), ("browser", "B", "Preview", "jk"),
      ("notes", "N", "coverage", "jk"), ("plan", "P", "Interview", "jk"),
      ("reports", "R", "overview", "23"), ("settings", "S", "review.new", "jk"),
      ("help", "?", "Keys", "jk"), ("review", "\r", "1 of ", "t"),
    ] {
      let terminal = try open("\(folder)/first2.db", columns: 200, rows: 60)
      precondition(terminal.wait(for: "All topics"), "no home:\n\(terminal.screen.text)")
      if !way.isEmpty { terminal.send(way) }
      _ = terminal.wait(for: sign)
      terminal.read(seconds: 0.3)
      var sample = Sample()
      for number in 0..<100 {
        // In a review a key that opens a line is followed by the one that closes it.
        let typed = name == "review" ? (number % 2 == 0 ? "t" : "\u{1B}") : nil
        let key = typed ?? String(keys.dropFirst(number % 2).prefix(1))
        let before = terminal.output.count
        sample.time {
          terminal.send(key)
          _ = terminal.wait(timeout: 1) { _ in terminal.output.count > before }
        }
        terminal.read(seconds: name == "review" ? 0.05 : 0.01)
      }
      report(
        "key to frame at 200x60, \(name): p99, ms", sample.quantile(0.99).short,
        spread: sample.spread, aim: "under 5")
      terminal.send("Q")
      _ = terminal.waitForEnding()
    }
  }

  private func start(_ progress: String, columns: Int, rows: Int) throws {
    let terminal = try open(progress, columns: columns, rows: rows)
    precondition(terminal.wait(for: "All topics"), "no home screen:\n\(terminal.screen.text)")
  }

  private func open(
    _ progress: String, arguments: [String] = [], columns: Int, rows: Int
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      program, arguments: arguments, columns: columns, rows: rows,
      environment: ["EBB_PROGRESS": progress, "EBB_DECKS": decks])
  }

  private func keys(_ folder: String) throws {
    let terminal = try open("\(folder)/first0.db", arguments: ["review"], columns: 120, rows: 40)
    precondition(terminal.wait(for: "1 of "), "no review:\n\(terminal.screen.text)")
    var reveal = Sample()
    var next = Sample()
    for number in 2...10 {
      reveal.time {
        terminal.send("\r")
        _ = terminal.wait(for: "3 Good")
      }
      next.time {
        terminal.send("4")
        _ = terminal.wait(for: "\(number) of ")
      }
      // Longer than the guard against held keys.
      terminal.read(seconds: 0.2)
    }
    report(
      "key to next frame, 120x40: reveal, ms", reveal.median.short, spread: reveal.spread,
      aim: "under 5")
    report(
      "key to next frame, 120x40: answer, fsync, next, ms", next.median.short, spread: next.spread)
    if let memory = residentMegabytes(of: terminal.process) {
      report("resident memory on the review screen, MB", memory.short, aim: "under 30")
    }
    terminal.send("Q")
    _ = terminal.waitForEnding()
  }

  /// Linux only; elsewhere the figure is left out.
  private func residentMegabytes(of process: Int32) -> Double? {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
      let kilobytes = Double(line.split(whereSeparator: \.isWhitespace)[1])
    else { return nil }
    return kilobytes / 1024
  }
}
