import MockInterview

/// What must be drawn up, kept or written of mock interviews.
package enum MockEffect: Hashable, Sendable {
  /// Draw up a mock of a topic, or of all; reply `.show`.
  case open(topic: String?)
  /// Begin a mock with this paper; reply `.show`.
  case begin(MockEvent.Start, ClockDisplay)
  /// Make events of a mock durable, and keep what stands in its open answer; reply `.saved` or
  /// `.failed`.
  case save([DatedMockEvent], open: OpenAnswer?)
  /// Keep what stands in the open answer of a mock.
  case keep(OpenAnswer)
  /// Look up a finished mock; reply `.show`.
  case openResult(attempt: String)
  /// Work out what the answers of a mock would count as; reply `.show`.
  case openSchedule(attempt: String)
  /// Count answers of a mock as reviews; reply `.said` or `.failed`.
  case apply(attempt: String, [Proposal])
  /// Take those reviews back; reply `.said` or `.failed`.
  case withdraw(attempt: String)
  /// Write a mock to files of the folder the program was started in; reply `.said` or `.failed`.
  case export(attempt: String)
  /// Write the paper of a mock that is not begun to such a file; reply `.said` or `.failed`.
  case savePaper(MockEvent.Start)
}
