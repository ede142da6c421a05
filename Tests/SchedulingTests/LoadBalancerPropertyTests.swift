import Decks
import Foundation
import Scheduling
import TestSupport
import Testing

struct LoadBalancerPropertyTests {
  private func balancer(_ random: inout SeededGenerator) -> LoadBalancer {
    let most = [0, 3, 50].randomElement(using: &random) ?? 3
    let due = (0...120).map {
      (today.advanced(by: $0), Int.random(in: 0...most, using: &random))
    }
    return LoadBalancer(
      due: Dictionary(uniqueKeysWithValues: due),
      week: (0..<7).map { _ in
        LoadBalancer.Allowance.allCases.randomElement(using: &random) ?? .normal
      },
      siblings: [card("a"): [today.advanced(by: Int.random(in: 1...40, using: &random))]],
      exactlyLikeAnki: Bool.random(using: &random))
  }

  @Test(arguments: UInt64(0)..<200) func onlyDaysThatFuzzAllowsArePicked(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let balancer = balancer(&random)
    var picked = 0
    for _ in 0..<50 {
      let interval = Double.random(in: 0.1...120, using: &random)
      let minimum = Int.random(in: 1...100, using: &random)
      let maximum = Int.random(in: 1...200, using: &random)
      guard
        let days = balancer.pick(
          interval: interval, minimum: minimum, maximum: maximum, today: today, card: card("a"),
          u: Double.random(in: 0..<1, using: &random))
      else { continue }
      let bounds = Fuzz.bounds(interval, minimum: minimum, maximum: maximum)
      #expect(bounds.contains(days), "seed \(seed)")
      picked += 1
    }
    #expect(picked >= 5, "seed \(seed)")
  }

  @Test(arguments: UInt64(0)..<100) func whatTheKeysSayIsWhatIsStoredAndUndoTakesItBack(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    var scheduler = try random.scheduler()
    scheduler.balancer = balancer(&random)
    let candidates = (0..<12).map { number in
      candidate(
        "\(number)",
        inReview(
          stability: Double.random(in: 1...60, using: &random),
          daysAgo: Int.random(in: 1...60, using: &random)))
    }
    let queue = ReviewQueue(candidates: candidates, at: morning, scheduler: scheduler, seed: seed)
    var session = ReviewSession(queue: queue, startedAt: morning)
    var now = morning
    var before: [(session: ReviewSession, outlook: Outlook?)] = []
    while session.current != nil, before.count < 30 {
      let outlook = try #require(session.outlook(at: now))
      before.append((session, outlook))
      let rating = random.rating()
      let stored = session.grade(rating, at: now, duration: 1).after
      #expect(stored == outlook[rating], "seed \(seed)")
      now += Double(Int.random(in: 1...900, using: &random))
    }
    for (earlier, outlook) in before.reversed() {
      let time = try #require(session.log.last).time
      session.undo()
      #expect(session == earlier, "seed \(seed)")
      #expect(session.outlook(at: time) == outlook, "seed \(seed)")
    }
  }

  @Test(arguments: UInt64(0)..<100) func replayingABalancedLogReproducesEverySchedule(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    var scheduler = try random.scheduler()
    scheduler.balancer = balancer(&random)
    var schedules: [CardID: Schedule] = [:]
    var log: [Review] = []
    var now = morning
    for _ in 0..<120 {
      let card = card("card \(Int.random(in: 0..<12, using: &random))")
      let before = schedules[card] ?? .new
      let rating = random.rating()
      let after = scheduler.outlook(of: before, card: card, at: now)[rating]
      log.append(
        Review(
          card: card, time: now, rating: rating, duration: 1, before: before, after: after,
          offset: scheduler.calendar.offset(of: now)))
      schedules[card] = after
      scheduler.balancer?.move(from: before, to: after)
      now += random.gap()
    }
    scheduler.balancer = LoadBalancer(due: [:])
    #expect(scheduler.replay(log) == schedules, "seed \(seed)")
  }

  @Test func aYearOfReviewsIsSpreadMoreEvenlyThanByChance() {
    func spread(_ scheduler: Scheduler) -> Double {
      var scheduler = scheduler
      for number in 0..<600 {
        let before = inReview(stability: 25, daysAgo: 25, interval: 25)
        let after = scheduler.outlook(of: before, card: card("\(number)"), at: morning)[.good]
        scheduler.balancer?.move(from: before, to: after)
        counts[after.interval, default: 0] += 1
      }
      defer { counts = [:] }
      let mean = 600 / Double(counts.count)
      return counts.values.reduce(0) { $0 + pow(Double($1) - mean, 2) } / Double(counts.count)
    }
    var counts: [Int: Int] = [:]
    let chance = spread(Scheduler(calendar: utc))
    #expect(spread(Scheduler(calendar: utc, balancer: LoadBalancer(due: [:]))) < chance / 2)
  }

  @Test func overManyCardsAnEasyDayGetsItsShare() {
    // Wednesday half, Saturday only what no other day can take.
    var week = Array(repeating: LoadBalancer.Allowance.normal, count: 7)
    (week[2], week[5]) = (.reduced, .minimum)
    var scheduler = Scheduler(calendar: utc, balancer: LoadBalancer(due: [:], week: week))
    var random = SeededGenerator(seed: 1)
    var counts = Array(repeating: 0, count: 7)
    for number in 0..<4000 {
      let stability = Double.random(in: 2...25, using: &random)
      let before = inReview(
        stability: stability, daysAgo: Int(stability), interval: Int(stability))
      let after = scheduler.outlook(of: before, card: card("\(number)"), at: morning)[.good]
      scheduler.balancer?.move(from: before, to: after)
      // Three whole weeks of days that fuzz can choose between.
      if (14..<35).contains(after.interval) {
        counts[today.advanced(by: after.interval).weekday - 1] += 1
      }
    }
    let usual = Double([0, 1, 3, 4, 6].reduce(0) { $0 + counts[$1] }) / 5
    #expect((0.3...0.7).contains(Double(counts[2]) / usual), "\(counts)")
    #expect(Double(counts[5]) / usual < 0.02, "\(counts)")
  }
}
