import Foundation

/// What stands in an answer that is not given yet: kept outside the log while it is typed, so that
/// a crash costs two seconds of it.
package struct OpenAnswer: Hashable, Codable, Sendable {
  package var attempt: String
  package var q: Int
  package var text: String
  package var pick: [Int]
  /// Milliseconds used on the question.
  package var used: Int
}

/// An event with its moment.
package struct DatedMockEvent: Hashable, Sendable {
  package let event: MockEvent
  package let time: Date

  package init(event: MockEvent, time: Date) {
    self.event = event
    self.time = time
  }
}

extension Interview {
  /// What stands in the open answer; nil if no question is open.
  package func openAnswer(at now: Date) -> OpenAnswer? {
    guard case .ask(let number) = phase else { return nil }
    return OpenAnswer(
      attempt: attempt.id, q: number, text: draft, pick: pick, used: used(on: number, at: now))
  }

  /// The events of the last moves, to be made durable.
  package mutating func takeDated() -> [DatedMockEvent] {
    takeUnsaved().map { DatedMockEvent(event: $0.event, time: $0.time) }
  }
}
