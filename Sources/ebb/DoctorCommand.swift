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
      a backup. Of a log that is damaged itself, every event that can be read is added to the \
      newest good backup; the damaged file is kept. The exit status is 0 when all is well or was \
      repaired, and 4 when the file is damaged beyond that.
      """)

  @OptionGroup var common: CommonOptions

  func run() throws {
    let file = try ProgressFile(options: common)
    if try repair(file) { return }
    let rescue = try rescue(file)
    print("the file as it was is kept as \(rescue.kept)")
    let begun = rescue.backup.map { "on top of the backup \($0.name)" } ?? "without a backup"
    print("saved \(count(rescue.events, "event")) that could be read, \(begun)")
    let store = try file.open()
    // Only now is it known which weights and plans the log has.
    let scheduler = try file.scheduler(for: store)
    try store.rebuild(by: scheduler)
    let after = try store.checkup(by: scheduler)
    guard after.isClean else { throw damaged(file) }
    print(summary(of: after) + ": repaired, all as the log says")
  }

  private func rescue(_ file: ProgressFile) throws(CommandFailure) -> Backups.Rescue {
    do throws(StoreFailure) {
      return try file.backups.rescue(
        at: file.world.now, seed: file.world.seed,
        by: Scheduler(calendar: file.world.calendar))
    } catch {
      throw error.cause == .damaged ? damaged(file) : CommandFailure(error)
    }
  }

  /// Checks the file and rebuilds what follows from its log. The file is closed when this returns.
  /// - Returns: false if the log itself is damaged.
  private func repair(_ file: ProgressFile) throws -> Bool {
    do {
      return try rebuild(file)
    } catch let failure as StoreFailure where failure.cause == .damaged {
      return false
    }
  }

  private func rebuild(_ file: ProgressFile) throws -> Bool {
    let store = try file.open()
    // In a damaged file the log may say nothing of weights and plans.
    let scheduler =
      (try? file.scheduler(for: store)) ?? Scheduler(calendar: file.world.calendar)
    let found = try store.checkup(by: scheduler)
    if found.isClean {
      print(summary(of: found) + ": all as the log says")
      return true
    }
    for fault in found.faults { print("damaged: \(fault)") }
    if found.damaged > 0 {
      print("damaged: \(count(found.damaged, "event")) not as they were written")
      return false
    }
    for card in found.astray.prefix(10) {
      print("card \(card.rawValue) does not stand where its answers lead")
    }
    if found.astray.count > 10 { print("and \(found.astray.count - 10) more") }
    if found.faults.isEmpty {
      try file.backUp(store)
    } else {
      let kept = try file.backups.keepDamaged(store, at: file.world.now)
      print("the file as it was is kept as \(kept)")
    }
    let corrected = try store.rebuild(by: scheduler)
    print("corrected \(count(corrected, "schedule"))")
    let after = try store.checkup(by: scheduler)
    guard after.isClean else { return false }
    print(summary(of: after) + ": repaired, all as the log says")
    return true
  }

  private func damaged(_ file: ProgressFile) -> CommandFailure {
    let remedy =
      file.backups.newestGood.map { "`ebb restore \($0.name)` brings back the newest good backup" }
      ?? "nothing in it can be read and there is no good backup"
    return CommandFailure(
      .progress, "cannot repair \(file.path): the file is damaged; \(remedy)")
  }

  private func summary(of checkup: Store.Checkup) -> String {
    "\(count(checkup.answers, "answer")), \(count(checkup.cards, "card"))"
  }
}
