import Decks
import Foundation
@testable import ProgressStore
import Scheduling
import Testing

struct SalvagingTests {
  private let fixture: StoreFixture
  private let given: [Review]
  private let later = StoreFixture.start + 86_400

  init() throws {
    let fixture = try StoreFixture()
    self.fixture = fixture
    let store = try fixture.open()
    given = (0..<200).map { fixture.review("card\($0)", after: Double($0)) }
    for review in given.prefix(60) { try store.record(review) }
    try store.add(source: "/notes")
    try Backups(of: fixture.path).make(from: store, at: StoreFixture.start + 100)
    for review in given.dropFirst(60) { try store.record(review) }
  }

  /// Overwrites these pages, counted from 0.
  private func damage(_ pages: [Int]) throws {
    let url = URL(fileURLWithPath: fixture.path)
    var bytes = try Data(contentsOf: url)
    for page in pages {
      bytes.replaceSubrange(
        page * 4096..<(page + 1) * 4096, with: [UInt8](repeating: 0xA5, count: 4096))
    }
    try bytes.write(to: url)
  }

  /// The pages that hold rows of the log, in the order of the file.
  private func pagesOfTheLog() throws -> [Int] {
    var pages: [Int] = []
    try Database(path: fixture.path, isReadOnly: true).query(
      "select pageno - 1 from dbstat where name = 'event' and pagetype = 'leaf' order by pageno",
      attempting: "read"
    ) { pages.append($0.integer(0)) }
    return pages
  }

  @Test func whatCanBeReadIsAddedToTheNewestBackup() throws {
    let pages = try pagesOfTheLog()
    try #require(pages.count > 4)
    let lost = pages[pages.count - 2]
    try damage([lost])
    let failure = #expect(throws: StoreFailure.self) { try fixture.open().log() }
    #expect(failure?.cause == .damaged)

    let rescue = try Backups(of: fixture.path).rescue(
      at: later, seed: 3, by: fixture.scheduler)
    #expect(rescue.backup != nil && (100..<200).contains(rescue.events))
    let store = try fixture.open()
    let log = try store.log()
    // A page holds a few answers; only those are missing.
    #expect(log.count >= 150 && log.count < 200 && Set(log).isSubset(of: Set(given)))
    #expect(try store.sources() == ["/notes"])
    #expect(try store.checkup(by: fixture.scheduler).isClean)
    #expect(FileManager.default.fileExists(atPath: rescue.kept))
  }

  /// The structure of the file is sound, yet two answers took another time than was written.
  @Test func anEventThatIsNotAsItWasWrittenComesFromTheBackup() throws {
    do {
      let store = try fixture.open()
      try store.database.execute(
        "update event set duration = duration + 1 where id in (10, 100)", attempting: "damage")
      let checkup = try store.checkup(by: fixture.scheduler)
      #expect(checkup.damaged == 2 && checkup.faults.isEmpty && !checkup.isClean)
    }
    let rescue = try Backups(of: fixture.path).rescue(at: later, seed: 3, by: fixture.scheduler)
    #expect(rescue.events == 198)
    let store = try fixture.open()
    var kept = given
    kept.remove(at: 99)
    #expect(try store.log() == kept)
    #expect(try store.checkup(by: fixture.scheduler).isClean)
  }

  @Test func whatIsNotAsItWasWrittenIsNotMerged() throws {
    let other = try StoreFixture()
    let mine = try Store(path: other.path, seed: 8)
    try mine.record(other.review("mine"))
    do {
      try fixture.open().database.execute(
        "update event set sureness = 1 where id = 7", attempting: "damage")
    }
    let failure = #expect(throws: StoreFailure.self) {
      try mine.merge(fixture.path, by: fixture.scheduler)
    }
    #expect(failure?.explanation == "events in it are not as they were written: 1")
    #expect(try mine.log().count == 1)
  }

  @Test func aFileWhoseFirstPageIsGoneComesBackFromTheBackup() throws {
    try damage([0])
    let failure = #expect(throws: StoreFailure.self) { try fixture.open() }
    #expect(failure?.cause == .notAProgressFile && failure?.backup != nil)
    let rescue = try Backups(of: fixture.path).rescue(
      at: later, seed: 3, by: fixture.scheduler)
    #expect(rescue.events == 0)
    #expect(try fixture.open().log() == Array(given.prefix(60)))
  }

  @Test func withoutABackupAndAnythingReadableTheFileStays() throws {
    try FileManager.default.removeItem(atPath: fixture.folder + "/data/backup")
    try damage([0])
    let before = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
    let failure = #expect(throws: StoreFailure.self) {
      try Backups(of: fixture.path).rescue(at: later, seed: 3, by: fixture.scheduler)
    }
    #expect(failure?.cause == .damaged)
    #expect(try Data(contentsOf: URL(fileURLWithPath: fixture.path)) == before)
  }
}
