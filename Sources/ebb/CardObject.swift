import Decks
import Foundation
import Scheduling

/// A card with where it stands, as JSON shows it; what is absent is `null`.
struct CardObject: Encodable {
  private let id: String
  private let kind: String
  private let topic: String
  private let path: [String]
  private let question: String
  private let answer: String
  private let points: [String]
  private let options: Nullable<[Option]>
  private let source: Source
  private let tags: [String]
  private let rule: String
  private let quality: Double
  private let level: Int
  private let state: String
  private let due: Nullable<String>
  private let stabilityDays: Nullable<Double>
  private let difficulty: Nullable<Double>
  private let recall: Nullable<Double>
  private let reviews: Int
  private let lapses: Int
  private let flagged: Bool
  private let suspended: Bool
  private let buriedUntil: Nullable<String>
  private let memo: Nullable<String>

  private struct Option: Encodable {
    let text: String
    let right: Bool
  }

  private struct Source: Encodable {
    let file: String
    let line: Int
  }

  init(_ card: Card, known: StudiedCard, from viewpoint: Viewpoint) {
    let schedule = known.schedule
    id = card.id.rawValue
    kind = card.kind.rawValue
    topic = card.topic
    path = card.trail
    question = card.prompt
    answer = card.answer
    points = card.points
    options = Nullable(
      card.choices.isEmpty ? nil : card.choices.map { Option(text: $0.text, right: $0.isRight) })
    source = Source(file: card.place.path, line: card.place.line)
    tags = card.tags
    rule = card.rule
    quality = card.quality
    level = card.level
    state =
      switch schedule.phase {
      case .new: "new"
      case .learning: "learning"
      case .review: "review"
      case .relearning: "relearning"
      }
    due = Nullable(viewpoint.dueDay(of: known)?.description)
    stabilityDays = Nullable(schedule.memory.map { JSONText.rounded($0.stability) })
    difficulty = Nullable(schedule.memory.map { JSONText.rounded($0.difficulty) })
    recall = Nullable(viewpoint.recall(of: known).map { JSONText.rounded($0) })
    reviews = schedule.reviews
    lapses = schedule.lapses
    flagged = known.marks.flag > 0
    suspended = known.marks.isSuspended
    buriedUntil = Nullable(
      known.marks.buriedUntil.flatMap { $0 > viewpoint.today ? $0.description : nil })
    memo = Nullable(known.marks.memo)
  }
}
