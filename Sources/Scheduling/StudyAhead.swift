import Decks
import Foundation

extension ReviewQueue {
  /// Cards that become due within so many days after today, for a sitting ahead of time: the
  /// likeliest forgotten first, topics interleaved, of siblings only one.
  ///
  /// Their answers are reviews like any other. FSRS knows how early they come, so a pass moves no
  /// card forward and strengthens it little. A card answered today is left out.
  package static func ahead(
    _ candidates: [Candidate], days: Int, at now: Date, scheduler: Scheduler, seed: UInt64
  ) -> ReviewQueue {
    let today = scheduler.calendar.day(of: now)
    let order = QueueOrder(at: now, scheduler: scheduler, seed: seed)
    let coming = candidates.filter { candidate in
      guard candidate.schedule.phase == .review, case .day(let due) = candidate.schedule.due,
        let last = candidate.schedule.lastReview
      else { return false }
      let wait = today.distance(to: due)
      return wait > 0 && wait <= days && scheduler.calendar.day(of: last) < today
    }
    return ReviewQueue(order.sorted(coming, by: .recall), of: candidates, at: now, by: scheduler)
  }
}
