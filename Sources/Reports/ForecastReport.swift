import Scheduling

extension Report {
  /// Days ahead: as many as the period looks back, 7 at least and a year at most.
  package static func horizon(_ figures: Figures) -> Int {
    min(max(figures.period.days, 7), figures.load.days.count)
  }

  static func forecast(_ figures: Figures) -> Report {
    let days = horizon(figures)
    let load = figures.load
    let facts: [Block] = [
      .sentence(
        "today \(Words.count(load.sum(1)))   "
          + "tomorrow \(Words.count(load.days.count > 1 ? load.days[1].due : 0))   "
          + "7 days \(Words.count(load.sum(7)))   "
          + "\(days) days \(Words.count(load.sum(days))), \(mean(load.sum(days), days)) a day"),
      .sentence(daily(figures)),
      .sentence("With new cards, for several retentions: ebb forecast."),
    ]
    return Report(
      .forecast, of: figures, span: "next \(days) days",
      note: "Reviews already scheduled only; a card that is missed comes again sooner.",
      blocks: [.chart(due(figures, days: days))] + facts)
  }

  private static func mean(_ sum: Int, _ days: Int) -> String {
    Words.number(Double(sum) / Double(max(days, 1)), decimals: 0)
  }

  private static func daily(_ figures: Figures) -> String {
    let reviews = figures.load.daily
    let time = figures.seconds.map { Int(reviews * $0.review * 1000) }
    return "Daily load of the cards you have now: "
      + "\(Words.number(reviews, decimals: reviews < 10 ? 1 : 0)) reviews"
      + (time.map { ", about \(Words.duration($0))" } ?? "")
      + " (sum of 1/interval)"
  }

  private static func due(_ figures: Figures, days: Int) -> Chart {
    let loads = figures.load.days.prefix(days)
    let most = loads.enumerated().max { $0.element.due < $1.element.due }
    let summary =
      most.map {
        "\(Words.count(figures.load.sum(days), "review")) in \(days) days; most on "
          + "\(figures.today.advanced(by: $0.offset).long), \(Words.count($0.element.due))."
      } ?? "Nothing is due."
    return Chart(
      kind: .columns(column: 1), title: "Reviews due per day", summary: summary,
      table: Table(
        name: "forecast",
        columns: [
          .init("day", "Day", isText: true), .init("due", "Due"),
          .init("topics", "Most of them", isText: true),
        ],
        rows: loads.enumerated().map { index, load in
          let topics = load.topics.prefix(3).map { "\($0.topic) \($0.cards)" }
          return [
            .day(figures.today.advanced(by: index)), .count(load.due),
            .text(topics.joined(separator: ", ")),
          ]
        }))
  }
}
