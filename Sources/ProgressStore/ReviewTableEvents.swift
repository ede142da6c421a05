import Decks
import Foundation
import Scheduling

extension ReviewTable {
  /// The answers as events of the log, scheduled as if they had been given here. The same answer
  /// always has the same identity, so that a file can be imported twice, on two machines.
  package func events(by scheduler: Scheduler) -> some Sequence<LogEvent> {
    var states: [Int: CardState] = [:]
    return rows.lazy.map { row in
      let card = CardID(rawValue: cards[row.card])
      let time = Date(milliseconds: row.time)
      let before = states[row.card, default: .untouched].schedule
      let outlook = scheduler.outlook(of: before, card: card, at: time)
      let review = Review(
        card: card, time: time, rating: row.rating, duration: row.duration, before: before,
        after: outlook[row.rating], offset: scheduler.calendar.offset(of: time))
      states[row.card, default: .untouched].add(review, by: scheduler)
      var hash = StableHash()
      hash.combine(card.rawValue)
      hash.combine(String(row.time))
      let device = "csv-" + String(hash.value, radix: 36)
      return LogEvent(
        identity: LogEvent.Identity(device: device, number: 1), batch: 1,
        stamp: review.stamp(in: scheduler.calendar), kind: .review(review))
    }
  }

  /// The answers as a log to fit weights to; a file without states is taken to begin every card
  /// with its first answer.
  package func trainingLog(calendar: StudyCalendar) -> TrainingLog {
    var seen: Set<Int> = []
    return TrainingLog(
      rows: rows.map { row in
        let isFirst = seen.insert(row.card).inserted
        return TrainingLog.Row(
          card: row.card, time: row.time, day: calendar.day(of: Date(milliseconds: row.time)),
          rating: row.rating, kind: row.kind ?? (isFirst ? .learning : .review))
      })
  }

  /// The first line of a file that `line(of:)` writes.
  package static let header = example + ",review_duration,review_state"

  /// An answer as a line of such a file.
  package static func line(of review: Review) -> String {
    let state =
      switch review.before.phase {
      case .new: 0
      case .learning: 1
      case .review: 2
      case .relearning: 3
      }
    return "\(review.card.rawValue),\(review.time.milliseconds),\(review.rating.rawValue),"
      + "\(review.duration),\(state)"
  }
}
