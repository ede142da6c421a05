import Foundation

/// The four schedules the four ratings would lead to.
///
/// The label on a key and the stored schedule both come from here, so they cannot differ.
package struct Outlook: Hashable, Sendable {
  private let again: Schedule
  private let hard: Schedule
  private let good: Schedule
  private let easy: Schedule

  init(_ schedule: (Rating) -> Schedule) {
    again = schedule(.again)
    hard = schedule(.hard)
    good = schedule(.good)
    easy = schedule(.easy)
  }

  /// Where the card would stand after this rating.
  package subscript(rating: Rating) -> Schedule {
    switch rating {
    case .again: again
    case .hard: hard
    case .good: good
    case .easy: easy
    }
  }

  /// How long the card would be away after this rating, given at this moment: the text of a key.
  package func delay(
    _ rating: Rating, from now: Date, calendar: StudyCalendar
  ) -> Delay {
    switch self[rating].due {
    case .moment(let due): .seconds(Int(due.timeIntervalSince(now).rounded()))
    case .day(let due): .days(calendar.day(of: now).distance(to: due))
    }
  }
}
