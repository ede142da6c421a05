import ArgumentParser
import Foundation
import ProgressStore
import Scheduling

/// Copies of the progress file.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Back up the progress file, or list its backups.",
    discussion: """
      A backup is made on the first start of every study day, and before a restore, a merge, an \
      import and a repair. Backups lie in the folder backup beside the progress file; twelve are \
      kept: the three newest, one for each of the last seven days, and one for each week before.
      """,
    subcommands: [Make.self, List.self], defaultSubcommand: Make.self)

  struct Make: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "make", abstract: "Back up the progress file now (the default).")

    @OptionGroup var common: CommonOptions

    func run() throws {
      let file = try ProgressFile(options: common)
      let store = try file.open()
      let backup = try file.backups.make(from: store, at: file.world.now)
      print("\(backup.path): \(count(try Store.answers(in: backup.path), "answer")), verified")
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the backups, newest first.")

    @OptionGroup var common: CommonOptions

    func run() throws {
      let file = try ProgressFile(options: common)
      let backups = file.backups.all
      guard !backups.isEmpty else {
        throw CommandFailure(.nothingToShow, "there is no backup yet; `ebb backup` makes one")
      }
      for backup in backups {
        let day = file.world.calendar.day(of: backup.time)
        do {
          try file.backups.verify(backup.path)
          let answers = try Store.answers(in: backup.path)
          print("\(backup.name)  \(day)  \(count(answers, "answer"))")
        } catch {
          print("\(backup.name)  \(day)  damaged")
        }
      }
    }
  }
}

/// Puts a backup back.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Put a backup in the place of the progress file.",
    discussion: "The file that is replaced is backed up first, so that a restore can be undone.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "A name that `ebb backup list` shows.")
  var name: String

  func run() throws {
    let file = try ProgressFile(options: common)
    guard let backup = file.backups.all.first(where: { $0.name == name || $0.path == name }) else {
      throw CommandFailure(
        .nothingToShow,
        "cannot restore \(name): there is no such backup; `ebb backup list` shows what there is")
    }
    let done = try file.backups.restore(backup, at: file.world.now, seed: file.world.seed)
    if let replaced = done.replaced { print("what was replaced is kept as \(replaced)") }
    print("restored \(backup.name): \(count(try Store.answers(in: file.path), "answer"))")
  }
}
