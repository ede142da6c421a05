import Foundation
import ProgressStore
import Scheduling

/// Everything that decides when cards are seen again: the settings, beside the notes too, the plan
/// in force, and the weights fitted to the log.
struct StudyRules {
  /// What the user wants, the files beside the notes and a plan in force included.
  let settings: Settings
  /// The same without the plan, to compare plans with.
  let usualSettings: Settings
  /// What holds for single topics.
  let topics: TopicRules

  /// Reads what the log of a store says, over what the world says.
  init(
    _ settings: Settings, store: Store, locations: Locations, today: Day
  ) throws {
    var settings = settings
    settings.putBelow(
      try SettingsFolders.values(in: locations.sources(besides: store.sources())))
    usualSettings = settings
    let plan = try StudyPlan.inForce(store, on: today)
    if let plan { settings.putBelow(plan.values()) }
    self.settings = settings
    topics = try TopicRules(settings, plan: plan, store: store, today: today)
  }

  /// Decides when cards are seen again.
  func scheduler(
    for store: Store, calendar: StudyCalendar
  ) throws(StoreFailure) -> Scheduler {
    try topics.scheduler(settings, store: store, calendar: calendar)
  }

  /// Computes what is known of all memories anew if another model or other weights are in use than
  /// the last time. Cards keep their days.
  func apply(to store: Store, calendar: StudyCalendar) throws(StoreFailure) {
    let basis = topics.basis(settings)
    guard try store.basis() != basis else { return }
    try store.rebuild(by: scheduler(for: store, calendar: calendar), on: basis)
  }
}

extension ProgressFile {
  /// Decides when cards are seen again, by the settings and what the log says; the schedules are
  /// brought up to date with it.
  func scheduler(for store: Store) throws -> Scheduler {
    let rules = try StudyRules(
      world.settings, store: store, locations: locations, today: world.today)
    try rules.apply(to: store, calendar: world.calendar)
    return try rules.scheduler(for: store, calendar: world.calendar)
  }
}
