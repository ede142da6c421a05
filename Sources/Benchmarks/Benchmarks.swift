import Foundation

/// Measures ebb against its aims: `ebb-bench PROGRAM DECKS NOTES...`.
///
/// Every figure is the median of several runs, interleaved with its peer where it has one. Figures
/// are for reading, never for passing or failing. EBB_BENCH names one part that is measured alone.
@main
struct Benchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 3 else {
      FileHandle.standardError.write(Data("usage: ebb-bench PROGRAM DECKS NOTES...\n".utf8))
      exit(2)
    }
    let program = arguments[1]
    let decks = URL(fileURLWithPath: arguments[2]).path
    print("figure                                            median    spread   aim")
    let wanted = ProcessInfo.processInfo.environment["EBB_BENCH"]
    func measure(_ name: String, _ body: () throws -> Void) rethrows {
      if wanted == nil || wanted == name { try body() }
    }
    let peers = Peers(environment: ProcessInfo.processInfo.environment)
    try measure("compiling") {
      for notes in arguments.dropFirst(2) { try CompileBenchmark(notes: notes).run() }
    }
    measure("matching") { MatcherBenchmark().run() }
    try measure("search") { try SearchBenchmark(decks: decks).run() }
    measure("papers") { PaperBenchmark().run() }
    try measure("scheduling") { try SchedulingBenchmark(peers: peers).run() }
    try measure("store") { try StoreBenchmark(program: program).run() }
    try measure("start") { try StartBenchmark(program: program, peers: peers).run() }
    try measure("screens") { try ScreenBenchmark(program: program, decks: decks).run() }
    try measure("reports") { try ReportBenchmark(program: program, peers: peers).run() }
  }
}

/// Medians and spreads of repeated measurements.
struct Sample {
  private var values: [Double] = []

  mutating func add(_ value: Double) { values.append(value) }

  /// Runs `body` and adds the milliseconds it took.
  mutating func time(_ body: () throws -> Void) rethrows {
    let clock = ContinuousClock()
    let duration = try clock.measure { try body() }
    let (seconds, attoseconds) = duration.components
    add(Double(seconds) * 1000 + Double(attoseconds) * 1e-15)
  }

  var median: Double { quantile(0.5) }

  func quantile(_ share: Double) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return .nan }
    return sorted[min(Int(Double(sorted.count) * share), sorted.count - 1)]
  }

  /// From the first to the ninth tenth, so that one slow run does not stand for all.
  var spread: String {
    "\(quantile(0.1).short)-\(quantile(0.9).short)"
  }
}

/// One line of the table.
func report(_ name: String, _ value: String, spread: String = "", aim: String = "") {
  func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.count, 1))
  }
  print(pad(name, 48) + pad(value, 12) + pad(spread, 14) + aim)
  // A table that grows while it is watched, even through a pipe.
  fflush(nil)
}

extension Double {
  /// Three significant digits or so.
  var short: String {
    let digits = self >= 100 ? 0 : self >= 10 ? 1 : 2
    let scale = [1.0, 10, 100][digits]
    let rounded = (self * scale).rounded() / scale
    return digits == 0 ? "\(Int(rounded))" : "\(rounded)"
  }
}
