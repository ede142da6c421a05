import ArgumentParser
import Decks
import Foundation
import ProgressStore
import Scheduling

/// Plans for a day, and says how ready topics will be then.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plan for the day on which you want to know topics, such as that of an interview.",
    discussion: """
      A plan says for each topic the mean probability of recall on the day if you stop now, if \
      you only review, and if you follow the plan. In force it sets the new cards a day and the \
      desired retention of its topics until the day, nothing else; their new cards come first.
      """,
    subcommands: [Show.self, SetPlan.self, Clear.self], defaultSubcommand: Show.self)

  /// Shows the plan in force, or one that might be.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show the plan in force, or with --by another; nothing is changed.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var scope: PlanScope

    @Option(help: ArgumentHelp("Another day, such as 2026-12-11.", valueName: "date"))
    var by: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
      let desk = try Desk.reporting(common, world: World())
      let outlook: PlanOutlook
      if let by {
        outlook = try scope.outlook(desk, by: by)
      } else {
        guard let plan = desk.rules.plan, let day = plan.day else {
          throw CommandFailure(
            .nothingToShow, "no plan is in force; `ebb plan set 2026-12-11` makes one")
        }
        outlook = try PlanOutlook(
          desk, topics: plan.topics, day: day,
          aim: DatePlan.Aim(
            days: desk.world.today.distance(to: day), readiness: plan.aim,
            newPerDay: max(plan.newPerDay, 1)))
      }
      print(json ? try JSONText.of(outlook.object) : outlook.text)
    }
  }

  /// Puts a plan in force.
  struct SetPlan: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "Put a plan for a day in force; `ebb undo` takes it back.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var scope: PlanScope

    @Argument(help: "The day, such as 2026-12-11.")
    var date: String

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
      let desk = try Desk.reporting(common, world: World())
      let outlook = try scope.outlook(desk, by: date)
      try StudyFact.add(StudyPlan.name, outlook.studyPlan, to: desk)
      if json { return print(try JSONText.of(outlook.object)) }
      print(outlook.text)
      print("\nThe plan is in force until \(outlook.day.long); `ebb plan clear` ends it.")
    }
  }

  /// Ends the plan in force.
  struct Clear: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "End the plan in force; `ebb undo` takes that back.")

    @OptionGroup var common: CommonOptions

    func run() throws {
      let desk = try Desk.reporting(common, world: World())
      guard let plan = desk.rules.plan else {
        throw CommandFailure(.nothingToShow, "no plan is in force")
      }
      try StudyFact.add(StudyPlan.nameOfClearing, ["date": plan.date], to: desk)
      print("The plan for \(plan.day?.long ?? plan.date) is ended.")
    }
  }
}

/// What a plan is about, as options say it.
struct PlanScope: ParsableArguments {
  @Option(help: ArgumentHelp("Topics, or the beginnings of their names.", valueName: "list"))
  var topics: String?

  @Option(help: ArgumentHelp("Mean recall to reach, 0.70 to 0.97.", valueName: "share"))
  var aim = "0.9"

  @Option(
    help: ArgumentHelp("New cards a day at most; three times the usual.", valueName: "n"))
  var new: Int?

  func outlook(_ desk: Desk, by date: String) throws -> PlanOutlook {
    let today = desk.world.today
    let day = try day(date, after: today)
    guard let share = Double(aim), DatePlan.Aim.shares.contains(share) else {
      throw CommandFailure(
        .usage, "cannot aim at “\(aim)”: --aim takes a share from 0.70 to 0.97, such as 0.9")
    }
    let most = new ?? max(3 * desk.settings.integer("review.new_per_day"), 1)
    guard (1...9999).contains(most) else {
      throw CommandFailure(
        .usage, "cannot plan with \(most) new cards a day: --new takes 1 to 9999")
    }
    let outlook = try PlanOutlook(
      desk, topics: try chosenTopics(desk), day: day,
      aim: DatePlan.Aim(days: today.distance(to: day), readiness: share, newPerDay: most))
    guard outlook.plan.together.cards > 0 else {
      throw CommandFailure(.nothingToShow, "there are no cards; `ebb add FOLDER` brings your notes")
    }
    return outlook
  }

  private func day(_ date: String, after today: Day) throws -> Day {
    guard let day = Day(date) else {
      throw CommandFailure(
        .usage, "cannot plan for “\(date)”: it is no day of the calendar; write it as 2026-12-11")
    }
    guard day >= today else {
      throw CommandFailure(.usage, "cannot plan for \(day): it is past; today is \(today)")
    }
    guard today.distance(to: day) <= DatePlan.Aim.farthest else {
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
