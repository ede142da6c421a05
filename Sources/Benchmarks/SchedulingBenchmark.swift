import Foundation
import Scheduling

/// Memory states and training, side by side with the libraries that others use.
struct SchedulingBenchmark {
  let peers: Peers?

  private let rows = Self.log(cards: 10_000, answers: 10, seed: 2026)

  func run() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("ebb-scheduling-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let log = folder.appendingPathComponent("log.csv")
    try csv.write(to: log, atomically: true, encoding: .utf8)
    try states(log.path)
    try training(log.path)
  }

  /// Replays every card's answers to a memory state.
  private func states(_ path: String) throws {
    let model = MemoryModel(.standard)
    let cards = Dictionary(grouping: rows, by: \.card).values.map { $0 }
    var own = Sample()
    var compiled = Sample()
    var plain = Sample()
    for _ in 0..<5 {
      var sum = 0.0
      own.time {
        // As many passes as make a time that can be read off a clock.
        for _ in 0..<20 {
          for answers in cards {
            var state = model.first(answers[0].rating)
            for index in answers.indices.dropFirst() {
              let days = answers[index - 1].day.distance(to: answers[index].day)
              state = model.next(state, rating: answers[index].rating, elapsedDays: days)
            }
            sum += state.stability
          }
        }
      }
      precondition(sum.isFinite, "a memory state is not finite")
      if let peers {
        compiled.add(try peers.seconds("states-fsrs-rs", path) * 1000)
        plain.add(try peers.seconds("states-py-fsrs", path) * 1000)
      }
    }
    let count = Double(rows.count)
    report(
      "memory states a second, millions", (count * 20 / own.median / 1000).short,
      aim: "fsrs-rs or more")
    guard peers != nil else { return }
    let each = own.median / 20
    report("  of fsrs-rs-python", (count / compiled.median / 1000).short)
    report("  ebb is faster by", (compiled.median / each).short, aim: "at least 1")
    report("  of py-fsrs", (count / plain.median / 1000).short)
    report("  ebb is faster by", (plain.median / each).short, aim: "at least 50")
  }

  /// Fits weights to 100,000 answers, as fsrs-rs does by itself, and compares how well both fit.
  private func training(_ path: String) throws {
    let log = TrainingLog(rows: rows)
    let optimizer = Optimizer(.plain)
    var own = Sample()
    var peer = Sample()
    var fitted: [Double] = []
    var peerWeights: [Double] = []
    for _ in 0..<3 {
      try own.time { fitted = try optimizer.train(log).weights }
      guard let peers else { continue }
      let numbers = try peers.numbers("train-fsrs-rs", [path])
      peer.add(numbers[0] * 1000)
      peerWeights = Array(numbers.dropFirst())
    }
    report("fit weights to \(rows.count) answers, ms", own.median.short, spread: own.spread)
    guard peers != nil else { return }
    report("  fsrs-rs-python, ms", peer.median.short, spread: peer.spread)
    report("  ebb takes", (own.median / peer.median).short, aim: "at most 1.5 times")
    func loss(_ weights: [Double]) throws -> Double {
      Evaluation(try Parameters(weights: weights), on: log)?.logLoss ?? .nan
    }
    let (ours, theirs) = (try loss(fitted), try loss(peerWeights))
    report(
      "  log loss more than theirs, millionths", ((ours - theirs) * 1e6).short,
      aim: "within 500")
  }

  private var csv: String {
    var text = "card_id,review_day,review_rating\n"
    for row in rows { text += "\(row.card),\(row.day.number),\(row.rating.rawValue)\n" }
    return text
  }

  /// Answers of a person whose memory is as the model says, cards one after another.
  private static func log(cards: Int, answers: Int, seed: UInt64) -> [TrainingLog.Row] {
    var chance = Chance(state: seed)
    let model = MemoryModel(.standard)
    var rows: [TrainingLog.Row] = []
    for card in 0..<cards {
      var day = Day(number: 18_000 + card % 300)
      var state: MemoryState?
      var elapsed = 0
      for number in 0..<answers {
        let rating: Rating
        if let state {
          let recalled = chance.next() < model.retrievability(of: state, afterDays: Double(elapsed))
          let shade = chance.next()
          rating = !recalled ? .again : shade < 0.1 ? .hard : shade < 0.9 ? .good : .easy
        } else {
          let shade = chance.next()
          rating = shade < 0.25 ? .again : shade < 0.35 ? .hard : shade < 0.9 ? .good : .easy
        }
        rows.append(
          TrainingLog.Row(
            card: card, time: day.number * 86_400 + number, day: day, rating: rating,
            kind: number == 0 ? .learning : .review))
        let next =
          state.map { model.next($0, rating: rating, elapsedDays: elapsed) } ?? model.first(rating)
        state = next
        elapsed = min(max(Int(model.interval(stability: next.stability, retention: 0.9)), 1), 3650)
        day = day.advanced(by: elapsed)
      }
    }
    return rows
  }

  /// SplitMix64, the same on every machine.
  private struct Chance {
    var state: UInt64

    /// At least 0 and below 1.
    mutating func next() -> Double {
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
      return Double((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53
    }
  }
}
