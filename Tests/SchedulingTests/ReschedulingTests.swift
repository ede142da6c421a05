import Decks
import Foundation
import Scheduling
import TestSupport
import Testing

struct ReschedulingTests {
  /// A log of some cards over months, and where they stand at its end.
  private struct Past {
    var schedules: [CardID: Schedule] = [:]
    var log: [Review] = []
    var resets: [CardID: Date] = [:]
    var now = morning
  }

  private func past(
    _ seed: UInt64, by scheduler: Scheduler, answers: Int = 120, resetting: Bool = false
  ) -> Past {
    var random = SeededGenerator(seed: seed)
    var past = Past()
    for _ in 0..<answers {
      let card = card("card \(Int.random(in: 0..<15, using: &random))")
      if resetting, Int.random(in: 0..<8, using: &random) == 0 {
        past.schedules[card] = .new
        past.resets[card] = past.now - 0.001
      }
      let before = past.schedules[card] ?? .new
      let rating = random.rating()
      let after = scheduler.outlook(of: before, card: card, at: past.now)[rating]
      past.log.append(
        Review(
          card: card, time: past.now, rating: rating, duration: 1, before: before, after: after))
      past.schedules[card] = after
      past.now += random.gap() / 10
    }
    return past
  }

  private func rescheduling(
    _ past: Past, by scheduler: Scheduler, moving: Bool = true, suspended: Set<CardID> = []
  ) -> Rescheduling {
    Rescheduling(
      past.schedules, log: past.log, resets: past.resets, by: scheduler, movingDueDates: moving,
      suspended: suspended, at: past.now)
  }

  private func retaining(_ retention: Double, balancer: LoadBalancer? = nil) throws -> Scheduler {
    Scheduler(
      parameters: try Parameters(weights: [], desiredRetention: retention), calendar: utc,
      balancer: balancer)
  }

  @Test(arguments: UInt64(0)..<60) func theSameParametersChangeNothing(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var scheduler = try random.scheduler()
    let past = past(seed, by: scheduler)
    #expect(rescheduling(past, by: scheduler).changes.isEmpty, "seed \(seed)")
    scheduler.balancer = LoadBalancer(due: [:])
    #expect(rescheduling(past, by: scheduler).changes.isEmpty, "seed \(seed)")
  }

  @Test(arguments: UInt64(0)..<60) func answersBeforeACardWasResetCountForNothing(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let scheduler = try random.scheduler()
    let past = past(seed, by: scheduler, resetting: true)
    #expect(!past.resets.isEmpty)
    #expect(rescheduling(past, by: scheduler).changes.isEmpty, "seed \(seed)")
  }

  @Test(arguments: UInt64(0)..<60) func memoriesAreThoseOfAReplayAndNothingElseChanges(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let past = past(seed, by: Scheduler(calendar: berlin))
    for model in [ModelChoice.fsrs6, .fsrs7(.standard)] {
      let other = Scheduler(parameters: try random.parameters(), calendar: berlin, model: model)
      let replayed = other.replay(past.log)
      let change = rescheduling(past, by: other, moving: false)
      #expect(change.moved == 0, "seed \(seed)")
      for (card, schedule) in past.schedules.merging(change.schedules, uniquingKeysWith: { $1 }) {
        #expect(schedule.memory == replayed[card]?.memory, "seed \(seed)")
        var plain = schedule
        plain.memory = past.schedules[card]?.memory
        #expect(plain == past.schedules[card], "seed \(seed)")
      }
    }
  }

  @Test(arguments: UInt64(0)..<60) func aSecondTimeMovesNothingAndTheReverseTakesItBack(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let past = past(seed, by: Scheduler(calendar: utc))
    let balancer = Bool.random(using: &random) ? LoadBalancer(due: [:]) : nil
    let other = Scheduler(parameters: try random.parameters(), calendar: utc, balancer: balancer)
    let change = rescheduling(past, by: other)
    var after = past
    after.schedules.merge(change.schedules) { $1 }
    #expect(rescheduling(after, by: other).changes.isEmpty, "seed \(seed)")
    after.schedules.merge(change.reversed.schedules) { $1 }
    #expect(after.schedules == past.schedules, "seed \(seed)")
    #expect(change.reversed.reversed == change, "seed \(seed)")
  }

  @Test(arguments: UInt64(0)..<60) func onlyWhatIsOverdueAnywayIsDueInThePast(seed: UInt64) throws {
    let past = past(seed, by: Scheduler(calendar: utc))
    let today = utc.day(of: past.now)
    for change in rescheduling(past, by: try retaining(0.97)).changes where change.moves {
      let after = change.after
      guard case .day(let due) = after.due, let last = after.lastReview else {
        Issue.record("seed \(seed): a moved card waits for a moment")
        continue
      }
      #expect(utc.day(of: last).advanced(by: after.interval) == due, "seed \(seed)")
      #expect(after.phase == .review && change.before.phase == .review, "seed \(seed)")
      let memory = try #require(after.memory)
      let wanted = MemoryModel(.standard).interval(stability: memory.stability, retention: 0.97)
      let elapsed = utc.day(of: last).distance(to: today)
      let latest = Fuzz.bounds(wanted, minimum: 1, maximum: 36500).upperBound
      if due < today { #expect(latest < elapsed + 3, "seed \(seed)") }
    }
  }

  @Test func aHigherRetentionBringsCardsForwardAndAPreviewCountsThem() throws {
    var log: [Review] = []
    var schedules: [CardID: Schedule] = [:]
    for number in 0..<40 {
      let card = card("\(number)")
      let before = inReview(stability: 20, daysAgo: 30, interval: 20)
      let time = morning - 86400
      let after = Scheduler(calendar: utc).outlook(of: before, card: card, at: time)[.good]
      // The log begins with this answer, so its card is replayed as one seen for the first time.
      log.append(
        Review(card: card, time: time, rating: .good, duration: 1, before: before, after: after))
      schedules[card] = after
    }
    schedules[card("new")] = .new
    let change = Rescheduling(
      schedules, log: log, by: try retaining(0.9), movingDueDates: true, at: morning)
    let tomorrow = change.due(by: today.advanced(by: 1), calendar: utc)
    #expect(change.changes.count == 40 && change.moved == 40)
    #expect(tomorrow.before == 0 && tomorrow.after == 40)
    #expect(change.reversed.due(by: today.advanced(by: 1), calendar: utc).after == 0)
    let spared = Rescheduling(
      schedules, log: log, by: try retaining(0.9), movingDueDates: true,
      suspended: [card("1"), card("2")], at: morning)
    #expect(spared.changes.count == 40 && spared.moved == 38)
  }

  @Test func aCardWithoutAnswersInTheLogStaysAsItIs() throws {
    let change = Rescheduling(
      [card("imported"): inReview()], log: [], by: try retaining(0.95), movingDueDates: true,
      at: morning)
    #expect(change.changes.isEmpty)
    #expect(change.due(by: today, calendar: utc) == change.reversed.due(by: today, calendar: utc))
  }

  @Test func aDueDateSetByHandStaysWhereItsIntervalIsAllowed() throws {
    let scheduler = Scheduler(calendar: utc)
    var past = past(7, by: scheduler)
    let chosen = try #require(past.schedules.first { $0.value.phase == .review }?.key)
    past.schedules[chosen]?.due = .day(today.advanced(by: 999))
    #expect(rescheduling(past, by: scheduler).changes.isEmpty)
  }
}
