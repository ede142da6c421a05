import Decks
import Foundation

extension CardTerm {
  /// Whether the term holds of a card, for all terms but words and text fields, which are searched
  /// in the index. What does not depend on the card is computed once.
  func test(from viewpoint: Viewpoint) -> (StudiedCard) -> Bool {
    switch self {
    case .word, .text: preconditionFailure("texts are searched in the index")
    case .state(let state): return state.test(from: viewpoint)
    case .kind(let kind): return { $0.kind == kind }
    case .number(let field, let comparison, let value):
      return { card in
        guard let known = field.value(of: card, from: viewpoint) else { return false }
        // Whole numbers are asked for, fractions are known: what is shown as 85% is 85%.
        if comparison == .equal, value == value.rounded() { return known.rounded() == value }
        return comparison.holds(known, value)
      }
    case .time(.seen, let comparison, let when):
      return Self.seenTest(comparison, when, from: viewpoint)
    case .time(.due, let comparison, let when):
      return Self.dueTest(comparison, when, from: viewpoint)
    }
  }

  /// A span counts back from today, where more days means earlier; a day is compared as it is.
  private static func seenTest(
    _ comparison: Comparison, _ when: When, from viewpoint: Viewpoint
  ) -> (StudiedCard) -> Bool {
    let calendar = viewpoint.scheduler.calendar
    let day = when.day(from: viewpoint.today, forward: false)
    let begins = calendar.start(of: day)
    let ends = calendar.start(of: day.advanced(by: 1))
    let isSpan = when.isSpan
    return { card in
      guard let last = card.schedule.lastReview else { return false }
      switch comparison {
      case .equal: return isSpan ? last >= begins : last >= begins && last < ends
      case .less: return isSpan ? last >= ends : last < begins
      case .atMost: return isSpan ? last >= begins : last < ends
      case .more: return isSpan ? last < begins : last >= ends
      case .atLeast: return isSpan ? last < ends : last >= begins
      }
    }
  }

  private static func dueTest(
    _ comparison: Comparison, _ when: When, from viewpoint: Viewpoint
  ) -> (StudiedCard) -> Bool {
    let day = when.day(from: viewpoint.today, forward: true)
    // What is overdue is due today; and within some days is everything until then.
    let isUntil = comparison == .equal && (when.isSpan || day == viewpoint.today)
    return { card in
      guard let due = viewpoint.dueDay(of: card) else { return false }
      return isUntil ? due <= day : comparison.holds(due, day)
    }
  }
}

extension CardTerm.When {
  /// A number of days from today, not a day of its own.
  fileprivate var isSpan: Bool {
    if case .days = self { return true }
    return false
  }

  /// The day that is meant; a number of days counts from today, `forward` or back.
  package func day(from today: Day, forward: Bool = true) -> Day {
    switch self {
    case .days(let days): today.advanced(by: forward ? days : -days)
    case .today: today
    case .tomorrow: today.advanced(by: 1)
    case .yesterday: today.advanced(by: -1)
    case .on(let day): day
    }
  }
}

extension CardTerm.State {
  /// Days from which a card counts as mature, as in Anki.
  private static let matureDays = 21

  fileprivate func test(from viewpoint: Viewpoint) -> (StudiedCard) -> Bool {
    switch self {
    case .due: return { viewpoint.isDue($0) }
    case .new: return { $0.schedule.phase == .new }
    case .seen: return { $0.schedule.phase != .new }
    case .learning: return { $0.schedule.isOnSteps }
    case .young:
      return { $0.schedule.phase == .review && $0.schedule.interval < Self.matureDays }
    case .mature:
      return { $0.schedule.phase == .review && $0.schedule.interval >= Self.matureDays }
    case .suspended: return { $0.marks.isSuspended }
    case .buried: return { $0.marks.isBuried(on: viewpoint.today) }
    case .flagged: return { $0.marks.flag > 0 }
    case .leech: return { viewpoint.leech.includes($0.schedule) }
    case .changed: return { $0.isChanged }
    case .orphan: return { $0.isOrphan }
    case .noted: return { $0.marks.memo != nil }
    }
  }
}

extension CardTerm.NumberField {
  /// What is known of a card; nil for what only answers tell, of a new card.
  fileprivate func value(of card: StudiedCard, from viewpoint: Viewpoint) -> Double? {
    switch self {
    case .recall: viewpoint.recall(of: card).map { $0 * 100 }
    case .stable: card.schedule.memory?.stability
    case .difficulty: card.schedule.memory?.difficulty
    case .lapses: Double(card.schedule.lapses)
    case .reviews: Double(card.schedule.reviews)
    case .level: Double(card.level)
    case .quality: card.quality * 100
    }
  }
}
