@testable import ProgressStore
import Testing

struct EventColumnsTests {
  /// A large merge adds rows without the constraints of their table: what it asks instead must
  /// refuse the same.
  @Test(arguments: [
    "number = 0", "rating = 0", "rating = 5", "rating = null", "duration = -1", "sureness = 0",
    "sureness = 4", "card = null", "kind = 'mark'", "kind = 'fact'", "kind = 'revert'",
    "kind = 'other'", "kind = 'mark', name = 'flag'", "kind = 'fact', body = '{}'",
    "kind = 'fact', name = 'n', body = 'no JSON'", "kind = 'revert', reverted_device = 'd'",
    "kind = 'revert', reverted_number = 1", "kind = 'mark', name = 'n', body = 'b', card = null",
  ])
  func whatTheTableRefusesIsNotLawful(change: String) throws {
    let fixture = try StoreFixture()
    let store = try fixture.open()
    try store.record(fixture.review("a"))
    #expect(try isLawful(store))
    let update = "update event set \(change)"
    #expect(throws: StoreFailure.self) { try store.database.execute(update, attempting: "test") }
    try store.database.withoutConstraints(attempting: "test") { () throws(StoreFailure) in
      try store.database.execute(update, attempting: "test")
    }
    #expect(try !isLawful(store))
    #expect(throws: StoreFailure.self) { try store.database.execute(update, attempting: "test") }
  }

  @Test(arguments: [
    "duration = 0, sureness = null", "duration = null, rating = 4",
    "kind = 'mark', name = 'n', body = ''",
    "kind = 'fact', name = 'n', body = '[1]', card = null, rating = null",
    "kind = 'revert', reverted_device = 'd', reverted_number = 1, card = null",
  ])
  func whatTheTableTakesIsLawful(change: String) throws {
    let fixture = try StoreFixture()
    let store = try fixture.open()
    try store.record(fixture.review("a"))
    try store.database.execute("update event set \(change)", attempting: "test")
    #expect(try isLawful(store))
  }

  private func isLawful(_ store: Store) throws -> Bool {
    var isLawful = false
    try store.database.query("select \(EventColumns.isLawful) from event", attempting: "test") {
      isLawful = $0.integer(0) == 1
    }
    return isLawful
  }
}
