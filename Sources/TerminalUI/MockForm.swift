import Foundation
import MockInterview
import Scheduling

/// How much of the clock is seen. Warnings come either way.
package enum ClockDisplay: String, CaseIterable, Hashable, Sendable {
  /// Digits that run.
  case shown
  /// Digits in warnings only; none changes by itself.
  case quiet
  /// No digit at all.
  case hidden
}

/// What is wished of a mock when its set-up screen opens.
package struct MockForm: Sendable {
  package var preset: String
  /// Nothing for all topics.
  package var topics: [String]
  /// Another number of questions than the preset has, and other minutes in all.
  package var questions: Int?
  package var minutes: Int?
  package var settings: MockSettings
  /// When answers are shown; nil for what the preset does.
  package var reveal: Reveal?
  package var clock: ClockDisplay
  package var seed: UInt64

  package init(
    preset: String, topics: [String] = [], questions: Int? = nil, minutes: Int? = nil,
    settings: MockSettings, reveal: Reveal? = nil, clock: ClockDisplay = .shown, seed: UInt64
  ) {
    self.preset = preset
    self.topics = topics
    self.questions = questions
    self.minutes = minutes
    self.settings = settings
    self.reveal = reveal
    self.clock = clock
    self.seed = seed
  }
}

/// What the screens of a mock know besides the mock itself.
package struct MockBackground: Sendable {
  /// Words that this user's notes treat as one.
  package var glosses: [[String]]
  /// The mocks before, to compare with.
  package var history: MockHistory
  package var calendar: StudyCalendar
  package var clock: ClockDisplay
  /// Whether a warning of the clock rings the bell.
  package var rings: Bool

  package init(
    glosses: [[String]] = [], history: MockHistory = MockHistory([]), calendar: StudyCalendar,
    clock: ClockDisplay = .shown, rings: Bool = false
  ) {
    self.glosses = glosses
    self.history = history
    self.calendar = calendar
    self.clock = clock
    self.rings = rings
  }

  /// "Tue 24 Nov 2026, 19:30": when a mock began.
  func moment(_ attempt: Attempt) -> String {
    let stamp = Stamp(attempt.startedAt, in: calendar)
    return "\(stamp.day.long), \(stamp.clock)"
  }
}
