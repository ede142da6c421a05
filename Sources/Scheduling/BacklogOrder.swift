/// Which of the cards that are due come first: it matters when there are more than a day may ask.
package enum BacklogOrder: String, CaseIterable, Hashable, Codable, Sendable {
  /// The likeliest forgotten first, except that in a backlog cards with less than 30 % recall
  /// come last: they are as good as lost, and others can still be saved.
  case recall
  /// The longest overdue first.
  case oldest
  /// Drawn by the seed.
  case random
}
