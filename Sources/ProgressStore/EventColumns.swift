import Decks
import Foundation
import Scheduling

/// How an event is written in the columns of the log.
enum EventColumns {
  /// What `review(in:)` reads.
  static let ofReview = """
    card, time, rating, duration, sureness, utc_offset, \(ScheduleColumns.names),
    \(ScheduleColumns.nextNames)
    """
  static let reviewCount = 6 + 2 * ScheduleColumns.count
  /// What `event(in:)` reads.
  static let all = """
    \(ofReview), device, number, kind, batch, day, name, body, reverted_device, reverted_number
    """
  /// The checksum that an event should have, and whether it has it.
  static let sum = "row_sum(\(all))"
  static let isIntact = "sum is \(sum)"
  /// Whether an event keeps the constraints of its table, which a merge of large files checks here:
  /// asked in this order, they take a fraction of the time.
  static let isLawful = """
    ifnull(number > 0
      and ifnull(rating between 1 and 4, kind != 'review')
      and ifnull(duration >= 0, true) and ifnull(sureness between 1 and 3, true)
      and case kind
        when 'review' then card is not null
        when 'mark' then card is not null and name is not null and body is not null
        when 'fact' then name is not null and json_valid(body)
        when 'revert' then reverted_device is not null and reverted_number is not null
      end, false)
    """
  static let insertion = "insert into event (\(all), sum) values (\(marks), row_sum(\(marks)))"
  private static let marks = all.split(separator: ",").indices.map { "?\($0 + 1)" }
    .joined(separator: ", ")

  /// The answer in a row that begins with `ofReview`.
  static func review(in row: Row) -> Review? {
    review(in: row, of: CardID(rawValue: row.text(0)))
  }

  /// The same where the card is known already.
  static func review(in row: Row, of card: CardID) -> Review? {
    guard let rating = rating(in: row) else { return nil }
    return Review(
      card: card, time: Date(milliseconds: row.integer(1)),
      rating: rating, duration: max(0, row.integer(3)),
      before: before(in: row), after: after(in: row),
      sureness: row.optionalInteger(4).map { min(max($0, 1), 3) }, offset: row.integer(5))
  }

  /// Where the card of the answer in a row stood before it, and where it stood since.
  static func before(in row: Row) -> Schedule { ScheduleColumns.schedule(in: row, from: 6) }
  static func after(in row: Row) -> Schedule {
    ScheduleColumns.schedule(in: row, from: 6 + ScheduleColumns.count)
  }

  /// How the answer in a row was graded.
  static func rating(in row: Row) -> Rating? { Rating(rawValue: row.integer(2)) }

  /// When the answer in a row was given, and on which study day if the log says.
  static func moment(in row: Row) -> (time: Date, day: Day?, offset: Int) {
    (
      Date(milliseconds: row.integer(1)),
      row.optionalInteger(nextLastDay).map { Day(number: $0) }, row.integer(5)
    )
  }

  private static let nextLastDay = 6 + ScheduleColumns.count + ScheduleColumns.lastDay

  /// The event in a row of `all`; nil if it is of no known kind.
  static func event(in row: Row) -> LogEvent? {
    let first = reviewCount
    let identity = LogEvent.Identity(device: row.text(first), number: row.integer(first + 1))
    let kind: LogEvent.Kind
    switch row.text(first + 2) {
    case "review":
      guard let review = review(in: row) else { return nil }
      kind = .review(review)
    case "mark":
      guard let mark = CardMark(name: row.text(first + 5), detail: row.text(first + 6)) else {
        return nil
      }
      kind = .mark(mark, card: CardID(rawValue: row.text(0)))
    case "fact": kind = .fact(name: row.text(first + 5), body: row.text(first + 6))
    case "revert":
      kind = .revert(
        LogEvent.Identity(device: row.text(first + 7), number: row.integer(first + 8)),
        card: row.isNull(0) ? nil : CardID(rawValue: row.text(0)))
    default: return nil
    }
    let stamp = Stamp(
      time: Date(milliseconds: row.integer(1)), day: Day(number: row.integer(first + 4)),
      offset: row.integer(5))
    return LogEvent(
      identity: identity, batch: row.optionalInteger(first + 3), stamp: stamp, kind: kind)
  }

  /// The values of `all`.
  static func values(of event: LogEvent) -> [Value] {
    var values: [Value] = [
      Value(event.card?.rawValue), .integer(event.time.milliseconds), .null, .null, .null,
      .integer(event.stamp.offset),
    ]
    if case .review(let review) = event.kind {
      values[2] = .integer(review.rating.rawValue)
      values[3] = .integer(review.duration)
      values[4] = Value(review.sureness)
      values += ScheduleColumns.values(of: review.before)
      values += ScheduleColumns.values(of: review.after)
    } else {
      values += [Value](repeating: .null, count: 2 * Int(ScheduleColumns.count))
    }
    values += [.text(event.identity.device), .integer(event.identity.number)]
    values += [.text(event.kind.name), Value(event.batch), .integer(event.stamp.day.number)]
    switch event.kind {
    case .review: values += [.null, .null, .null, .null]
    case .mark(let mark, _): values += [.text(mark.name), .text(mark.detail), .null, .null]
    case .fact(let name, let body): values += [.text(name), .text(body), .null, .null]
    case .revert(let reverted, _):
      values += [.null, .null, .text(reverted.device), .integer(reverted.number)]
    }
    return values
  }
}

extension LogEvent.Kind {
  /// How the kind is called in the log.
  var name: String {
    switch self {
    case .review: "review"
    case .mark: "mark"
    case .fact: "fact"
    case .revert: "revert"
    }
  }
}
