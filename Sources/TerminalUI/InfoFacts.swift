import Decks
import Foundation
import MockInterview
import Reports
import Scheduling

/// The facts that card info lists, in words.
struct InfoFacts {
  /// A name and what is known under it.
  struct Fact {
    let name: String
    let text: String
    var isWarning = false
  }

  /// Facts for half a row each, in pairs that belong together.
  let short: [Fact]
  /// Facts that take a row.
  let long: [Fact]
  /// Every answer, the newest first.
  let history: [HistoryRow]

  init(_ card: Card, known: StudiedCard, history: [Review], from viewpoint: Viewpoint) {
    let words = CardWords(known, from: viewpoint)
    let schedule = known.schedule
    var short = [
      Fact(name: "STATE", text: words.state), Fact(name: "RECALL NOW", text: words.recall),
    ]
    if let memory = schedule.memory {
      short.append(Fact(name: "STABILITY", text: CardWords.days(memory.stability)))
      short.append(
        Fact(name: "DIFFICULTY", text: "\(Words.number(memory.difficulty, decimals: 1)) of 10"))
    }
    let time = history.reduce(0) { $0 + $1.duration }
    short.append(Fact(name: "LAPSES", text: words.lapses))
    short.append(Fact(name: "TIME", text: SpokenTime.fullShort(time)))
    self.short = short

    var long: [Fact] = []
    if let curve = Self.curve(of: known, from: viewpoint) {
      long.append(Fact(name: "FADES", text: curve))
    }
    long.append(Fact(name: "NEXT", text: Self.next(of: known, from: viewpoint)))
    let source = "\(card.place.path):\(card.place.line)"
    long.append(
      Fact(name: "SOURCE", text: ([source] + card.trail.suffix(1)).joined(separator: "   ")))
    long.append(Fact(name: "MADE BY", text: "rule \(card.rule), quality \(card.quality)"))
    if !card.tags.isEmpty {
      long.append(Fact(name: "TAGS", text: card.tags.joined(separator: ", ")))
    }
    if known.isChanged {
      long.append(
        Fact(
          name: "CHANGED", text: "! The note says something else by now; d shows what.",
          isWarning: true))
    }
    if known.marks.flag > 0 { long.append(Fact(name: "FLAG", text: "⚑ \(known.marks.flag)")) }
    if let memo = known.marks.memo { long.append(Fact(name: "MEMO", text: memo)) }
    self.long = long

    self.history = zip(history, [nil] + history.map { $0 as Review? }).map { answer, before in
      HistoryRow(answer, after: before, by: viewpoint.scheduler)
    }.reversed()
  }

  /// What each rating would lead to now.
  private static func next(of card: StudiedCard, from viewpoint: Viewpoint) -> String {
    let scheduler = viewpoint.scheduler
    let outlook = scheduler.outlook(of: card.schedule, card: card.id, at: viewpoint.now)
    let delays = Rating.allCases.map { rating in
      "\(rating.name) \(outlook.delay(rating, from: viewpoint.now, calendar: scheduler.calendar))"
    }
    let aim = CardWords.percent(scheduler.parameters.desiredRetention)
    return delays.joined(separator: "  ") + ", aiming at \(aim)"
  }

  private static let curvePoints = 24
  private static let heights: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// How the memory fades without another answer, from now until four times its stability: recall
  /// by the model, drawn between 40 % and 100 %; nil for a new card.
  static func curve(of card: StudiedCard, from viewpoint: Viewpoint) -> String? {
    guard let memory = card.schedule.memory else { return nil }
    let days = max((memory.stability * 4).rounded(), 7)
    var recalls: [Double] = []
    for point in 0..<curvePoints {
      let moment = viewpoint.now + days * 86400 * Double(point) / Double(curvePoints - 1)
      guard let recall = viewpoint.scheduler.recall(of: card.schedule, at: moment) else {
        return nil
      }
      recalls.append(recall)
    }
    let drawn = recalls.map { recall in
      heights[min(max(Int((recall - 0.4) / 0.6 * 8), 0), 7)]
    }
    let first = CardWords.percent(recalls.first)
    return
      "\(first) \(String(drawn)) \(CardWords.percent(recalls.last)) in \(Delay.days(Int(days)))"
  }
}

/// One answer as a row of the history.
struct HistoryRow {
  static let headings = ["DATE", "GRADE", "AFTER", "RECALL", "STABLE", "TOOK", "SURE"]
  /// Cells of the columns, gaps included.
  static let widths = [13, 8, 8, 9, 9, 10, 9]

  let cells: [String]

  init(_ answer: Review, after before: Review?, by scheduler: Scheduler) {
    let calendar = scheduler.calendar
    let days = before.map { calendar.days(from: $0.time, to: answer.time) }
    let after = before.map { before in
      days == 0
        ? Delay.seconds(Int(answer.time.timeIntervalSince(before.time))).description
        : Delay.days(days ?? 0).description
    }
    let recall =
      days.map { $0 > 0 } == true
      ? scheduler.recall(of: answer.before, at: answer.time) : nil
    let sure = answer.sureness.flatMap { Sureness(rawValue: $0)?.name }
    cells = [
      calendar.day(of: answer.time).short,
      answer.rating.name, after ?? "first",
      CardWords.percent(recall),
      answer.after.memory.map { "\(Words.number($0.stability, decimals: 1)) d" } ?? "·",
      SpokenTime.fullShort(answer.duration), sure ?? "·",
    ]
  }
}
