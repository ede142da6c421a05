import Decks

/// Where a card stands, counted in whole study days from today: what predictions begin from.
package struct Standing: Hashable, Sendable {
  /// The card.
  package let card: CardID
  /// The subject it is counted under.
  package let topic: String
  /// The part of its life it is in.
  package let phase: Schedule.Phase
  /// What FSRS knows; nil for a card never answered.
  package let memory: MemoryState?
  /// Study days since its last answer, at least 0.
  package let daysSinceAnswer: Int
  /// Study days until it is due; 0 if it is due today or overdue.
  package let daysUntilDue: Int

  /// Counts the days of a card's schedule from this day.
  package init(_ candidate: ReviewQueue.Candidate, on today: Day, calendar: StudyCalendar) {
    let schedule = candidate.schedule
    card = candidate.card
    topic = candidate.topic
    phase = schedule.phase
    memory = schedule.phase == .new ? nil : schedule.memory
    let last = schedule.lastDay ?? schedule.lastReview.map { calendar.day(of: $0) }
    daysSinceAnswer = last.map { max($0.distance(to: today), 0) } ?? 0
    let due =
      switch schedule.due {
      case .day(let day): day
      case .moment(let moment): calendar.day(of: moment)
      }
    daysUntilDue = memory == nil ? 0 : max(today.distance(to: due), 0)
  }
}
