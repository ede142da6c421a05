import Foundation
import Reports
import Scheduling

/// What lists and facts say of a card, in words and figures.
package struct CardWords {
  private let card: StudiedCard
  private let viewpoint: Viewpoint

  package init(_ card: StudiedCard, from viewpoint: Viewpoint) {
    self.card = card
    self.viewpoint = viewpoint
  }

  /// When the card is to be asked, in at most nine cells.
  package var due: String {
    if card.isOrphan { return "orphan" }
    if card.marks.isSuspended { return "suspended" }
    if card.marks.isBuried(on: viewpoint.today) { return "buried" }
    guard let day = viewpoint.dueDay(of: card) else { return "new" }
    switch viewpoint.today.distance(to: day) {
    case ...0: return "today"
    case 1: return "tomorrow"
    case ...300: return day.short
    default: return day.monthAndYear
    }
  }

  /// Likelihood of recall in whole percent; `·` for a new card.
  package var recall: String { Self.percent(viewpoint.recall(of: card)) }

  /// The part of its life the card is in, and when it is due.
  package var state: String {
    let phase =
      switch card.schedule.phase {
      case .new: "new"
      case .learning: "learning"
      case .review: "review"
      case .relearning: "relearning"
      }
    if card.isOrphan { return "\(phase), left its note" }
    if card.marks.isSuspended { return "\(phase), suspended" }
    if let until = card.marks.buriedUntil, until > viewpoint.today {
      return "\(phase), buried until \(until.short)"
    }
    if card.schedule.phase == .new { return phase }
    switch card.schedule.due {
    case .moment(let moment):
      let seconds = Int(moment.timeIntervalSince(viewpoint.now).rounded())
      return seconds <= 0 ? "\(phase), due now" : "\(phase), due in \(Delay.seconds(seconds))"
    case .day(let day):
      let days = viewpoint.today.distance(to: day)
      return days <= 0 ? "\(phase), due today" : "\(phase), due in \(Delay.days(days))"
    }
  }

  /// How often it was forgotten.
  package var lapses: String {
    Words.count(card.schedule.lapses, "lapse") + " in "
      + Words.count(card.schedule.reviews, "review")
  }

  static func percent(_ share: Double?) -> String {
    share.map(Words.percent) ?? "·"
  }

  static func days(_ number: Double) -> String {
    let text = Words.number(number, decimals: 1)
    return text == "1.0" ? "1 day" : "\(text) days"
  }
}
