import Decks
import Foundation
import ProgressStore
import Scheduling
import TestSupport
import Testing

/// Sittings during which the clock of the machine is set, an hour is skipped or comes twice.
struct ClockJumpTests {
  /// A place whose clock is moved by an hour in the middle of the sitting.
  private static func place(change: Double, at moment: Date) -> StudyCalendar {
    StudyCalendar { $0 < moment ? 3600 : 3600 + Int(change) }
  }

  static let places: [(name: String, calendar: StudyCalendar)] = [
    ("no change", .fixed(utcOffset: 3600)),
    ("an hour skipped", place(change: 3600, at: StoreFixture.start + 900)),
    ("an hour twice", place(change: -3600, at: StoreFixture.start + 900)),
  ]

  /// Whatever the clock does, every answer is kept with what it led to, in the order given, and a
  /// replay of the log finds every card where the sitting left it.
  @Test(arguments: places.indices, UInt64(0)..<20)
  func noAnswerIsLostOrOutOfOrder(place: Int, seed: UInt64) throws {
    let note: Comment = "\(Self.places[place].name), seed \(seed)"
    var random = SeededGenerator(seed: seed)
    let scheduler = Scheduler(calendar: Self.places[place].calendar)
    let fixture = try StoreFixture()
    let store = try fixture.open()
    let queue = ReviewQueue(
      candidates: (0..<12).map {
        ReviewQueue.Candidate(
          card: CardID(rawValue: "card\($0)"), topic: "Redis", schedule: .new, position: $0)
      }, at: StoreFixture.start, scheduler: scheduler, seed: seed)
    var session = ReviewSession(queue: queue, startedAt: StoreFixture.start)
    var now = StoreFixture.start
    var given: [Review] = []
    for _ in 0..<60 {
      now += Double.random(in: 1...60, using: &random)
      // Set by hand or by a server of time: a day or an hour, to and fro.
      if Int.random(in: 0..<6, using: &random) == 0 {
        now += [-86400, -3600, 3600, 86400].randomElement(using: &random) ?? 0
      }
      session.advance(to: now)
      guard session.current != nil else { continue }
      if Int.random(in: 0..<8, using: &random) == 0, let taken = session.undo() {
        try store.revert(taken, at: now, by: scheduler)
        #expect(given.popLast() == taken, note)
      } else {
        let rating = Rating.allCases.randomElement(using: &random) ?? .good
        let review = session.grade(rating, at: now, duration: 800)
        try store.record(review)
        given.append(review)
      }
    }
    #expect(given.count > 20 && given == session.log, note)

    let reopened = try fixture.open()
    for (card, answers) in Dictionary(grouping: given, by: \.card) {
      let kept = try reopened.log(of: card)
      #expect(kept.map(\.rating) == answers.map(\.rating), note)
      #expect(zip(kept, kept.dropFirst()).allSatisfy { $0.time < $1.time }, note)
      #expect(try reopened.schedule(of: card) == answers.last?.after, note)
    }
    #expect(try reopened.checkup(by: scheduler).isClean, note)
  }
}
