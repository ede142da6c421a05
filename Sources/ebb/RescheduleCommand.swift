import ArgumentParser
import Decks
import Foundation
import ProgressStore
import Scheduling

/// Moves cards to the days that the present settings would have given them.
struct RescheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reschedule",
    abstract: "Move cards to the days that the present settings would give them.",
    discussion: """
      New weights or another retention count from the next answer of a card on. This moves the \
      cards that wait already, as if their last answers had been scheduled so. Without --apply \
      it only says what would change; `ebb undo` takes it back.
      """)

  @OptionGroup var common: CommonOptions

  @Flag(help: "Do it.")
  var apply = false

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let world = try World()
    let desk = try Desk.reporting(common, world: world)
    let (change, waiting) = try change(desk)
    let moved = change.changes.filter(\.moves)
    let tomorrow = desk.world.today.advanced(by: 1)
    let outcome = Outcome(
      waiting: waiting, moved: moved.count,
      dueToday: change.due(by: desk.world.today, calendar: desk.world.calendar),
      dueTomorrow: change.due(by: tomorrow, calendar: desk.world.calendar), applied: apply)
    if apply {
      try desk.store.mark(
        moved.compactMap { change in
          guard case .day(let day) = change.after.due else { return nil }
          return (change.card, .due(day, interval: change.after.interval))
        }, at: desk.world.now, by: desk.scheduler())
    }
    print(json ? try JSONText.of(outcome) : outcome.text)
  }

  private func change(_ desk: Desk) throws -> (Rescheduling, waiting: Int) {
    var schedules: [CardID: Schedule] = [:]
    var suspended: Set<CardID> = []
    for standing in try desk.store.standings() where standing.schedule.phase != .new {
      schedules[standing.card] = standing.schedule
      if standing.marks.isSuspended { suspended.insert(standing.card) }
    }
    guard !schedules.isEmpty else {
      throw CommandFailure(.nothingToShow, "no card waits for a day yet")
    }
    let change = Rescheduling(
      schedules, log: try desk.store.log(), resets: try desk.store.resets(),
      by: try desk.scheduler(), movingDueDates: true, suspended: suspended, at: desk.world.now)
    return (change, schedules.count)
  }

  /// `ebb.reschedule/1`.
  private struct Outcome: Encodable {
    struct Due: Encodable {
      let before, after: Int
    }
    let schema = "ebb.reschedule/1"
    let cards, moved: Int
    let dueToday, dueTomorrow: Due
    let applied: Bool

    init(
      waiting: Int, moved: Int, dueToday: Rescheduling.Due, dueTomorrow: Rescheduling.Due,
      applied: Bool
    ) {
      cards = waiting
      self.moved = moved
      self.dueToday = Due(before: dueToday.before, after: dueToday.after)
      self.dueTomorrow = Due(before: dueTomorrow.before, after: dueTomorrow.after)
      self.applied = applied
    }

    var text: String {
      let end =
        moved == 0
        ? "All cards wait for the days they should."
        : applied
          ? "Done; `ebb undo` takes it back."
          : "Nothing is changed yet; `ebb reschedule --apply` does it."
      return """
        cards that move:      \(moved) of \(cards)
        due today:            \(dueToday.before) before, \(dueToday.after) after
        due until tomorrow:   \(dueTomorrow.before) before, \(dueTomorrow.after) after
        \(end)
        """
    }
  }
}
