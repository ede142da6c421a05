import ArgumentParser
import Decks
import Foundation
import ProgressStore
import Scheduling

/// Says how ready topics will be on a day, and what it takes to be ready then.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Say what it takes to know topics on a day, such as that of an interview.",
    discussion: """
      For each topic: the mean probability of recall on the day if you stop now, if you only \
      review, and if you follow the plan. The plan shows every card before the day and reviews \
      often enough to reach the aim. Nothing is changed.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("The day, such as 2026-12-11.", valueName: "date"))
  var by: String

  @Option(help: ArgumentHelp("Topics, or the beginnings of their names.", valueName: "list"))
  var topics: String?

  @Option(help: ArgumentHelp("Mean recall to reach, 0.70 to 0.97.", valueName: "share"))
  var aim = "0.9"

  @Option(help: ArgumentHelp("New cards a day at most; 30 by default.", valueName: "n"))
  var new: Int?

  @Flag(help: "Print JSON.")
  var json = false

  /// How far ahead a plan may look: three years.
  private static let farthest = 1096

  func run() throws {
    let world = try World()
    let day = try day(after: world.today)
    guard let share = Double(aim), (0.70...0.97).contains(share) else {
      throw CommandFailure(
        .usage, "cannot aim at “\(aim)”: --aim takes a share from 0.70 to 0.97, such as 0.9")
    }
    let limits = DailyLimits()
    let most = new ?? max(3 * limits.newPerDay, 1)
    guard (1...9999).contains(most) else {
      throw CommandFailure(
        .usage, "cannot plan with \(most) new cards a day: --new takes 1 to 9999")
    }
    let desk = try Desk(options: common, world: world)
    let chosen = try chosenTopics(desk)
    let outlook = try PlanOutlook(
      desk, topics: chosen, day: day,
      aim: DatePlan.Aim(
        days: world.today.distance(to: day), readiness: share, newPerDay: most))
    guard outlook.plan.together.cards > 0 else {
      throw CommandFailure(.nothingToShow, "there are no cards; `ebb add FOLDER` brings your notes")
    }
    print(json ? try JSONText.of(outlook.object) : outlook.text)
  }

  private func day(after today: Day) throws -> Day {
    guard let day = Day(by) else {
      throw CommandFailure(
        .usage, "cannot plan for “\(by)”: it is no day of the calendar; write it as 2026-12-11")
    }
    guard day >= today else {
      throw CommandFailure(.usage, "cannot plan for \(day): it is past; today is \(today)")
    }
    guard today.distance(to: day) <= Self.farthest else {
      throw CommandFailure(
        .usage, "cannot plan for \(day): a plan looks at most three years ahead")
    }
    return day
  }

  /// The full names, each once; nil for all topics.
  private func chosenTopics(_ desk: Desk) throws -> [String]? {
    guard let topics else { return nil }
    var chosen: [String] = []
    for part in topics.split(separator: ",", omittingEmptySubsequences: false) {
      let name = String(part.drop { $0 == " " })
      guard !name.isEmpty else {
        throw CommandFailure(
          .usage, "cannot plan for a topic without a name: --topics takes names, commas between")
      }
      let topic = try desk.topic(named: name)
      if !chosen.contains(topic) { chosen.append(topic) }
    }
    return chosen
  }
}
