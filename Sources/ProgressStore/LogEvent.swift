import Decks
import Foundation
import Scheduling

/// One line of the log as it is kept: an answer, or that an answer no longer holds.
package struct LogEvent: Hashable, Sendable {
  /// Which event this is, in every copy of the file.
  package struct Identity: Hashable, Sendable {
    /// The opening of the file that added it.
    package let device: String
    /// Its number among the events of the device, from 1.
    package let number: Int

    /// Makes an identity from its parts.
    package init(device: String, number: Int) {
      self.device = device
      self.number = number
    }
  }

  /// What happened.
  package enum Kind: Hashable, Sendable {
    case review(Review)
    case revert(Identity, card: CardID, time: Date)
  }

  package let identity: Identity
  package let kind: Kind

  /// Makes an event from its parts.
  package init(identity: Identity, kind: Kind) {
    self.identity = identity
    self.kind = kind
  }

  /// The card that was answered, or whose answer was taken back.
  package var card: CardID {
    switch kind {
    case .review(let review): review.card
    case .revert(_, let card, _): card
    }
  }

  /// When it happened, to the millisecond.
  package var time: Date {
    switch kind {
    case .review(let review): review.time
    case .revert(_, _, let time): time
    }
  }

  /// Whether both tell the same fact; where the card stood may be another computation's view.
  func saysTheSame(as other: LogEvent) -> Bool {
    switch (kind, other.kind) {
    case (.review(let left), .review(let right)):
      left.card == right.card && left.time == right.time && left.rating == right.rating
    case (.revert(let left, _, _), .revert(let right, _, _)): left == right
    default: false
    }
  }

  // MARK: Columns

  /// What `review(in:)` reads.
  static let reviewColumns =
    "card, time, rating, duration, sureness, \(ScheduleColumns.names), \(ScheduleColumns.nextNames)"
  private static let reviewCount = 5 + 2 * ScheduleColumns.count
  /// What `init(row:)` reads.
  static let columns = "\(reviewColumns), device, number, kind, reverted_device, reverted_number"
  static let marks = columns.split(separator: ",").map { _ in "?" }.joined(separator: ", ")

  /// The answer in a row that begins with `reviewColumns`.
  static func review(in row: Row) -> Review? {
    guard let rating = Rating(rawValue: row.integer(2)) else { return nil }
    return Review(
      card: CardID(rawValue: row.text(0)), time: Date(milliseconds: row.integer(1)),
      rating: rating, duration: row.integer(3), before: ScheduleColumns.schedule(in: row, from: 5),
      after: ScheduleColumns.schedule(in: row, from: 5 + ScheduleColumns.count),
      sureness: row.optionalInteger(4))
  }

  /// The event in a row of `columns`; nil if it is of no known kind.
  init?(row: Row) {
    let first = Self.reviewCount
    identity = Identity(device: row.text(first), number: row.integer(first + 1))
    if row.text(first + 2) == "review" {
      guard let review = Self.review(in: row) else { return nil }
      kind = .review(review)
    } else {
      kind = .revert(
        Identity(device: row.text(first + 3), number: row.integer(first + 4)),
        card: CardID(rawValue: row.text(0)), time: Date(milliseconds: row.integer(1)))
    }
  }

  /// The values of `columns`.
  var values: [Value] {
    let named: [Value] = [.text(identity.device), .integer(identity.number)]
    switch kind {
    case .review(let review):
      let answer: [Value] = [
        .text(review.card.rawValue), .integer(review.time.milliseconds),
        .integer(review.rating.rawValue), .integer(review.duration), Value(review.sureness),
      ]
      return answer + ScheduleColumns.values(of: review.before)
        + ScheduleColumns.values(of: review.after) + named + [.text("review"), .null, .null]
    case .revert(let reverted, let card, let time):
      let absent = [Value](repeating: .null, count: Int(Self.reviewCount) - 2)
      return [.text(card.rawValue), .integer(time.milliseconds)] + absent + named
        + [.text("revert"), .text(reverted.device), .integer(reverted.number)]
    }
  }
}
