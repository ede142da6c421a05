import Decks
import Foundation
@testable import ProgressStore
import Scheduling
import Testing

struct RebuildingTests {
  private let fixture: StoreFixture
  private let store: Store

  init() throws {
    fixture = try StoreFixture()
    store = try fixture.open()
    var schedules: [String: Schedule] = [:]
    for number in 0..<60 {
      let card = "card\(number % 7)"
      let review = fixture.review(
        card, Rating.allCases[number % 4], from: schedules[card] ?? .new,
        after: Double(number) * 50_000)
      try store.record(review)
      schedules[card] = review.after
    }
  }

  @Test func aFileAsItShouldBeIsClean() throws {
    let checkup = try store.checkup(by: fixture.scheduler)
    #expect(checkup.isClean && checkup.answers == 60 && checkup.cards == 7)
    #expect(try store.rebuild(by: fixture.scheduler) == 0)
  }

  @Test(arguments: [
    "update schedule set due_day = due_day + 3 where card = 'card1'",
    "update schedule set stability = stability * 1.01 where card = 'card1'",
    "delete from schedule where card = 'card1'",
    "insert into schedule values ('card99', 2, 0, 1.5, 5, null, null, 20000, 3, 1, 1, 1, 0)",
    "insert into mark values ('card99', 1, null, 0, null)",
    "insert into void values (14)",
  ])
  func aScheduleThatIsNotAsTheLogSaysIsFoundAndCorrected(damage: String) throws {
    let before = try store.schedule(of: CardID(rawValue: "card1"))
    try store.database.execute(damage, attempting: "damage")
    let checkup = try store.checkup(by: fixture.scheduler)
    #expect(checkup.astray.count == 1 && checkup.faults.isEmpty)
    #expect(try store.rebuild(by: fixture.scheduler) == 1)
    #expect(try store.checkup(by: fixture.scheduler).isClean)
    #expect(try store.schedule(of: CardID(rawValue: "card1")) == before)
    #expect(try store.schedule(of: CardID(rawValue: "card99")) == .new)
  }

  @Test func theLastDigitOfAMemoryIsNoDamage() throws {
    try store.database.execute(
      "update schedule set stability = stability * (1 + 1e-14)", attempting: "damage")
    #expect(try store.checkup(by: fixture.scheduler).isClean)
  }

  @Test func aBrokenIndexIsFoundAndBuiltAnew() throws {
    try store.database.execute(
      """
      pragma writable_schema = on;
      update sqlite_schema set sql = 'create index event_by_time on event (duration)'
        where name = 'event_by_time';
      pragma writable_schema = reset
      """, attempting: "damage")
    let other = try fixture.open()
    #expect(try !other.checkup(by: fixture.scheduler).faults.isEmpty)
    try other.rebuild(by: fixture.scheduler)
    #expect(try other.checkup(by: fixture.scheduler).isClean)
  }
}
