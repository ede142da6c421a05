import Decks
import Foundation

/// One answered card: one line of the log.
package struct Review: Hashable, Codable, Sendable {
  /// What an answer was part of: the phase before it.
  package enum Kind: String, CaseIterable, Hashable, Codable, Sendable {
    /// The first sight of a card, or a repeat on its learning steps.
    case learning
    /// A card that had waited days.
    case review
    /// A repeat after being forgotten.
    case relearning
  }

  /// The card that was answered.
  package let card: CardID
  /// When it was graded, to the millisecond.
  package let time: Date
  /// How well it was remembered.
  package let rating: Rating
  /// Milliseconds from shown to graded, at least 0.
  package let duration: Int
  /// Where the card stood before.
  package let before: Schedule
  /// Where it stands since.
  package let after: Schedule
  /// How sure the answerer felt before seeing the answer, 1...3; nil if not asked.
  package let sureness: Int?
  /// Seconds the clock was east of UTC when it was graded.
  package let offset: Int

  /// Makes a line of the log; `time` is rounded to a millisecond.
  package init(
    card: CardID, time: Date, rating: Rating, duration: Int, before: Schedule, after: Schedule,
    sureness: Int? = nil, offset: Int = 0
  ) {
    precondition(duration >= 0, "an answer cannot take less than no time")
    precondition(sureness.map { (1...3).contains($0) } ?? true, "sureness must be 1 to 3")
    self.card = card
    self.time = time.roundedToMillisecond
    self.rating = rating
    self.duration = duration
    self.before = before
    self.after = after
    self.sureness = sureness
    self.offset = offset
  }

  /// When and on which study day it was given; the calendar counts where the log does not say.
  package func stamp(in calendar: StudyCalendar) -> Stamp {
    Stamp(time: time, day: after.lastDay ?? calendar.day(of: time), offset: offset)
  }

  /// What the answer was part of.
  package var kind: Kind {
    switch before.phase {
    case .new, .learning: .learning
    case .review: .review
    case .relearning: .relearning
    }
  }
}
