/// The habits to predict with: one's own as soon as the log holds enough answers.
package struct OwnHabits: Hashable, Sendable {
  /// Answers from which on a log counts: as many as weigh as much as what is usual (O8).
  package static let least = 50

  /// One's own habits mixed with the usual ones, or the usual ones alone.
  package let habits: Habits
  /// Answers of the log that count: those of 1 ms to 20 minutes.
  package let answers: Int
  /// Whether there are enough of them.
  package var areOwn: Bool { answers >= Self.least }

  /// Reads the habits a log shows.
  package init(_ log: [Review], calendar: StudyCalendar) {
    answers = log.count(where: { (1...1_200_000).contains($0.duration) })
    habits = answers < Self.least ? Habits() : Habits(log, calendar: calendar)
  }
}
