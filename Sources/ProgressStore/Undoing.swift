import Decks
import Foundation
import Scheduling

extension Store {
  /// Takes back the latest answers given at or after a moment that hold, the newest first, as one
  /// step; the cards stand as if they had never been given.
  /// - Returns: The answers taken back, newest first; fewer than asked for if there are not so many.
  package func undo(
    _ count: Int, since start: Date, at now: Date, by scheduler: Scheduler
  ) throws(StoreFailure) -> [Review] {
    let attempt = "take back an answer in"
    return try database.transaction(attempting: attempt) { () throws(StoreFailure) in
      var answers: [(review: Review, identity: LogEvent.Identity)] = []
      try database.query(
        """
        select \(LogEvent.columns) from event as answer
        where time >= ? and \(Self.holds)
        order by time desc, device desc, number desc limit ?
        """, [.integer(start.milliseconds), .integer(count)], attempting: attempt
      ) { row in
        if let event = LogEvent(row: row), case .review(let review) = event.kind {
          answers.append((review, event.identity))
        }
      }
      for (review, identity) in answers {
        try addRevert(of: identity, card: review.card, at: now, attempting: attempt)
      }
      let cards = Set(answers.map(\.review.card))
      try rebuildSchedules(of: cards, by: scheduler, attempting: attempt)
      return answers.map(\.review)
    }
  }
}
