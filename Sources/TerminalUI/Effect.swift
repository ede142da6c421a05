import Scheduling

/// What must happen outside the interface.
package enum Effect: Hashable, Sendable {
  /// Draw up today's queue of a topic, or of all, and reply with `.review`.
  case openReview(topic: String?)
  /// Make the answer durable; reply `.saved` or `.failed`.
  case record(Review)
  /// Take the answer back durably; reply `.saved` or `.failed`.
  case revert(Review)
  /// Count anew what is due; reply `.home`.
  case openHome
  case suspend
  /// Draw everything, even what seems to be on the screen.
  case redraw
  /// End the program with this status.
  case leave(status: Int32)
}

/// What came of an effect.
package enum Reply: Sendable {
  case home(HomeScreen)
  case review(ReviewScreen)
  case saved
  /// One sentence for people.
  case failed(String)
}
