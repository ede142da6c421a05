import Foundation
import Scheduling

/// How a Schedule is written in columns, the same in the log and in the table of schedules.
enum ScheduleColumns {
  /// The columns in order, and the same for where a card stood after an answer.
  static let names = all.joined(separator: ", ")
  static let nextNames = all.map { "next_" + $0 }.joined(separator: ", ")
  static let marks = all.map { _ in "?" }.joined(separator: ", ")
  static let count = Int32(all.count)
  /// Which of them is the study day of the last answer.
  static let lastDay: Int32 = 9

  private static let all = [
    "phase", "step", "stability", "difficulty", "fast", "due_time", "due_day", "interval",
    "last_review", "last_day", "reviews", "lapses",
  ]

  static func values(of schedule: Schedule) -> [Value] {
    let (phase, step) = code(of: schedule.phase)
    let time: Value
    let day: Value
    switch schedule.due {
    case .moment(let moment): (time, day) = (.integer(moment.milliseconds), .null)
    case .day(let number): (time, day) = (.null, .integer(number.number))
    }
    return [
      .integer(phase), .integer(step), Value(schedule.memory?.stability),
      Value(schedule.memory?.difficulty), Value(schedule.memory?.fast), time, day,
      .integer(schedule.interval), Value(schedule.lastReview.map(\.milliseconds)),
      Value(schedule.lastDay.map(\.number)), .integer(schedule.reviews),
      .integer(schedule.lapses),
    ]
  }

  /// Reads a schedule whose columns begin at `first`.
  static func schedule(in row: Row, from first: Int32) -> Schedule {
    var memory: MemoryState?
    if let stability = row.optionalReal(first + 2), let difficulty = row.optionalReal(first + 3) {
      memory = MemoryState(
        stability: stability, difficulty: difficulty, fast: row.optionalReal(first + 4))
    }
    let due: Schedule.Due =
      row.optionalInteger(first + 5).map { .moment(Date(milliseconds: $0)) }
      ?? .day(Day(number: row.integer(first + 6)))
    return Schedule(
      phase: phase(code: row.integer(first), step: row.integer(first + 1)), memory: memory,
      due: due, interval: row.integer(first + 7),
      lastReview: row.optionalInteger(first + 8).map { Date(milliseconds: $0) },
      lastDay: row.optionalInteger(first + 9).map { Day(number: $0) },
      reviews: row.integer(first + 10), lapses: row.integer(first + 11))
  }

  private static func code(of phase: Schedule.Phase) -> (phase: Int, step: Int) {
    switch phase {
    case .new: (0, 0)
    case .learning(let step): (1, step)
    case .review: (2, 0)
    case .relearning(let step): (3, step)
    }
  }

  private static func phase(code: Int, step: Int) -> Schedule.Phase {
    switch code {
    case 1: .learning(step: step)
    case 2: .review
    case 3: .relearning(step: step)
    default: .new
    }
  }
}
