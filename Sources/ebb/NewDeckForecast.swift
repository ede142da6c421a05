import Foundation
import ProgressStore
import Scheduling
import TerminalUI

/// What a deck that is not begun yet would cost, for several desired retentions, and how it is
/// printed.
struct NewDeckForecast {
  private struct Row {
    let retention: Double
    let outcome: Simulator.Outcome
  }

  private let topic: String?
  private let limits: DailyLimits
  private let today: Day
  private let plan: Simulator.Plan
  private let own: OwnHabits
  private let rows: [Row]
  /// The retention at which a known card costs least.
  private let cheapest: Double

  /// Plays through so many days with the topic's weights, the own limits and the own habits.
  /// - Throws: `CommandFailure` when the settings allow no new cards.
  init(_ desk: Desk, topic: String?, cards: Int, days: Int, _ retentions: [Double]) throws {
    self.topic = topic
    limits = desk.rules.limits(desk.settings)
    guard limits.newPerDay > 0 else {
      throw CommandFailure(
        .usage, "cannot forecast a new deck: review.new_per_day is 0; set it to 1 or more")
    }
    today = desk.world.today
    own = OwnHabits(try desk.store.latestAnswers(50_000), calendar: desk.world.calendar)
    var plan = Simulator.Plan(cards: cards, days: days)
    plan.newPerDay = limits.newPerDay
    plan.reviewsPerDay = limits.reviewsPerDay
    plan.learningSteps = desk.settings.steps.learning.count
    plan.relearningSteps = desk.settings.steps.relearning.count
    self.plan = plan
    let parameters = try desk.parameters(of: topic, retentions: retentions)
    let habits = own.habits
    rows = parameters.map {
      Row(
        retention: $0.desiredRetention,
        outcome: Simulator($0, habits: habits).outcome(of: plan))
    }
    cheapest = Simulator(parameters[0], habits: habits).cheapestRetention(plan)
  }

  // MARK: Text

  var text: String {
    [heading, table, legend].joined(separator: "\n\n")
  }

  private var heading: String {
    let last = today.advanced(by: plan.days - 1)
    return [
      "\(topic ?? "All topics"), \(count(plan.cards, "new card")), \(count(plan.days, "day")): "
        + "\(today.long) to \(last.long)",
      ForecastOutlook.sentence(on: limits),
    ].map(Columns.wrapped).joined(separator: "\n")
  }

  private var table: String {
    let heads = ["recall", "reviews", "hours", "min a day", "at most", "known", "s a known card"]
    let widths = [6, 10, 8, 11, 9, 8, 16]
    func line(_ cells: [String]) -> String { Columns.row(cells, widths) }
    let lines = rows.map { row in
      let outcome = row.outcome
      return line([
        ForecastOutlook.percent(row.retention), whole(outcome.reviews),
        whole(outcome.seconds / 3600), whole(outcome.seconds / 60 / Double(plan.days)),
        whole(outcome.heaviest / 60), whole(outcome.known),
        outcome.known > 0 ? whole(outcome.seconds / outcome.known) : "-",
      ])
    }
    return ([line(heads)] + lines).joined(separator: "\n")
  }

  private var legend: String {
    let habits =
      own.areOwn ? "those of \(count(own.answers, "answer")) in your log" : "the usual ones"
    return [
      "known: cards you would recall on the last day. at most: minutes of the longest day.",
      "A known card costs least at \(ForecastOutlook.percent(cheapest)), of 70% to 95%. "
        + "Choose by what you need to know, and what a day may cost.",
      "FSRS-6, the means of \(count(rows.first?.outcome.simulations ?? 0, "simulation")); ratings "
        + "and times are \(habits).",
    ].map(Columns.wrapped).joined(separator: "\n")
  }

  private func whole(_ number: Double) -> String { String(Int(number.rounded())) }

  // MARK: JSON

  /// `ebb.forecast-new/1`, as the manual page describes it.
  struct Object: Encodable {
    struct Column: Encodable {
      let retention, new, reviews, timeS, heaviestS, known: Double
    }
    let schema = "ebb.forecast-new/1"
    let topic: Nullable<String>
    let from, to: String
    let cards, newPerDay, reviewsPerDay: Int
    let habits: String
    let answers, simulations: Int
    let cheapest: Double
    let retentions: [Column]
  }

  var object: Object {
    func rounded(_ number: Double) -> Double { JSONText.rounded(number, decimals: 2) }
    return Object(
      topic: Nullable(topic), from: today.description,
      to: today.advanced(by: plan.days - 1).description,
      cards: plan.cards, newPerDay: plan.newPerDay, reviewsPerDay: plan.reviewsPerDay,
      habits: own.areOwn ? "own" : "usual", answers: own.answers,
      simulations: rows.first?.outcome.simulations ?? 0, cheapest: rounded(cheapest),
      retentions: rows.map {
        Object.Column(
          retention: $0.retention, new: rounded($0.outcome.new),
          reviews: rounded($0.outcome.reviews), timeS: rounded($0.outcome.seconds),
          heaviestS: rounded($0.outcome.heaviest), known: rounded($0.outcome.known))
      })
  }
}
