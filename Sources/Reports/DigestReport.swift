import Decks
import Scheduling

extension Report {
  /// The week on one screen: what was learned, what slipped, what is next.
  static func digest(_ figures: Figures) -> Report {
    let week = Period.last(7, until: figures.today)
    let sum = figures.days.sum(week)
    let known = figures.memory.known - figures.knownLastWeek
    var blocks: [Block] = [
      .heading("Learned"),
      .sentence(
        "\(Words.count(sum.new, "new card")), \(Words.count(sum.answers, "answer")) on "
          + "\(figures.days.studied(in: week)) of 7 days, \(Words.duration(sum.milliseconds))."),
      .sentence(
        "You would recall \(Words.count(Int(figures.memory.known.rounded()))) of "
          + "\(Words.count(figures.cards - figures.states.suspended, "card")), "
          + "\(known < 0 ? "" : "+")\(Words.number(known, decimals: 0)) since last week."),
    ]
    if let ratio = sum.all.ratio {
      blocks.append(
        .sentence(
          "Remembered \(Words.count(sum.all.ok)) of \(Words.count(sum.all.n)), "
            + "\(Words.percent(ratio)); the goal is \(Words.percent(figures.goal))"
            + (sum.all.isNoise ? " (few)." : ".")))
    }
    blocks.append(.heading("Slipped"))
    if figures.slipped.isEmpty {
      blocks.append(.sentence("Nothing that had waited days was forgotten."))
    }
    for slip in figures.slipped.prefix(5) {
      let times = slip.lapses > 1 ? " (\(slip.lapses) times)" : ""
      blocks.append(
        .sentence(
          "\(slip.topic): \(figures.names[slip.card]?.question ?? slip.card.rawValue)\(times)"))
    }
    if figures.slipped.count > 5 {
      blocks.append(.sentence("and \(Words.count(figures.slipped.count - 5)) more."))
    }
    blocks.append(.heading("Next"))
    blocks += Advice(figures).steps.enumerated().map { .sentence("\($0 + 1)  \($1)") }
    return Report(
      .digest, of: figures, span: week.name, note: "Every figure: ebb report.", blocks: blocks)
  }
}
