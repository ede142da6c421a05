import Decks
import Foundation

/// What an answer would count as in the schedule.
package struct Proposal: Hashable, Sendable {
  /// Why a row is not offered, or is offered without a tick.
  package enum Remark: String, Hashable, Sendable {
    /// It would start as a new card.
    case new
    case hint
    /// It was reviewed on the same day before the mock.
    case sameDay
    /// It was reviewed after the answer was given: the log already knows better.
    case reviewedSince
    /// The card is in no note any more.
    case gone

    /// Whether the row can be ticked at all.
    package var isLocked: Bool { self == .reviewedSince || self == .gone }
  }

  /// What the schedule knows of a card.
  package struct Standing: Hashable, Sendable {
    package let isNew: Bool
    package let lastReview: Date?
    /// Whether the last review lies on the study day of the mock.
    package let wasReviewedThatDay: Bool

    package init(isNew: Bool, lastReview: Date?, wasReviewedThatDay: Bool) {
      self.isNew = isNew
      self.lastReview = lastReview
      self.wasReviewedThatDay = wasReviewedThatDay
    }
  }

  package let q: Int
  package let card: CardID
  /// 1 to 4; never 4 by itself: how easy it felt is yours to say.
  package var grade: Int
  package var isTicked: Bool
  package let remarks: [Remark]
  /// When the answer was given: the time of the review it becomes.
  package let answeredAt: Date

  package var isLocked: Bool { remarks.contains(where: \.isLocked) }

  /// Again below a right answer, Hard below a good one, else Good; one grade lower with a hint.
  package static func grade(coverage: Double, hints: Int) -> Int {
    let grade = !coverage.reaches(Attempt.right) ? 1 : !coverage.reaches(Attempt.good) ? 2 : 3
    return max(1, grade - (hints > 0 ? 1 : 0))
  }

  /// "Again", "Hard", "Good", "Easy" for grades 1 to 4.
  package static func name(ofGrade grade: Int) -> String {
    ["Again", "Hard", "Good", "Easy"][min(max(grade, 1), 4) - 1]
  }

  /// What the answers of an attempt would count as. Answers in which no retrieval was seen are
  /// not among them, nor are questions without a card.
  /// - Parameter standings: Of the cards that still exist.
  package static func all(
    of attempt: Attempt, standings: [CardID: Standing]
  ) -> [Proposal] {
    attempt.questions.sorted { $0.number < $1.number }.compactMap { question in
      guard question.form == .card, let card = question.card,
        let answer = attempt.answers[question.number], answer.isMarkable,
        let time = attempt.answeredAt[question.number]
      else { return nil }
      var remarks: [Remark] = []
      if let standing = standings[card] {
        if let last = standing.lastReview, last > time { remarks.append(.reviewedSince) }
        if standing.isNew { remarks.append(.new) }
        if standing.wasReviewedThatDay, !remarks.contains(.reviewedSince) {
          remarks.append(.sameDay)
        }
      } else {
        remarks.append(.gone)
      }
      if answer.hints > 0 { remarks.append(.hint) }
      return Proposal(
        q: question.number, card: card,
        grade: grade(coverage: attempt.coverage(of: question.number), hints: answer.hints),
        isTicked: remarks.isEmpty, remarks: remarks, answeredAt: time)
    }
  }
}
