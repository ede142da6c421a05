import Decks
import Foundation
@testable import ProgressStore
import Scheduling
import TestSupport
import Testing

/// Files of every schema that was ever in use, as the ebb of that time wrote them.
struct SchemaTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Schemas")

  private func fixture(_ version: Int) throws -> StoreFixture {
    let fixture = try StoreFixture()
    let url = URL(fileURLWithPath: fixture.path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Self.folder.appendingPathComponent("version\(version).db"), to: url)
    return fixture
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
  }

  @Test(arguments: 1..<Store.schemaVersion)
  func aFileOfAnOlderSchemaIsBroughtUpToDateWithoutLoss(version: Int) throws {
    let fixture = try fixture(version)
    let store = try fixture.open()
    #expect(try store.database.pragma("user_version", attempting: "read") == Store.schemaVersion)
    var log = LogLines.header + "\n"
    try store.forEachEvent { log += LogLines.line(of: $0) + "\n" }
    #expect(log == (try text("version\(version).jsonl")))
    var schedules = ""
    try store.database.query(
      """
      select card, phase, ifnull(due_day, '-'), ifnull(due_time, '-'), interval, reviews, lapses
      from schedule order by card
      """, attempting: "read"
    ) { row in
      schedules += (0..<7).map { row.text($0) }.joined(separator: " ") + "\n"
    }
    #expect(schedules == (try text("version\(version).txt")))
    let checkup = try store.checkup(by: Scheduler(calendar: .fixed(), fuzz: true))
    #expect(checkup.damaged == 0 && checkup.mislaid == 0 && checkup.faults.isEmpty)
    #expect(try store.sources() == ["/ada/notes"])
    #expect(try store.orphans().count == 1 && store.marks().count == 3)
    let topic = try #require(try store.topics(at: StoreFixture.start, by: fixture.scheduler).first)
    #expect(topic.cards == 5 && topic.seen == 5 && topic.suspended == 1)
  }

  /// A copy of an older schema among the backups is as good as the file itself.
  @Test func aBackupOfAnOlderSchemaCanBeRestored() throws {
    let fixture = try fixture(1)
    let backups = Backups(of: fixture.path)
    try FileManager.default.createDirectory(
      atPath: backups.folder, withIntermediateDirectories: true)
    let name = "progress-20261105T000000.db"
    try FileManager.default.moveItem(atPath: fixture.path, toPath: backups.folder + "/" + name)
    let backup = try #require(backups.backup(named: name))
    _ = try backups.restore(backup, at: StoreFixture.start, seed: 3)
    #expect(try fixture.open().log().count == 14)
  }

  @Test func everyOlderSchemaHasItsFile() throws {
    for version in 1..<Store.schemaVersion {
      for ending in ["db", "jsonl", "txt"] {
        let name = "version\(version).\(ending)"
        #expect(
          FileManager.default.fileExists(atPath: Self.folder.appendingPathComponent(name).path),
          "\(name)")
      }
    }
  }
}
