import Decks
import Foundation
import Scheduling
import TestSupport
import Testing

struct CramSessionTests {
  private let scheduler = Scheduler(calendar: utc)

  private func cards(_ names: String...) -> [CardID] { names.map { card($0) } }

  @Test func aCardThatWasMissedComesAgainUntilItIsKnown() {
    var session = CramSession(cards: cards("a", "b"))
    session.answer(known: false)
    #expect(session.current == card("b") && session.remaining == 2)
    session.answer(known: true)
    session.answer(known: false)
    session.answer(known: true)
    #expect(session.current == nil && session.remaining == 0)
    #expect(session.known == cards("b", "a") && session.missed == cards("a"))
  }

  @Test func aMissedCardReturnsAfterAFewOthers() {
    var session = CramSession(cards: (0..<9).map { card("\($0)") })
    session.answer(known: false)
    for _ in 0..<CramSession.gap { session.answer(known: true) }
    #expect(session.current == card("0"))
  }

  @Test func cardsThatAreNotDueAreTakenTooAndUnseenOnesComeLast() {
    let session = CramSession(
      [
        candidate("new", .new), candidate("safe", inReview(stability: 90, dueIn: 50)),
        candidate("weak", inReview(stability: 2, dueIn: 1)), candidate("step", onSteps(dueIn: 9)),
      ], at: morning, scheduler: scheduler, seed: 1)
    var all = session
    while all.current != nil { all.answer(known: true) }
    #expect(all.known == cards("weak", "safe", "step", "new"))
  }

  @Test func aCardGivenTwiceIsAskedOnce() {
    #expect(CramSession(cards: cards("a", "b", "a")).remaining == 2)
  }

  @Test(arguments: UInt64(0)..<100) func undoGoesBackToTheBeginning(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let given = (0..<Int.random(in: 0...9, using: &random)).map { card("\($0)") }
    let start = CramSession(cards: given)
    var session = start
    var moments: [CramSession] = []
    while session.current != nil, moments.count < 60 {
      moments.append(session)
      session.answer(known: Bool.random(using: &random))
      let all = Set(session.known).count + session.remaining
      #expect(all == given.count, "seed \(seed)")
    }
    for moment in moments.reversed() {
      session.undo()
      #expect(session == moment, "seed \(seed)")
    }
    #expect(!session.undo() && session == start, "seed \(seed)")
  }
}
