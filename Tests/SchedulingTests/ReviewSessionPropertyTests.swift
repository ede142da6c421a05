import Decks
import Foundation
import Scheduling
import TestSupport
import Testing

struct ReviewSessionPropertyTests {
  private func queue(_ random: inout SeededGenerator) throws -> ReviewQueue {
    let scheduler = try random.scheduler()
    let candidates = (0..<Int.random(in: 0...30, using: &random)).map { number in
      let schedules = [
        Schedule.new, onSteps(dueIn: Int.random(in: -600...7200, using: &random)),
        inReview(
          stability: Double.random(in: 1...60, using: &random),
          dueIn: Int.random(in: -5...1, using: &random)),
      ]
      return candidate(
        "card \(number)", schedules.randomElement(using: &random) ?? .new,
        topic: ["A", "B", "C"].randomElement(using: &random) ?? "A", position: number,
        group: [nil, nil, "g", "h"].randomElement(using: &random) ?? nil)
    }
    return ReviewQueue(
      candidates: candidates, limits: DailyLimits(newPerDay: 5, reviewsPerDay: 8), at: morning,
      scheduler: scheduler, seed: random.next())
  }

  @Test(arguments: UInt64(0)..<200) func gradeThenUndoIsTheIdentity(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var session = ReviewSession(queue: try queue(&random), startedAt: morning)
    var before: [ReviewSession] = []
    var now = morning
    for _ in 0..<60 {
      now += Double.random(in: 0.5...400, using: &random)
      if session.current == nil { session.advance(to: now) }
      guard session.current != nil else { continue }
      switch Int.random(in: 0..<10, using: &random) {
      case 0: session.skip()
      case 1: session.bury()
      default:
        before.append(session)
        session.grade(random.rating(), at: now, duration: 700)
        var undone = session
        undone.undo()
        #expect(undone == before.last, "seed \(seed)")
      }
    }
    #expect(session.answered == before.count, "seed \(seed)")
    while let earlier = before.popLast() {
      #expect(session.undo() != nil, "seed \(seed)")
      #expect(session == earlier, "seed \(seed)")
    }
    #expect(session.undo() == nil, "seed \(seed)")
  }

  @Test(arguments: UInt64(0)..<100) func everyCardIsAskedAndEverySittingEnds(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let queue = try queue(&random)
    var session = ReviewSession(queue: queue, startedAt: morning)
    #expect(session.remaining == queue.counts.total, "seed \(seed)")
    var asked: Set<CardID> = []
    var now = morning
    for _ in 0..<1000 where !session.isOver {
      now = max(now + 30, session.current == nil ? session.nextLearning ?? now : now)
      session.advance(to: now)
      guard let current = session.current else { continue }
      #expect(session.currentSchedule != nil, "seed \(seed)")
      asked.insert(current)
      session.grade(.good, at: now, duration: 1)
    }
    #expect(session.isOver, "seed \(seed)")
    #expect(asked.isSuperset(of: queue.cards), "seed \(seed)")
    #expect(asked.count == queue.counts.total, "seed \(seed)")
  }

  @Test(arguments: UInt64(0)..<100) func aQueueHoldsEachCardOnceAndKeepsItsLimits(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let queue = try queue(&random)
    #expect(Set(queue.cards).count == queue.cards.count, "seed \(seed)")
    #expect(queue.counts.due <= 8 && queue.counts.new <= 5, "seed \(seed)")
    #expect(queue.cards.allSatisfy { queue.schedule(of: $0) != nil }, "seed \(seed)")
  }
}
