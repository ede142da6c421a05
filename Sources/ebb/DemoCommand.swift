import ArgumentParser
import CursesTerminal
import Decks
import Foundation
import ProgressStore
import Scheduling

/// Shows the program with sample progress that is thrown away.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Try ebb with sample progress that is thrown away at the end.",
    discussion: """
      The shipped topics with three months of simulated answers, in a temporary folder that is \
      removed when you leave. Your own progress and settings are not touched.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var screen: ScreenOptions

  func run() throws {
    guard isatty(STDOUT_FILENO) == 1 else {
      throw CommandFailure(.usage, "the demo needs a terminal")
    }
    let folder = try Self.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    // Nothing of the user's own counts.
    for name in ["EBB_PROGRESS", "EBB_CONFIG"] { unsetenv(name) }
    setenv("EBB_HOME", folder, 1)
    var options = common
    options.progress = nil
    let world = try World()
    let desk = try Desk(options: options, world: world)
    guard try !desk.store.topicNames().isEmpty else {
      throw CommandFailure(.notes, "the demo needs the shipped decks; --decks says where they are")
    }
    let today = world.today
    try SampleProfile(desk: desk).write(
      on: today.advanced(by: -92)...today.advanced(by: -1), newPerDay: 8)
    try screen.open(try Desk(options: options, world: world))
  }

  private static func temporaryFolder() throws -> String {
    guard let folder = TemporaryFile.makeFolder("ebb-demo") else {
      throw CommandFailure(
        .progress,
        "cannot make a folder for the demo in \(TemporaryFile.folder): set TMPDIR to another")
    }
    return folder
  }
}

/// Fills the progress of a desk with sample answers.
struct SampleProfile {
  let desk: Desk

  /// Writes the answers of these days.
  /// - Returns: How many there were.
  @discardableResult
  func write(
    on days: ClosedRange<Day>, newPerDay: Int, daysOff: Double = 0.1
  ) throws -> Int {
    let scheduler = try desk.scheduler()
    let history = SampleHistory(
      scheduler: scheduler, newPerDay: newPerDay, daysOff: daysOff, seed: 7)
    return try write(history.answers(to: try desk.store.standings(), on: days), by: scheduler)
  }

  /// Writes the answers of these days to as many cards as it takes for `limit` of them.
  /// - Returns: How many there were.
  func write(on days: ClosedRange<Day>, atMost limit: Int) throws -> Int {
    let scheduler = try desk.scheduler()
    let history = SampleHistory(scheduler: scheduler)
    let cards = try desk.store.standings()
    return try write(
      history.answersWhenDue(to: cards, on: days, limit: limit), by: scheduler)
  }

  private func write(_ answers: [Review], by scheduler: Scheduler) throws -> Int {
    let events = answers.enumerated().map { index, review in
      LogEvent(
        identity: LogEvent.Identity(device: "sample", number: index + 1), batch: index + 1,
        stamp: review.stamp(in: scheduler.calendar), kind: .review(review))
    }
    _ = try desk.store.add(events, by: scheduler)
    return answers.count
  }
}
