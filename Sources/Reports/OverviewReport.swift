import Decks
import Scheduling

extension Report {
  /// One report.
  package init(_ view: View, of figures: Figures) {
    switch view {
    case .overview: self = .overview(figures)
    case .retention: self = .retention(figures)
    case .forecast: self = .forecast(figures)
    case .heatmap: self = .heatmap(figures)
    case .topics: self = .topics(figures)
    case .calibration: self = .calibration(figures)
    case .mocks: self = .mocks(figures)
    case .digest: self = .digest(figures)
    }
  }

  private static func overview(_ figures: Figures) -> Report {
    guard !figures.isEmpty else { return empty(figures) }
    var blocks = summary(figures)
    blocks += [.heading("What to do next")]
    blocks += Advice(figures).steps.enumerated().map { .sentence("\($0 + 1)  \($1)") }
    if let chart = leastReady(figures) { blocks += [.chart(chart)] }
    blocks += [.chart(grades(figures))]
    if !figures.leeches.isEmpty {
      blocks += [
        .heading(
          "Leeches: \(figures.leeches.count) of \(Words.count(figures.states.seen, "seen card"))"),
        .table(list(figures.leeches, named: "leeches", names: figures.names)),
      ]
    }
    blocks += distributions(figures).map { .chart($0) }
    return Report(
      .overview, of: figures, note: "Every number here: ebb report overview --json", blocks: blocks)
  }

  /// What somebody sees who has answered nothing yet.
  private static func empty(_ figures: Figures) -> Report {
    let cards =
      figures.cards == 0
      ? "There are no cards yet: ebb add FOLDER brings your notes."
      : "\(Words.count(figures.cards, "card")) wait for you, \(figures.newLeft) of them today."
    return Report(
      .overview, of: figures, note: "Figures begin with your first answer.",
      blocks: [
        .sentence("Nothing was answered yet, so there is nothing to count."), .sentence(cards),
        .heading("What to do next"),
        .sentence("1  Press Enter on the home screen, or type ebb review."),
        .sentence("2  Come back tomorrow: from then on you see what you remembered."),
        .sentence("3  After a week, retention and forecast begin to mean something."),
      ])
  }

  static func summary(_ figures: Figures) -> [Block] {
    let sum = figures.days.sum(figures.period)
    let studied = figures.days.studied(in: figures.period)
    let states = figures.states
    var facts = [
      Fact(
        "Studied",
        "\(studied) of \(Words.count(figures.period.days, "day")), "
          + "streak \(figures.streak.current) (best \(figures.streak.best))"),
      Fact("Answers", answers(sum, studied: studied)),
      remembered(sum.all, goal: figures.goal),
      Fact(
        "Cards",
        [
          (states.new, "new"), (states.learning, "learning"), (states.young, "young"),
          (states.mature, "mature"), (states.suspended, "suspended"),
        ].map { "\(Words.count($0)) \($1)" }.joined(separator: "   ")),
    ]
    let active = states.all - states.suspended
    let seen =
      states.seen == 0
      ? "" : " (\(Words.percent(figures.memory.known / Double(states.seen))) of what you have seen)"
    facts.append(
      Fact(
        "Known now",
        "\(Words.count(Int(figures.memory.known.rounded()))) of "
          + "\(Words.count(active, "card"))\(seen)"))
    facts.append(Fact("Today", waiting(figures)))
    facts.append(Fact("This week", change(figures)))
    if !figures.mocks.isEmpty {
      let scores = figures.mocks.suffix(5).map { Words.number($0.score, decimals: 0) }
      facts.append(
        Fact(
          "Mocks",
          "\(figures.mocks.count) in all, \(figures.recentMocks.count) of them "
            + "\(figures.period.name); last \(scores.count): \(scores.joined(separator: " "))")
      )
    }
    return facts.map { .fact($0) }
  }

  private static func answers(_ sum: DayTally, studied: Int) -> String {
    guard sum.answers > 0 else { return "none" }
    return [
      Words.count(sum.answers), "\(Words.count(sum.answers / max(studied, 1))) a day",
      "\(Words.duration(sum.milliseconds / sum.answers)) each", Words.duration(sum.milliseconds),
    ].joined(separator: ", ")
  }

  private static func remembered(_ share: Share, goal: Double) -> Fact {
    guard let ratio = share.ratio else {
      return Fact("Remembered", "no card has waited days yet, goal \(Words.percent(goal))")
    }
    return Fact(
      "Remembered",
      "\(Words.count(share.ok)) of \(Words.count(share.n)) first answers, "
        + "\(Words.percent(ratio)), goal \(Words.percent(goal))"
        + (share.isNoise ? " (few)" : ""), isNoise: share.isNoise)
  }

  static func waiting(_ figures: Figures) -> String {
    guard figures.due + figures.newLeft > 0 else { return "nothing waits" }
    let due =
      figures.dueToday == figures.due
      ? Words.count(figures.due) : "\(Words.count(figures.dueToday)) of \(Words.count(figures.due))"
    return "\(due) due, \(figures.newLeft) new"
      + (figures.timeLeft.map { ", about \(Words.duration($0))" } ?? "")
  }

  /// The last seven days against the seven before.
  static func change(_ figures: Figures) -> String {
    let now = figures.days.sum(.last(7, until: figures.today))
    let before = figures.days.sum(.last(7, until: figures.today.advanced(by: -7)))
    let known = Int((figures.memory.known - figures.knownLastWeek).rounded())
    var text =
      "\(known > 0 ? "+" : "")\(known) known; \(Words.count(now.answers, "answer")), "
      + "\(Words.count(before.answers)) the week before"
    for (share, week) in [(now.all, "remembered"), (before.all, "the week before")] {
      guard let ratio = share.ratio else { continue }
      text +=
        "; \(Words.count(share.ok)) of \(Words.count(share.n)) \(week), \(Words.percent(ratio))"
        + (share.isNoise ? " (few)" : "")
    }
    return text
  }

  private static func leastReady(_ figures: Figures) -> Chart? {
    let topics = figures.topics.prefix(3).filter { $0.ready != nil }
    guard topics.count > 1 else { return nil }
    let rows = topics.map { topic -> [Value] in
      [
        .text(topic.topic), .ratio(topic.ready ?? 0),
        .part(Share(ok: topic.unseen, n: topic.cards)),
      ]
    }
    return Chart(
      kind: .bars(column: 1, goal: nil),
      title: "Least ready topics: share of their cards that you would recall now",
      summary: topics.map { "\($0.topic) \(Words.percent($0.ready ?? 0))" }
        .joined(separator: ", ") + " of the cards would be recalled now.",
      table: Table(
        name: "least-ready",
        columns: [
          .init("topic", "Topic", isText: true), .init("ready", "Ready"),
          .init("unseen", "Never asked"),
        ], rows: rows))
  }

  static func list(
    _ leeches: [Leech], named name: String, names: [CardID: Figures.CardName]
  ) -> Table {
    Table(
      name: name,
      columns: [
        .init("lapses", "Times"), .init("topic", "Topic", isText: true),
        .init("question", "Question", isText: true), .init("source", "Source", isText: true),
        .init("card", "Card", isText: true),
      ],
      rows: leeches.prefix(Figures.listed).map { leech in
        let name = names[leech.card]
        return [
          .count(leech.lapses), .text(leech.topic), .text(name?.question ?? leech.card.rawValue),
          .text(name.map { "\($0.place.path):\($0.place.line)" } ?? ""),
          .text(leech.card.rawValue),
        ]
      })
  }
}
