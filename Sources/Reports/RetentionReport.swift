import Scheduling

extension Report {
  static func retention(_ figures: Figures) -> Report {
    var blocks: [Block] = [
      .heading("True retention: first answer of each card on each day, not Again"),
      .table(periods(figures)), .sentence(interval(figures)),
    ]
    let chart = byTopic(figures)
    if !chart.table.rows.isEmpty {
      blocks.append(.chart(chart))
    }
    blocks.append(.chart(check(figures)))
    if let error = figures.check.error {
      blocks.append(
        .sentence(
          "Foretold and come lie \(Words.number(error * 100, decimals: 1)) points apart "
            + "(root mean square of ten bins, \(Words.count(figures.check.answers, "answer")))."))
    }
    return Report(
      .retention, of: figures,
      note: "Young: interval under 21 days. Grey and ~: fewer than 30 answers, noise.",
      blocks: blocks)
  }

  /// The periods people compare, shortest first.
  package static func retentionPeriods(_ figures: Figures) -> [(name: String, tally: DayTally)] {
    let today = figures.today
    let yesterday = today.advanced(by: -1)
    let fixed: [(String, Period)] = [
      ("today", .last(1, until: today)), ("yesterday", .last(1, until: yesterday)),
      ("7 days", .last(7, until: today)), ("30 days", .last(30, until: today)),
      ("90 days", .last(90, until: today)), ("365 days", .last(365, until: today)),
      ("all", .all(since: figures.days.first, until: today)),
    ]
    var periods = fixed
    if !fixed.contains(where: { ($0.1.from, $0.1.to) == (figures.period.from, figures.period.to) })
    {
      periods.append((figures.period.name, figures.period))
    }
    return periods.map { ($0.0, figures.days.sum($0.1)) }
  }

  private static func periods(_ figures: Figures) -> Table {
    let periods = retentionPeriods(figures)
    return Table(
      name: "retention",
      columns: [
        .init("period", "Period", isText: true), .init("young", "Young"),
        .init("mature", "Mature"), .init("all", "All"),
      ],
      rows: periods.map { name, tally in
        [.text(name), .share(tally.young), .share(tally.mature), .share(tally.all)]
      },
      noise: Set(periods.indices.filter { periods[$0].tally.all.isNoise }))
  }

  private static func interval(_ figures: Figures) -> String {
    let share = figures.days.sum(figures.period).all
    guard let interval = share.interval else {
      return "Goal \(Words.percent(figures.goal)); no card has waited days yet."
    }
    return "Goal \(Words.percent(figures.goal)); \(figures.period.name) between "
      + "\(Words.percent(interval.low)) and \(Words.percent(interval.high)) (95% interval)."
  }

  private static func byTopic(_ figures: Figures) -> Chart {
    let topics = figures.topics.filter { $0.kept.n > 0 }
      .sorted { ($0.kept.ratio ?? 0, $0.topic) < ($1.kept.ratio ?? 0, $1.topic) }
    return Chart(
      kind: .bars(column: 1, goal: figures.goal),
      title: "Retention by topic, \(figures.period.name)",
      summary: topics.first.map {
        "\(Words.count(topics.count, "topic")); the lowest is \($0.topic), \(Words.percent($0.kept.ratio ?? 0)). "
          + "The goal is \(Words.percent(figures.goal))."
      } ?? "No answers.",
      table: Table(
        name: "retention-by-topic",
        columns: [.init("topic", "Topic", isText: true), .init("kept", "Remembered")],
        rows: topics.map { [.text($0.topic), .share($0.kept)] },
        noise: Set(topics.indices.filter { topics[$0].kept.isNoise })))
  }

  private static func check(_ figures: Figures) -> Chart {
    let bins = figures.check.bins.enumerated().filter { $0.element.kept.n > 0 }
    return Chart(
      kind: .reliability(said: 1, right: 2), title: "What the model foretold, and what came",
      summary: bins.map { _, bin in
        "\(Words.percent(bin.foretold)) foretold, \(Words.percent(bin.kept.ratio ?? 0)) came"
      }.joined(separator: "; ") + ".",
      table: Table(
        name: "model-check",
        columns: [
          .init("bin", "Bin", isText: true), .init("foretold", "Foretold"), .init("came", "Came"),
        ],
        rows: bins.map { index, bin in
          [.text("\(index * 10)-\(index * 10 + 10)%"), .ratio(bin.foretold), .share(bin.kept)]
        },
        noise: Set(bins.indices.filter { bins[$0].element.kept.isNoise })))
  }
}
