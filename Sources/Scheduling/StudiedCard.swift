import Decks
import Foundation

/// What lists and queries know of a card: where it comes from, where it stands, what was marked on
/// it. Its texts are looked up where they are shown.
package struct StudiedCard: Hashable, Sendable {
  package let id: CardID
  package let kind: Card.Kind
  package let topic: String
  /// Titles of the headings around it, outermost first.
  package let trail: [String]
  /// The question on one line without marks.
  package let question: String
  package let place: Place
  package let tags: [String]
  package let rule: String
  /// 1 definition, 2 mechanism, 3 trade-off, 4 failure.
  package let level: Int
  /// 0...1.
  package let quality: Double
  /// Where it stands, and what was marked on it.
  package var state: CardState
  /// Its answer is not the one that was last recalled.
  package var isChanged: Bool
  /// Its note does not ask it any more.
  package let isOrphan: Bool

  /// Puts together what is known of a card.
  package init(
    id: CardID, kind: Card.Kind, topic: String, trail: [String] = [], question: String,
    place: Place, tags: [String] = [], rule: String = "", level: Int = 1, quality: Double = 1,
    state: CardState = .untouched, isChanged: Bool = false, isOrphan: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.topic = topic
    self.trail = trail
    self.question = question
    self.place = place
    self.tags = tags
    self.rule = rule
    self.level = level
    self.quality = quality
    self.state = state
    self.isChanged = isChanged
    self.isOrphan = isOrphan
  }

  /// Where it stands.
  package var schedule: Schedule { state.schedule }
  /// What was marked on it.
  package var marks: CardMarks { state.marks }
}

/// When and by which rules cards are looked at.
package struct Viewpoint: Sendable {
  package let now: Date
  /// The study day of `now`.
  package let today: Day
  package let scheduler: Scheduler
  package let leech: LeechRule

  /// Makes the viewpoint of a moment.
  package init(at now: Date, scheduler: Scheduler, leech: LeechRule = LeechRule()) {
    self.now = now
    self.scheduler = scheduler
    self.leech = leech
    today = scheduler.calendar.day(of: now)
  }

  /// Likelihood of recall now, 0...1; nil for a card never answered.
  package func recall(of card: StudiedCard) -> Double? {
    scheduler.recall(of: card.schedule, at: now)
  }

  /// The study day on which a card is to be asked; nil for a new one.
  package func dueDay(of card: StudiedCard) -> Day? {
    if card.schedule.phase == .new { return nil }
    return switch card.schedule.due {
    case .day(let day): day
    case .moment(let moment): scheduler.calendar.day(of: moment)
    }
  }

  /// Whether a card waits to be answered now, and nothing keeps it from being asked.
  package func isDue(_ card: StudiedCard) -> Bool {
    guard card.schedule.phase != .new, !card.isOrphan, card.marks.allowAsking(on: today) else {
      return false
    }
    return switch card.schedule.due {
    case .day(let day): day <= today
    case .moment(let moment): moment <= now
    }
  }
}
