import Decks
import Foundation
import Scheduling
import Testing

struct ReviewOrderTests {
  private let scheduler = Scheduler(calendar: utc)

  /// Two topics; `a` is the longest overdue, `d` the likeliest forgotten.
  private var candidates: [ReviewQueue.Candidate] {
    [
      candidate("a", inReview(stability: 40, daysAgo: 20, dueIn: -9), topic: "Redis"),
      candidate("b", inReview(stability: 30, daysAgo: 20, dueIn: -5), topic: "Redis"),
      candidate("c", inReview(stability: 9, daysAgo: 20, dueIn: -3), topic: "Nginx"),
      candidate("d", inReview(stability: 4, daysAgo: 20, dueIn: -1), topic: "Redis"),
    ]
  }

  private func names(_ order: ReviewOrder, seed: UInt64 = 1) -> [String] {
    ReviewQueue(
      candidates: candidates, order: order, at: morning, scheduler: scheduler, seed: seed
    ).cards.map(\.rawValue)
  }

  @Test func eachOrderIsWhatItsNameSays() {
    #expect(names(.due) == ["a", "b", "c", "d"])
    #expect(names(.recall) == ["d", "c", "b", "a"])
    #expect(names(.topic) == ["c", "d", "b", "a"])
    #expect(names(.mixed) == ["d", "c", "b", "a"])
    #expect(Set((0..<20).map { names(.random, seed: $0) }).count > 5)
    #expect(names(.random, seed: 3) == names(.random, seed: 3))
  }

  @Test func siblingsMayBeAskedOnOneDayIfWanted() {
    let siblings = (0..<3).map { candidate("s\($0)", inReview(), group: "passage") }
    func count(_ buries: Bool) -> Int {
      ReviewQueue(
        candidates: siblings, buryingSiblings: buries, at: morning, scheduler: scheduler, seed: 1
      ).cards.count
    }
    #expect(count(true) == 1)
    #expect(count(false) == 3)
  }

  @Test func aPaceBringsItsTopicsFirstAndNoMoreOfThem() {
    let new =
      (0..<6).map { candidate("other\($0)", .new, topic: "Nginx", position: $0) }
      + (0..<6).map { candidate("wanted\($0)", .new, topic: "Redis", position: 100 + $0) }
    var limits = DailyLimits(newPerDay: 5)
    limits.pace = DailyLimits.Pace(topics: ["Redis"], newPerDay: 3)
    func names(done: Int) -> [String] {
      ReviewQueue(
        candidates: new, newAlreadyToday: done, topicsAlreadyToday: ["Redis": .init(new: done)],
        limits: limits, at: morning, scheduler: scheduler, seed: 1
      ).cards.map(\.rawValue)
    }
    #expect(names(done: 0) == ["wanted0", "wanted1", "wanted2", "other0", "other1"])
    #expect(names(done: 2) == ["wanted0", "other0", "other1"])
  }

  @Test func exceptionsFollowTheirOwnRetention() throws {
    var scheduler = Scheduler(calendar: utc, fuzz: false)
    scheduler.exceptions.add(
      try Parameters(weights: [], desiredRetention: 0.8), model: .fsrs6, for: [card("lax")])
    let schedule = inReview()
    let usual = scheduler.outlook(of: schedule, card: card("usual"), at: morning)
    let lax = scheduler.outlook(of: schedule, card: card("lax"), at: morning)
    #expect(lax[.good].interval > usual[.good].interval)
    #expect(lax[.good].memory == usual[.good].memory)
    let review = Review(
      card: card("lax"), time: morning, rating: .good, duration: 0, before: .new, after: .new)
    let replayed = scheduler.replay([review, review])
    #expect(replayed[card("lax")] != scheduler.replay([])[card("lax")])
  }

  @Test func exceptionsMayHaveWeightsOfTheirOwn() throws {
    var scheduler = Scheduler(calendar: utc)
    var weights = Parameters.standard.weights
    weights[20] = 0.5
    scheduler.exceptions.add(try Parameters(weights: weights), model: .fsrs6, for: [card("own")])
    let schedule = inReview(stability: 10, daysAgo: 30)
    let usual = try #require(scheduler.recall(of: schedule, card: card("usual"), at: morning))
    let own = try #require(scheduler.recall(of: schedule, card: card("own"), at: morning))
    #expect(own < usual)
    #expect(scheduler.recall(of: schedule, at: morning) == usual)
  }

  @Test func aSittingEndsWithTheFirstAnswerAfterItsTime() throws {
    let queue = ReviewQueue(
      candidates: candidates, at: morning, scheduler: scheduler, seed: 1)
    var session = ReviewSession(queue: queue, startedAt: morning, minutes: 5)
    session.grade(.again, at: morning + 299, duration: 10)
    #expect(session.remaining == 4)
    session.grade(.good, at: morning + 300, duration: 10)
    #expect(session.isOver && session.answered == 2)
    let undone = session.undo()
    #expect(undone != nil)
    #expect(session.remaining == 4 && session.current != nil)
  }
}
