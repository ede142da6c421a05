import Decks
import Foundation
import ProgressStore
import Scheduling
import TestSupport
import Testing

struct ReviewLogTests {
  @Test func anAnswerIsThereForTheNextRun() throws {
    let fixture = try StoreFixture()
    let review = fixture.review("a", .hard)
    try fixture.open().record(review)

    let store = try fixture.open()
    #expect(try store.log() == [review])
    #expect(try store.schedule(of: CardID(rawValue: "a")) == review.after)
  }

  @Test func everyPartOfAnAnswerIsKept() throws {
    let fixture = try StoreFixture()
    let store = try fixture.open()
    var expected: [Review] = []
    var schedule = Schedule.new
    var seconds = 0.0
    // Through learning, review, lapse and relearning, with gaps of minutes and months.
    for rating: Rating in [.again, .good, .good, .easy, .again, .good, .hard] {
      let review = fixture.review("a", rating, from: schedule, after: seconds)
      try store.record(review)
      expected.append(review)
      schedule = review.after
      seconds += schedule.interval > 0 ? Double(schedule.interval) * 90_000 : 700.25
    }
    #expect(try store.log() == expected)
  }

  @Test func undoingTakesTheAnswerOutAndPutsTheCardBack() throws {
    let fixture = try StoreFixture()
    let store = try fixture.open()
    let first = fixture.review("a")
    let second = fixture.review("a", .easy, from: first.after, after: 900)
    try store.record(first)
    try store.record(second)

    try store.revert(second, at: StoreFixture.start + 1000, by: fixture.scheduler)
    #expect(try store.log() == [first])
    #expect(try store.schedule(of: CardID(rawValue: "a")) == first.after)

    try store.revert(first, at: StoreFixture.start + 1001, by: fixture.scheduler)
    #expect(try fixture.open().log().isEmpty)
    #expect(try fixture.open().schedule(of: CardID(rawValue: "a")) == .new)
  }

  @Test func onlyTheLastAnswerOfACardCanBeTakenBack() throws {
    let fixture = try StoreFixture()
    let store = try fixture.open()
    let first = fixture.review("a")
    let second = fixture.review("a", .good, from: first.after, after: 900)
    try store.record(first)
    try store.record(second)
    #expect(throws: StoreFailure.self) {
      try store.revert(first, at: StoreFixture.start + 1000, by: fixture.scheduler)
    }
    #expect(try store.log() == [first, second])
  }

  @Test func anAnswerToACardThatAnotherProgramAnsweredIsRefused() throws {
    let fixture = try StoreFixture()
    let mine = try fixture.open()
    let other = try fixture.open()
    let taken = fixture.review("a", .good)
    try other.record(taken)
    let late = fixture.review("a", .easy, after: 5)
    let failure = #expect(throws: StoreFailure.self) { try mine.record(late) }
    #expect(failure?.cause == .overtaken)
    #expect(try mine.log() == [taken])
  }

  @Test func twoProgramsMayAnswerDifferentCardsInTurn() throws {
    let fixture = try StoreFixture()
    let stores = [try fixture.open(), try fixture.open()]
    var expected: [Review] = []
    for number in 0..<40 {
      let review = fixture.review("card\(number)", after: Double(number))
      try stores[number % 2].record(review)
      expected.append(review)
    }
    #expect(try stores[0].log() == expected)
  }

  @Test func theDayCountsFirstSightsAndReviewsThatHold() throws {
    let fixture = try StoreFixture()
    let store = try fixture.open()
    let yesterday = fixture.review("a", .easy)
    try store.record(yesterday)
    let today = 86_400 * 12.0
    let review = fixture.review("a", .good, from: yesterday.after, after: today)
    try store.record(review)
    let fresh = fixture.review("b", .again, after: today + 10)
    try store.record(fresh)
    try store.record(fixture.review("b", .good, from: fresh.after, after: today + 100))
    let undone = fixture.review("c", .good, after: today + 200)
    try store.record(undone)
    try store.revert(undone, at: StoreFixture.start + today + 210, by: fixture.scheduler)

    let counts = try store.answers(since: StoreFixture.start + today - 60)
    #expect(counts.new == 1)
    #expect(counts.reviews == 1)
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5])
  func replayingTheLogReproducesEverySchedule(seed: UInt64) throws {
    let fixture = try StoreFixture()
    let store = try fixture.open()
    var generator = SeededGenerator(seed: seed)
    var schedules: [String: Schedule] = [:]
    var time = 0.0
    var given: [Review] = []
    for _ in 0..<150 {
      time += Double.random(in: 1...400_000, using: &generator)
      if let last = given.last, Int.random(in: 0..<6, using: &generator) == 0 {
        try store.revert(last, at: StoreFixture.start + time, by: fixture.scheduler)
        schedules[last.card.rawValue] = last.before
        given.removeLast()
        continue
      }
      let card = "card\(Int.random(in: 0..<12, using: &generator))"
      let rating = Rating.allCases.randomElement(using: &generator) ?? .good
      let review = fixture.review(
        card, rating, from: schedules[card] ?? .new, after: time.rounded())
      try store.record(review)
      schedules[card] = review.after
      given.append(review)
    }
    let log = try fixture.open().log()
    #expect(log == given, "seed \(seed)")
    let replayed = fixture.scheduler.replay(log)
    for (card, schedule) in schedules {
      let id = CardID(rawValue: card)
      #expect(try store.schedule(of: id) == schedule, "seed \(seed)")
      #expect(replayed[id] ?? .new == schedule, "seed \(seed)")
    }
  }
}
