import Decks
import Foundation
@testable import ProgressStore
import Scheduling
import Testing

struct StoreTests {
  @Test func aNewFileIsMadeWithItsFolder() throws {
    let fixture = try StoreFixture()
    _ = try fixture.open()
    #expect(FileManager.default.fileExists(atPath: fixture.path))
    let folder = (fixture.path as NSString).deletingLastPathComponent
    let attributes = try FileManager.default.attributesOfItem(atPath: folder)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o700)
  }

  @Test func nobodyElseCanReadWhatIsKept() throws {
    let fixture = try StoreFixture()
    let store = try fixture.open()
    try store.record(fixture.review("a"))
    let backup = try Backups(of: fixture.path).make(from: store, at: StoreFixture.start)
    func rights(_ path: String) throws -> Int? {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }
    for ending in ["", "-wal", "-shm"] {
      #expect(try rights(fixture.path + ending) == 0o600, "\(ending)")
    }
    #expect(try rights(backup.path) == 0o600)
    #expect(try rights((backup.path as NSString).deletingLastPathComponent) == 0o700)
  }

  @Test func aTextFileIsNoProgressFileAndIsLeftAlone() throws {
    let fixture = try StoreFixture()
    let text = String(repeating: "these are my notes\n", count: 200)
    try write(text, to: fixture)
    let failure = #expect(throws: StoreFailure.self) { try fixture.open() }
    #expect(failure?.cause == .notAProgressFile)
    #expect(try String(contentsOfFile: fixture.path, encoding: .utf8) == text)
  }

  @Test func aDatabaseOfAnotherProgramIsLeftAlone() throws {
    let fixture = try StoreFixture()
    try FileManager.default.createDirectory(
      atPath: fixture.folder + "/data", withIntermediateDirectories: true)
    try sqlite(fixture.path, "create table songs (title text)")
    let failure = #expect(throws: StoreFailure.self) { try fixture.open() }
    #expect(failure?.cause == .notAProgressFile)
  }

  @Test func aFileOfANewerEbbIsRefusedWithBothVersions() throws {
    let fixture = try StoreFixture()
    try fixture.open().record(fixture.review("a"))
    try sqlite(fixture.path, "pragma user_version = 99")
    let failure = #expect(throws: StoreFailure.self) { try fixture.open() }
    #expect(failure?.cause == .newerSchema(found: 99, known: Store.schemaVersion))
    #expect(failure?.description.contains("update ebb") == true)
    try sqlite(fixture.path, "pragma user_version = \(Store.schemaVersion)")
    #expect(try fixture.open().log().count == 1)
  }

  @Test func aFullDiskRefusesTheAnswerAndKeepsAllBefore() throws {
    let fixture = try StoreFixture()
    let store = try fixture.open()
    let first = fixture.review("a")
    try store.record(first)
    // A limit on pages is to SQLite what a full disk is.
    try store.database.execute("pragma max_page_count = 60", attempting: "prepare")
    var kept = [first]
    var refusal: StoreFailure?
    for number in 0..<2000 where refusal == nil {
      let review = fixture.review("card\(number)", after: Double(number))
      do {
        try store.record(review)
        kept.append(review)
      } catch {
        refusal = error
      }
    }
    #expect(refusal?.cause == .diskFull)
    #expect(refusal?.description.contains("no space is left") == true)
    #expect(try fixture.open().log() == kept)
  }

  /// Not even the superuser may create a file there.
  @Test func whereNothingMayBeWrittenThatIsSaid() {
    #if os(Linux)
      let path = "/proc/sys/ebb.db"
    #else
      let path = "/System/ebb.db"
    #endif
    let failure = #expect(throws: StoreFailure.self) { _ = try Database(path: path) }
    #expect(failure?.cause == .readOnly, "\(String(describing: failure))")
  }

  @Test func everyFailureNamesAttemptFileCauseAndRemedy() {
    let causes: [StoreFailure.Cause] = [
      .notAProgressFile, .newerSchema(found: 2, known: 1), .readOnly, .diskFull, .busy, .overtaken,
      .damaged, .broken, .other("odd"),
    ]
    for cause in causes {
      let text = StoreFailure(attempt: "open", path: "/p.db", cause: cause).description
      #expect(text.hasPrefix("cannot open /p.db: "))
      #expect(text.contains("; "))
      #expect(!text.contains("\n"))
    }
  }

  private func write(_ text: String, to fixture: StoreFixture) throws {
    try FileManager.default.createDirectory(
      atPath: fixture.folder + "/data", withIntermediateDirectories: true)
    try text.write(toFile: fixture.path, atomically: true, encoding: .utf8)
  }

  private func sqlite(_ path: String, _ sql: String) throws {
    try Database(path: path).execute(sql, attempting: "prepare")
  }
}
