import Foundation

/// Where a card stands: what it waits for, when it is due, what is known of its memory.
package struct Schedule: Hashable, Codable, Sendable {
  /// The part of its life a card is in.
  package enum Phase: Hashable, Codable, Sendable {
    /// Never answered.
    case new
    /// On its first steps, waiting for the step with this index.
    case learning(step: Int)
    /// Waiting days.
    case review
    /// Forgotten in review and on the steps back, waiting for the step with this index.
    case relearning(step: Int)
  }

  /// When a card is to be seen again.
  package enum Due: Hashable, Codable, Sendable {
    /// At a moment of the same study day.
    case moment(Date)
    /// Any time on or after this study day.
    case day(Day)
  }

  /// The part of its life the card is in.
  package var phase: Phase
  /// What FSRS knows; nil until the first answer.
  package var memory: MemoryState?
  /// When to see it again; without meaning while the phase is new.
  package var due: Due
  /// Days last scheduled, 0 until the card first reaches review; on relearning steps, the days
  /// its memory would allow now.
  package var interval: Int
  /// When it was last answered, to the millisecond; nil if never.
  package var lastReview: Date?
  /// The study day of that answer where it was given; nil if never.
  package var lastDay: Day?
  /// Answers so far.
  package var reviews: Int
  /// How often it was forgotten in review.
  package var lapses: Int

  /// Where every card begins.
  package static let new = Schedule(
    phase: .new, memory: nil, due: .day(Day(number: 0)), interval: 0, lastReview: nil, reviews: 0,
    lapses: 0)

  /// Makes a schedule from its parts, as read back from a store.
  package init(
    phase: Phase, memory: MemoryState?, due: Due, interval: Int, lastReview: Date?,
    lastDay: Day? = nil,
    reviews: Int, lapses: Int
  ) {
    self.phase = phase
    self.memory = memory
    self.due = due
    self.interval = interval
    self.lastReview = lastReview
    self.lastDay = lastDay
    self.reviews = reviews
    self.lapses = lapses
  }

  /// Whether the card waits to be answered at this moment. A new card is never due: it waits to
  /// be introduced.
  package func isDue(at now: Date, in calendar: StudyCalendar) -> Bool {
    if phase == .new { return false }
    return switch due {
    case .moment(let moment): moment <= now
    case .day(let day): day <= calendar.day(of: now)
    }
  }

  /// Whether the card is on learning or relearning steps.
  package var isOnSteps: Bool {
    switch phase {
    case .learning, .relearning: true
    case .new, .review: false
    }
  }
}
