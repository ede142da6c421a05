import Decks
import Foundation
import ProgressStore
import Scheduling

/// Large progress files: merging, checking, starting, storing an answer.
struct StoreBenchmark {
  let program: String
  let folder: String

  private let scheduler = Scheduler(calendar: .fixed())
  /// The day the benchmark is played on; answers are given on the days before it.
  private let now = Date(timeIntervalSince1970: 1_795_500_000)

  init(program: String) throws {
    self.program = program
    folder =
      NSTemporaryDirectory() + "ebb-store-bench-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  func run() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    // Two machines that both know all cards; each gave half of the answers.
    for half in 0..<2 { try fill("half\(half)", cards: 100_000, answers: 5, device: half) }
    var merging = Sample()
    var checking = Sample()
    for run in 0..<3 {
      let path = folder + "/merged\(run).db"
      try FileManager.default.copyItem(atPath: folder + "/half0.db", toPath: path)
      let store = try Store(path: path, seed: 1)
      try merging.time { _ = try store.merge(folder + "/half1.db", by: scheduler) }
      try checking.time {
        let checkup = try store.checkup(by: scheduler)
        precondition(checkup.isClean && checkup.answers == 1_000_000, "the merge is not clean")
      }
    }
    report(
      "merge two files with 500,000 reviews each, ms", merging.median.short,
      spread: merging.spread, aim: "under 5000")
    report(
      "doctor on 1,000,000 reviews, ms", checking.median.short, spread: checking.spread,
      aim: "a few seconds")
    try store(in: folder + "/merged0.db")
  }

  /// An answer stored, against what the disk needs to make as many bytes durable.
  private func store(in path: String) throws {
    let store = try Store(path: path, seed: 2)
    let file = open(folder + "/sync", O_RDWR | O_CREAT, 0o600)
    defer { close(file) }
    let page = [UInt8](repeating: 7, count: 3 * 4096)
    var sync = Sample()
    var answer = Sample()
    for number in 0..<60 {
      sync.time {
        _ = write(file, page, page.count)
        fdatasync(file)
      }
      let card = card(number)
      let before = try store.schedule(of: card)
      let time = now + 86_400 + Double(number)
      let review = Review(
        card: card, time: time, rating: .good, duration: 1, before: before,
        after: scheduler.outlook(of: before, card: card, at: time)[.good])
      try answer.time { try store.record(review) }
    }
    report("write and sync of 12 kB alone, ms", sync.median.short, spread: sync.spread)
    report("answer stored, ms", answer.median.short, spread: answer.spread)
    report(
      "answer stored less one sync, ms", (answer.median - sync.median).short, aim: "under 1")
  }

  private func card(_ number: Int) -> CardID {
    var hash = StableHash()
    hash.combine(String(number))
    return CardID(rawValue: String(hash.value, radix: 32))
  }

  /// A file with answers to each of many cards on days of their own, as one device gave them.
  private func fill(_ name: String, cards: Int, answers: Int, device: Int) throws {
    var events: [LogEvent] = []
    events.reserveCapacity(cards * answers)
    var schedules = [Schedule](repeating: .new, count: cards)
    var number = 0
    for round in 0..<answers {
      let start = now - Double((answers - round) * 40 + device * 17) * 86_400
      for index in 0..<cards {
        number += 1
        let time = start + Double(index) * 4
        let id = card(index)
        let rating: Rating = (index + round * 7) % 9 == 0 ? .again : .good
        let before = schedules[index]
        let review = Review(
          card: id, time: time, rating: rating, duration: 5000, before: before,
          after: scheduler.outlook(of: before, card: id, at: time)[rating])
        schedules[index] = review.after
        events.append(
          LogEvent(
            identity: LogEvent.Identity(device: "device\(device)", number: number), batch: number,
            stamp: review.stamp(in: scheduler.calendar), kind: .review(review)))
      }
    }
    let store = try Store(path: folder + "/\(name).db", seed: UInt64(device))
    _ = try store.add(events, by: scheduler)
  }
}
