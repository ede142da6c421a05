import Decks
import Foundation
import ProgressStore
import Scheduling
import Testing

struct ReviewTableTests {
  private let now = StoreFixture.start

  private func read(_ text: String) throws -> ReviewTable {
    try ReviewTable(Array(text.utf8), now: now)
  }

  @Test func columnsMayComeInAnyOrderWithOthersBetween() throws {
    let table = try read(
      "\u{FEFF}review_rating,deck,card_id,review_time\r\n4,x,b,1700000100000\r\n"
        + "1,y,\"a\", 1700000000000\r\n\r\n")
    #expect(table.cards == ["b", "a"])
    #expect(table.rows.map(\.rating) == [.again, .easy])
    #expect(table.rows.map(\.card) == [1, 0])
  }

  @Test func theColumnTsCountsSeconds() throws {
    #expect(try read("card,ts,rating\n12,1704089662,1\n").rows[0].time == 1_704_089_662_000)
    #expect(try read("card,ts_ms,rating\n12,1704089662123,1\n").rows[0].time == 1_704_089_662_123)
  }

  @Test func timesBeginWithTheYear2000() throws {
    #expect(try read("card,ts,rating\na,946684800,3\n").rows[0].time == 946_684_800_000)
    #expect(throws: LogFileFailure.self) { try read("card,ts,rating\na,946684799,3\n") }
  }

  @Test(arguments: [
    ("", 1, "the file is empty"),
    ("card_id,review_rating\na,1\n", 1, "no column review_time"),
    ("a,1700000000000,3\n", 1, "no column card_id, review_time, review_rating"),
    ("card_id,review_time,review_rating\na,1700000000000\n", 2, "2 fields"),
    ("card_id,review_time,review_rating\na,1700000000000,0\n", 2, "the rating is 0"),
    ("card_id,review_time,review_rating\na,1700000000000,5\n", 2, "the rating is 5"),
    ("card_id,review_time,review_rating\na,1700000000000,good\n", 2, "“good”"),
    ("card_id,review_time,review_rating\na,1700000000,3\n", 2, "before 2000"),
    ("card_id,review_time,review_rating\na,4000000000000,3\n", 2, "in the future"),
    ("card_id,review_time,review_rating\na,99999999999999999999,3\n", 2, "whole number"),
    ("card_id,review_time,review_rating\n,1700000000000,3\n", 2, "the card is empty"),
    (
      "card_id,review_time,review_rating\na,1700000000000,3\nb,1700000000000,3\n"
        + "a,1700000000000,3\n", 4, "in line 2 already"
    ),
    (
      "card_id,review_time,review_rating,review_duration\na,1700000000000,3,-4\n", 2,
      "whole number"
    ),
    ("card_id,review_time,review_rating,review_state\na,1700000000000,3,9\n", 2, "state is 9"),
    ("card,ts,rating\na,999999999999999999,3\n", 2, "before 2000"),
  ])
  func everythingWrongIsNamedWithItsLine(text: String, line: Int, words: String) throws {
    let failure = #expect(throws: LogFileFailure.self) { try read(text) }
    #expect(failure?.line == line)
    #expect(failure?.message.contains(words) == true, "\(String(describing: failure))")
  }

  /// However a file is cut into pieces, its lines are the same.
  @Test func aFileMayComeInPiecesOfAnySize() throws {
    let text =
      "\u{feff}card_id,review_time,review_rating\r\nb,1700000000007,3\r\n\r\n"
      + "a,1700000000003,1\nc,1700000000005,4"
    let whole = try read(text)
    #expect(whole.rows.map(\.rating) == [.again, .easy, .good])
    for size in 3...text.utf8.count {
      var rest = Array(text.utf8)[...]
      let table = try ReviewTable(
        pieces: {
          defer { rest = rest.dropFirst(size) }
          return Array(rest.prefix(size))
        }, now: now)
      #expect(table.rows == whole.rows && table.cards == whole.cards, "\(size)")
    }
  }

  @Test func importedAnswersAreScheduledAsIfGivenHere() throws {
    let fixture = try StoreFixture()
    let store = try fixture.open()
    let table = try read(
      """
      card_id,review_time,review_rating,review_duration
      b,1700003000000,2,100
      a,1700000000000,3,100
      a,1700000700000,3,250
      a,1700400000000,1,100

      """)
    let addition = try store.add(
      table.events(by: fixture.scheduler), skipsAnswered: true, by: fixture.scheduler)
    #expect(addition.answers == 4 && addition.cards == 2)
    let log = try store.log()
    #expect(log.map(\.card.rawValue) == ["a", "a", "b", "a"])
    #expect(log[1].duration == 250)
    let card = CardID(rawValue: "a")
    #expect(try store.schedule(of: card) == fixture.scheduler.replay(log)[card])
    #expect(try store.checkup(by: fixture.scheduler).isClean)
    let again = try store.add(
      table.events(by: fixture.scheduler), skipsAnswered: true, by: fixture.scheduler)
    #expect(again == Store.Addition())
  }

  @Test func anExportedTableAddsNothingWhereItCameFrom() throws {
    let fixture = try StoreFixture()
    let store = try fixture.open()
    let first = fixture.review("a", after: -600)
    try store.record(first)
    try store.record(fixture.review("a", .again, from: first.after, after: -60))
    let text = ([ReviewTable.header] + (try store.log().map { ReviewTable.line(of: $0) }))
      .joined(separator: "\n")
    let table = try read(text)
    #expect(table.rows.map(\.kind) == [.learning, .learning])
    let addition = try store.add(
      table.events(by: fixture.scheduler), skipsAnswered: true, by: fixture.scheduler)
    #expect(addition == Store.Addition())
  }

  @Test func aTableBecomesALogToFitWeightsTo() throws {
    let table = try read(
      "card,ts,rating\n1,1700000000,3\n1,1700300000,3\n1,1700900000,1\n2,1700000000,2\n")
    #expect(table.trainingLog(calendar: .fixed()).count == 2)
  }
}
