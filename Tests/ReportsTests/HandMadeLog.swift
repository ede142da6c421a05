import Decks
import Foundation
import Reports
import Scheduling

/// Tuesday 24 November 2026.
let today = Day(year: 2026, month: 11, day: 24)
let utc = StudyCalendar.fixed()

/// A moment of UTC, such as `2026-11-24 09:12`.
func at(_ text: String) -> Date {
  let parts = text.split(separator: " ")
  let clock = parts[1].split(separator: ":").compactMap { Int($0) }
  let day = Day(String(parts[0]))?.number ?? 0
  return Date(milliseconds: (day * 86400 + clock[0] * 3600 + clock[1] * 60) * 1000)
}

extension StudyCalendar {
  /// Berlin in 2026: summer from 29 March to 25 October, each from 01:00 UTC.
  static let berlin = StudyCalendar {
    (at("2026-03-29 01:00")..<at("2026-10-25 01:00")).contains($0) ? 7200 : 3600
  }
}

/// A log and a table of cards written by hand, answer by answer.
struct HandMadeLog {
  var table = CardTable()
  var reviews: [Review] = []
  var calendar = utc

  /// Adds a card that stands somewhere; without a stability it was never answered.
  mutating func card(
    _ name: String, topic: String = "Redis", trail: [String] = [], stability: Double? = nil,
    difficulty: Double = 5, interval: Int = 10, dueIn: Int = 0, last: String = "2026-11-14 10:00",
    lapses: Int = 0, isSuspended: Bool = false, passage: String? = nil
  ) {
    let schedule =
      stability.map { stability in
        Schedule(
          phase: .review, memory: MemoryState(stability: stability, difficulty: difficulty),
          due: .day(today.advanced(by: dueIn)), interval: interval, lastReview: at(last),
          reviews: 3, lapses: lapses)
      } ?? .new
    table.add(
      CardID(rawValue: name), topic: topic, trail: trail, schedule: schedule,
      isSuspended: isSuspended, passage: passage)
  }

  /// Adds an answer to a card that had waited `interval` days; to one on its steps or never seen
  /// if the phase says so. What is known of its memory since is a stability, or what FSRS-7 knows.
  mutating func answer(
    _ name: String, _ moment: String, _ rating: Rating = .good,
    phase: Schedule.Phase = .review, interval: Int = 10, stability: Double = 10,
    traces: TwoTraceState? = nil, milliseconds: Int = 10_000, sureness: Int? = nil
  ) {
    var before = Schedule.new
    before.phase = phase
    before.interval = interval
    var after = before
    after.phase = .review
    after.memory =
      traces.map { MemoryState(stability: $0.slow, difficulty: $0.difficulty, fast: $0.fast) }
      ?? MemoryState(stability: stability, difficulty: 5)
    let stamp = Stamp(at(moment), in: calendar)
    after.lastDay = stamp.day
    reviews.append(
      Review(
        card: CardID(rawValue: name), time: at(moment), rating: rating, duration: milliseconds,
        before: before, after: after, sureness: sureness, offset: stamp.offset))
  }

  var sources: Figures.Sources {
    Figures.Sources(cards: table, log: AnswerLog(reviews, calendar: calendar))
  }

  /// The figures on 24 November 2026 at 09:12 UTC.
  func figures(
    days: Int = 30, topic: String? = nil, now: String = "2026-11-24 09:12"
  ) -> Figures {
    let now = at(now)
    return Figures(
      sources, period: .last(days, until: calendar.day(of: now)), topic: topic, at: now,
      calendar: calendar)
  }
}

/// Whether two numbers are equal but for rounding in the last digits.
func isNear(_ left: Double?, _ right: Double, within distance: Double = 1e-9) -> Bool {
  left.map { abs($0 - right) <= distance } ?? false
}
