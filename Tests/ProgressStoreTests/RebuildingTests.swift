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

  @Test func everyIndexOfTheLogIsKnown() throws {
    var names: Set<String> = []
    try store.database.query(
      "select name from sqlite_schema where type = 'index' and tbl_name = 'event'",
      attempting: "read"
    ) { names.insert($0.text(0)) }
    #expect(names == Set(LogIndex.all.map(\.name)))
  }

  @Test(arguments: LogIndex.all.map(\.name).dropFirst())
  func anIndexThatWasLostIsFoundAndBuiltAnew(name: String) throws {
    try store.database.execute("drop index \(name)", attempting: "damage")
    #expect(try store.checkup(by: fixture.scheduler).faults.count == 1)
    try store.rebuild(by: fixture.scheduler)
    #expect(try store.checkup(by: fixture.scheduler).isClean)
  }

  /// An index that leaves out the answers to a card would hide them from whoever looks the card up.
  @Test func anIndexThatLacksRowsIsFoundAndBuiltAnew() throws {
    let whole = "create index event_by_card on event (card, time) where card is not null"
    try store.database.execute(
      """
      drop index event_by_card;
      \(whole) and card != 'card3';
      pragma writable_schema = on;
      update sqlite_schema set sql = '\(whole)' where name = 'event_by_card';
      pragma writable_schema = reset
      """, attempting: "damage")
    let other = try fixture.open()
    #expect(try other.log(of: CardID(rawValue: "card3")).isEmpty)
    #expect(
      try other.checkup(by: fixture.scheduler).faults
        == ["index event_by_card does not list the events that there are"])
    try other.rebuild(by: fixture.scheduler)
    #expect(try other.checkup(by: fixture.scheduler).isClean)
    #expect(try !other.log(of: CardID(rawValue: "card3")).isEmpty)
  }

  @Test(arguments: [
    ("(1), (2), (3)", true), ("(1), (3), (2)", false), ("(2), (2)", false), ("(-1), (0)", true),
    ("(0), (-1)", false), ("('a'), ('aa'), ('b')", true), ("('b'), ('aa')", false),
    ("('a'), ('a' || char(0)), ('a' || char(0) || 'b'), ('ab')", true), ("('ä'), ('ö')", true),
  ])
  func rowsAreInOrderOrNot(rows: String, isOrdered: Bool) throws {
    var found = (order: -1, set: 0, reversed: 1)
    try store.database.query(
      "select row_order(column1), row_set(column1) from (values \(rows))", attempting: "read"
    ) { (found.order, found.set) = ($0.integer(0), $0.integer(1)) }
    try store.database.query(
      "select row_set(column1) from (select * from (values \(rows)) order by column1 desc)",
      attempting: "read"
    ) { found.reversed = $0.integer(0) }
    #expect(found.order == (isOrdered ? 1 : 0))
    #expect(found.set == found.reversed)
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
