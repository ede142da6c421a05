import Foundation

/// How a list of cards is ordered.
package enum CardOrder: String, CaseIterable, Hashable, Sendable {
  /// The least likely to be recalled first; new cards last.
  case recall
  /// What is to be asked soonest first; new cards last.
  case due
  /// The hardest first; new cards last.
  case difficulty
  /// The last answered first; new cards last.
  case seen
  /// As they stand in the notes.
  case place

  /// What it orders by, for titles.
  package var words: String {
    switch self {
    case .recall: "by recall"
    case .due: "by due date"
    case .difficulty: "by difficulty"
    case .seen: "last seen first"
    case .place: "as in the notes"
    }
  }

  /// The order after this one, round and round.
  package var next: CardOrder {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }

  /// What is smaller for a card that comes earlier; nil for one that comes last.
  func key(of card: StudiedCard, from viewpoint: Viewpoint) -> Double? {
    switch self {
    case .recall: return viewpoint.recall(of: card)
    case .due:
      guard let day = viewpoint.dueDay(of: card) else { return nil }
      // Of one day, cards on steps come before those that have all day.
      guard case .moment(let moment) = card.schedule.due else { return Double(day.number) }
      return Double(day.number) - 0.5 + moment.timeIntervalSince1970 * 1e-12
    case .difficulty: return card.schedule.memory.map { -$0.difficulty }
    case .seen: return card.schedule.lastReview.map { -$0.timeIntervalSince1970 }
    case .place: return nil
    }
  }
}
