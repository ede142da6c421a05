/// What comes first in a sitting.
package enum ReviewOrder: String, CaseIterable, Hashable, Codable, Sendable {
  /// The likeliest forgotten first, neighbours of different topics where that can be.
  case mixed
  /// The longest overdue first.
  case due
  /// The likeliest forgotten first, whatever their topics.
  case recall
  /// One topic after another, by name; within each the likeliest forgotten first.
  case topic
  /// Drawn by the seed.
  case random

  /// Which cards come first when there are more than the day may ask.
  var backlog: BacklogOrder {
    switch self {
    case .mixed, .recall, .topic: .recall
    case .due: .oldest
    case .random: .random
    }
  }

  /// Puts cards that were sorted as the backlog wants into the order of the sitting.
  func arranged(_ sorted: [ReviewQueue.Candidate]) -> [ReviewQueue.Candidate] {
    switch self {
    case .mixed, .random: QueueOrder.interleaved(sorted)
    case .due, .recall: sorted
    case .topic:
      sorted.enumerated()
        .sorted { ($0.element.topic, $0.offset) < ($1.element.topic, $1.offset) }
        .map(\.element)
    }
  }
}
