import Decks
import Foundation
import ProgressStore
import Scheduling
import TerminalUI

/// The forecasts of one's own cards, and how they are printed.
struct ForecastOutlook {
  let today: Day
  let topic: String?
  let cards: [Standing]
  let own: OwnHabits
  let limits: DailyLimits
  let forecasts: [Forecast]
  /// Seconds that all these cards cost in the days of a year, for each retention; nil where the
  /// model is not the one they are reckoned for.
  private let years: [Double]?

  init(_ desk: Desk, topic: String?, days: Int, retentions: [Double]) throws {
    let world = desk.world
    today = world.today
    self.topic = topic
    let (today, calendar) = (world.today, world.calendar)
    let cards = try desk.store.standings(topic: topic)
      .map { Standing($0, on: today, calendar: calendar) }
    let own = OwnHabits(try desk.store.latestAnswers(50_000), calendar: calendar)
    let done = try desk.store.answers(since: calendar.start(of: today))
    limits = desk.rules.limits(desk.settings)
    var routine = Forecast.Routine()
    routine.steps = desk.settings.steps
    routine.limits = limits
    routine.habits = own.habits
    (routine.newToday, routine.reviewsToday) = (done.new, done.reviews)
    let parameters = try desk.parameters(of: topic, retentions: retentions)
    forecasts = parameters.map {
      Forecast(
        cards, days: days, routine: routine, parameters: $0, model: desk.settings.model)
    }
    let newPerDay = limits.newPerDay
    years =
      desk.settings.model == .fsrs6
      ? parameters.map {
        Workload($0, habits: own.habits).seconds(for: cards, newPerDay: newPerDay)
      }
      : nil
    self.cards = cards
    self.own = own
  }

  private var seen: Int { cards.count(where: { $0.memory != nil }) }
  private var days: Int { forecasts.first?.days.count ?? 0 }
  private var lastDay: Day { today.advanced(by: days - 1) }

  // MARK: Text

  private static let side = 4

  /// A retention with a decimal where it has one: "92.5%".
  static func percent(_ retention: Double) -> String {
    let tenths = Int((retention * 1000).rounded())
    return tenths.isMultiple(of: 10) ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
  }

  /// What the limits let through.
  static func sentence(on limits: DailyLimits) -> String {
    let (new, reviews) = (limits.newPerDay, limits.reviewsPerDay)
    return "A day brings at most \(count(new, "new card")) and \(count(reviews, "review"))."
  }

  var text: String {
    let tables = stride(from: 0, to: forecasts.count, by: Self.side).map { first in
      let range = first..<min(first + Self.side, forecasts.count)
      return table(Array(forecasts[range]), years.map { Array($0[range]) })
    }
    return ([heading] + tables + [legend]).joined(separator: "\n\n")
  }

  private var heading: String {
    let new = Int((forecasts.first?.new ?? 0).rounded())
    return [
      "\(topic ?? "All topics"), \(count(days, "day")): \(today.long) to \(lastDay.long)",
      "\(count(cards.count, "card")), \(seen) seen; \(count(new, "new card")) to come. "
        + Self.sentence(on: limits),
    ].map(Columns.wrapped).joined(separator: "\n")
  }

  private var legend: String {
    let habits =
      own.areOwn
      ? "Ratings and times are those of \(count(own.answers, "answer")) in your log, mixed with "
        + "the usual ones, which weigh as much as \(OwnHabits.least)."
      : "Ratings and times are the usual ones: your log holds "
        + "\(count(own.answers, "timed answer")), and \(OwnHabits.least) are needed to show your own."
    return [
      "revs: cards that had waited days. min: minutes for all answers, new cards included. "
        + "known: cards you would recall at the end of the day.",
      (years == nil ? "" : "year: hours that all these cards cost in the next 365 days. ")
        + "The means of \(count(forecasts.first?.simulations ?? 0, "simulation")). " + habits,
    ].map(Columns.wrapped).joined(separator: "\n")
  }

  private func table(_ forecasts: [Forecast], _ years: [Double]?) -> String {
    let recall = forecasts.map { Columns.right("recall " + Self.percent($0.retention), 17) }
    let heads = forecasts.map { _ in Columns.right("revs  min known", 17) }
    var lines = [
      Columns.left("", 6) + recall.joined(),
      Columns.left(span == 1 ? "day" : "from", 6) + heads.joined(),
    ]
    for first in stride(from: 0, to: days, by: span) {
      let day = today.advanced(by: first).long.split(separator: " ")
      lines.append(
        row("\(Columns.right(String(day[1]), 2)) \(day[2])", forecasts, first..<first + span))
    }
    lines.append(Columns.line(row("a day", forecasts, 0..<days, known: false)))
    if let years {
      let hours = years.map { Columns.right("\(Int(($0 / 3600).rounded())) h", 11) }
      lines.append(
        Columns.line(
          Columns.left("year", 6) + hours.joined(separator: String(repeating: " ", count: 6))))
    }
    return lines.joined(separator: "\n")
  }

  /// Days to a row, so that a table stays readable; its figures are then means for a day.
  private var span: Int { days <= 31 ? 1 : days <= 366 ? 7 : 30 }

  private func row(
    _ name: String, _ forecasts: [Forecast], _ range: Range<Int>, known: Bool = true
  ) -> String {
    forecasts.reduce(Columns.left(name, 6)) { line, forecast in
      let loads = forecast.days[range.clamped(to: 0..<days)]
      let reviews = loads.reduce(0) { $0 + $1.reviews } / Double(loads.count)
      let minutes = loads.reduce(0) { $0 + $1.seconds } / Double(loads.count) / 60
      let short = minutes > 0 && minutes < 0.5 ? "<1" : String(Int(minutes.rounded()))
      return line + Columns.right(String(Int(reviews.rounded())), 6) + Columns.right(short, 5)
        + Columns.right(known ? String(Int((loads.last?.known ?? 0).rounded())) : "", 6)
    }
  }

  // MARK: JSON

  /// `ebb.forecast/1`, as the manual page describes it.
  struct Object: Encodable {
    struct Load: Encodable {
      let day: String
      let new, reviews, timeS, known: Double
    }
    struct Column: Encodable {
      let retention, new, reviews, timeS, known: Double
      let yearS: Nullable<Double>
      let days: [Load]
    }
    let schema = "ebb.forecast/1"
    let from, to: String
    let topic: Nullable<String>
    let cards, seen, newPerDay, reviewsPerDay: Int
    let habits: String
    let answers, simulations: Int
    let retentions: [Column]
  }

  var object: Object {
    func rounded(_ number: Double) -> Double { JSONText.rounded(number, decimals: 2) }
    return Object(
      from: today.description, to: lastDay.description, topic: Nullable(topic), cards: cards.count,
      seen: seen, newPerDay: limits.newPerDay, reviewsPerDay: limits.reviewsPerDay,
      habits: own.areOwn ? "own" : "usual", answers: own.answers,
      simulations: forecasts.first?.simulations ?? 0,
      retentions: forecasts.enumerated().map { index, forecast in
        Object.Column(
          retention: forecast.retention, new: rounded(forecast.new),
          reviews: rounded(forecast.reviews), timeS: rounded(forecast.seconds),
          known: rounded(forecast.known), yearS: Nullable(years.map { rounded($0[index]) }),
          days: forecast.days.enumerated().map { index, load in
            Object.Load(
              day: today.advanced(by: index).description, new: rounded(load.new),
              reviews: rounded(load.reviews), timeS: rounded(load.seconds),
              known: rounded(load.known))
          })
      })
  }
}

extension Desk {
  /// What a topic, or everything, is scheduled with, for each of several desired retentions.
  func parameters(of topic: String?, retentions: [Double]) throws -> [Parameters] {
    try retentions.map {
      try Parameters(
        weights: rules.parameters(of: topic, settings).weights, desiredRetention: $0,
        maximumInterval: usualParameters.maximumInterval)
    }
  }
}
