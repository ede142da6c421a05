import Scheduling

/// What to do next: at most three things, the most urgent first, each with its reason.
package struct Advice: Hashable, Sendable {
  package let steps: [String]

  /// Days without a mock interview after which one is proposed.
  private static let mockPause = 14

  /// Reads it off the figures.
  package init(_ figures: Figures) {
    let candidates = [
      Self.review(figures), Self.retention(figures), Self.sureness(figures),
      Self.leeches(figures), Self.weakest(figures), Self.mock(figures),
    ]
    steps = Array(candidates.compactMap(\.self).prefix(3))
  }

  private static func review(_ figures: Figures) -> String? {
    guard figures.due > 0 || figures.newLeft > 0 else { return nil }
    let time = figures.timeLeft.map { ", about \(Words.duration($0))" } ?? ""
    let of = figures.dueToday < figures.due ? " of \(Words.count(figures.due))" : ""
    let parts = [
      figures.due > 0 ? Words.count(figures.dueToday) + of + " due" : nil,
      figures.newLeft > 0 ? "\(figures.newLeft) new" : nil,
    ].compactMap(\.self)
    return "Review what waits today: \(Words.list(parts))\(time) (ebb review)."
  }

  /// Only where chance does not explain it: the whole interval lies below the goal.
  private static func retention(_ figures: Figures) -> String? {
    let kept = figures.days.sum(figures.period).all
    guard !kept.isNoise, let ratio = kept.ratio, let interval = kept.interval,
      interval.high < figures.goal
    else { return nil }
    return "You remember \(Words.percent(ratio)) where the goal is \(Words.percent(figures.goal)): "
      + "fit the weights to your answers (ebb optimize)."
  }

  private static func sureness(_ figures: Figures) -> String? {
    guard let topic = figures.calibration.topics.first(where: { $0.bias >= 0.15 }) else {
      return nil
    }
    return "You are too sure in \(topic.topic), by \(Int((topic.bias * 100).rounded())) points: "
      + "answer aloud before you look."
  }

  private static func leeches(_ figures: Figures) -> String? {
    guard let worst = figures.leeches.first else { return nil }
    return "Rewrite the note of \(Words.count(figures.leeches.count, "card")) that you keep "
      + "forgetting, up to \(worst.lapses) times (ebb report overview lists them)."
  }

  private static func weakest(_ figures: Figures) -> String? {
    guard figures.topics.count > 1, let topic = figures.topics.first, let ready = topic.ready,
      ready < figures.goal
    else { return nil }
    let reason =
      topic.unseen > 0 ? "\(topic.unseen) of \(Words.count(topic.cards, "card")) never asked" : nil
    return "Least ready is \(topic.topic), \(Words.percent(ready))"
      + (reason.map { ": \($0)." } ?? ".")
  }

  private static func mock(_ figures: Figures) -> String? {
    guard figures.states.seen >= 30 else { return nil }
    guard let last = figures.mocks.last else {
      return "Try a mock interview: what you recall card by card is not yet an answer (ebb mock)."
    }
    let pause = last.day.distance(to: figures.today)
    return pause >= mockPause
      ? "Your last mock interview was \(pause) days ago (ebb mock \(last.preset))." : nil
  }
}
