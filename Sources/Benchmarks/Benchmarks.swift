import Foundation

/// Measures ebb against its aims: `ebb-bench PROGRAM DECKS NOTES...`.
///
/// Every figure is the median of several runs, interleaved with its peer where it has one. Figures
/// are for reading, never for passing or failing. EBB_BENCH names the only parts to measure.
@main
struct Benchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 3 else {
      complain("usage: ebb-bench PROGRAM DECKS NOTES...")
    }
    let program = arguments[1]
    let decks = URL(fileURLWithPath: arguments[2]).path
    let environment = ProcessInfo.processInfo.environment
    let peers = Peers(environment: environment)
    let profiles = Profiles(program: program)
    let rows: [(name: String, run: () throws -> Void)] = [
      (
        "compiling",
        {
          for notes in arguments.dropFirst(2) {
            try CompileBenchmark(notes: notes, peers: peers).run()
          }
        }
      ),
      (
        "corpora",
        {
          guard let notes = arguments.dropFirst(2).first else { return }
          try CorpusBenchmark(program: program, notes: notes).run()
        }
      ),
      ("matching", { MatcherBenchmark().run() }),
      ("search", { try SearchBenchmark(decks: decks).run() }),
      ("papers", { PaperBenchmark().run() }),
      ("scheduling", { try SchedulingBenchmark(peers: peers).run() }),
      ("store", { try StoreBenchmark(program: program).run() }),
      ("start", { try StartBenchmark(program: program, profiles: profiles, peers: peers).run() }),
      ("growth", { try GrowthBenchmark(program: program, profiles: profiles).run() }),
      ("screens", { try ScreenBenchmark(program: program, decks: decks).run() }),
      ("reports", { try ReportBenchmark(program: program, peers: peers).run() }),
    ]
    let wanted = Set((environment["EBB_BENCH"] ?? "").split(separator: " ").map(String.init))
    guard wanted.isSubset(of: Set(rows.map(\.name))) else {
      complain("EBB_BENCH takes: " + rows.map(\.name).joined(separator: " "))
    }
    print(Machine.description)
    print("\nfigure                                            median    spread   aim")
    for row in rows where wanted.isEmpty || wanted.contains(row.name) { try row.run() }
  }

  private static func complain(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(2)
  }
}

/// What the figures were measured on.
enum Machine {
  /// The system, its processor and its memory, and when it was asked, on one line.
  static var description: String {
    let process = ProcessInfo.processInfo
    let day = ISO8601DateFormatter().string(from: Date())
    let memory = Double(process.physicalMemory) / 1_073_741_824
    return "\(day)  \(process.operatingSystemVersionString), \(processor), "
      + "\(process.activeProcessorCount) cores, \(memory.short) GB"
  }

  /// The processor's own name; of Linux alone, elsewhere its kind.
  private static var processor: String {
    let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
    #if arch(arm64)
      let kind = "arm64"
    #else
      let kind = "x86-64"
    #endif
    return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? kind
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

  var isEmpty: Bool { values.isEmpty }
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
