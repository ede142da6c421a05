import Foundation
import TestSupport

/// What grows with the cards and the answers: the same figures at a thousand, ten thousand and a
/// hundred thousand cards, each ten times answered.
///
/// The exponent says how a figure grows between one size and the next: 0 not at all, 1 in
/// proportion, 2 with the square.
struct GrowthBenchmark {
  let program: String
  let profiles: Profiles

  private static let cards = [1_000, 10_000, 100_000]
  private static let runs = 5

  func run() throws {
    var start: [Double] = []
    var queue: [Double] = []
    var full: [Double] = []
    for cards in Self.cards {
      let environment = try profiles.environment(cards: cards, answers: cards * 10)
      var samples = (start: Sample(), echo: Sample(), queue: Sample(), report: Sample())
      for _ in 0..<Self.runs {
        try samples.echo.time {
          _ = try PseudoTerminal("/bin/echo", arguments: ["1 of 1"]).wait(for: "1 of ")
        }
        try samples.start.time {
          let terminal = try PseudoTerminal(
            program, arguments: ["review"], environment: environment)
          precondition(terminal.wait(for: "1 of "), terminal.screen.text)
          terminal.quit()
        }
        samples.queue.add(try measure(["due"], environment))
        samples.report.add(try measure(["report", "all", "--json"], environment))
      }
      start.append(samples.start.median - samples.echo.median)
      queue.append(samples.queue.median)
      full.append(samples.report.median)
    }
    show("first due card and back", start)
    show("count the queue (due)", queue)
    show("full report", full)
  }

  private func measure(
    _ arguments: [String], _ environment: [String: String]
  ) throws -> Double {
    let run = try ProgramRun(program, arguments, environment)
    precondition(run.status == 0, "\(arguments) ended with \(run.status)")
    return run.milliseconds
  }

  private func show(_ name: String, _ medians: [Double]) {
    for (index, median) in medians.enumerated() {
      let size = "\(Self.cards[index] / 1000)k cards, \(Self.cards[index] / 100)k answers"
      var exponent = ""
      if index > 0 {
        let ratio = Double(Self.cards[index]) / Double(Self.cards[index - 1])
        exponent = "n^" + (log(median / medians[index - 1]) / log(ratio)).short
      }
      report(index == 0 ? "\(name): \(size), ms" : "  \(size), ms", median.short, spread: exponent)
    }
  }
}
