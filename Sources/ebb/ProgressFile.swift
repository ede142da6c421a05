import Decks
import Foundation
import ProgressStore
import Scheduling

/// The progress file as the commands that look after it see it: without notes and decks.
struct ProgressFile {
  let world: World
  let path: String
  let locations: Locations

  var backups: Backups { Backups(of: path, keeping: world.settings.integer("files.backups")) }

  init(options: CommonOptions) throws(CommandFailure) {
    world = try World()
    locations = Locations(options: options, world: world)
    path = locations.progress
  }

  /// Opens the file; a command that only looks after progress makes none where there is none.
  func open(creating: Bool = false) throws -> Store {
    guard creating || FileManager.default.fileExists(atPath: path) else {
      throw CommandFailure(
        .nothingToShow, "there is no progress yet in \(path); `ebb review` begins it")
    }
    return try Store(path: path, seed: world.seed)
  }

  /// Backs the file up before something that changes much of it; says where.
  func backUp(_ store: Store) throws {
    guard try store.hasEvents() else { return }
    let backup = try backups.make(from: store, at: world.now)
    print("backed up as \(backup.name)")
  }

  /// Turns what is wrong with a line into the end of the command.
  static func reading<Result>(
    _ path: String, attempting attempt: String, _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch let failure as LogFileFailure {
      throw CommandFailure(
        .usage,
        "cannot \(attempt) \(path):\(failure.line): \(failure.message); nothing was taken from it")
    }
  }
}
