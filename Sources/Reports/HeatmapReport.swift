import Scheduling

extension Report {
  /// The year whose days the heatmap shows: whole weeks from a Monday, today in the last.
  package static func heatmapPeriod(_ figures: Figures) -> Period {
    let today = figures.period.to
    let monday = today.advanced(by: 1 - today.weekday)
    return Period(from: monday.advanced(by: -52 * 7), to: today)
  }

  /// Answers from which on a day is a shade darker: four shades up to the busiest day.
  package static func shades(most: Int) -> [Int] {
    let step = max((most + 3) / 4, 1)
    let round = step <= 5 ? step : (step + 4) / 5 * 5
    return [1, round + 1, 2 * round + 1, 3 * round + 1]
  }

  static func heatmap(_ figures: Figures) -> Report {
    let period = heatmapPeriod(figures)
    let studied = figures.days.studied(in: period)
    let sum = figures.days.sum(period)
    let first = max(period.from, figures.days.first)
    var blocks: [Block] = [.chart(year(figures, period))]
    if sum.answers > 0 {
      blocks += [
        .fact(
          Fact(
            "Studied",
            "\(studied) of \(Words.count(first.distance(to: period.to) + 1, "day")) since "
              + "\(first.short) \(first.year), \(Words.count(sum.answers, "answer")), "
              + Words.duration(sum.milliseconds))),
        .fact(
          Fact(
            "Streak",
            "\(Words.count(figures.streak.current, "day")), best \(figures.streak.best) "
              + "(one missed day in seven is bridged)")),
        .fact(Fact("Best", best(figures, period))),
        .fact(Fact("Usually", usually(figures, period))),
        .chart(hours(figures)),
      ]
    } else {
      blocks.append(.sentence("No answers in this year."))
    }
    return Report(
      .heatmap, of: figures, span: "a year to \(period.to.short) \(period.to.year)",
      note: "A study day begins at \(figures.rolloverHour) o'clock.", blocks: blocks)
  }

  private static func year(_ figures: Figures, _ period: Period) -> Chart {
    let days = (0..<period.days).map { period.from.advanced(by: $0) }
    let sum = figures.days.sum(period)
    return Chart(
      kind: .heatmap(column: 1), title: "Answers on every day of a year",
      summary: "\(Words.count(sum.answers, "answer")) on "
        + "\(Words.count(figures.days.studied(in: period), "day")).",
      table: Table(
        name: "heatmap",
        columns: [
          .init("day", "Day", isText: true), .init("answers", "Answers"), .init("ms", "Time"),
          .init("cards", "Cards"), .init("new", "New"), .init("first", "Remembered"),
        ],
        rows: days.map { day in
          let tally = figures.days[day]
          return [
            .day(day), .count(tally.answers), .milliseconds(tally.milliseconds),
            .count(tally.cards), .count(tally.new), .share(tally.all),
          ]
        }))
  }

  private static func best(_ figures: Figures, _ period: Period) -> String {
    let days = (0..<period.days).map { period.from.advanced(by: $0) }
    let most = days.map { figures.days[$0].answers }.max() ?? 0
    let best = days.filter { figures.days[$0].answers == most }
    return "\(Words.count(most, "answer")), "
      + Words.list(best.suffix(2).map(\.brief))
  }

  /// Mean answers of every weekday, Monday first, over the days since the first answer.
  package static func weekdayMeans(_ figures: Figures, _ period: Period) -> [Double] {
    var sums = [Double](repeating: 0, count: 7)
    var counts = sums
    var day = max(period.from, figures.days.first)
    while day <= period.to {
      sums[day.weekday - 1] += Double(figures.days[day].answers)
      counts[day.weekday - 1] += 1
      day = day.advanced(by: 1)
    }
    return zip(sums, counts).map { $1 == 0 ? 0 : $0 / $1 }
  }

  private static func usually(_ figures: Figures, _ period: Period) -> String {
    let names = (0..<7).map { Day(number: 4 + $0).weekdayName }
    let means = zip(names, weekdayMeans(figures, period)).sorted { $0.1 > $1.1 }
    func text(_ mean: (String, Double)) -> String {
      "\(mean.0) \(Words.number(mean.1, decimals: 0))"
    }
    return means.prefix(3).map(text).joined(separator: ", ")
      + "; fewest on " + (means.last.map(text) ?? "")
  }

  private static func hours(_ figures: Figures) -> Chart {
    // From the rollover on, because that is when a study day begins.
    let order = (0..<24).map { ($0 + figures.rolloverHour) % 24 }
    let busiest = order.max { figures.hours[$0].answers < figures.hours[$1].answers } ?? 0
    return Chart(
      kind: .columns(column: 1),
      title: "Answers by hour of the day, \(figures.period.name): "
        + Words.count(figures.hours.reduce(0) { $0 + $1.answers }),
      summary: "Most answers from \(busiest) to \(busiest + 1) o'clock, "
        + "\(Words.count(figures.hours[busiest].answers)).",
      table: Table(
        name: "hours",
        columns: [
          .init("hour", "Hour", isText: true), .init("answers", "Answers"),
          .init("first", "Remembered"),
        ],
        rows: order.map { hour in
          let figures = figures.hours[hour]
          return [
            .text(hour < 10 ? "0\(hour)" : "\(hour)"), .count(figures.answers),
            .share(figures.kept),
          ]
        },
        noise: Set(order.indices.filter { figures.hours[order[$0]].kept.isNoise })))
  }
}
