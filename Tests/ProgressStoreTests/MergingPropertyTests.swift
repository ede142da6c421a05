import Decks
import Foundation
@testable import ProgressStore
import Scheduling
import TestSupport
import Testing

struct MergingPropertyTests {
  /// Three devices answer, take back, exchange and copy files at random. However their files are
  /// united then, all come to the same, which is what one machine would have come to.
  @Test func mergingInAnyOrderEqualsOneMachine() throws {
    // In the trials with the large numbers a card came, by two ways, to wait for the same.
    for seed in Array(1...UInt64(longTests ? 10_000 : 200)) + [6362, 7329, 7771] {
      var trial = try MergeTrial(seed: seed)
      try trial.live(steps: 25)
      let first = try trial.unite()
      let second = try trial.unite()
      #expect(first.events == second.events, "seed \(seed)")
      #expect(first.schedules == second.schedules, "seed \(seed)")
      #expect(Set(first.answers) == trial.holding, "seed \(seed)")
      let single = trial.scheduler.replay(first.answers)
      #expect(first.schedules == single, "seed \(seed)")
      #expect(first.isClean && second.isClean, "seed \(seed)")
    }
  }

  /// The same with marks, facts, and undoing and doing again of anything.
  @Test func everyKindOfEventIsUnitedAlike() throws {
    for seed in 1...UInt64(longTests ? 10_000 : 150) {
      var trial = try MergeTrial(seed: seed, hasEverything: true)
      try trial.live(steps: 30)
      // Also before anything is replayed, cards stand where the log leads, whatever clocks show.
      #expect(try trial.isEveryDeviceClean(), "seed \(seed)")
      let first = try trial.unite()
      let second = try trial.unite()
      #expect(first == second && first.isClean, "seed \(seed)")
      #expect(try trial.oneMachine(first.events) == first, "seed \(seed)")
    }
  }
}

/// Three progress files with a life of their own.
private struct MergeTrial {
  struct Outcome: Equatable {
    let events: [LogEvent]
    let answers: [Review.Fact]
    let schedules: [CardID: Schedule]
    let marks: [CardID: CardMarks]
    let facts: [Fact]
    let isClean: Bool
  }

  let scheduler: Scheduler
  private(set) var holding: Set<Review.Fact> = []
  private let fixture: StoreFixture
  private var generator: SeededGenerator
  private var devices: [Store] = []
  private var files = 0
  private var time = 0.0
  /// Seconds by which the clock of each device is ahead.
  private var ahead = [0.0, 0, 0]
  private let hasEverything: Bool

  init(seed: UInt64, hasEverything: Bool = false) throws {
    self.hasEverything = hasEverything
    fixture = try StoreFixture()
    scheduler = fixture.scheduler
    generator = SeededGenerator(seed: seed)
    for _ in 0..<3 { devices.append(try open()) }
    if hasEverything {
      ahead = ahead.map { _ in Double.random(in: -200_000...200_000, using: &generator) }
    }
  }

  private mutating func open(copyOf other: Store? = nil) throws -> Store {
    files += 1
    let path = fixture.folder + "/\(files).db"
    try FileManager.default.createDirectory(
      atPath: fixture.folder, withIntermediateDirectories: true)
    if let other {
      let copy = try Database(path: path)
      try copy.execute("pragma synchronous = off", attempting: "prepare")
      try other.database.copy(to: copy, attempting: "prepare")
    }
    // Even a fixed EBB_SEED must not give two events one identity.
    let store = try Store(path: path, seed: 1)
    try store.database.execute("pragma synchronous = off", attempting: "prepare")
    return store
  }

  mutating func live(steps: Int) throws {
    for _ in 0..<steps {
      let device = Int.random(in: 0..<3, using: &generator)
      switch Int.random(in: 0..<10, using: &generator) {
      case 0: try mergeTwo(into: device)
      case 1: try takeBack(on: device)
      case 3 where hasEverything: try mark(on: device)
      case 4 where hasEverything: try again(on: device)
      case 5 where hasEverything: try keep(on: device)
      case 2 where Int.random(in: 0..<3, using: &generator) == 0:
        // A copy goes on as another device; what that device had is merged into it.
        let copy = try open(copyOf: devices[(device + 1) % 3])
        _ = try copy.merge(devices[device].path, by: scheduler)
        devices[device] = copy
      default: try answer(on: device)
      }
    }
  }

  private mutating func answer(on device: Int) throws {
    time += Double.random(in: 0.001...200_000, using: &generator)
    let card = CardID(rawValue: "card\(Int.random(in: 0..<4, using: &generator))")
    let before = try devices[device].schedule(of: card)
    let rating = Rating.allCases.randomElement(using: &generator) ?? .good
    let now = self.now(on: device, after: before.lastReview)
    let review = Review(
      card: card, time: now, rating: rating, duration: 5, before: before,
      after: scheduler.outlook(of: before, card: card, at: now)[rating])
    try devices[device].record(review)
    holding.insert(review.fact)
  }

  /// What the clock of a device shows; as in a sitting, an answer follows the one before.
  private func now(on device: Int, after last: Date? = nil) -> Date {
    let now = StoreFixture.start + time + ahead[device]
    return max(now, last.map { $0 + 0.001 } ?? now).roundedToMillisecond
  }

  private mutating func takeBack(on device: Int) throws {
    time += 1
    let now = now(on: device)
    let back = try devices[device].undo(1, since: .distantPast, at: now, by: scheduler)
    for review in back.flatMap(\.reviews) { holding.remove(review.fact) }
  }

  private mutating func mark(on device: Int) throws {
    time += 1
    let now = now(on: device)
    let day = scheduler.calendar.day(of: now)
    let marks: [CardMark] = [
      .suspend, .unsuspend, .bury(until: day.advanced(by: 1)), .flag(2), .memo("\(Int(time))"),
      .reset, .due(day.advanced(by: 7), interval: nil), .due(day.advanced(by: 9), interval: 12),
    ]
    let cards = (0..<4).filter { _ in Bool.random(using: &generator) }
    try devices[device].mark(
      cards.map {
        (CardID(rawValue: "card\($0)"), marks.randomElement(using: &generator) ?? .reset)
      },
      at: now, by: scheduler)
  }

  private mutating func again(on device: Int) throws {
    time += 1
    _ = try devices[device].redo(since: .distantPast, at: now(on: device), by: scheduler)
  }

  private mutating func keep(on device: Int) throws {
    time += 1
    try devices[device].append(
      "plan.set", "[\(Int(time))]", at: Stamp(now(on: device), in: scheduler.calendar),
      asStep: true)
  }

  private mutating func mergeTwo(into device: Int) throws {
    let other = (device + Int.random(in: 1...2, using: &generator)) % 3
    _ = try devices[device].merge(devices[other].path, by: scheduler)
  }

  func isEveryDeviceClean() throws -> Bool {
    try devices.allSatisfy { try $0.checkup(by: scheduler).isClean }
  }

  /// Unites the files in a random order and grouping in a new file.
  mutating func unite() throws -> Outcome {
    var all = try devices.map { try open(copyOf: $0) }
    while all.count > 1 {
      all.shuffle(using: &generator)
      let taken = all.removeLast()
      _ = try all[0].merge(taken.path, by: scheduler)
      if Bool.random(using: &generator) {
        let again = try all[0].merge(taken.path, by: scheduler)
        #expect(again == Store.Addition())
      }
    }
    return try outcome(of: all[0])
  }

  /// What one file comes to in which all of it happened, one thing after the other.
  mutating func oneMachine(_ events: [LogEvent]) throws -> Outcome {
    let store = try open()
    for event in events { _ = try store.add([event], by: scheduler) }
    return try outcome(of: store)
  }

  private func outcome(of store: Store) throws -> Outcome {
    var events: [LogEvent] = []
    try store.forEachEvent { events.append($0) }
    let log = try store.log()
    var schedules: [CardID: Schedule] = [:]
    for card in Set(log.map(\.card)) { schedules[card] = try store.schedule(of: card) }
    return Outcome(
      events: events, answers: log.map(\.fact), schedules: schedules, marks: try store.marks(),
      facts: try store.facts(named: ""),
      isClean: try store.checkup(by: scheduler).isClean)
  }
}

extension Review {
  /// What an answer says, whatever its device knew of the card.
  fileprivate struct Fact: Hashable {
    let card: CardID
    let time: Date
    let rating: Rating
  }

  fileprivate var fact: Fact { Fact(card: card, time: time, rating: rating) }
}

extension Scheduler {
  fileprivate func replay(_ facts: [Review.Fact]) -> [CardID: Schedule] {
    replay(
      facts.map {
        Review(
          card: $0.card, time: $0.time, rating: $0.rating, duration: 0, before: .new, after: .new)
      })
  }
}
