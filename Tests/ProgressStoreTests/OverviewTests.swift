import Decks
import Foundation
@testable import ProgressStore
import Scheduling
import TestSupport
import Testing

/// The tables that a start reads follow from the others, whatever is done to these.
struct OverviewTests {
  private let fixture: StoreFixture
  private let store: Store

  init() throws {
    fixture = try StoreFixture()
    store = try fixture.open()
  }

  private func mislaid() throws -> Int {
    try store.checkup(by: fixture.scheduler).mislaid
  }

  private func deck(_ name: String, _ cards: [Int], topic: String) -> Store.CompiledDeck {
    StoreFixture.deck(name, cards.map { "card\($0)" }, print: "\(cards)", topic: topic)
  }

  @Test func itFollowsEverythingThatIsDoneToCards() throws {
    for seed in 1...UInt64(longTests ? 60 : 15) {
      var generator = SeededGenerator(seed: seed)
      var seconds = Double(seed) * 100_000
      for _ in 0..<25 {
        seconds += 30
        let now = StoreFixture.start + seconds
        let card = CardID(rawValue: "card\(Int.random(in: 0..<8, using: &generator))")
        switch Int.random(in: 0..<8, using: &generator) {
        case 0, 1:
          let before = try store.schedule(of: card)
          let after = fixture.scheduler.outlook(of: before, card: card, at: now)[.good]
          try store.record(
            Review(card: card, time: now, rating: .good, duration: 1, before: before, after: after))
        case 2:
          let marks: [CardMark] = [
            .suspend, .unsuspend, .reset, .flag(1),
            .bury(until: fixture.scheduler.calendar.day(of: now).advanced(by: 1)),
          ]
          try store.mark(
            marks.randomElement(using: &generator) ?? .reset, cards: [card], at: now,
            by: fixture.scheduler)
        case 3: _ = try store.undo(since: .distantPast, at: now, by: fixture.scheduler)
        case 4: _ = try store.updateCatalogue(changed: [], removed: ["one"])
        case 5: _ = try store.restore(orphan: card)
        default:
          let cards = (0..<8).filter { _ in Bool.random(using: &generator) }
          let topic = Bool.random(using: &generator) ? "Redis" : "nginx"
          _ = try store.updateCatalogue(
            changed: [deck("one", cards.shuffled(using: &generator), topic: topic)], removed: [])
        }
        #expect(try mislaid() == 0, "seed \(seed)")
      }
    }
  }

  @Test(arguments: [
    "delete from seen", "delete from unseen", "update seen set due_day = 1",
    "update seen set suspended = 1", "update unseen set position = position + 1",
    "insert into unseen values ('Redis', 9, 'card9', 'x', 0, null)",
  ]) func whatIsWrongInItIsFoundAndMended(damage: String) throws {
    _ = try store.updateCatalogue(changed: [deck("one", [1, 2, 3], topic: "Redis")], removed: [])
    try store.record(fixture.review("card2"))
    let before = try store.topics(at: StoreFixture.start + 60, by: fixture.scheduler)
    try store.database.execute(damage, attempting: "damage")
    #expect(try mislaid() > 0)
    try store.rebuild(by: fixture.scheduler)
    #expect(try store.checkup(by: fixture.scheduler).isClean)
    #expect(try store.topics(at: StoreFixture.start + 60, by: fixture.scheduler) == before)
  }
}
