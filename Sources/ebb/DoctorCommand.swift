import ArgumentParser
import Decks
import Foundation
import ProgressStore
import Scheduling

/// Checks and repairs progress.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check the progress file against its own log, and repair it.",
    discussion: """
      The log of answers is the truth: everything else is rebuilt from it when it disagrees, after \
      a backup. The exit status is 0 when all is well or was repaired, and 4 when the file is \
      damaged beyond that.
      """)

  @OptionGroup var common: CommonOptions

  func run() throws {
    let file = try ProgressFile(options: common)
    let store = try file.open()
    // In a damaged file the log may say nothing of weights and plans.
    let scheduler =
      (try? file.scheduler(for: store)) ?? Scheduler(calendar: file.world.calendar)
    let found = try store.checkup(by: scheduler)
    if found.isClean {
      print(summary(of: found) + ": all as the log says")
      return
    }
    for fault in found.faults { print("damaged: \(fault)") }
    for card in found.astray.prefix(10) {
      print("card \(card.rawValue) does not stand where its answers lead")
    }
    if found.astray.count > 10 { print("and \(found.astray.count - 10) more") }
    try repair(store, of: file, found: found, by: scheduler)
    let after = try store.checkup(by: scheduler)
    guard after.isClean else { throw damaged(file) }
    print(summary(of: after) + ": repaired, all as the log says")
  }

  private func repair(
    _ store: Store, of file: ProgressFile, found: Store.Checkup, by scheduler: Scheduler
  ) throws {
    do {
      if found.faults.isEmpty {
        try file.backUp(store)
      } else {
        let kept = try file.backups.keepDamaged(store, at: file.world.now)
        print("the file as it was is kept as \(kept)")
      }
      let corrected = try store.rebuild(by: scheduler)
      print("corrected \(count(corrected, "schedule"))")
    } catch let failure as StoreFailure where failure.cause == .damaged {
      throw damaged(file)
    }
  }

  private func damaged(_ file: ProgressFile) -> CommandFailure {
    let remedy =
      file.backups.newestGood.map { "`ebb restore \($0.name)` brings back the newest good backup" }
      ?? "there is no good backup; copy the file aside, then try `sqlite3 FILE .recover`"
    return CommandFailure(
      .progress, "cannot repair \(file.path): the file is damaged; \(remedy)")
  }

  private func summary(of checkup: Store.Checkup) -> String {
    "\(count(checkup.answers, "answer")), \(count(checkup.cards, "card"))"
  }
}
