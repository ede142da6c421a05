import ProgressStore
import Scheduling
import TerminalUI

/// Plans on the screen, and putting them in force.
struct PlanDesk {
  let desk: Desk
  /// What the plans on the screen are made from. It holds as long as the screen of plans is open:
  /// nothing can be answered from there.
  let sources: PlanOutlook.Sources

  /// Days ahead that a plan begins with where there is none.
  private static let usualDays = 14

  func screen() throws -> PlanScreen {
    let inForce = desk.rules.plan.flatMap(Self.wish)
    let first = PlanWish(day: desk.world.today.advanced(by: Self.usualDays))
    // All topics, the least ready first: that order stays while topics are ticked.
    let all = try figures(PlanWish(day: (inForce ?? first).day, aim: (inForce ?? first).aim))
    guard all.plan.together.cards > 0 else {
      throw CommandFailure(.nothingToShow, "there are no cards to plan for")
    }
    let figures = try inForce.map { try self.figures($0) } ?? all
    return PlanScreen(
      figures, topics: all.plan.topics.map(\.topic), inForce: inForce, today: desk.world.today)
  }

  func figures(_ wish: PlanWish) throws -> PlanFigures {
    let outlook = try outlook(wish)
    return PlanFigures(wish, plan: outlook.plan, sentences: outlook.sentences)
  }

  private func outlook(_ wish: PlanWish) throws -> PlanOutlook {
    try PlanOutlook(
      desk, from: sources, topics: wish.topics?.sorted(), day: wish.day,
      aim: DatePlan.Aim(
        days: max(desk.world.today.distance(to: wish.day), 0), readiness: wish.aim,
        newPerDay: max(3 * desk.settings.integer("review.new_per_day"), 1)))
  }

  /// Puts a plan in force, or ends the one that is.
  /// - Returns: What to say about it.
  func set(_ wish: PlanWish?) throws -> String {
    guard let wish else {
      guard let plan = desk.rules.plan else { return "No plan is in force." }
      try StudyFact.add(StudyPlan.nameOfClearing, ["date": plan.date], to: desk)
      return "The plan for \(plan.day?.long ?? plan.date) is ended."
    }
    try StudyFact.add(StudyPlan.name, outlook(wish).studyPlan, to: desk)
    return "The plan is in force until \(wish.day.long); x ends it."
  }

  private static func wish(_ plan: StudyPlan) -> PlanWish? {
    plan.day.map { PlanWish(day: $0, aim: plan.aim, topics: plan.topics.map { Set($0) }) }
  }
}
