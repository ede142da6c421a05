import Decks
import Foundation
@testable import ProgressStore
import Scheduling
import Testing

struct BackupsTests {
  private let fixture: StoreFixture
  private let store: Store
  private let backups: Backups
  private let now = StoreFixture.start

  init() throws {
    fixture = try StoreFixture()
    store = try fixture.open()
    backups = Backups(of: fixture.path)
    try store.record(fixture.review("a"))
  }

  @Test func aBackupIsAWholeFileOfItsOwn() throws {
    let backup = try backups.make(from: store, at: now)
    #expect(backup.name == "progress-20261124T060000.db")
    #expect(backups.all == [backup])
    let copy = try Store(path: backup.path, seed: 1)
    #expect(try copy.log() == store.log())
    let attributes = try FileManager.default.attributesOfItem(atPath: backup.path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
  }

  @Test func twoBackupsOfOneSecondAreBothKept() throws {
    let first = try backups.make(from: store, at: now)
    let second = try backups.make(from: store, at: now)
    #expect(backups.all == [second, first])
  }

  @Test func theFirstStartOfAStudyDayMakesOne() throws {
    let calendar = StudyCalendar.fixed()
    #expect(try backups.makeDaily(from: store, at: now, calendar: calendar) != nil)
    #expect(try backups.makeDaily(from: store, at: now + 3600, calendar: calendar) == nil)
    // 03:00 of the next calendar day is still the same study day.
    #expect(try backups.makeDaily(from: store, at: now + 21 * 3600, calendar: calendar) == nil)
    #expect(try backups.makeDaily(from: store, at: now + 23 * 3600, calendar: calendar) != nil)
  }

  @Test func whatIsLeftOfABrokenBackupGoesAfterADay() throws {
    try backups.make(from: store, at: now)
    let names = [".progress-20261122T050000.db", ".progress-20261122T050000.db-journal"]
    let fresh = ".progress-20261124T055900.db"
    for name in names + [fresh] {
      try Data([1]).write(to: URL(fileURLWithPath: backups.folder + "/" + name))
    }
    try backups.make(from: store, at: now + 60)
    let left = try FileManager.default.contentsOfDirectory(atPath: backups.folder)
    #expect(Set(names).isDisjoint(with: left) && left.contains(fresh))
    #expect(backups.all.count == 2)
  }

  @Test func aFileWithoutAnswersIsNotBackedUp() throws {
    let empty = try Store(path: fixture.folder + "/other/progress.db", seed: 1)
    let made = try Backups(of: empty.path).makeDaily(from: empty, at: now, calendar: .fixed())
    #expect(made == nil)
  }

  @Test func aRestoreKeepsWhatItReplaces() throws {
    let backup = try backups.make(from: store, at: now)
    let early = try store.log()
    var late: [Review] = []
    do {
      let later = try fixture.open()
      try later.record(fixture.review("b", after: 60))
      late = try later.log()
    }
    let closed = try StoreFixture()
    try FileManager.default.createDirectory(
      atPath: closed.folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: fixture.folder + "/data", toPath: closed.folder + "/data")
    let copies = Backups(of: closed.path)
    let restored = try copies.restore(
      #require(copies.backup(named: backup.name)), at: now + 100, seed: 1)
    #expect(try closed.open().log() == early)
    let replaced = try Store(path: #require(restored.replaced), seed: 1)
    #expect(try replaced.log() == late)
    #expect(!FileManager.default.fileExists(atPath: closed.path + ".restoring"))
  }

  @Test func nothingIsRestoredWhileAnotherProgramHasTheFileOpen() throws {
    let backup = try backups.make(from: store, at: now)
    let failure = #expect(throws: StoreFailure.self) {
      try backups.restore(backup, at: now, seed: 1)
    }
    #expect(failure?.cause == .busy)
    try store.record(fixture.review("b", after: 60))
    #expect(try fixture.open().log().count == 2)
  }

  @Test func aDamagedFileNamesTheNewestGoodBackupAndIsKeptAside() throws {
    let good = try backups.make(from: store, at: now)
    let bad = try backups.make(from: store, at: now + 60)
    let damaged = try StoreFixture()
    try FileManager.default.createDirectory(
      atPath: damaged.folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: fixture.folder + "/data", toPath: damaged.folder + "/data")
    let folder = damaged.folder + "/data/"
    for path in [damaged.path, folder + "backup/" + bad.name] { try overwrite(path) }
    let failure = #expect(throws: StoreFailure.self) { try damaged.open() }
    #expect(failure?.backup == good.name)
    #expect(failure?.description.contains("`ebb restore \(good.name)`") == true)

    let copies = Backups(of: damaged.path)
    let restored = try copies.restore(
      #require(copies.backup(named: good.name)), at: now + 100, seed: 1)
    #expect(restored.replaced?.contains("damaged-") == true)
    #expect(try damaged.open().log() == store.log())
    #expect(throws: StoreFailure.self) {
      try copies.restore(#require(copies.backup(named: bad.name)), at: now, seed: 1)
    }
  }

  private func overwrite(_ path: String) throws {
    var data = try Data(contentsOf: URL(fileURLWithPath: path))
    data.replaceSubrange(0..<100, with: Data(repeating: 0x55, count: 100))
    try data.write(to: URL(fileURLWithPath: path))
    try? FileManager.default.removeItem(atPath: path + "-wal")
    try? FileManager.default.removeItem(atPath: path + "-shm")
  }

  @Test func theLastOfEachWeekFromMondayOnIsKept() {
    let days =
      (14...24).reversed().map { Day(year: 2026, month: 11, day: $0) }
      // A Sunday, the Monday before it, and the Sunday before that.
      + [14, 8, 7].map { Day(year: 2026, month: 6, day: $0) }
    let backups = days.map { day in
      Backups.Backup(
        name: day.description, path: "",
        time: Date(timeIntervalSince1970: Double(day.number) * 86_400 + 43_200))
    }
    #expect(
      Rotation.surplus(of: backups).map(\.name)
        == ["2026-11-17", "2026-11-16", "2026-11-14", "2026-06-08"])
  }

  @Test func rotationKeepsTwelveThatReachFarBack() throws {
    var kept: [Backups.Backup] = []
    // A year of two backups a day.
    for half in 0..<730 {
      let time = Date(timeIntervalSince1970: 1_795_500_000 + Double(half) * 43_200)
      kept.append(Backups.Backup(name: "\(half)", path: "", time: time))
      kept.sort { $0.time > $1.time }
      let surplus = Set(Rotation.surplus(of: kept))
      kept.removeAll { surplus.contains($0) }
      #expect(kept.count <= Rotation.most)
      #expect(kept.prefix(3).map(\.name) == (0..<min(3, half + 1)).map { "\(half - $0)" })
    }
    #expect(kept.count == Rotation.most)
    let age = kept[0].time.timeIntervalSince(kept[kept.count - 1].time) / 86_400
    #expect(age > 14, "the oldest is \(age) days old")
  }
}
