import Decks
import Foundation
import Scheduling
import TestSupport
import Testing

struct StudyAheadTests {
  private let scheduler = Scheduler(calendar: utc, fuzz: false)

  private func ahead(_ candidates: [ReviewQueue.Candidate], days: Int = 3) -> [String] {
    ReviewQueue.ahead(candidates, days: days, at: morning, scheduler: scheduler, seed: 1)
      .cards.map(\.rawValue)
  }

  @Test func onlyReviewsOfTheComingDaysAreTaken() {
    var answered = inReview(dueIn: 2)
    answered.lastReview = morning - 600
    #expect(
      ahead([
        candidate("due", inReview(dueIn: 0)), candidate("new", .new),
        candidate("tomorrow", inReview(stability: 20, dueIn: 1)),
        candidate("third", inReview(stability: 5, dueIn: 3)),
        candidate("fourth", inReview(dueIn: 4)), candidate("answered", answered),
        candidate("step", onSteps(dueIn: 60)),
      ]) == ["third", "tomorrow"])
  }

  @Test func topicsAreMixedAndSiblingsKeptApart() {
    #expect(
      ahead([
        candidate("a", inReview(stability: 5, dueIn: 1), topic: "A", group: "g"),
        candidate("b", inReview(stability: 6, dueIn: 1), topic: "A"),
        candidate("c", inReview(stability: 7, dueIn: 1), topic: "B"),
        candidate("d", inReview(stability: 8, dueIn: 1), topic: "B", group: "g"),
      ]) == ["a", "c", "b"])
  }

  @Test(arguments: UInt64(0)..<200) func aPassAheadOfTimeMovesNoCardForward(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let interval = Int.random(in: 2...200, using: &random)
    let early = Int.random(in: 1..<interval, using: &random)
    let before = inReview(
      stability: Double(interval), difficulty: Double.random(in: 1...10, using: &random),
      daysAgo: interval - early, interval: interval, dueIn: early)
    let queue = ReviewQueue.ahead(
      [candidate("a", before)], days: 200, at: morning, scheduler: scheduler, seed: seed)
    var session = ReviewSession(queue: queue, startedAt: morning)
    let rating = [Rating.hard, .good, .easy].randomElement(using: &random) ?? .good
    let after = session.grade(rating, at: morning, duration: 1).after
    guard case .day(let due) = after.due else {
      Issue.record("seed \(seed): a pass led to steps")
      return
    }
    #expect(due >= today.advanced(by: early), "seed \(seed)")
    #expect(after.interval >= interval, "seed \(seed)")
  }
}
