import Decks
import Foundation
import Scheduling
import TestSupport
import Testing

struct PractisingTests {
  private let scheduler = Scheduler(calendar: utc)

  private func session(_ candidates: [ReviewQueue.Candidate]) -> ReviewSession {
    let queue = ReviewQueue.practice(candidates, at: morning, scheduler: scheduler, seed: 1)
    return ReviewSession(queue: queue, startedAt: morning, isPractice: true)
  }

  @Test func cardsThatAreNotDueAreTakenTooAndUnseenOnesComeLast() {
    var session = session([
      candidate("new", .new), candidate("safe", inReview(stability: 90, dueIn: 50)),
      candidate("weak", inReview(stability: 2, dueIn: 1)),
    ])
    var asked: [String] = []
    while let card = session.current {
      asked.append(card.rawValue)
      session.grade(.good, at: morning, duration: 1000)
    }
    #expect(asked == ["weak", "safe", "new"])
    #expect(session.isOver)
  }

  @Test func aMissedCardComesAgainAfterAFewOthersUntilItIsKnown() {
    var session = session((0..<9).map { candidate("\($0)", .new, position: $0) })
    session.grade(.again, at: morning, duration: 1000)
    for _ in 0..<5 { session.grade(.good, at: morning, duration: 1000) }
    #expect(session.current == card("0"))
    session.grade(.again, at: morning, duration: 1000)
    #expect(session.remaining == 4)
    session.undo()
    #expect(session.current == card("0"))
  }

  @Test(arguments: UInt64(0)..<50) func practiceChangesNoScheduleAndEnds(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let candidates = (0..<Int.random(in: 1...12, using: &random)).map {
      candidate("\($0)", Bool.random(using: &random) ? .new : inReview(dueIn: $0))
    }
    var session = session(candidates)
    var answers = 0
    while let current = session.current, answers < 10_000 {
      let stands = candidates.first { $0.card == current }?.schedule
      #expect(session.currentSchedule == stands, "seed \(seed)")
      session.grade(random.rating(), at: morning, duration: 1)
      answers += 1
    }
    #expect(session.isOver && answers < 10_000, "seed \(seed)")
  }
}
