import Foundation
import TestSupport

/// The built program on a pseudo-terminal with the profile of the design's pictures: start, keys,
/// bytes, memory. A row that does not see what it waits for says so and leaves the others alone.
struct ScreenBenchmark {
  let program: String
  let decks: String

  private let folder =
    NSTemporaryDirectory() + "ebb-screen-bench-\(ProcessInfo.processInfo.processIdentifier)"

  /// Why a row has no figure.
  private struct Missing: Error {
    let sentence: String
  }

  func run() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["fixture", folder + "/profile", "--decks", decks]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      report("screens", "failed", aim: "the profile cannot be made")
      return
    }
    attempt("start to first frame", starts)
    attempt("key to next frame, 120x40", review)
    attempt("bytes a key of a review at 80x24", bytes)
    for place in Self.places {
      attempt("key to frame at 200x60, \(place.name)") { try keys(of: place) }
    }
  }

  private func attempt(_ name: String, _ row: () throws -> Void) {
    do {
      try row()
    } catch let missing as Missing {
      report(name, "failed", aim: missing.sentence)
    } catch {
      report(name, "failed", aim: "the program cannot be started on a pseudo-terminal")
    }
  }

  // MARK: Rows

  private func starts() throws {
    // The first start of a day makes a backup; the other ones do not.
    try leave(home(columns: 80, rows: 24))
    var harness = Sample()
    var warm = Sample()
    var (memory, own) = (0.0, 0.0)
    for _ in 0..<25 {
      try harness.time {
        let echo = try PseudoTerminal("/bin/echo", arguments: ["All topics"])
        _ = echo.wait(for: "All topics")
      }
      var terminal: PseudoTerminal?
      try warm.time { terminal = try home(columns: 80, rows: 24) }
      if let process = terminal?.process {
        memory = max(memory, megabytes("VmHWM", of: process) ?? 0)
        own = max(own, megabytes("RssAnon", of: process) ?? 0)
      }
      leave(terminal)
    }
    report("pseudo-terminal and /bin/echo alone, ms", harness.median.short, spread: harness.spread)
    report("start to first frame, ms", warm.median.short, spread: warm.spread)
    report(
      "start to first frame less the harness, ms", (warm.median - harness.median).short,
      aim: "under 30")
    if memory > 0 { report("  peak memory there, MB", memory.short, aim: "under 30") }
    if own > 0 { report("  of it not the program's files, MB", own.short) }
  }

  /// What is seen between two cards: the answer with its ratings, and the next question.
  private func review() throws {
    let terminal = try open(["review"], columns: 120, rows: 40, until: "1 of ")
    var reveal = Sample()
    var next = Sample()
    for _ in 0..<20 {
      reveal.add(try turnOver(terminal).milliseconds)
      next.add(try rate(terminal).milliseconds)
    }
    report(
      "key to next frame, 120x40: reveal, ms", reveal.median.short, spread: reveal.spread,
      aim: "under 5")
    report(
      "key to next frame, 120x40: answer, fsync, next, ms", next.median.short, spread: next.spread)
    if let memory = megabytes("VmHWM", of: terminal.process) {
      report("peak memory after 20 answers, MB", memory.short, aim: "under 30")
    }
    leave(terminal)
  }

  /// What a slow line has to carry.
  private func bytes() throws {
    let terminal = try open(["review"], columns: 80, rows: 24, until: "1 of ")
    var written = Sample()
    for _ in 0..<20 {
      written.add(Double(try turnOver(terminal).bytes))
      written.add(Double(try rate(terminal).bytes))
    }
    report("bytes a key of a review at 80x24", written.median.short, spread: written.spread)
    report("the same, the most", written.quantile(1).short, aim: "under 2000")
    leave(terminal)
  }

  /// A place, the keys that lead there from home, what tells it, and keys that change it in turn:
  /// of each kind that the place has, because they do not all take the same work.
  private struct Place {
    let name: String
    let way: String
    let sign: String
    let keys: [String]
  }

  private static let places = [
    Place(name: "home", way: "", sign: "All topics", keys: ["j", "k", "G", "g", "?", "q"]),
    Place(
      name: "browser", way: "B", sign: "ebb › Browser", keys: ["j", "k", "\u{4}", "G", "g", "o"]),
    Place(name: "note", way: "B", sign: "ebb › Browser", keys: ["v", "j", "G", "q"]),
    Place(name: "notes", way: "N", sign: "ebb › Notes", keys: ["j", "k", "G", "g"]),
    Place(name: "plan", way: "P", sign: "ebb › Plan", keys: ["j", "k", "l", "h"]),
    Place(
      name: "reports", way: "R", sign: "ebb › Reports",
      keys: ["2", "3", "4", "5", "6", "7", "1", "j"]),
    Place(name: "settings", way: "S", sign: "ebb › Settings", keys: ["j", "k", "G", "g"]),
    // All of help is in sight at this size; the word that is looked for is not.
    Place(name: "help", way: "?/", sign: "let go", keys: ["a", "\u{7F}"]),
    Place(name: "mock", way: "M", sign: "ebb › Mock", keys: ["j", "k", "l", "h"]),
    Place(name: "review", way: "\r", sign: "1 of ", keys: ["c", "c", "?", "q"]),
  ]

  /// A large window: of two hundred keys all but the two slowest, by the clock on the wall, which
  /// counts whatever else the machine does, and by the time the program itself had a processor.
  private func keys(of place: Place) throws {
    let terminal = try home(columns: 200, rows: 60)
    if !place.way.isEmpty {
      terminal.send(place.way)
      guard terminal.wait(for: place.sign, timeout: 5) else {
        throw Missing(sentence: "no “\(place.sign)” within 5 s")
      }
    }
    var (wall, own) = (Sample(), Sample())
    for number in 0..<200 {
      let key = place.keys[number % place.keys.count]
      let before = ownMilliseconds(of: terminal.process)
      wall.add(try answer(of: terminal, to: key).milliseconds)
      let after = ownMilliseconds(of: terminal.process)
      if let before, let after { own.add(after - before) }
    }
    report(
      "key to frame at 200x60, \(place.name): p99, ms", wall.quantile(0.99).short,
      spread: wall.spread, aim: "under 5")
    if !own.isEmpty {
      report(
        "  of it the program's own work: p99, ms", own.quantile(0.99).short, spread: own.spread,
        aim: "under 5")
    }
    leave(terminal)
  }

  // MARK: Steps

  /// Shows the answer. Every kind of card takes Enter for that, whether anything was marked or not.
  private func turnOver(_ terminal: PseudoTerminal) throws -> PseudoTerminal.Answer {
    let answer = try answer(of: terminal, to: "\r")
    guard ratings(terminal) else { throw Missing(sentence: "no ratings after Enter on a question") }
    return answer
  }

  /// Gives the rating that is proposed: on key points digits tick, so no digit does it everywhere.
  private func rate(_ terminal: PseudoTerminal) throws -> PseudoTerminal.Answer {
    let answer = try answer(of: terminal, to: "\r")
    guard !ratings(terminal) else { throw Missing(sentence: "no next question after a rating") }
    return answer
  }

  private func ratings(_ terminal: PseudoTerminal) -> Bool {
    let row = terminal.screen.lines[terminal.screen.rows - 3]
    return row.contains("Again ") && row.contains("Easy ")
  }

  private func answer(of terminal: PseudoTerminal, to key: String) throws -> PseudoTerminal.Answer {
    guard let answer = terminal.answer(to: key) else {
      let name = key == "\r" ? "Enter" : key == "\u{7F}" ? "Backspace" : key
      throw Missing(sentence: "nothing was drawn within 2 s after \(name)")
    }
    return answer
  }

  private func home(columns: Int, rows: Int) throws -> PseudoTerminal {
    try open([], columns: columns, rows: rows, until: "All topics")
  }

  private func open(
    _ arguments: [String], columns: Int, rows: Int, until sign: String
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      program, arguments: arguments, columns: columns, rows: rows,
      environment: [
        "EBB_HOME": folder + "/profile", "EBB_DECKS": decks, "EBB_NOW": "2026-11-24T09:12:00Z",
      ])
    guard terminal.wait(for: sign, timeout: 5) else {
      throw Missing(sentence: "no “\(sign)” within 5 s of the start")
    }
    return terminal
  }

  /// By the key that leaves from everywhere, even from where text is typed.
  private func leave(_ terminal: PseudoTerminal?) {
    terminal?.send("\u{3}")
    _ = terminal?.waitForEnding(timeout: 2)
  }

  /// How long all threads of a process have had a processor. Linux only; elsewhere the figure is
  /// left out.
  private func ownMilliseconds(of process: Int32) -> Double? {
    let folder = "/proc/\(process)/task"
    guard let threads = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return nil
    }
    return threads.reduce(0) { sum, thread in
      let text = try? String(contentsOfFile: "\(folder)/\(thread)/schedstat", encoding: .utf8)
      let nanoseconds = text?.split(separator: " ").first.flatMap { Double($0) } ?? 0
      return sum + nanoseconds / 1_000_000
    }
  }

  /// Linux only; elsewhere the figure is left out.
  private func megabytes(_ name: String, of process: Int32) -> Double? {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix(name + ":") }),
      let kilobytes = Double(line.split(whereSeparator: \.isWhitespace)[1])
    else { return nil }
    return kilobytes / 1024
  }
}
