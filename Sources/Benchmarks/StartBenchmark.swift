import Foundation
import TestSupport

/// The start with 100,000 cards and 1,000,000 answers, beside Anki's library with as many.
struct StartBenchmark {
  let program: String
  let profiles: Profiles
  let peers: Peers?

  private let cards = 100_000
  private let answers = 1_000_000
  private let folder =
    NSTemporaryDirectory() + "ebb-start-bench-\(ProcessInfo.processInfo.processIdentifier)"

  func run() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let environment = try profiles.environment(cards: cards, answers: answers)
    let collection = folder + "/collection.anki2"
    if let peers {
      _ = try peers.seconds("make-anki", collection, String(cards), String(answers))
    }

    var harness = Sample()
    var card = Sample()
    var home = Sample()
    var anki = Sample()
    var memory = 0.0
    for _ in 0..<9 {
      try harness.time {
        let echo = try PseudoTerminal("/bin/echo", arguments: ["All topics"])
        _ = echo.wait(for: "All topics")
      }
      var terminal: PseudoTerminal?
      try card.time { terminal = try start(environment, ["review"], until: "1 of ") }
      if let terminal {
        memory = max(memory, peakMegabytes(of: terminal.process) ?? 0)
        terminal.quit()
      }
      try home.time { terminal = try start(environment, [], until: "All topics") }
      terminal?.quit()
      if let peers { anki.add(try peers.seconds("start-anki", collection) * 1000) }
    }
    let first = card.median - harness.median
    report(
      "100,000 cards, 1,000,000 answers: first due card, ms", first.short, spread: card.spread,
      aim: "under 50")
    if memory > 0 {
      report("  peak memory there, MB", memory.short, aim: "under 60")
    }
    if peers != nil {
      report("  Anki's library: open, first card, ms", anki.median.short, spread: anki.spread)
      report("  ebb takes", (first / anki.median).short, aim: "at most 0.5 times")
    }
    report("  first frame of home, ms", (home.median - harness.median).short, spread: home.spread)
  }

  private func start(
    _ environment: [String: String], _ arguments: [String], until text: String
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(program, arguments: arguments, environment: environment)
    precondition(terminal.wait(for: text), "no \(text):\n\(terminal.screen.text)")
    return terminal
  }

  /// Linux only; elsewhere the figure is left out.
  private func peakMegabytes(of process: Int32) -> Double? {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = Double(line.split(whereSeparator: \.isWhitespace)[1])
    else { return nil }
    return kilobytes / 1024
  }
}

extension PseudoTerminal {
  /// Leaves the program and waits for its end.
  func quit() {
    send("Q")
    _ = waitForEnding()
  }
}
