import Scheduling

extension Figures {
  /// What was answered on a day, in one sentence.
  package func answered(on day: Day) -> String {
    let tally = days[day]
    guard tally.answers > 0 else { return "\(day.brief): no answers." }
    var parts = [
      Words.count(tally.answers, "answer"), Words.duration(tally.milliseconds),
      Words.count(tally.cards, "card"),
    ]
    if let ratio = tally.all.ratio {
      parts.append("\(tally.all.ok) of \(tally.all.n) remembered, \(Words.percent(ratio))")
    }
    return "\(day.brief): \(parts.joined(separator: ", "))."
  }

  /// What is due on a day from today on, in one sentence.
  package func due(on day: Day) -> String {
    let index = today.distance(to: day)
    let load = load.days.indices.contains(index) ? load.days[index] : DueLoad.Load()
    let time =
      seconds.map { ", about \(Words.duration($0.milliseconds(due: load.due, new: 0)))" } ?? ""
    guard load.due > 0 else { return "\(day.brief): no reviews." }
    let topics = load.topics.map { "\($0.topic) \($0.cards)" }.joined(separator: ", ")
    return "\(day.brief): \(Words.count(load.due, "review"))\(time): \(topics)"
  }
}
